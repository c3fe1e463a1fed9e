//! Traits may have parameters, and may be used as trait objects.

use ::rest_op::{Api, Call, Client, rest_op};
use ::serde::Serialize;

/// A trait with a lifetime, a type and a number.
pub trait Rooms<'a, T, const N: usize>: Api
where
    T: Serialize + 'a,
{
    /// Uses the trait's parameters, and a lifetime of its own.
    #[rest_op(POST, "/rooms/<id>")]
    fn create_room<'b>(&self, id: &'b str, #[query] tags: &'a [T], #[body] room: &'b T) -> Call<()>
    where
        T: 'b;

    /// Borrows `self` for a named lifetime.
    #[rest_op(GET, "/rooms/<id>")]
    fn get_room(&'a self, id: T) -> Call<()>;

    /// Is not available on trait objects.
    #[rest_op(DELETE, "/rooms")]
    fn delete_rooms(&self) -> Call<()>
    where
        Self: Sized;
}

impl<'a, T: Serialize + 'a> Rooms<'a, T, 2> for Client {}

fn through_dyn(client: &dyn Rooms<'static, u8, 2>) -> Call<()> {
    client.create_room("a", &[1, 2], &3)
}

fn through_unsized<C: Rooms<'static, u8, 2> + ?Sized>(client: &C) -> Call<()> {
    client.create_room("a", &[1, 2], &3)
}

#[test]
fn traits_may_have_parameters_and_be_trait_objects() {
    let client = crate::client();
    let expected = "POST https://rooms.example/rooms/a?tags=1&tags=2";
    assert_eq!(crate::sent(&through_dyn(&client)).0, expected);
    assert_eq!(crate::sent(&through_unsized(&client)).0, expected);
    assert_eq!(
        crate::sent(&through_unsized::<dyn Rooms<'static, u8, 2>>(&client)).0,
        expected
    );
    let (line, _) = crate::sent(&Rooms::<u8, 2>::get_room(&client, 9));
    assert_eq!(line, "GET https://rooms.example/rooms/9");
    let (line, _) = crate::sent(&Rooms::<u8, 2>::delete_rooms(&client));
    assert_eq!(line, "DELETE https://rooms.example/rooms");
}

//! An `async fn` returns a future that can go to another thread, whatever the alias of `Result`.

use ::rest_op::{Api, Client, Error, rest_op};

/// An alias with one parameter.
pub type Reply<T> = Result<T, Error>;

/// Is async.
pub trait Rooms: Api {
    /// Gets a room.
    #[rest_op(GET, "/rooms/<id>")]
    async fn get_room(&self, id: &str, #[query] max: Option<&str>) -> Reply<()>;
}

impl Rooms for Client {}

fn assert_send<F: Future<Output = Reply<()>> + Send>(future: F) -> F {
    future
}

fn through_generic<C: Rooms>(client: &C) -> impl Future<Output = Reply<()>> + Send + use<'_, C> {
    client.get_room("a", None)
}

#[test]
fn the_future_of_an_async_method_is_send() {
    let client = crate::client();
    drop(assert_send(client.get_room("a", Some("b"))));
    drop(assert_send(through_generic(&client)));
}

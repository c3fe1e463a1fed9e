//! Modules, types and functions of the user may have the names that generated code uses.

#![allow(dead_code)]

use ::rest_op::{Api, Call, Client, rest_op};

mod rest_op {}
mod core {}
mod std {}
mod private {}

/// An alias, as many crates have.
pub type Result<T> = ::core::result::Result<T, ::rest_op::Error>;

/// Not the one of `core`.
pub enum Option {}

struct Operation;
struct Parameter;
struct Ok;
struct Err;
struct Some;
struct None;
trait Send {}
trait Future {}

fn call() {}
fn text() {}

mod inner {
    use ::rest_op::{Api, Call, Client};

    mod rest_op {}

    /// The attribute by its path, beside a module of the crate's name.
    pub trait Rooms: Api {
        /// Lists rooms.
        #[::rest_op::rest_op(GET, "/rooms")]
        fn list_rooms(&self) -> Call<()>;
    }

    impl Rooms for Client {}
}

/// Uses the names around it, and not those of the prelude.
pub trait Rooms: Api {
    /// Lists rooms.
    #[rest_op(GET, "/rooms/<id>")]
    fn list_rooms(
        &self,
        id: &str,
        #[query]
        #[check(::rest_op::check::range(1..))]
        max: ::core::option::Option<u8>,
    ) -> Call<()>;

    /// Deletes rooms.
    #[rest_op(DELETE, "/rooms")]
    async fn delete_rooms(&self) -> Result<()>;
}

impl Rooms for Client {}

#[test]
fn names_of_the_user_do_not_shadow_those_of_generated_code() {
    let client = crate::client();
    let (line, _) = crate::sent(&client.list_rooms("a", ::core::option::Option::Some(7)));
    assert_eq!(line, "GET https://rooms.example/rooms/a?max=7");
    let (line, _) = crate::sent(&inner::Rooms::list_rooms(&client));
    assert_eq!(line, "GET https://rooms.example/rooms");
    drop(client.delete_rooms());
}

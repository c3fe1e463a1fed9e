//! A method keeps its attributes.

use ::rest_op::{Api, Call, Client, rest_op};

/// Has a method that is compiled out, a deprecated one, and one whose result must be used.
pub trait Rooms: Api {
    /// Compiled out: its types need not exist, either.
    #[cfg(any())]
    #[rest_op(GET, "/rooms/<id>")]
    fn absent(&self, id: Absent) -> Call<Absent>;

    /// Present.
    #[cfg(test)]
    #[rest_op(GET, "/rooms")]
    fn present(&self) -> Call<()>;

    /// Deprecated.
    #[deprecated = "use `present`"]
    #[rest_op(GET, "/old-rooms")]
    fn old(&self) -> Call<()>;

    /// Its result must be used.
    #[must_use = "a test looks at it"]
    #[rest_op(GET, "/rooms/<id>")]
    #[allow(clippy::needless_pass_by_value, reason = "the argument is owned")]
    fn must_be_used(
        &self,
        /// The id.
        #[allow(unused)]
        id: String,
    ) -> Call<()>;
}

impl Rooms for Client {}

#[test]
fn a_method_keeps_its_attributes() {
    let client = crate::client();
    assert_eq!(crate::sent(&client.present()).0, "GET https://rooms.example/rooms");
    #[expect(deprecated, reason = "it says so")]
    let old = client.old();
    assert_eq!(crate::sent(&old).0, "GET https://rooms.example/old-rooms");
    #[expect(unused_must_use, reason = "it says so")]
    client.must_be_used("a".to_owned());
}

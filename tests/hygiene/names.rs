//! Arguments may have any name.

use ::rest_op::{Api, Call, Client, check, rest_op};

/// Each name is one that generated code might use.
pub trait Names: Api {
    /// Keywords, and names of the runtime.
    #[rest_op(GET, "/<type>/<self_>/<private>")]
    fn r#match(
        &self,
        r#type: &str,
        self_: &str,
        private: &str,
        #[query] request: u8,
        #[query] call: &str,
        #[query] client: Option<u8>,
        #[query] result: Option<&str>,
        #[query(with = as_is)] value: u8,
        #[query(with = as_is)] serializer: u8,
        #[header("x-test")]
        #[check(check::length(1..))]
        operation: &str,
        #[query]
        #[check(check::range(..9))]
        r#in: u8,
    ) -> Call<()>;
}

impl Names for Client {}

mod as_is {
    use ::serde::{Serialize, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
    pub fn serialize<S: Serializer>(value: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

#[test]
fn arguments_may_have_the_names_of_generated_code() {
    let call = crate::client().r#match("a", "b", "c", 1, "d", None, Some("e"), 2, 3, "f", 4);
    let (line, headers) = crate::sent(&call);
    assert_eq!(
        line,
        "GET https://rooms.example/a/b/c?request=1&call=d&result=e&value=2&serializer=3&in=4"
    );
    assert_eq!(headers, [("x-test".to_owned(), "f".to_owned())]);
}

#[test]
fn a_check_names_a_raw_argument_without_its_prefix() {
    let call = crate::client().r#match("a", "b", "c", 1, "d", None, None, 2, 3, "f", 10);
    let error = call.request().expect_err("10 is not below 9");
    assert_eq!(
        error.to_string(),
        "match: `in` is 10; must be in ..9 (nothing was sent)"
    );
}

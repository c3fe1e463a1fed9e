//! Arguments in all usual forms cause no lint.

use std::collections::{BTreeMap, HashMap};

use ::rest_op::{Api, ByteStream, Bytes, Call, Client, check, rest_op};

/// Takes each kind of value, owned and borrowed.
pub trait Rooms: Api {
    /// Takes owned values, for which clippy would suggest references in a method written by hand.
    #[rest_op(PATCH, "/rooms/<id>/<key..>", idempotent, host_prefix = "data.")]
    fn put_room(
        &self,
        id: String,
        key: Box<str>,
        #[query] name: Option<String>,
        #[query]
        #[check(check::length(..9))]
        #[check(|tags: &Vec<String>| not_b(tags))]
        tags: Vec<String>,
        #[query(flatten)] options: BTreeMap<String, u8>,
        #[header("x-test")] meta: &Option<String>,
        #[header(prefix = "x-test-")] metadata: HashMap<String, bool>,
        #[body(bytes)] content: Bytes,
    ) -> Call<()>;

    /// Takes a stream.
    #[rest_op(POST, "/rooms", auth = none)]
    fn post_room(&self, #[body(stream)] content: ByteStream) -> Call<()>;

    /// Takes an optional form.
    #[rest_op(POST, "/forms")]
    fn post_form(&self, #[body(form)] form: Option<&BTreeMap<&str, f64>>) -> Call<()>;

    /// Takes nothing.
    #[rest_op(OPTIONS, "/")]
    fn options(&self) -> Call<()>;
}

impl Rooms for Client {}

fn not_b(tags: &[String]) -> Result<(), String> {
    if tags.iter().any(|tag| tag == "b") {
        Err("holds b".to_owned())
    } else {
        Ok(())
    }
}

#[test]
fn each_kind_of_value_is_sent() {
    let call = crate::client().put_room(
        "a".to_owned(),
        "b/c".into(),
        None,
        vec!["d".to_owned(), "e f".to_owned()],
        BTreeMap::from([("max".to_owned(), 1)]),
        &Some("g".to_owned()),
        HashMap::from([("h".to_owned(), true)]),
        Bytes::from_static(b"i"),
    );
    let (line, mut headers) = crate::sent(&call);
    headers.sort();
    assert_eq!(
        line,
        "PATCH https://data.rooms.example/rooms/a/b/c?tags=d&tags=e%20f&max=1"
    );
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(headers, [header("x-test", "g"), header("x-test-h", "true")]);
    let (line, _) = crate::sent(&crate::client().post_form(None));
    assert_eq!(line, "POST https://rooms.example/forms");
    let (line, _) = crate::sent(&crate::client().options());
    assert_eq!(line, "OPTIONS https://rooms.example/");
    drop(crate::client().post_room(ByteStream::from(Bytes::new())));
}

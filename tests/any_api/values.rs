//! Argument values: which types are accepted, which are rejected, and how headers contain lists.

use std::collections::BTreeMap;
use std::time::Duration;

use rest_op::{Api, Call, Client, check, rest_op};
use serde::Serialize;

/// A time as the crate `time` writes it by its own serde feature: year, ordinal day, time and offset.
type Time = (i32, u16, u8, u8, u8, u32, i8, i8, i8);

type Pair = [u8; 2];

/// An array under another name: the macro does not see that it is a list.
type Size = [u8; 2];

trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn at(&self, #[query] at: Time) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn at_each(&self, #[query] at: &[Time]) -> Call<()>;

    #[rest_op(GET, "/rooms/<at>")]
    fn under(&self, at: Time) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn since(&self, #[header("x-since")] since: Since) -> Call<()>;

    #[rest_op(PUT, "/rooms")]
    fn put_time(&self, #[body(text)] at: Time) -> Call<()>;

    #[rest_op(PUT, "/rooms")]
    fn put_form(&self, #[body(form)] pairs: &Pairs) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn alias(&self, #[query] pair: Pair) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn written_by_a_module(&self, #[query(with = dashed)] pair: (u64, u64)) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn arrays(
        &self,
        #[query] a: [u8; 2],
        #[query] b: &[&str; 2],
        #[query] c: Option<[u8; 1]>,
        #[query] d: Option<&[u8; 0]>,
        #[header("x-list")] list: &'static [&'static str; 2],
    ) -> Call<()>;

    #[rest_op(GET, "/rooms/<id>")]
    fn array_in_the_path(&self, id: Size) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn filtered(&self, #[query] filter: &Filter) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn mapped(&self, #[query] filter: &BTreeMap<&str, u8>) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn flattened(&self, #[query(flatten)] filter: &BTreeMap<&str, Filter>) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn filters(&self, #[query] filters: &[Filter]) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn in_a_header(&self, #[header("x-filter")] filter: &Filter) -> Call<()>;

    #[rest_op(GET, "/rooms")]
    fn wait(&self, #[query] wait: Duration) -> Call<()>;

    #[rest_op(GET, "/rooms/<id>", host_prefix = "<bucket>.")]
    fn checked(
        &self,
        #[check(check::not_blank())] bucket: &str,
        #[check(check::not_blank())] id: &str,
        #[header("x-note")]
        #[check(check::length(..3))]
        note: &str,
    ) -> Call<()>;

    #[rest_op(PUT, "/rooms")]
    fn conditional(
        &self,
        #[header("if-match")] matches: &[&str],
        #[header("if-none-match")] none: Option<&[&str]>,
        #[header("x-list")] list: &[&str],
    ) -> Call<()>;
}

impl Rooms for Client {}

#[derive(Serialize)]
struct Since(i32, u16);

#[derive(Serialize)]
struct Filter {
    open: bool,
}

#[derive(Serialize)]
struct Pairs {
    size: [u8; 2],
}

mod dashed {
    use serde::Serializer;

    pub(super) fn serialize<S: Serializer>((a, b): &(u64, u64), serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{a}-{b}"))
    }
}

const TIME: Time = (2025, 331, 7, 6, 5, 4, 0, 0, 0);

fn client() -> Client {
    Client::builder("https://api.example").build().unwrap()
}

fn refusal(call: &Call<()>) -> String {
    let error = call.request().unwrap_err().to_string();
    let (_, error) = error.split_once(": ").unwrap();
    error.strip_suffix(" (nothing was sent)").unwrap().to_owned()
}

#[test]
fn tuple_is_rejected_with_the_remedies_for_times_and_lists() {
    let client = client();
    let reason = "is a tuple, which is not a single value; write `with = rest_op::timestamp::date_time` for a time, \
                a `Vec` for an array";
    for (call, argument) in [
        (client.at(TIME), "`at`"),
        (client.at_each(&[TIME]), "`at`"),
        (client.under(TIME), "`at`"),
        (client.since(Since(2025, 331)), "`since`"),
        (client.put_time(TIME), "`at`"),
        (client.put_form(&Pairs { size: [1, 2] }), "`pairs` `size`:"),
        (client.alias([1, 2]), "`pair`"),
    ] {
        assert_eq!(refusal(&call), format!("{argument} {reason}"));
    }
    let request = client.written_by_a_module((1, 2)).request().unwrap();
    assert_eq!(request.uri(), "https://api.example/rooms?pair=1-2");
}

#[test]
fn argument_declared_as_an_array_is_a_list() {
    let call = client().arrays([1, 2], &["x", "y"], Some([3]), None, &["k", "l,m"]);
    let request = call.request().unwrap();
    assert_eq!(request.uri(), "https://api.example/rooms?a=1&a=2&b=x&b=y&c=3");
    assert_eq!(request.headers()["x-list"], r#"k, "l,m""#);
    assert_eq!(
        refusal(&client().array_in_the_path([1, 2])),
        "`id` is a tuple, which is not a single value; write `with = rest_op::timestamp::date_time` for a time, a `Vec` for an array"
    );
}

#[test]
fn struct_or_map_is_rejected_with_the_role_that_accepts_its_entries() {
    let (client, filter) = (client(), Filter { open: true });
    let is_struct = "is the struct `Filter`, which is";
    for (call, message) in [
        (
            client.filtered(&filter),
            format!("`filter` {is_struct} not a single value; write `#[query(flatten)]`"),
        ),
        (
            client.mapped(&BTreeMap::from([("a", 1)])),
            "`filter` is a map, which is not a single value; write `#[query(flatten)]`".to_owned(),
        ),
        (
            client.flattened(&BTreeMap::from([("a", Filter { open: true })])),
            format!("`filter` `a`: {is_struct} not a single value; write `#[serde(flatten)]`"),
        ),
        (
            client.in_a_header(&filter),
            format!("`filter` {is_struct} not a single value; write `#[header(prefix = \"\")]`"),
        ),
        (
            client.filters(&[filter]),
            format!("`filters` {is_struct} neither text, number, boolean nor a list of them"),
        ),
        (
            client.wait(Duration::from_secs(1)),
            "`wait` is the struct `Duration`, which is not a single value; write `#[query(flatten)]`".to_owned(),
        ),
    ] {
        assert_eq!(refusal(&call), message);
    }
}

#[test]
fn argument_that_fails_a_check_and_cannot_be_sent_is_reported_once() {
    let blank = "is blank; must contain a character that is not white space";
    assert_eq!(
        refusal(&client().checked("", "", "a\nb")),
        format!("`bucket` {blank}; `id` {blank}; `note` has length 3; must be in ..3")
    );
}

#[test]
fn entity_tags_keep_their_own_quotes_in_a_list() {
    let tags = ["\"a\"", "W/\"b\"", "\"c,d\"", "\"\""];
    let call = client().conditional(&tags, Some(&["*"]), &tags);
    let request = call.request().unwrap();
    let headers = request.headers();
    assert_eq!(headers["if-match"], r#""a", W/"b", "c,d", """#);
    assert_eq!(headers["if-none-match"], "*");
    assert_eq!(headers["x-list"], r#""\"a\"", "W/\"b\"", "\"c,d\"", "\"\"""#);
    // Any other text is quoted, which makes it an entity tag.
    let request = client()
        .conditional(&[], Some(&["a,b", "\"c\"d\""]), &[])
        .request()
        .unwrap();
    assert_eq!(request.headers()["if-none-match"], r#""a,b", "\"c\"d\"""#);
}

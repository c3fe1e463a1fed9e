//! Pairs of keys and values: repeated keys in the order in which they are given, in queries and forms.

use rest_op::{Api, Call, Client, rest_op};
use serde::Serialize;

type Pair<'a> = (&'a str, &'a str);

trait Search: Api {
    #[rest_op(GET, "/search")]
    fn search(&self, #[query] page: Option<u32>, #[query(flatten)] pairs: &[Pair<'_>]) -> Call<()>;

    #[rest_op(GET, "/search")]
    fn search_owned(&self, #[query(flatten)] pairs: Option<Vec<(String, Option<u32>)>>) -> Call<()>;

    #[rest_op(GET, "/search")]
    fn search_array(&self, #[query(flatten)] pairs: [Pair<'_>; 2]) -> Call<()>;

    #[rest_op(GET, "/search")]
    fn search_lists(&self, #[query(flatten)] pairs: &[(&str, &[u8])]) -> Call<()>;

    #[rest_op(POST, "/search")]
    fn submit(&self, #[body(form)] pairs: &[Pair<'_>]) -> Call<()>;

    #[rest_op(POST, "/search")]
    fn submit_any(&self, #[body(form)] pairs: &Pairs) -> Call<()>;
}

impl Search for Client {}

#[derive(Serialize)]
#[serde(untagged)]
enum Pairs {
    Triples(Vec<(u8, u8, u8)>),
    Texts(Vec<&'static str>),
    Keyless(Vec<(Option<u8>, u8)>),
    Listed(Vec<(Vec<u8>, u8)>),
    Nested(Vec<Vec<(u8, u8)>>),
}

fn client() -> Client {
    Client::builder("https://api.example").build().unwrap()
}

fn query(call: &Call<()>) -> String {
    call.request().unwrap().uri().query().unwrap_or_default().to_owned()
}

#[test]
fn pairs_are_query_parameters_in_their_order() {
    let client = client();
    let pairs = [("tag", "a b"), ("page", "1"), ("tag", "c&d"), ("", "e")];
    assert_eq!(query(&client.search(None, &pairs)), "tag=a%20b&page=1&tag=c%26d&=e");
    assert_eq!(query(&client.search(Some(2), &pairs)), "page=2&tag=a%20b&tag=c%26d&=e");
    assert_eq!(query(&client.search(None, &[])), "");
    let owned = vec![("a".to_owned(), Some(1)), ("b".to_owned(), None)];
    assert_eq!(query(&client.search_owned(Some(owned))), "a=1");
    assert_eq!(query(&client.search_owned(None)), "");
    assert_eq!(query(&client.search_array([("a", "1"), ("a", "2")])), "a=1&a=2");
    assert_eq!(query(&client.search_lists(&[("a", &[1, 2]), ("b", &[])])), "a=1&a=2");
}

#[test]
fn pairs_are_a_form_in_which_a_space_is_a_plus() {
    let request = client()
        .submit(&[("name", "Ann & Bob"), ("name", "é+~*-._"), ("", "")])
        .request()
        .unwrap();
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(request.body(), "name=Ann+%26+Bob&name=%C3%A9%2B%7E*-._&=");
    assert_eq!(client().submit(&[]).request().unwrap().body(), "");
}

#[test]
fn item_that_is_not_a_pair_is_rejected() {
    for (pairs, why) in [
        (Pairs::Triples(vec![(1, 2, 3)]), "is a tuple"),
        (Pairs::Texts(vec!["a=1"]), "is a string"),
        (Pairs::Keyless(vec![(None, 1)]), "has a pair without a key"),
        (Pairs::Listed(vec![(vec![1], 1)]), "has a key that is a list"),
        (
            Pairs::Nested(vec![vec![(1, 2)]]),
            "has a list as an item, which is not a pair of key and value",
        ),
    ] {
        let error = client().submit_any(&pairs).request().unwrap_err().to_string();
        assert!(error.starts_with(&format!("submit_any: `pairs` {why}")), "{error}");
    }
}

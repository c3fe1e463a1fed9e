//! Pages by `Link` header, by number and by offset.

use rest_op::{Api, Bearer, Call, Client, FromResponse, Linked, Links, Next, Page, Response, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;

trait Catalogue: Api {
    /// A bare list; its pages are linked.
    #[rest_op(GET, "/repos/<owner>/tags")]
    fn tags(&self, owner: &str, #[query("per_page")] page_size: Option<u32>) -> Call<Linked<String>>;

    /// The same, with status and headers of every page.
    #[rest_op(GET, "/repos/<owner>/tags")]
    fn tags_with_headers(&self, owner: &str) -> Call<Response<Linked<String>>>;

    /// An object with a list; its pages are linked.
    #[rest_op(GET, "/v2/<name..>/tags/list")]
    fn named_tags(&self, name: &str) -> Call<NamedTags>;

    #[rest_op(GET, "/users")]
    fn users(&self, #[query] page: Option<u64>) -> Call<Users>;

    #[rest_op(GET, "/rows?order=asc")]
    fn rows(&self, #[query] offset: Option<&str>, #[query] limit: u32) -> Call<Rows>;

    #[rest_op(GET, "/rows")]
    fn all_rows(&self) -> Call<AllRows>;

    #[rest_op(GET, "/feed")]
    fn feed(&self) -> Call<Feed>;

    #[rest_op(GET, "/keys")]
    fn keys(&self, #[query("page[after]")] after: Option<&str>, #[query] limit: u32) -> Call<Keys>;
}

impl Catalogue for Client {}

#[derive(Debug, FromResponse)]
struct NamedTags {
    tags: Vec<String>,
    #[from_response(header = "link")]
    links: Links,
}

impl Page for NamedTags {
    type Item = String;

    fn next(&self) -> Option<Next> {
        Next::link(&self.links)
    }

    fn into_items(self) -> Vec<String> {
        self.tags
    }
}

#[derive(Debug, Deserialize, FromResponse)]
#[serde(transparent)]
struct Users(Vec<String>);

impl Page for Users {
    type Item = String;

    fn next(&self) -> Option<Next> {
        (!self.0.is_empty()).then(|| Next::page("page"))
    }

    fn into_items(self) -> Vec<String> {
        self.0
    }
}

#[derive(Debug, Deserialize, FromResponse)]
struct Rows {
    rows: Vec<u32>,
    total: usize,
}

impl Page for Rows {
    type Item = u32;

    fn next(&self) -> Option<Next> {
        (self.rows.len() == 2).then(|| Next::offset("offset", self.rows.len()))
    }

    fn into_items(self) -> Vec<u32> {
        assert!(self.total >= self.rows.len());
        self.rows
    }
}

#[derive(Debug, Deserialize, FromResponse)]
struct Keys {
    keys: Vec<String>,
    after: Option<String>,
}

impl Page for Keys {
    type Item = String;

    fn next(&self) -> Option<Next> {
        self.after.as_deref().map(|after| Next::query("page[after]", after))
    }

    fn into_items(self) -> Vec<String> {
        self.keys
    }
}

#[derive(Debug, Deserialize, FromResponse)]
#[serde(transparent)]
struct AllRows(Vec<u32>);

impl Page for AllRows {
    type Item = u32;

    fn next(&self) -> Option<Next> {
        Some(Next::offset("offset", self.0.len()))
    }

    fn into_items(self) -> Vec<u32> {
        self.0
    }
}

#[derive(Debug, Deserialize, FromResponse)]
struct Feed {
    entries: Vec<u32>,
    next: Option<String>,
}

impl Page for Feed {
    type Item = u32;

    fn next(&self) -> Option<Next> {
        self.next.as_deref().map(Next::url)
    }

    fn into_items(self) -> Vec<u32> {
        self.entries
    }
}

fn client(recorder: &Recorder) -> Client {
    let client = Client::builder("https://api.example.com/v3").auth(Bearer::new("secret"));
    client.transport(recorder.clone()).build().unwrap()
}

#[tokio::test]
async fn linked_pages_are_followed_to_the_last() {
    let next = |page| {
        format!("<https://API.example.com:443/v3/repositories/1/tags?page={page}>; rel=\"next\", </>; rel=first")
    };
    let recorder = Recorder::new()
        .answer(200, &[("link", &next(2))], r#"["a","b"]"#)
        .answer(200, &[("link", &next(3))], "[]")
        .answer(200, &[("link", "<?page=1>; rel=first")], r#"["c"]"#);
    let tags = client(&recorder)
        .tags("o", Some(2))
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(tags, ["a", "b", "c"]);
    assert_eq!(
        recorder.lines(),
        [
            "GET /v3/repos/o/tags?per_page=2",
            "GET /v3/repositories/1/tags?page=2",
            "GET /v3/repositories/1/tags?page=3"
        ]
    );
    assert!(
        recorder
            .requests()
            .iter()
            .all(|request| request.headers()["authorization"] == "Bearer secret")
    );
}

#[tokio::test]
async fn relative_links_are_resolved_against_the_page_that_contains_them() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[("Link", "</v2/a/b/tags/list?n=1&last=x>; rel=\"next\"")],
            r#"{"tags":["x"]}"#,
        )
        .answer(200, &[("Link", "<list?n=1&last=y>; rel=\"next\"")], r#"{"tags":["y"]}"#)
        .answer(200, &[], r#"{"tags":["z"]}"#);
    let tags = client(&recorder).named_tags("a/b").items().try_collect().await.unwrap();
    assert_eq!(tags, ["x", "y", "z"]);
    assert_eq!(
        recorder.lines(),
        [
            "GET /v3/v2/a/b/tags/list",
            "GET /v2/a/b/tags/list?n=1&last=x",
            "GET /v2/a/b/tags/list?n=1&last=y"
        ]
    );
}

#[tokio::test]
async fn link_to_another_host_ends_the_stream_without_sending_credentials() {
    for link in [
        "<https://evil.example/v3/tags?page=2>; rel=next",
        "<//evil.example/tags>; rel=next",
        "<https://api.example.com@evil.example/>; rel=next",
    ] {
        let recorder = Recorder::new().answer(200, &[("link", link)], r#"["a"]"#);
        let mut tags = client(&recorder).tags("o", None).items();
        assert_eq!(tags.next().await.unwrap().unwrap(), "a");
        let error = tags.next().await.unwrap().unwrap_err();
        assert_eq!(
            error.to_string(),
            "tags: the URL is not on `https://api.example.com`, the only origin that calls are sent to (nothing was sent)"
        );
        assert!(tags.next().await.is_none());
        assert_eq!(recorder.requests().len(), 1, "{link}");
    }
}

#[tokio::test]
async fn link_to_the_same_page_ends_the_stream_with_an_error() {
    let recorder = Recorder::new().answer(200, &[("link", "<tags>; rel=next")], r#"["a"]"#);
    let error = client(&recorder)
        .tags("o", None)
        .items()
        .try_collect()
        .await
        .unwrap_err();
    assert!(error.to_string().contains("the same page token twice"), "{error}");
}

#[tokio::test]
async fn headers_of_every_page_are_available() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[("x-ratelimit-remaining", "41"), ("link", "<?page=2>; rel=next")],
            r#"["a"]"#,
        )
        .answer(200, &[("x-ratelimit-remaining", "40")], r#"["b"]"#);
    let mut pages = client(&recorder).tags_with_headers("o").pages();
    let mut seen = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        seen.push((
            page.headers()["x-ratelimit-remaining"].to_str().unwrap().to_owned(),
            page.items.clone(),
        ));
    }
    assert_eq!(
        seen,
        [
            ("41".to_owned(), vec!["a".to_owned()]),
            ("40".to_owned(), vec!["b".to_owned()])
        ]
    );
}

#[tokio::test]
async fn pages_are_counted_from_the_requested_one() {
    for (first, lines) in [
        (None, ["GET /v3/users", "GET /v3/users?page=2", "GET /v3/users?page=3"]),
        (
            Some(7),
            ["GET /v3/users?page=7", "GET /v3/users?page=8", "GET /v3/users?page=9"],
        ),
    ] {
        let recorder = Recorder::new()
            .answer(200, &[], r#"["a","b"]"#)
            .answer(200, &[], r#"["c"]"#)
            .answer(200, &[], "[]");
        let users = client(&recorder).users(first).items().try_collect().await.unwrap();
        assert_eq!(users, ["a", "b", "c"]);
        assert_eq!(recorder.lines(), lines);
    }
}

#[tokio::test]
async fn offset_grows_by_the_number_of_received_items() {
    let recorder =
        Recorder::new()
            .answer(200, &[], r#"{"rows":[1,2],"total":3}"#)
            .answer(200, &[], r#"{"rows":[3],"total":3}"#);
    let rows = client(&recorder).rows(None, 2).items().try_collect().await.unwrap();
    assert_eq!(rows, [1, 2, 3]);
    assert_eq!(
        recorder.lines(),
        [
            "GET /v3/rows?order=asc&limit=2",
            "GET /v3/rows?order=asc&limit=2&offset=2"
        ]
    );
}

#[tokio::test]
async fn offset_that_is_not_a_number_ends_the_listing_with_an_error() {
    let recorder = Recorder::new().answer(200, &[], r#"{"rows":[1,2],"total":3}"#);
    let error = client(&recorder)
        .rows(Some("x"), 2)
        .items()
        .try_collect()
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "rows: the query parameter `offset` is not a number, so the next page cannot be counted (nothing was sent)"
    );
}

#[tokio::test]
async fn call_is_sent_to_a_url_from_the_service_but_not_to_another_host() {
    let recorder = Recorder::new().answer(200, &[], "[]").answer(200, &[], "[]");
    let client = client(&recorder);
    let page_of_two = || client.tags("o", Some(2));
    page_of_two()
        .at("https://api.example.com/jobs/7?state=a%20b")
        .await
        .unwrap();
    page_of_two().at("../jobs/7").await.unwrap();
    let lines = ["GET /jobs/7?state=a%20b&per_page=2", "GET /v3/repos/jobs/7?per_page=2"];
    assert_eq!(recorder.lines(), lines);
    let error = page_of_two().at("https://evil.example/jobs/7").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "tags: the URL is not on `https://api.example.com`, the only origin that calls are sent to (nothing was sent)"
    );
    assert_eq!(recorder.lines(), lines);
}

#[tokio::test]
async fn token_is_replaced_in_place_and_a_repeated_token_is_an_error() {
    let page = r#"{"keys":["a"],"after":"x y"}"#;
    let recorder = Recorder::new().answer(200, &[], page).answer(200, &[], page);
    let mut keys = client(&recorder).keys(Some("w"), 1).items();
    assert_eq!(keys.next().await.unwrap().unwrap(), "a");
    assert_eq!(keys.next().await.unwrap().unwrap(), "a");
    let error = keys.next().await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "keys: the service returned the same page token twice; the stream ends here"
    );
    assert_eq!(
        recorder.lines(),
        [
            "GET /v3/keys?page%5Bafter%5D=w&limit=1",
            "GET /v3/keys?page%5Bafter%5D=x%20y&limit=1"
        ]
    );
    // The token of the first page counts, too, however it is encoded in the URL of the call.
    let recorder = Recorder::new().answer(200, &[], r#"{"keys":["a"],"after":"x"}"#);
    let mut keys = client(&recorder).keys(None, 1).at("/keys?page[after]=x").items();
    assert_eq!(keys.next().await.unwrap().unwrap(), "a");
    assert!(keys.next().await.unwrap().is_err());
    assert_eq!(recorder.lines().len(), 1);
}

#[tokio::test]
async fn empty_token_or_url_ends_the_listing() {
    for end in [r#""""#, "null"] {
        let recorder = Recorder::new()
            .answer(200, &[], r#"{"keys":["a"],"after":"x"}"#)
            .answer(200, &[], format!(r#"{{"keys":["b"],"after":{end}}}"#));
        let keys = client(&recorder).keys(None, 1).items().try_collect().await.unwrap();
        assert_eq!(keys, ["a", "b"]);
        assert_eq!(
            recorder.lines(),
            ["GET /v3/keys?limit=1", "GET /v3/keys?limit=1&page%5Bafter%5D=x"]
        );
    }
    for end in [r#""""#, r#"" ""#, "null"] {
        let recorder = Recorder::new()
            .answer(200, &[], r#"{"entries":[1],"next":"/feed/2"}"#)
            .answer(200, &[], format!(r#"{{"entries":[2],"next":{end}}}"#));
        let entries = client(&recorder).feed().items().try_collect().await.unwrap();
        assert_eq!(entries, [1, 2]);
        assert_eq!(recorder.lines(), ["GET /v3/feed", "GET /feed/2"]);
    }
    let recorder = Recorder::new().answer(200, &[("link", "<>; rel=next")], r#"["a"]"#);
    let tags = client(&recorder).tags("o", None).items().try_collect().await.unwrap();
    assert_eq!(tags, ["a"]);
}

#[tokio::test]
async fn offset_that_does_not_grow_ends_the_listing() {
    let recorder = Recorder::new().answer(200, &[], "[1,2]").answer(200, &[], "[]");
    let rows = client(&recorder).all_rows().items().try_collect().await.unwrap();
    assert_eq!(rows, [1, 2]);
    assert_eq!(recorder.lines(), ["GET /v3/rows", "GET /v3/rows?offset=2"]);
}

#[tokio::test]
async fn cyclic_tokens_end_the_listing_with_an_error() {
    let mut recorder = Recorder::new();
    for after in ["A", "B", "C", "B", "C"] {
        recorder = recorder.answer(200, &[], format!(r#"{{"keys":["{after}"],"after":"{after}"}}"#));
    }
    let mut keys = client(&recorder).keys(None, 1).items();
    for key in ["A", "B", "C", "B"] {
        assert_eq!(keys.next().await.unwrap().unwrap(), key);
    }
    let error = keys.next().await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "keys: the service returned the same page token twice; the stream ends here"
    );
    assert!(keys.next().await.is_none());
    assert_eq!(recorder.lines().len(), 4);
}

#[tokio::test]
async fn url_of_the_first_page_ends_the_listing_with_an_error() {
    let recorder = Recorder::new()
        .answer(200, &[], r#"{"entries":[1],"next":"feed/2"}"#)
        .answer(200, &[], r#"{"entries":[2],"next":"/v3/feed"}"#);
    let mut entries = client(&recorder).feed().items();
    assert_eq!(entries.next().await.unwrap().unwrap(), 1);
    assert_eq!(entries.next().await.unwrap().unwrap(), 2);
    assert!(entries.next().await.unwrap().is_err());
    assert_eq!(recorder.lines(), ["GET /v3/feed", "GET /v3/feed/2"]);
}

//! A URL from a service is sent as URL parsers normalize it, or is rejected.

use proptest::prelude::*;
use reqwest::Url;
use rest_op::testing::Recorder;
use rest_op::{Api, Call, Client, Retry, rest_op};

trait Listing: Api {
    #[rest_op(GET, "/v1/<folder>/items")]
    fn items(&self, folder: &str) -> Call<()>;
}

impl Listing for Client {}

const ORIGIN: &str = "https://api.example.com";

/// References of parts that mean something in URLs, and of any characters.
fn reference() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => prop::sample::select(vec![
            "https:", "http:", "//", "/", "\\", "?", "#", "..", ".", "%2e", "%2E", "%", "%zz", "@", ":", ":443", "a", "b c",
            "é", "'", "\"", "<", ">", "`", "^", "|", "{", "}", "[", "]", "&", "=", "+", "\t", "\n", "\r", " ", "\u{1f}",
            "\u{7f}", "\u{80}", "\u{2028}", "api.example.com", "API.example.com", "evil.example",
        ])
        .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let start = prop::sample::select(vec!["", "", "https://api.example.com/", "/", "?"]);
    (start, prop::collection::vec(part, 1..12)).prop_map(|(start, parts)| format!("{start}{}", parts.concat()))
}

/// The path and query that URL parsers make of a reference, if it leads to the same origin. The URL Standard encodes
/// `^` in paths, which the parser of reqwest does not yet.
fn parsed(base: &str, reference: &str) -> Option<String> {
    let url = Url::parse(base).unwrap().join(reference).ok()?;
    (url.origin().ascii_serialization() == ORIGIN && url.authority() == "api.example.com").then(|| {
        let query = url.query().map_or(String::new(), |query| format!("?{query}"));
        format!("{}{query}", url.path().replace('^', "%5E"))
    })
}

proptest! {
    #[test]
    fn urls_resolve_as_by_url_parsers_or_are_rejected(reference in reference()) {
        let client = Client::builder(ORIGIN).build().unwrap();
        let call = client.items("x").at(&reference);
        // The empty URL has a meaning of its own, and `http` becomes `https`.
        prop_assume!(!reference.is_empty());
        if let Ok(request) = call.request() {
            let target = request.uri().path_and_query().unwrap().to_string();
            let base = format!("{ORIGIN}/v1/x/items");
            let upgraded = parsed(&base, &reference).or_else(|| {
                let url = Url::parse(&base).unwrap().join(&reference).ok()?;
                let rest = url.as_str().strip_prefix("http:")?;
                parsed(&base, &format!("https:{rest}"))
            });
            prop_assert_eq!(Some(target), upgraded);
        }
    }

    #[test]
    fn relative_urls_are_never_rejected_for_their_characters(text in "\\PC*") {
        let client = Client::builder(ORIGIN).build().unwrap();
        let reference = format!("/a/{text}");
        let request = client.items("x").at(&reference).request();
        prop_assert_eq!(request.unwrap().uri().path_and_query().unwrap().to_string(), parsed(ORIGIN, &reference).unwrap());
    }

    #[test]
    fn accepted_urls_are_sent_unchanged(reference in reference()) {
        let recorder = Recorder::new().answer(200, &[], "");
        let client = Client::builder(ORIGIN).retry(Retry::none()).transport(recorder.clone()).build().unwrap();
        let call = client.items("x").at(&reference);
        if let Ok(request) = call.request() {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
            runtime.block_on(call.into_future()).unwrap();
            let sent = recorder.requests();
            prop_assert_eq!(sent[0].uri(), request.uri());
        }
    }
}

//! Any value in any role, over a real connection.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use rest_op::{Call, Client};
use rest_op_tests::fault_server::{FaultServer, Received};
use tokio::runtime::Runtime;

use crate::places::Places;
use crate::server_side::{decode, list, path, query, under};

struct Wire {
    runtime: Runtime,
    server: FaultServer,
    client: Client,
}

/// Calls one at a time, so that the last request is the one of the call.
fn exchange(call: impl FnOnce(&Client) -> Call<()>) -> Result<Received, String> {
    static WIRE: LazyLock<std::sync::Mutex<Wire>> = LazyLock::new(|| {
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(FaultServer::start());
        let client = Client::builder(server.url()).build().unwrap();
        std::sync::Mutex::new(Wire {
            runtime,
            server,
            client,
        })
    });
    let wire = WIRE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let result = wire.runtime.block_on(call(&wire.client).into_future());
    let mut received = wire.server.take_received();
    match result {
        Ok(()) => Ok(received.pop().expect("a request was sent")),
        Err(error) => {
            assert!(!error.may_have_been_sent() && error.attempts() == 0, "{error}");
            assert!(received.is_empty(), "nothing was sent");
            Err(error.to_string())
        }
    }
}

/// Text of all kinds: reserved characters of URLs and headers, control characters, every script.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => any::<String>(),
        2 => r#"[./%?#&=+;:@!$'()*,\[\]"<>\\^`{|} a-c0-3~_-]{0,12}"#,
        1 => r"(\.|%2e|%2E|/|\\){0,4}",
        1 => "[\\x00-\\x20\\x7f]{0,3}",
    ]
}

fn is_dots(segment: &str) -> bool {
    matches!(segment, "." | "..")
}

/// Returns whether a header can contain a text (RFC 9110, section 5.5).
fn is_field_value(text: &str) -> bool {
    !text.chars().any(|c| (c < ' ' && c != '\t') || c == '\x7f')
}

fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

/// Whether a text can be a part of a header's name (RFC 9110, section 5.6.2).
fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn url_from_a_service_never_leads_to_another_host(
        url in prop_oneof![
            text(),
            r"(https?:)?(//|\\\\|/\\|/)?(things\.example|evil\.example|[a-z@:.#?/\\%0-9]{0,6}){1,3}(:[0-9]{1,4})?[/?#a-z@.%\\]{0,8}",
        ],
    ) {
        let client = Client::builder("https://things.example").build().unwrap();
        if let Ok(request) = client.labels("a", "b", "c").at(&url).request() {
            prop_assert_eq!(request.uri().scheme_str(), Some("https"));
            prop_assert_eq!(request.uri().authority().unwrap().as_str(), "things.example");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn labels_round_trip_or_are_rejected(whole in text(), first in text(), second in text()) {
        let refused = [&whole, &first, &second].iter().any(|text| text.is_empty()) || is_dots(&whole);
        match exchange(|client| client.labels(&whole, &first, &second)) {
            Err(error) => prop_assert!(refused, "{error}"),
            Ok(request) => {
                prop_assert!(!refused, "{:?}", request.target);
                let segments: Vec<String> = path(&request).split('/').map(decode).collect();
                prop_assert_eq!(segments, [String::new(), "a".to_owned(), whole, format!("{first}-{second}.json")]);
            }
        }
    }

    #[test]
    fn greedy_labels_round_trip_or_are_rejected(value in text()) {
        let refused = value.is_empty() || value.split('/').any(is_dots);
        match exchange(|client| client.greedy(&value)) {
            Err(error) => prop_assert!(refused, "{error}"),
            Ok(request) => {
                prop_assert!(!refused, "{:?}", request.target);
                let rest = path(&request).strip_prefix("/files/").unwrap();
                let segments: Vec<String> = rest.split('/').map(decode).collect();
                prop_assert_eq!(segments.join("/"), value);
            }
        }
    }

    #[test]
    fn queries_round_trip(
        named in text(),
        elements in vec(text(), 0..4),
        number in any::<i64>(),
        mut map in btree_map(text(), text(), 0..4),
    ) {
        // Constants and named parameters take precedence over these.
        map.insert("named".to_owned(), "lost".to_owned());
        map.insert("constant".to_owned(), "lost".to_owned());
        let request = exchange(|client| client.query(&named, &elements, number, &map)).unwrap();
        let mut expected = vec![("constant".to_owned(), "c".to_owned()), ("named".to_owned(), named)];
        expected.extend(elements.iter().map(|element| ("list".to_owned(), element.clone())));
        expected.push(("number".to_owned(), number.to_string()));
        let taken: BTreeSet<&str> = ["constant", "named", "list", "number"].into();
        expected.extend(map.into_iter().filter(|(key, _)| !taken.contains(key.as_str())));
        prop_assert_eq!(path(&request), "/query");
        prop_assert_eq!(query(&request), expected);
    }

    #[test]
    fn headers_round_trip_or_are_rejected(one in text(), elements in vec(text(), 0..4)) {
        let refused = !is_field_value(&one) || !elements.iter().all(|element| is_field_value(element));
        match exchange(|client| client.headers(&one, &elements, &BTreeMap::new())) {
            Err(error) => prop_assert!(refused, "{error}"),
            Ok(request) => {
                prop_assert!(!refused);
                // White space around a value is not part of it (RFC 9110, section 5.5), and empty elements do not
                // count.
                prop_assert_eq!(trim(request.header("x-one").unwrap()), trim(&one));
                let quoted = |element: &&String| element.contains([',', '"']);
                let expected: Vec<&str> = elements
                    .iter()
                    .map(|element| if quoted(&element) { element } else { trim(element) })
                    .filter(|element| !element.is_empty())
                    .collect();
                prop_assert_eq!(list(request.header("x-list").unwrap_or("")), expected);
            }
        }
    }

    #[test]
    fn prefixed_headers_round_trip_or_are_rejected(
        map in btree_map(prop_oneof![3 => "[a-zA-Z0-9!#$%&'*+.^_`|~-]{0,8}", 1 => text()], text(), 0..4),
    ) {
        let refused = map.iter().any(|(key, value)| !(key.is_empty() || is_token(key)) || !is_field_value(value));
        match exchange(|client| client.headers("", &[], &map)) {
            Err(error) => prop_assert!(refused, "{error}"),
            Ok(request) => {
                prop_assert!(!refused);
                let mut expected = BTreeMap::new();
                for (key, value) in &map {
                    expected.insert(key.to_ascii_lowercase(), trim(value).to_owned());
                }
                prop_assert_eq!(under(&request, "x-map-"), expected);
            }
        }
    }
}

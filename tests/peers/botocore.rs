//! The room operations compared with botocore: the same calls, and their requests byte for byte. They are those of
//! `chime-rooms`, and those that were imported from the model of botocore.
//!
//! Path and query are equal, bodies are equal as JSON, and botocore gives our request the same signature. Where
//! botocore's own request has the same body and signed headers, the whole `Authorization` is equal, too.

mod calls;
mod peer;

use std::{collections::BTreeMap, time::SystemTime};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use rest_op::Bytes;
use rest_op_tests::prerequisites::print_uncaptured;
use serde_json::Value;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use self::calls::Call;
use self::peer::{Answer, Message, Question, ask};

const TIME: &str = "2019-12-02T22:45:17Z";
const SESSION_TOKENS: [Option<&str>; 2] = [None, Some("AQoDYXdzEPT//////////wEXAMPLE+token=")];

/// Labels that botocore sends and this client rejects, each with botocore's path and the reason.
const REFUSED: &[(&str, &str, &str)] = &[
    (
        "",
        "/accounts//rooms",
        "an empty label is signed as if it were not there, and asks for another resource",
    ),
    (".", "/accounts/./rooms", "URL parsers fold it, and it is signed folded"),
    (
        "..",
        "/accounts/../rooms",
        "URL parsers fold it, and it is signed folded",
    ),
    (
        " \t",
        "/accounts/%20%09/rooms",
        "the model wants a character that is not white space",
    ),
];

/// The calls with all values, each with a name for what goes wrong.
fn named_calls() -> Vec<(String, Call)> {
    let of_value = |(name, text): (&'static str, String)| calls::calls(&text).into_iter().map(move |call| (name, call));
    let ordinary = calls::values().into_iter().flat_map(of_value);
    let empty = calls::with_empty_members().into_iter().map(|call| ("empty", call));
    let named = |(name, call): (&str, Call)| {
        let name = format!("{} with {name} values", call.operation);
        [(format!("imported {name}"), call.imported()), (name, call)]
    };
    ordinary.chain(empty).flat_map(named).collect()
}

#[tokio::test]
async fn requests_equal_those_of_botocore() {
    let mut names = Vec::new();
    let mut sent = Vec::new();
    let mut questions = Vec::new();
    for session_token in SESSION_TOKENS {
        for (name, call) in named_calls() {
            let request = call.sent(time(), session_token).await;
            let request = request.unwrap_or_else(|error| panic!("{name}: {error}"));
            questions.push(Question::new(&call, session_token, Some(signed_part(&request))));
            names.push(name);
            sent.push(request);
        }
    }
    let Some(theirs) = ask(&questions) else { return };
    assert_eq!(theirs.answers.len(), sent.len());
    let answers = sent.iter().zip(&theirs.answers);
    let same = names
        .iter()
        .zip(answers)
        .filter(|(name, (ours, answer))| is_byte_identical(name, ours, answer));
    let same = same.count();
    assert!(same > 0, "no request is signed by both with the same headers and body");
    let (version, all) = (theirs.version, sent.len());
    print_uncaptured(&format!(
        "botocore {version}: {all} requests compared and signed, {same} of them the same to the last byte"
    ));
}

#[tokio::test]
async fn labels_that_change_the_resource_are_rejected_although_botocore_sends_them() {
    let calls: Vec<Call> = REFUSED
        .iter()
        .map(|(value, ..)| calls::calls(value).swap_remove(0))
        .collect();
    for (call, (value, _, why)) in calls.iter().zip(REFUSED) {
        let refusal = call.sent(time(), None).await.expect_err(why);
        assert!(refusal.contains("account_id"), "{value:?}: {refusal}");
    }
    let questions: Vec<Question> = calls.iter().map(|call| Question::new(call, None, None)).collect();
    let Some(theirs) = ask(&questions) else { return };
    for (answer, (_, path, why)) in theirs.answers.iter().zip(REFUSED) {
        let Answer::Made { made, .. } = answer else {
            panic!("botocore has come to refuse it too: {why}")
        };
        assert_eq!(made.url, format!("https://chime.us-east-1.amazonaws.com{path}"));
    }
}

fn time() -> SystemTime {
    OffsetDateTime::parse(TIME, &Rfc3339).unwrap().into()
}

/// Compares a request with botocore's, and its signature with the one that botocore gives it. Returns whether both sign
/// the same headers and the same bytes of the body; then the whole `Authorization` is equal.
fn is_byte_identical(name: &str, ours: &http::Request<Bytes>, answer: &Answer) -> bool {
    let (made, authorization) = match answer {
        Answer::Made { made, authorization } => (made, authorization.as_deref()),
        Answer::Failed { error } => panic!("{name}: {error}"),
    };
    let made_body = BASE64_STANDARD.decode(&made.body).unwrap();
    let made_header = |name: &str| made.headers.get(name).map(String::as_str);
    let json = |body: &[u8]| (!body.is_empty()).then(|| serde_json::from_slice::<Value>(body).unwrap());

    assert_eq!(ours.method().as_str(), made.method, "{name}");
    assert_eq!(sorted(&ours.uri().to_string()), sorted(&made.url), "{name}");
    assert_eq!(json(ours.body()), json(&made_body), "{name}");
    for set_by_both in ["Content-Type", "X-Amz-Date", "X-Amz-Security-Token"] {
        assert_eq!(header(ours, set_by_both), made_header(set_by_both), "{name}");
    }
    let our_authorization = header(ours, "authorization");
    assert_eq!(our_authorization, authorization, "{name}, signed by botocore");
    let is_same =
        made_body == *ours.body() && signed_headers(our_authorization) == signed_headers(made_header("Authorization"));
    if is_same {
        assert_eq!(our_authorization, made_header("Authorization"), "{name}");
    }
    is_same
}

/// A URL in parts, with sorted parameters: their order is not part of the API.
fn sorted(url: &str) -> (&str, Vec<&str>) {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let mut parameters: Vec<&str> = query.split('&').collect();
    parameters.sort_unstable();
    (path, parameters)
}

/// Our request without what signing adds, and without the headers that we do not sign.
fn signed_part(request: &http::Request<Bytes>) -> Message {
    let signed = signed_headers(header(request, "authorization")).unwrap();
    let names = signed
        .split(';')
        .filter(|name| !matches!(*name, "host" | "x-amz-date" | "x-amz-security-token"));
    let headers: BTreeMap<String, String> = names
        .map(|name| (name.to_owned(), header(request, name).unwrap().to_owned()))
        .collect();
    Message {
        method: request.method().to_string(),
        url: request.uri().to_string(),
        headers,
        body: BASE64_STANDARD.encode(request.body()),
    }
}

fn header<'a>(request: &'a http::Request<Bytes>, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

/// The names of the signed headers, out of an `Authorization`.
fn signed_headers(authorization: Option<&str>) -> Option<&str> {
    authorization?.split("SignedHeaders=").nth(1)?.split(',').next()
}

//! The room operations next to botocore: the same calls, and the requests compared byte for byte.
//!
//! Path and query are equal as they go out, bodies are equal as JSON, and botocore signs our request, the same headers of it, as we do. Where bodies and signed headers are
//! the same, so is the whole `Authorization`.

mod calls;
mod peer;
mod recorder;

use std::{collections::BTreeMap, io::Write as _};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use calls::Call;
use peer::{Answer, Message, Question, ask};
use recorder::Recorder;
use rest_op::Bytes;
use serde_json::Value;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

const TIME: &str = "2019-12-02T22:45:17Z";
const SESSION_TOKENS: [Option<&str>; 2] = [None, Some("AQoDYXdzEPT//////////wEXAMPLE+token=")];

/// Labels that botocore sends and that we refuse, each with the path that botocore makes of it and the reason.
const REFUSED: &[(&str, &str, &str)] = &[
    ("", "/accounts//rooms", "an empty label is signed as if it were not there, and asks for another resource"),
    (".", "/accounts/./rooms", "URL parsers fold it, and it is signed folded"),
    ("..", "/accounts/../rooms", "URL parsers fold it, and it is signed folded"),
    (" \t", "/accounts/%20%09/rooms", "the model wants a character that is not white space"),
];

/// Test runners hold back what is printed; this goes past them.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

fn say_that_nothing_was_compared() {
    say("botocore: NOTHING WAS COMPARED. There is no python3 with botocore: pip install botocore");
}

fn question(call: &Call, session_token: Option<&'static str>, ours: Option<Message>) -> Question {
    Question { operation: call.operation, params: call.params.clone(), time: TIME, session_token, ours }
}

#[test]
fn requests_are_those_of_botocore() {
    let time = OffsetDateTime::parse(TIME, &Rfc3339).unwrap().into();
    let recorder = Recorder::default();
    let mut names = Vec::new();
    let mut sent = Vec::new();
    let mut questions = Vec::new();
    for session_token in SESSION_TOKENS {
        let client = recorder.client(time, session_token);
        let of_value = |(name, value): (&'static str, String)| calls::calls(&value).into_iter().map(move |call| (name, call));
        let calls = calls::values().into_iter().flat_map(of_value).chain(calls::edges().into_iter().map(|call| ("edge", call)));
        for (name, call) in calls {
            let name = format!("{} with {name} values, {} a session token", call.operation, if session_token.is_some() { "with" } else { "without" });
            (call.ours)(&client).0.unwrap_or_else(|error| panic!("{name}: {error}"));
            let [request] = recorder.take().try_into().unwrap_or_else(|requests| panic!("{name}: not one request: {requests:?}"));
            questions.push(question(&call, session_token, Some(signed_part(&request))));
            names.push(name);
            sent.push(request);
        }
    }
    let Some(theirs) = ask(&questions) else { return say_that_nothing_was_compared() };
    assert_eq!(theirs.answers.len(), sent.len());
    let mut authorizations = 0;
    for ((name, ours), answer) in names.iter().zip(&sent).zip(&theirs.answers) {
        let (made, authorization) = match answer {
            Answer::Made { made, authorization } => (made, authorization.as_deref()),
            Answer::Failed { error } => panic!("{name}: {error}"),
        };
        compare(name, ours, made);
        assert_eq!(header(ours, "authorization"), authorization, "{name}: botocore signs our request");
        let is_same = signed_headers(header(ours, "authorization")) == signed_headers(made.headers.get("Authorization").map(String::as_str));
        if is_same && BASE64_STANDARD.decode(&made.body).unwrap() == *ours.body() {
            assert_eq!(header(ours, "authorization"), made.headers.get("Authorization").map(String::as_str), "{name}");
            authorizations += 1;
        }
    }
    assert!(authorizations > 0, "no request is signed by both with the same headers and body");
    say(&format!(
        "botocore {}: {} requests compared and signed; {authorizations} of them are the same to the last byte of Authorization",
        theirs.version,
        sent.len()
    ));
}

#[test]
fn labels_that_change_the_resource_are_refused_where_botocore_sends_them() {
    let time = OffsetDateTime::parse(TIME, &Rfc3339).unwrap().into();
    let recorder = Recorder::default();
    let client = recorder.client(time, None);
    let calls: Vec<Call> = REFUSED.iter().map(|(value, ..)| calls::calls(value).swap_remove(1)).collect();
    for (call, (value, _, why)) in calls.iter().zip(REFUSED) {
        let refused = (call.ours)(&client).0.expect_err(why);
        assert!(refused.contains("account_id"), "{refused}");
        assert!(recorder.take().is_empty(), "{value:?} was sent");
    }
    let questions: Vec<Question> = calls.iter().map(|call| question(call, None, None)).collect();
    let Some(theirs) = ask(&questions) else { return say_that_nothing_was_compared() };
    for (answer, (_, path, why)) in theirs.answers.iter().zip(REFUSED) {
        let Answer::Made { made, .. } = answer else { panic!("botocore has come to refuse it too: {why}") };
        assert_eq!(made.url, format!("https://chime.us-east-1.amazonaws.com{path}"));
    }
}

/// Method, URL and body of the two requests; the content type where there is a body.
fn compare(name: &str, ours: &http::Request<Bytes>, theirs: &Message) {
    assert_eq!(ours.method().as_str(), theirs.method, "{name}");
    assert_eq!(sorted(&ours.uri().to_string()), sorted(&theirs.url), "{name}");
    let json = |body: &[u8]| (!body.is_empty()).then(|| serde_json::from_slice::<Value>(body).unwrap());
    assert_eq!(json(ours.body()), json(&BASE64_STANDARD.decode(&theirs.body).unwrap()), "{name}");
    assert_eq!(header(ours, "content-type"), theirs.headers.get("Content-Type").map(String::as_str), "{name}");
    for added in ["X-Amz-Date", "X-Amz-Security-Token"] {
        assert_eq!(header(ours, added), theirs.headers.get(added).map(String::as_str), "{name}");
    }
}

/// A URL apart, with its parameters in order: which comes first is no matter of the API.
fn sorted(url: &str) -> (&str, Vec<&str>) {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let mut parameters: Vec<&str> = query.split('&').collect();
    parameters.sort_unstable();
    (path, parameters)
}

/// Our request without what signing adds, and without the headers that we do not sign.
fn signed_part(request: &http::Request<Bytes>) -> Message {
    let signed = signed_headers(header(request, "authorization")).unwrap();
    let names = signed.split(';').filter(|name| !matches!(*name, "host" | "x-amz-date" | "x-amz-security-token"));
    let headers: BTreeMap<String, String> = names.map(|name| (name.to_owned(), header(request, name).unwrap().to_owned())).collect();
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

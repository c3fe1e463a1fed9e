//! Operations of Chime, `DynamoDB` and S3 compared with botocore: the same calls, and their requests byte for byte. Those of
//! Chime are declared by `chime-rooms`, and imported from the model of botocore.
//!
//! Path and query are equal, bodies are equal as JSON or as bytes, the headers that either signs are equal, and botocore gives
//! our request the same signature. Where botocore's own request has the same body and signed headers, the whole
//! `Authorization` is equal, too.

mod call;
mod calls;
mod dynamodb;
mod peer;
mod s3;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
    time::{Duration, SystemTime},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use rest_op::Bytes;
use rest_op_tests::{prerequisites::print_uncaptured, recorder::Recorder};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use self::call::Call;
use self::peer::{Answer, Message, Question, ask};
use self::s3::S3 as _;

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

/// A header in which requests differ: the service, the name, our value, that of botocore, and the reason.
type Difference = (
    &'static str,
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
    &'static str,
);

const DIFFERENT: &[Difference] = &[
    (
        "s3",
        "content-type",
        Some("application/xml"),
        None,
        "botocore sends no media type of XML, which S3 does not need",
    ),
    (
        "s3",
        "content-type",
        Some("application/octet-stream"),
        None,
        "botocore sends no media type of a part, which S3 ignores",
    ),
];

/// The calls of Chime with all values, each with a name for what goes wrong.
fn calls_of_chime() -> Vec<(String, Call)> {
    let of_value = |(name, text): (&'static str, String)| calls::calls(&text).into_iter().map(move |call| (name, call));
    let ordinary = calls::values().into_iter().flat_map(of_value);
    let empty = calls::with_empty_members().into_iter().map(|call| ("empty", call));
    let named = |(name, call): (&str, Call)| {
        let name = format!("{} with {name} values", call.operation);
        [(format!("imported {name}"), calls::imported(&call)), (name, call)]
    };
    ordinary.chain(empty).flat_map(named).collect()
}

#[tokio::test]
async fn requests_of_chime_equal_those_of_botocore() {
    compare("Chime", calls_of_chime()).await;
}

#[tokio::test]
async fn requests_of_dynamodb_equal_those_of_botocore() {
    compare("DynamoDB", dynamodb::calls()).await;
}

#[tokio::test]
async fn requests_of_s3_equal_those_of_botocore() {
    compare("S3", s3::calls()).await;
}

/// Compares calls, without and with a session token.
async fn compare(service: &str, calls: Vec<(String, Call)>) {
    let mut sent = Vec::new();
    let mut questions = Vec::new();
    for session_token in SESSION_TOKENS {
        for (name, call) in &calls {
            let request = call.sent(time(), session_token).await;
            let request = request.unwrap_or_else(|error| panic!("{name}: {error}"));
            questions.push(Question::new(call, session_token, Some(signed_part(&request))));
            sent.push((name, call, request));
        }
    }
    let Some(theirs) = ask(&questions) else { return };
    assert_eq!(theirs.answers.len(), sent.len());
    let answers = sent.iter().zip(&theirs.answers);
    let mut found = Vec::new();
    let same = answers.filter(|((name, call, ours), answer)| is_byte_identical(name, call, ours, answer, &mut found));
    let same = same.count();
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
    assert!(same > 0, "no request is signed by both with the same headers and body");
    let operations: BTreeSet<&str> = calls.iter().map(|(_, call)| call.operation).collect();
    let (version, all, operations) = (theirs.version, sent.len(), operations.len());
    print_uncaptured(&format!(
        "botocore {version}, {service}: {all} requests of {operations} operations compared and signed, {same} of them the same \
         to the last byte"
    ));
}

#[tokio::test]
async fn presigned_urls_of_s3_equal_those_of_botocore() {
    let mut ours = Vec::new();
    let mut questions = Vec::new();
    for service in [&s3::VIRTUAL, &s3::PATH] {
        for session_token in SESSION_TOKENS {
            let client = service.client(&Recorder::default(), time(), session_token);
            for (name, key) in s3::keys() {
                let disposition = "attachment; filename=\"a b.txt\"";
                let call = client.download(s3::BUCKET, &key, Some(disposition));
                ours.push((name, call.presign(Duration::from_mins(15)).await.unwrap()));
                let params = json!({"Bucket": s3::BUCKET, "Key": key, "ResponseContentDisposition": disposition});
                questions.push(Question::presigned(service, "get_object", params, session_token, 900));
            }
        }
    }
    let Some(theirs) = ask(&questions) else { return };
    for ((name, ours), answer) in ours.iter().zip(&theirs.answers) {
        let Answer::Made { made, .. } = answer else {
            panic!("{name}: {answer:?}")
        };
        assert_eq!(ours.headers().len(), 0, "{name}");
        assert_eq!(sorted(ours.url()), sorted(&made.url), "{name}");
    }
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

#[tokio::test]
async fn keys_with_dot_segments_are_rejected_although_botocore_sends_them() {
    const KEYS: [&str; 5] = [".", "..", "a/../b", "./a", "a/."];
    let mut questions = Vec::new();
    for key in KEYS {
        let call = s3::read(key);
        let refusal = call.sent(time(), None).await.expect_err(key);
        assert!(refusal.contains("`key` makes a path segment `.` or `..`"), "{refusal}");
        questions.push(Question::new(&call, None, None));
    }
    let Some(theirs) = ask(&questions) else { return };
    for (answer, key) in theirs.answers.iter().zip(KEYS) {
        let Answer::Made { made, .. } = answer else {
            panic!("{key}: {answer:?}")
        };
        assert_eq!(
            made.url,
            format!("https://my-bucket.s3.eu-central-1.amazonaws.com/{key}")
        );
    }
}

#[test]
fn over_tls_botocore_sends_a_checksum_of_its_own_in_a_trailer() {
    let Some(theirs) = ask(&[s3::write_without_checksum()]) else {
        return;
    };
    let Answer::Made { made, .. } = &theirs.answers[0] else {
        panic!("{:?}", theirs.answers)
    };
    // Bodies with trailers are not written here: a checksum is in a header, for which a body must be in memory.
    assert_eq!(made.headers["Content-Encoding"], "aws-chunked");
    assert_eq!(made.headers["X-Amz-Trailer"], "x-amz-checksum-crc32");
    assert_eq!(
        made.headers["X-Amz-Content-SHA256"],
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
    );
}

fn time() -> SystemTime {
    OffsetDateTime::parse(TIME, &Rfc3339).unwrap().into()
}

/// Compares a request with botocore's, and its signature with the one that botocore gives it. Returns whether both sign
/// the same headers and the same bytes of the body; then the whole `Authorization` is equal.
fn is_byte_identical(
    name: &str,
    call: &Call,
    ours: &http::Request<Bytes>,
    answer: &Answer,
    found: &mut Vec<String>,
) -> bool {
    let (made, authorization) = match answer {
        Answer::Made { made, authorization } => (made, authorization.as_deref()),
        Answer::Failed { error } => {
            found.push(format!("{name}: {error}"));
            return false;
        }
    };
    let made_body = BASE64_STANDARD.decode(&made.body).unwrap();
    let made_header = |name: &str| {
        let mut headers = made.headers.iter();
        let header = headers.find(|(each, _)| each.eq_ignore_ascii_case(name));
        header.map(|(_, value)| value.as_str())
    };
    let json = |body: &[u8]| serde_json::from_slice::<Value>(body).ok();
    let mut equal = |what: &str, ours: &dyn Debug, theirs: &dyn Debug| {
        let (ours, theirs) = (format!("{ours:?}"), format!("{theirs:?}"));
        if ours != theirs {
            found.push(format!("{name}: {what}: ours {ours}, botocore's {theirs}"));
        }
    };

    equal("method", &ours.method().as_str(), &made.method);
    let our_url = ours.uri().to_string();
    // In path style, the root of a bucket is `/bucket/` here, and `/bucket` in botocore, which is the same to S3.
    let root = format!("/{}", s3::BUCKET);
    let is_root = call.service.path_style && sorted(&made.url).0.ends_with(&root);
    let our_url = if is_root {
        our_url.replacen(&format!("{root}/"), &root, 1)
    } else {
        our_url
    };
    equal("URL", &sorted(&our_url), &sorted(&made.url));
    if json(&made_body).is_none() || json(&made_body) != json(ours.body()) {
        equal("body", &plain(ours.body()), &plain(&made_body));
    }
    let is_same_body = made_body == *ours.body();
    let (our_authorization, made_authorization) = (header(ours, "authorization"), made_header("authorization"));
    let signed = [our_authorization, made_authorization].map(|header| signed_headers(header).unwrap_or_default());
    let names: BTreeSet<&str> = signed.iter().flat_map(|names| names.split(';')).collect();
    let is_of_body = |name: &str| ["x-amz-content-sha256", "x-amz-checksum-crc32"].contains(&name);
    for name in names
        .into_iter()
        .filter(|name| *name != "host" && (is_same_body || !is_of_body(name)))
    {
        let (ours, theirs) = (header(ours, name), made_header(name));
        let is_known = |(service, header, is_ours, is_theirs, _): &Difference| {
            (*service, *header, *is_ours, *is_theirs) == (call.service.name, name, ours, theirs)
        };
        if !DIFFERENT.iter().any(is_known) {
            equal(name, &ours, &theirs);
        }
    }
    equal("signature by botocore", &our_authorization, &authorization);
    let is_same = is_same_body && signed[0] == signed[1] && !is_root;
    if is_same {
        equal("signature", &our_authorization, &made_authorization);
    }
    is_same
}

/// A body without differences that mean nothing in XML: white space in a tag.
fn plain(body: &[u8]) -> String {
    String::from_utf8_lossy(body).replace(" />", "/>")
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

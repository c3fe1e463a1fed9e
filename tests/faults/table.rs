//! The table of faults: the outcome of a GET and of a POST, and the number of attempts.

use std::time::{Duration, Instant};

use rest_op::{Client, Error, Retry};
use rest_op_tests::fault_server::{End, Fault, FaultServer, json, response};
use rest_op_tests::things::{Thing, Things};

const ATTEMPT: Duration = Duration::from_millis(150);
/// Three attempts, the pauses between them, and a busy machine.
const BOUND: Duration = Duration::from_secs(3);

/// The fault.
enum Wrong {
    /// Connections are refused.
    Refused,
    /// Connections end before anything is read.
    AtAccept(End),
    /// Requests end with this fault.
    With(Fault),
}

/// A fault, and the outcome of a call without credentials: of a GET, which may be repeated, and of a POST, which may
/// not.
struct Case {
    name: &'static str,
    wrong: Wrong,
    get: (&'static str, u32),
    post: (&'static str, u32),
}

fn case(name: &'static str, wrong: Wrong, get: (&'static str, u32), post: (&'static str, u32)) -> Case {
    Case { name, wrong, get, post }
}

fn with(name: &'static str, fault: Fault, get: (&'static str, u32), post: (&'static str, u32)) -> Case {
    case(name, Wrong::With(fault), get, post)
}

/// A fault that is final, whatever the method.
fn once(name: &'static str, fault: Fault, outcome: &'static str) -> Case {
    with(name, fault, (outcome, 1), (outcome, 1))
}

/// A transient fault: calls that may be repeated are.
fn passing(name: &'static str, fault: Fault, outcome: &'static str) -> Case {
    with(name, fault, (outcome, 3), (outcome, 1))
}

const UNSENT: &str = "no connection, nothing sent";
const BROKEN: &str = "broken off, may have been sent";
const SLOW: &str = "Attempt time-out, may have been sent";
const UNUSABLE: &str = "unusable response, may have been sent";
const TOO_LONG: &str = "too long, may have been sent";
const UNREADABLE: &str = "200 unreadable, may have been sent";

fn cases() -> Vec<Case> {
    [
        connection_cases(),
        head_cases(),
        length_cases(),
        content_cases(),
        status_cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn connection_cases() -> Vec<Case> {
    vec![
        case("refuses", Wrong::Refused, (UNSENT, 3), (UNSENT, 3)),
        case(
            "resets when connected",
            Wrong::AtAccept(End::Reset),
            (BROKEN, 3),
            (BROKEN, 1),
        ),
        case(
            "closes when connected",
            Wrong::AtAccept(End::Close),
            (BROKEN, 3),
            (BROKEN, 1),
        ),
        passing("resets before the head", Fault::bytes("", End::Reset), BROKEN),
        passing("closes before the head", Fault::bytes("", End::Close), BROKEN),
        passing("is silent", Fault::bytes("", End::Silence), SLOW),
        passing(
            "half a status line, then closes",
            Fault::bytes("HTTP/1.", End::Close),
            BROKEN,
        ),
        passing(
            "half a status line, then silence",
            Fault::bytes("HTTP/1.", End::Silence),
            SLOW,
        ),
        passing(
            "resets within the head",
            Fault::bytes("HTTP/1.1 200 OK\r\ncontent-le", End::Reset),
            BROKEN,
        ),
        passing(
            "resets after the head",
            Fault::bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n", End::Reset),
            BROKEN,
        ),
        passing(
            "one byte at a time",
            Fault::Drip(json("{\"id\":\"a\"}"), Duration::from_millis(5)),
            SLOW,
        ),
    ]
}

fn head_cases() -> Vec<Case> {
    let fields = |count: usize| {
        let fields: Vec<(String, String)> = (0..count).map(|n| (format!("x-{n}"), "1".to_owned())).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        response(200, &fields, "{\"id\":\"a\"}")
    };
    let head = |head: &str| Fault::bytes(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n"), End::Close);
    vec![
        once(
            "no HTTP",
            Fault::bytes("SSH-2.0-OpenSSH_9.9\r\n\r\n", End::Close),
            UNUSABLE,
        ),
        once(
            "HTTP/9.9",
            Fault::bytes("HTTP/9.9 200 OK\r\n\r\n", End::Close),
            UNUSABLE,
        ),
        once(
            "status 99999",
            Fault::bytes("HTTP/1.1 99999 OK\r\n\r\n", End::Close),
            UNUSABLE,
        ),
        once("header without a colon", head("no header at all"), UNUSABLE),
        once("header with NUL", head("x-a: a\0b"), UNUSABLE),
        once(
            "endless headers",
            Fault::Endless(b"HTTP/1.1 200 OK\r\n".to_vec(), b"x-a: 1\r\n".repeat(100)),
            UNUSABLE,
        ),
        once(
            "one endless header",
            Fault::Endless(b"HTTP/1.1 200 OK\r\nx-a: ".to_vec(), vec![b'a'; 4096]),
            UNUSABLE,
        ),
        once(
            "a hundred headers and more",
            Fault::bytes(fields(101), End::KeepAlive),
            UNUSABLE,
        ),
        once("ninety headers", Fault::bytes(fields(90), End::KeepAlive), "a result"),
        once(
            "two lengths that differ",
            head("content-length: 3\r\ncontent-length: 4"),
            UNUSABLE,
        ),
        once("length that is no number", head("content-length: many"), UNUSABLE),
        once(
            "duplicate headers",
            Fault::response(200, &[("x-request-id", "1"), ("x-request-id", "2")], "{\"id\":\"a\"}"),
            "a result",
        ),
        once(
            "100, 103, then a response",
            Fault::bytes(
                [
                    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n".to_vec(),
                    json("{\"id\":\"a\"}"),
                ]
                .concat(),
                End::KeepAlive,
            ),
            "a result",
        ),
        passing(
            "endless 1xx",
            Fault::Endless(Vec::new(), b"HTTP/1.1 103 Early Hints\r\n\r\n".to_vec()),
            SLOW,
        ),
        once(
            "101 that nobody asked for",
            Fault::bytes(
                "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n",
                End::KeepAlive,
            ),
            "101 error, may have been sent",
        ),
    ]
}

fn length_cases() -> Vec<Case> {
    let sized = |length: usize, body: &str, end| {
        Fault::bytes(
            format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{body}"),
            end,
        )
    };
    let chunked = |body: &str, end| {
        Fault::bytes(
            format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{body}"),
            end,
        )
    };
    let endless = |head: &str, piece: &str| {
        Fault::Endless(
            format!("HTTP/1.1 200 OK\r\n{head}\r\n").into(),
            piece.repeat(100).into_bytes(),
        )
    };
    vec![
        passing(
            "length too great, then closes",
            sized(11, "{\"id\":\"a\"}", End::Close),
            BROKEN,
        ),
        passing(
            "length too great, then silence",
            sized(11, "{\"id\":\"a\"}", End::Silence),
            SLOW,
        ),
        once("length too small", sized(9, "{\"id\":\"a\"}", End::Close), UNREADABLE),
        once("length over the limit", sized(1 << 40, "{", End::Silence), TOO_LONG),
        once(
            "length beyond all numbers",
            Fault::bytes(
                "HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999999\r\n\r\n",
                End::Close,
            ),
            UNUSABLE,
        ),
        once("endless body", endless("", " "), TOO_LONG),
        once(
            "endless chunks",
            endless(
                "transfer-encoding: chunked\r\n",
                &format!("100\r\n{}\r\n", " ".repeat(256)),
            ),
            TOO_LONG,
        ),
        passing(
            "endless chunk extension",
            endless("transfer-encoding: chunked\r\n\r\n1;", "a"),
            BROKEN,
        ),
        passing("chunk that is no number", chunked("many\r\n", End::Close), BROKEN),
        passing("chunk that breaks off", chunked("ff\r\n{", End::Reset), BROKEN),
        passing(
            "chunks without an end",
            chunked("a\r\n{\"id\":\"a\"}\r\n", End::Silence),
            SLOW,
        ),
        once(
            "no length, then closes",
            Fault::bytes("HTTP/1.1 200 OK\r\n\r\n{\"id\":\"a\"}", End::Close),
            "a result",
        ),
        once(
            "body after 204",
            Fault::bytes("HTTP/1.1 204 No Content\r\n\r\n{\"id\":\"a\"}", End::Close),
            "204 unreadable, may have been sent",
        ),
    ]
}

fn content_cases() -> Vec<Case> {
    let nested = format!("{}1{}", "{\"id\":\"a\",\"notes\":[".repeat(1000), "]}".repeat(1000));
    vec![
        once(
            "truncated JSON",
            Fault::bytes(json("{\"id\":"), End::KeepAlive),
            UNREADABLE,
        ),
        once(
            "deeply nested JSON",
            Fault::bytes(json(&nested), End::KeepAlive),
            UNREADABLE,
        ),
        once(
            "invalid UTF-8",
            Fault::bytes(
                b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{\"id\":\"\xff\"}".to_vec(),
                End::KeepAlive,
            ),
            UNREADABLE,
        ),
        once(
            "lone surrogate",
            Fault::bytes(json("{\"id\":\"\\ud800\"}"), End::KeepAlive),
            UNREADABLE,
        ),
        once(
            "HTML with status 200",
            Fault::response(200, &[("content-type", "text/html")], "<html>login</html>"),
            UNREADABLE,
        ),
        once("empty body", Fault::response(200, &[], ""), UNREADABLE),
        once(
            "another JSON",
            Fault::bytes(json("[1,2,3]"), End::KeepAlive),
            UNREADABLE,
        ),
    ]
}

fn status_cases() -> Vec<Case> {
    let status = |status| Fault::response(status, &[], "");
    vec![
        once("error with an empty body", status(404), "404 error, may have been sent"),
        once(
            "error with HTML",
            Fault::response(403, &[], "<html>"),
            "403 error, may have been sent",
        ),
        once(
            "error with an endless body",
            Fault::Endless(b"HTTP/1.1 400 Bad\r\n\r\n".to_vec(), vec![b'a'; 4096]),
            "400 error, may have been sent",
        ),
        once(
            "error whose body breaks off",
            Fault::bytes("HTTP/1.1 400 Bad\r\ncontent-length: 9\r\n\r\n{", End::Reset),
            "400 error, may have been sent",
        ),
        once(
            "redirect",
            Fault::response(307, &[("location", "https://elsewhere.example/")], ""),
            "307 redirect, may have been sent",
        ),
        once(
            "redirect to nowhere",
            Fault::response(302, &[], ""),
            "302 redirect, may have been sent",
        ),
        passing("throttles", status(429), "429 error, may have been sent"),
        passing(
            "throttles by name",
            Fault::response(400, &[("x-amzn-errortype", "ThrottledClientException")], "{}"),
            "400 error, may have been sent",
        ),
        passing("is unavailable", status(503), "503 error, may have been sent"),
        once(
            "asks for a pause beyond the call's time",
            Fault::response(503, &[("retry-after", "3600")], ""),
            "503 error, may have been sent",
        ),
    ]
}

/// Describes the outcome of a call by the accessors of its error.
fn outcome(result: Result<Thing, Error>) -> (String, u32) {
    let Err(error) = result else {
        return ("a result".to_owned(), 1);
    };
    let text = error.to_string();
    let status = error.status().map_or(0, |status| status.as_u16());
    let kind = if let Some(limit) = error.timeout() {
        format!("{limit:?} time-out")
    } else if error.decode_error().is_some() {
        format!("{status} unreadable")
    } else if (300..400).contains(&status) {
        format!("{status} redirect")
    } else if error.response().is_some() {
        format!("{status} error")
    } else {
        let messages = [
            ("no connection to 127.0.0.1:", "no connection"),
            ("the exchange with 127.0.0.1:", "broken off"),
            ("the response of 127.0.0.1:", "unusable response"),
            ("the response is longer than ", "too long"),
        ];
        let found = messages.iter().find(|(start, _)| text.contains(start));
        found
            .unwrap_or_else(|| panic!("of an unknown kind: {text}"))
            .1
            .to_owned()
    };
    let sent = if error.may_have_been_sent() {
        "may have been sent"
    } else {
        "nothing sent"
    };
    (format!("{kind}, {sent}"), error.attempts())
}

fn client(server: &FaultServer) -> Client {
    Client::builder(server.url())
        .retry(Retry::standard().base(Duration::from_millis(1)))
        .attempt_timeout(ATTEMPT)
        .connect_timeout(Duration::from_millis(500))
        .timeout(Duration::from_secs(2))
        .max_response_bytes(64 << 10)
        .build()
        .unwrap()
}

/// Runs a case with a new client, which then makes a call without a fault.
async fn go_through(server: &mut FaultServer, case: &Case, post: bool) -> ((String, u32), Duration) {
    match &case.wrong {
        Wrong::Refused => server.refuse().await,
        Wrong::AtAccept(end) => server.fail_at_accept(*end),
        Wrong::With(fault) => server.fail(fault.clone()),
    }
    let client = client(server);
    let thing = Thing::new("a");
    let begun = Instant::now();
    let result = if post {
        client.add_thing(&thing).await
    } else {
        client.get_thing("a").await
    };
    let time = begun.elapsed();
    server.heal().await;
    let next = client.get_thing("b").await;
    assert_eq!(next.unwrap(), Thing::new("b"), "the call after: {}", case.name);
    (outcome(result), time)
}

#[tokio::test]
async fn every_fault_ends_in_a_typed_outcome_in_time_and_the_next_call_succeeds() {
    let _machine = crate::MACHINE.read().await;
    let mut server = FaultServer::start().await;
    let mut wrong = Vec::new();
    println!("| fault | GET: outcome | attempts | POST: outcome | attempts | longest |");
    println!("|---|---|---|---|---|---|");
    for case in cases() {
        let (get, get_time) = go_through(&mut server, &case, false).await;
        let (post, post_time) = go_through(&mut server, &case, true).await;
        let longest = get_time.max(post_time);
        println!(
            "| {} | {} | {} | {} | {} | {} ms |",
            case.name,
            get.0,
            get.1,
            post.0,
            post.1,
            longest.as_millis()
        );
        let expected = (
            (case.get.0.to_owned(), case.get.1),
            (case.post.0.to_owned(), case.post.1),
        );
        if (get, post) != expected {
            wrong.push(format!("{}: expected {expected:?}", case.name));
        }
        if longest > BOUND {
            wrong.push(format!("{} took {longest:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

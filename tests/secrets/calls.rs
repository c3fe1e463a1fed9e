//! The calls: every kind of authentication, every kind of outcome.

use std::fmt::{Debug, Display};
use std::time::Duration;

use chime_rooms::{ChimeRooms, CreateRoom, ListRooms};
use rest_op::{ApiKey, Basic, Bearer, Client, ClientBuilder, Error, Links, Next, Retry, SigV4};
use rest_op_tests::fault_server::{End, Fault, FaultServer, Received};
use rest_op_tests::fixture::{ACCOUNT, credentials};
use rest_op_tests::things::{Thing, Things};

use crate::log_lines;
use crate::secrets::{API_KEY, BEARER_TOKEN, PAGE_TOKEN, PASSWORD, SENSITIVE, SESSION_TOKEN, found, signatures};

/// Everything that an app could print: `Debug` and `Display` of all values that it receives.
#[derive(Default)]
struct Shown(Vec<String>);

impl Shown {
    fn debug(&mut self, value: &impl Debug) {
        self.0.push(format!("{value:?} {value:#?}"));
    }

    fn result<T: Debug, E: Debug>(&mut self, result: &Result<T, Error<E>>) {
        self.debug(result);
        let Err(error) = result else { return };
        self.display(error);
        for text in [error.code(), error.message(), error.request_id(), error.location()] {
            self.0.extend(text.map(str::to_owned));
        }
        let mut source = error.cause();
        while let Some(error) = source {
            self.0.push(format!("{error} {error:?}"));
            source = error.source();
        }
    }

    fn display(&mut self, value: &impl Display) {
        self.0.push(value.to_string());
    }
}

/// A service that repeats the request in every part of its response.
fn echo(request: &Received) -> Fault {
    let all = format!("{} {:?}", request.target, request.headers);
    let all: String = all.chars().filter(|c| *c != '"').collect();
    let authorization = request.header("authorization").unwrap_or("none");
    match request.target.split(['/', '?']).nth(2) {
        Some("code") => Fault::response(403, &[("x-amzn-errortype", authorization)], "{}"),
        Some("id") => Fault::response(403, &[("x-amzn-requestid", &all)], "{}"),
        // Bodies that cannot be read.
        Some("undecodable") => Fault::response(200, &[("x-amzn-requestid", &all)], "<html>"),
        Some("location") => {
            let location = format!("https://elsewhere.example/{all}");
            Fault::response(302, &[("location", &location)], "")
        }
        Some("text") => Fault::response(400, &[], &all),
        Some("late") => Fault::response(400, &[], &format!("{}{all}", "<".repeat(100))),
        _ => Fault::response(403, &[], &format!(r#"{{"message":"no: {all}"}}"#)),
    }
}

fn clients(url: &str) -> Vec<Client> {
    let builder = || {
        Client::builder(url)
            .retry(Retry::standard().base(Duration::from_millis(1)))
            .attempt_timeout(Duration::from_millis(100))
    };
    let sigv4 = |service| SigV4::new(service, "us-east-1", credentials(Some(SESSION_TOKEN)));
    let builders: Vec<ClientBuilder> = vec![
        builder().auth(sigv4("chime")),
        builder().auth(sigv4("s3")),
        builder().auth(Bearer::new(BEARER_TOKEN)),
        builder().auth(Basic::new("user", PASSWORD)),
        builder().auth(ApiKey::header("x-api-key", API_KEY)),
        builder().auth(ApiKey::query("key", API_KEY)),
    ];
    builders.into_iter().map(|builder| builder.build().unwrap()).collect()
}

async fn call_all(client: &Client, server: &mut FaultServer, shown: &mut Shown) {
    shown.debug(client);
    let thing = Thing::new("a");
    shown.debug(&client.get_thing("a"));
    shown.debug(&client.get_thing("a").request().unwrap());
    shown.result(&client.get_thing("a").response().await);
    shown.result(&client.add_thing(&thing).await);

    server.choose(echo);
    for id in ["message", "code", "id", "undecodable", "location", "text", "late"] {
        shown.result(&client.get_thing(id).await);
    }
    for fault in [
        Fault::response(200, &[], &format!(r#"{{"id":"a","notes":"{SENSITIVE}"}}"#)),
        Fault::response(200, &[], &format!(r#"{{"id":["{SENSITIVE}"]}}"#)),
        Fault::response(200, &[], &format!(r#"{{"id":5,"notes":"{SENSITIVE}"#)),
        Fault::response(200, &[("set-cookie", SENSITIVE)], &thing.json()),
        Fault::bytes("", End::Silence),
        Fault::bytes("", End::Reset),
        Fault::bytes(format!("HTTP/1.1 200 OK\r\n{SENSITIVE}\r\n\r\n"), End::Close),
        Fault::Endless(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b' '; 1 << 20]),
        Fault::response(503, &[], ""),
    ] {
        server.fail(fault);
        shown.result(&client.get_thing("a").response().await);
        shown.result(&client.add_thing(&thing).await);
    }
    let dropped = tokio::time::timeout(Duration::from_millis(1), client.get_thing("a").into_future());
    shown.debug(&dropped.await);
    server.refuse().await;
    shown.result(&client.get_thing("a").await);
    server.heal().await;

    for value in [format!("{SENSITIVE}\r\nx: y"), format!("{SENSITIVE}\0")] {
        shown.result(&client.get_thing("a").header("x-note", &value).await);
    }
    let presigned = client.get_thing("a").presign(Duration::from_mins(1)).await;
    shown.debug(&presigned);

    // A panic shows the error, and the hook receives it.
    server.fail(Fault::response(200, &[], &format!(r#"{{"id":["{SENSITIVE}"]}}"#)));
    let call = client.get_thing("a").into_future();
    tokio::spawn(async move { call.await.unwrap() }).await.unwrap_err();
    server.heal().await;
}

async fn call_chime(server: &FaultServer, shown: &mut Shown) {
    let auth = SigV4::new("chime", "us-east-1", credentials(Some(SESSION_TOKEN)));
    let client = Client::builder(server.url())
        .auth(auth)
        .retry(Retry::none())
        .build()
        .unwrap();
    let create = CreateRoom {
        name: SENSITIVE.to_owned(),
        client_request_token: SENSITIVE.into(),
    };
    shown.debug(&create);
    shown.debug(&client.create_room(ACCOUNT, &create));
    let room = format!(r#"{{"Name":"{SENSITIVE}","RoomId":"r"}}"#);
    for (status, body) in [
        (200, format!(r#"{{"Room":{room}}}"#)),
        (200, format!(r#"{{"Room":{{"Name":["{SENSITIVE}"]}}}}"#)),
        (200, format!(r#"{{"Room":{{"CreatedTimestamp":"{SENSITIVE}"}}}}"#)),
        (200, format!(r#"{{"Room":"{SENSITIVE}"}}"#)),
    ] {
        server.fail(Fault::response(status, &[], &body));
        shown.result(&client.create_room(ACCOUNT, &create).response().await);
    }
    let page = format!(r#"{{"Rooms":[{room}],"NextToken":"{PAGE_TOKEN}"}}"#);
    server.fail(Fault::response(200, &[], &page));
    let mut pages = client.list_rooms(ACCOUNT, &ListRooms::default()).pages();
    while let Some(page) = pages.next().await {
        if let Err(error) = &page {
            shown.display(error);
        }
    }
    shown.debug(&Next::query("next-token", PAGE_TOKEN));
    shown.debug(&Next::url(format!("https://a.example/?t={PAGE_TOKEN}")));
    shown.debug(&Links::parse(&format!("<https://a.example/?t={PAGE_TOKEN}>; rel=next")));
}

#[tokio::test]
async fn no_output_contains_a_secret() {
    let listener = log_lines::of_process();
    let mut server = FaultServer::start().await;
    let mut shown = Shown::default();
    for client in clients(&server.url()) {
        call_all(&client, &mut server, &mut shown).await;
    }
    call_chime(&server, &mut shown).await;

    let received = server.received();
    let sent = received.iter().map(|request| format!("{:?}", request.headers));
    let signatures = signatures(sent);
    assert!(signatures.len() > 50, "the calls were signed");
    for secret in [SESSION_TOKEN, BEARER_TOKEN, API_KEY] {
        let text = format!("{received:?}");
        assert!(text.contains(secret), "{secret} was sent");
    }

    let lines = listener.lines();
    for kind in ["log reqwest", "span ", "event rest_op", "panic "] {
        assert!(lines.iter().any(|line| line.starts_with(kind)), "`{kind}` was logged");
    }
    println!("{} lines were logged, {} texts shown", lines.len(), shown.0.len());
    let leaks: Vec<String> = lines
        .iter()
        .chain(&shown.0)
        .flat_map(|text| found(text, &signatures))
        .collect();
    assert!(leaks.is_empty(), "{} leaks: {leaks:#?}", leaks.len());
}

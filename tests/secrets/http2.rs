//! HTTP/2, whose implementation logs its frames to `tracing`.

use std::sync::mpsc;

use http::{Request, Response};
use hyper::body::Incoming;
use rest_op::transport::Reqwest;
use rest_op::{ApiKey, Basic, Bearer, Client, ClientBuilder, SigV4};
use rest_op_tests::fixture::credentials;
use rest_op_tests::server::Server;
use rest_op_tests::things::{Thing, Things};
use tokio::sync::oneshot;
use tracing::subscriber::NoSubscriber;

use crate::log_lines::Listener;
use crate::secrets::{API_KEY, BEARER_TOKEN, PASSWORD, SESSION_TOKEN, found, signatures};

/// Runs a server on a thread of its own, whose output is not collected, and passes its URL to `client`.
fn beside_a_server(client: impl FnOnce(String)) -> Vec<String> {
    let (url_sender, url) = mpsc::channel();
    let (stop, stopped) = oneshot::channel::<()>();
    let (request_sender, requests) = mpsc::channel();
    let server = std::thread::spawn(move || {
        let _guard = tracing::subscriber::set_default(NoSubscriber::default());
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let server = Server::start(move |request: Request<Incoming>| {
                request_sender
                    .send(format!("{} {:?}", request.uri(), request.headers()))
                    .unwrap();
                async { Response::new(Thing::new("a").json().into()) }
            });
            let server = server.await;
            url_sender.send(server.url()).unwrap();
            let _ = stopped.await;
        });
    });
    client(url.recv().unwrap());
    drop(stop);
    server.join().unwrap();
    requests.try_iter().collect()
}

#[test]
fn frames_are_logged_without_secrets() {
    let listener = Listener::default();
    let sent = beside_a_server(|url| {
        let _guard = tracing::subscriber::set_default(listener.clone());
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let http = || {
            Reqwest::builder()
                .unwrap()
                .no_proxy()
                .http2_prior_knowledge()
                .build()
                .unwrap()
        };
        let builder = || Client::builder(url.clone()).transport(Reqwest::new(http()));
        let builders: Vec<ClientBuilder> = vec![
            builder().auth(SigV4::new("chime", "us-east-1", credentials(Some(SESSION_TOKEN)))),
            builder().auth(Bearer::new(BEARER_TOKEN)),
            builder().auth(Basic::new("user", PASSWORD)),
            builder().auth(ApiKey::header("x-api-key", API_KEY)),
            builder().auth(ApiKey::query("key", API_KEY)),
        ];
        for builder in builders {
            let client = builder.build().unwrap();
            assert_eq!(
                runtime.block_on(client.get_thing("a").into_future()).unwrap(),
                Thing::new("a")
            );
        }
    });
    assert_eq!(sent.len(), 5);
    let signatures = signatures(sent);
    assert_eq!(signatures.len(), 1);
    let lines = listener.lines();
    assert!(lines.iter().any(|line| line.contains("h2::")), "frames were logged");
    let leaks: Vec<String> = lines.iter().flat_map(|text| found(text, &signatures)).collect();
    assert!(leaks.is_empty(), "{} leaks: {leaks:#?}", leaks.len());
}

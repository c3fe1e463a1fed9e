//! The server of the benchmarked programs, on loopback and one thread. It prints its endpoint first.
//!
//!     server canned    answers at once with the requested number of rooms, and checks nothing
//!     server strict    the local service of chime-rooms, which checks every signature
//!     server aws       DynamoDB and S3 with canned answers

mod aws;

use std::convert::Infallible;

use bytes::Bytes;
use chime_rooms::local::LocalChime;
use harness::{ACCESS_KEY_ID, ACCOUNT_ID, BoxError, SECRET_ACCESS_KEY, page};
use http_body_util::Full;
use hyper::body::{Body, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;

fn main() -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match std::env::args().nth(1).as_deref() {
        Some("canned") => tokio::task::LocalSet::new().block_on(&runtime, canned()),
        Some("aws") => tokio::task::LocalSet::new().block_on(&runtime, serve(aws::answer)),
        Some("strict") => runtime.block_on(strict()),
        _ => panic!("usage: server canned|strict|aws"),
    }
}

async fn strict() -> std::io::Result<()> {
    let chime = LocalChime::builder()
        .account(ACCOUNT_ID)
        .account("a b/c\u{e9}")
        .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY)
        .start()
        .await?;
    for name in ["Standup", "Release", "Retrospective"] {
        chime.add_room(ACCOUNT_ID, name);
    }
    println!("{}", chime.endpoint());
    std::future::pending().await
}

async fn canned() -> std::io::Result<()> {
    let pages: &[Bytes] = (0..100).map(|rooms| page(rooms).into()).collect::<Vec<_>>().leak();
    serve(move |request| async move { answer(pages, &request) }).await
}

/// Prints the endpoint, and answers all requests.
async fn serve<S, F, B, E>(answer: S) -> std::io::Result<()>
where
    S: Fn(Request<Incoming>) -> F + Copy + 'static,
    F: Future<Output = Result<Response<B>, E>> + 'static,
    B: Body<Data: Send, Error: Into<BoxError>> + 'static,
    E: Into<BoxError>,
{
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let connection =
            hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer));
        tokio::task::spawn_local(connection);
    }
}

fn answer(pages: &[Bytes], request: &Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let body = request.uri().query().and_then(|query| {
        let pair = query.split('&').find_map(|pair| pair.strip_prefix("max-results="))?;
        pages.get(pair.parse::<usize>().ok()?)
    });
    let mut response = Response::new(Full::new(body.cloned().unwrap_or_default()));
    let headers = response.headers_mut();
    headers.insert("content-type", "application/json".parse().expect("a value"));
    headers.insert(
        "x-amzn-requestid",
        "0f0f0f0f-1111-2222-3333-444444444444".parse().expect("a value"),
    );
    Ok(response)
}

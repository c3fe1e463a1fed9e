//! A server on a free port of loopback, answered by a function, so that an example runs without an account anywhere.

use std::convert::Infallible;
use std::net::Ipv4Addr;

use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rest_op::Bytes;
use tokio::net::TcpListener;

/// What a stand-in answers.
pub(crate) type Answer = Response<Full<Bytes>>;

/// Starts a server that runs as long as the program, and returns its URL.
pub(crate) async fn start<F>(answer: F) -> std::io::Result<String>
where
    F: Fn(&Request<Bytes>) -> Answer + Clone + Send + 'static,
{
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let answer = answer.clone();
            let service = service_fn(move |request| respond(request, answer.clone()));
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    Ok(url)
}

async fn respond<F>(request: Request<Incoming>, answer: F) -> Result<Answer, Infallible>
where
    F: Fn(&Request<Bytes>) -> Answer,
{
    let (head, body) = request.into_parts();
    Ok(match body.collect().await {
        Ok(body) => answer(&Request::from_parts(head, body.to_bytes())),
        Err(_) => reply(StatusCode::BAD_REQUEST, &[], ""),
    })
}

/// An answer of a status, header fields and a body.
pub(crate) fn reply(status: StatusCode, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Answer {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body(Full::new(body.into()));
    response.unwrap_or_else(|_| Response::new(Full::default()))
}

/// The value of a query parameter, as it was sent.
pub(crate) fn query<'a>(request: &'a Request<Bytes>, key: &str) -> Option<&'a str> {
    let pairs = request.uri().query()?.split('&');
    let mut values = pairs.filter_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
    values.next()
}

//! A server on a free loopback port whose responses come from a function, so that examples run without an account.

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

/// The response of a local server.
pub(crate) type ServerResponse = Response<Full<Bytes>>;

/// Starts a server that runs until the program exits, and returns its URL.
pub(crate) async fn start<F>(handler: F) -> std::io::Result<String>
where
    F: Fn(&Request<Bytes>) -> ServerResponse + Clone + Send + 'static,
{
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let handler = handler.clone();
            let service = service_fn(move |request| respond(request, handler.clone()));
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    Ok(url)
}

async fn respond<F>(request: Request<Incoming>, handler: F) -> Result<ServerResponse, Infallible>
where
    F: Fn(&Request<Bytes>) -> ServerResponse,
{
    let (head, body) = request.into_parts();
    Ok(match body.collect().await {
        Ok(body) => handler(&Request::from_parts(head, body.to_bytes())),
        Err(_) => response(StatusCode::BAD_REQUEST, &[], ""),
    })
}

/// Creates a response from a status, header fields and a body.
pub(crate) fn response(status: StatusCode, headers: &[(&str, &str)], body: impl Into<Bytes>) -> ServerResponse {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body(Full::new(body.into()));
    response.unwrap_or_else(|_| Response::new(Full::default()))
}

/// Returns the value of a query parameter, still percent-encoded.
#[allow(dead_code, reason = "not every example has a query")]
pub(crate) fn query<'a>(request: &'a Request<Bytes>, key: &str) -> Option<&'a str> {
    let pairs = request.uri().query()?.split('&');
    let mut values = pairs.filter_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
    values.next()
}

//! The HTTP/1.1 server on loopback, between the wire and the service.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use http::{Request, StatusCode};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::{AbortHandle, JoinSet};

use crate::local::request::RecordedRequest;
use crate::local::response::{self, Response};
use crate::local::service::Service;

/// The longest body that is read: far beyond any that the API has.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// A server that runs until it is dropped.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) address: SocketAddr,
    task: AbortHandle,
}

impl Server {
    /// Starts on a free port, on the runtime that calls.
    pub(super) async fn start(service: Arc<Service>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(accept(listener, service)).abort_handle();
        Ok(Self { address, task })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Accepts for ever. The connections are its own, and end with it.
async fn accept(listener: TcpListener, service: Arc<Service>) {
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        let Ok((stream, _)) = listener.accept().await else {
            tokio::task::yield_now().await;
            continue;
        };
        let service = Arc::clone(&service);
        connections.spawn(async move {
            let respond = service_fn(move |request| respond(Arc::clone(&service), request));
            // What goes wrong on a connection is for the client to see.
            drop(
                http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), respond)
                    .await,
            );
        });
    }
}

async fn respond(service: Arc<Service>, request: Request<Incoming>) -> io::Result<Response> {
    let (parts, body) = request.into_parts();
    match Limited::new(body, MAX_BODY_BYTES).collect().await {
        Ok(body) => service.respond(RecordedRequest::new(parts, body.to_bytes())).await,
        Err(error) if error.is::<LengthLimitError>() => {
            let message = format!("The body must be at most {MAX_BODY_BYTES} bytes.");
            let too_large = response::gateway_error(
                StatusCode::PAYLOAD_TOO_LARGE,
                "RequestEntityTooLargeException",
                &message,
            );
            Ok(service.finish(too_large))
        }
        Err(error) => Err(io::Error::other(error)),
    }
}

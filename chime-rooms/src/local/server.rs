//! The HTTP/1.1 server, which listens on loopback.

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

/// The size limit of request bodies, far above what the API needs.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// A server. It runs until it is dropped.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) address: SocketAddr,
    task: AbortHandle,
}

impl Server {
    /// Starts a server on a free port, on the current tokio runtime.
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

/// Accepts connections until the task is aborted, which closes them too.
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
            // The client sees the error of a connection, so it is not reported here.
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

//! A `tower::Service` over `http` types as a transport: another HTTP client, a client with layers, or a router in a test.

use std::fmt;
use std::future::poll_fn;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use tower_service::Service;

use super::{Transport, TransportError, TransportFuture};
use crate::stream::{BoxError, ByteStream};

/// A `tower::Service` that sends requests. Request bodies are [`ByteStream`]s, which implement `http_body::Body`.
///
/// The service is cloned for every request. It should neither retry nor follow redirects, and sets its own connect timeout.
/// An error that is a [`TransportError`] is passed on. Any other error counts as an interrupted exchange, or, from
/// `poll_ready`, as a failed connection.
///
/// ```no_run
/// use rest_op::{ByteStream, Client, transport::Tower};
/// # #[derive(Clone)] struct MyService;
/// # impl tower_service::Service<http::Request<ByteStream>> for MyService {
/// #     type Response = http::Response<ByteStream>;
/// #     type Error = std::io::Error;
/// #     type Future = std::future::Ready<Result<Self::Response, Self::Error>>;
/// #     fn poll_ready(&mut self, _: &mut std::task::Context<'_>) -> std::task::Poll<std::io::Result<()>> { std::task::Poll::Ready(Ok(())) }
/// #     fn call(&mut self, _: http::Request<ByteStream>) -> Self::Future { std::future::ready(Ok(http::Response::new("{}".into()))) }
/// # }
/// # let service = MyService;
/// let client = Client::builder("https://api.example.com").transport(Tower::new(service)).build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
pub struct Tower<S>(
    /// The lock makes it `Sync`, and is held only while the service is cloned.
    Mutex<S>,
);

impl<S> Tower<S> {
    /// Creates a transport from a service.
    pub fn new(service: S) -> Self {
        Self(Mutex::new(service))
    }
}

impl<S, B> Transport for Tower<S>
where
    S: Service<http::Request<ByteStream>, Response = http::Response<B>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Into<BoxError>,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        self.send_stream(request.map(ByteStream::from))
    }

    fn send_stream(&self, request: http::Request<ByteStream>) -> TransportFuture<'_> {
        let mut service = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async move {
            poll_fn(|context| service.poll_ready(context))
                .await
                .map_err(|error| classify(error, TransportError::connect))?;
            let response = service.call(request).await;
            let response = response.map_err(|error| classify(error, TransportError::interrupted))?;
            Ok(response.map(ByteStream::from_body))
        })
    }
}

fn classify(error: impl Into<BoxError>, otherwise: fn(BoxError) -> TransportError) -> TransportError {
    match error.into().downcast() {
        Ok(error) => *error,
        Err(error) => otherwise(error),
    }
}

impl<S> fmt::Debug for Tower<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tower(..)")
    }
}

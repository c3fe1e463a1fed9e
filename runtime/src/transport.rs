//! The transport sends one HTTP request and receives its response, without retries and redirects.
//!
//! [`Reqwest`] is the default, and accepts your own client. `Tower` accepts any `tower::Service` over `http` types (feature
//! `tower`). [`testing::Recorder`](crate::testing::Recorder) answers requests in tests.

use std::fmt;
use std::pin::Pin;

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{Method, request};

use crate::stream::{BoxError, ByteStream};

pub(crate) mod reqwest;
#[cfg(feature = "tower")]
mod tower;

pub use self::reqwest::Reqwest;
#[cfg(feature = "tower")]
pub use self::tower::Tower;

/// The future of a response, returned by a [`Transport`].
pub type TransportFuture<'a> =
    Pin<Box<dyn Future<Output = Result<http::Response<ByteStream>, TransportError>> + Send + 'a>>;

/// Sends a request and receives the response. A transport neither retries, nor follows redirects, nor limits time.
///
/// ```
/// use bytes::Bytes;
/// use rest_op::{ByteStream, Transport, TransportFuture};
///
/// /// Answers every request with an empty object.
/// struct Canned;
///
/// impl Transport for Canned {
///     fn send(&self, _: http::Request<Bytes>) -> TransportFuture<'_> {
///         Box::pin(async { Ok(http::Response::new(ByteStream::from("{}"))) })
///     }
/// }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends a request with a buffered body.
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_>;

    /// Sends a request with a streaming body. By default, this is an error.
    fn send_stream(&self, request: http::Request<ByteStream>) -> TransportFuture<'_> {
        drop(request);
        Box::pin(async { Err(TransportError::unsent("this transport cannot send streaming bodies")) })
    }

    /// Returns whether names under `localhost`, such as `bucket.localhost`, always lead to this machine, independent of
    /// resolvers and proxies (RFC 6761, section 6.3). Otherwise, credentials are not sent to such names over plain HTTP.
    ///
    /// A transport that wraps another one should return the answer of that one.
    fn pins_localhost(&self) -> bool {
        false
    }

    /// Returns the boundary between the parts of `multipart/form-data` bodies, for tests that compare bodies. `None`, the
    /// default, makes it random.
    fn multipart_boundary(&self) -> Option<String> {
        None
    }

    /// Returns whether the transport reads the extensions of requests, where the [`Operation`](crate::Operation) of each
    /// is found. The default transport does not, which saves each of its requests three allocations.
    fn reads_extensions(&self) -> bool {
        true
    }
}

/// Sets the length of a buffered body. Servers may require it even for an empty body if the method allows one (RFC 9110,
/// section 8.6).
pub(crate) fn announce_length(head: &mut request::Parts, length: usize) {
    let has_content = matches!(head.method, Method::POST | Method::PUT | Method::PATCH);
    if has_content || length > 0 {
        head.headers.insert(CONTENT_LENGTH, length.into());
    }
}

/// The reason why no response was received.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    /// The host and port of the request, once the call knows them.
    host: String,
    cause: BoxError,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TransportErrorKind {
    Unsent,
    Connect,
    ConnectTimeout,
    Interrupted,
    Unusable,
}

impl TransportError {
    fn new(kind: TransportErrorKind, cause: BoxError) -> Self {
        let host = String::new();
        Self { kind, host, cause }
    }

    /// Names the host of the request in the message.
    pub(crate) fn of_host(mut self, host: &str) -> Self {
        host.clone_into(&mut self.host);
        self
    }

    /// Creates an error for a request that cannot be sent, now or later.
    pub fn unsent(cause: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Unsent, cause.into())
    }

    /// Creates an error for a connection that could not be made. Nothing was sent.
    pub fn connect(cause: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Connect, cause.into())
    }

    /// Creates an error for a connection that could not be made in time. Nothing was sent.
    pub fn connect_timeout(cause: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::ConnectTimeout, cause.into())
    }

    /// Creates an error for an exchange that was interrupted. The service may have received the request.
    pub fn interrupted(cause: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Interrupted, cause.into())
    }

    /// Converts the error of a body that was interrupted.
    pub(crate) fn of_body(error: BoxError) -> Self {
        error
            .downcast()
            .map_or_else(Self::interrupted, |error: Box<Self>| *error)
    }

    /// Converts the error of a stream that this host interrupted.
    pub(crate) fn of_stream(error: BoxError, host: &str) -> BoxError {
        Self::of_body(error).of_host(host).into()
    }

    /// Creates an error for a response that cannot be used and would not differ a second time: it is not valid HTTP, or it
    /// is from another host.
    pub fn unusable(cause: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Unusable, cause.into())
    }

    /// Returns whether connecting timed out.
    pub fn is_timeout(&self) -> bool {
        self.kind == TransportErrorKind::ConnectTimeout
    }

    /// Returns whether the same request may succeed later.
    pub fn is_transient(&self) -> bool {
        !matches!(self.kind, TransportErrorKind::Unsent | TransportErrorKind::Unusable)
    }

    /// Returns whether the service may have received the request.
    pub fn may_have_been_sent(&self) -> bool {
        matches!(
            self.kind,
            TransportErrorKind::Interrupted | TransportErrorKind::Unusable
        )
    }
}

impl TransportError {
    /// Returns the error that the transport reported, to find its type. The message contains those of it and of its
    /// sources.
    pub fn cause(&self) -> &(dyn std::error::Error + 'static) {
        &*self.cause
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, preposition, after) = match self.kind {
            TransportErrorKind::Unsent => ("the request cannot be sent", "to", ""),
            TransportErrorKind::Connect => ("no connection", "to", ""),
            TransportErrorKind::ConnectTimeout => ("no connection", "to", " in time"),
            TransportErrorKind::Interrupted => ("the exchange", "with", " was interrupted"),
            TransportErrorKind::Unusable => ("the response", "of", " cannot be used"),
        };
        f.write_str(before)?;
        if !self.host.is_empty() {
            write!(f, " {preposition} {}", self.host)?;
        }
        write!(f, "{after}: {}", crate::text::excerpt::chain(&*self.cause))
    }
}

/// It has no `source`, since the message contains those of all sources: see [`TransportError::cause`].
impl std::error::Error for TransportError {}

//! The transport: an HTTP message goes out, another one comes back. One exchange, no retries, no redirects.
//!
//! [`Reqwest`] is the default one, and takes a client of your own; `Tower` takes any `tower::Service` over `http` types
//! (feature `tower`); [`testing::Recorder`](crate::testing::Recorder) answers tests.

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

/// What a transport answers with, in time.
pub type TransportFuture<'a> =
    Pin<Box<dyn Future<Output = Result<http::Response<ByteStream>, TransportError>> + Send + 'a>>;

/// Sends a request and receives the response. It neither repeats, nor follows redirects, nor limits time.
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
    /// Sends a request whose body is in one piece.
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_>;

    /// Sends a request whose body is sent as it comes; an error where the transport cannot.
    fn send_stream(&self, request: http::Request<ByteStream>) -> TransportFuture<'_> {
        drop(request);
        Box::pin(async { Err(TransportError::unsent("this transport cannot send a body as a stream")) })
    }

    /// Returns whether names under `localhost`, such as `bucket.localhost`, lead to this machine whatever a resolver or a
    /// proxy says (RFC 6761, section 6.3). Unless it does, credentials do not go to such names over plain HTTP.
    ///
    /// A transport that wraps another one should ask that one.
    fn pins_localhost(&self) -> bool {
        false
    }

    /// Returns whether the transport reads the extensions of requests, where the [`Operation`](crate::Operation) of each
    /// is found. The default transport does not, which saves each of its requests three allocations.
    fn reads_extensions(&self) -> bool {
        true
    }
}

/// Announces the length of a body in one piece. Servers may insist on that of a body that there could have been (RFC 9110, section 8.6).
pub(crate) fn announce_length(head: &mut request::Parts, length: usize) {
    let has_content = matches!(head.method, Method::POST | Method::PUT | Method::PATCH);
    if has_content || length > 0 {
        head.headers.insert(CONTENT_LENGTH, length.into());
    }
}

/// Why no response was received.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: BoxError,
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
    /// The request cannot be sent, now or later.
    pub fn unsent(source: impl Into<BoxError>) -> Self {
        Self {
            kind: TransportErrorKind::Unsent,
            source: source.into(),
        }
    }

    /// No connection could be made; nothing was sent.
    pub fn connect(source: impl Into<BoxError>) -> Self {
        Self {
            kind: TransportErrorKind::Connect,
            source: source.into(),
        }
    }

    /// No connection could be made in time; nothing was sent.
    pub fn connect_timeout(source: impl Into<BoxError>) -> Self {
        Self {
            kind: TransportErrorKind::ConnectTimeout,
            source: source.into(),
        }
    }

    /// The exchange broke off; the request may have been received.
    pub fn interrupted(source: impl Into<BoxError>) -> Self {
        Self {
            kind: TransportErrorKind::Interrupted,
            source: source.into(),
        }
    }

    /// Why a body broke off.
    pub(crate) fn of_body(error: BoxError) -> Self {
        error
            .downcast()
            .map_or_else(Self::interrupted, |error: Box<Self>| *error)
    }

    /// What came back cannot be used, and would not be better a second time: it is no legal HTTP, or came from elsewhere.
    pub fn unusable(source: impl Into<BoxError>) -> Self {
        Self {
            kind: TransportErrorKind::Unusable,
            source: source.into(),
        }
    }

    /// Whether connecting took too long.
    pub fn is_timeout(&self) -> bool {
        self.kind == TransportErrorKind::ConnectTimeout
    }

    /// Whether the same request may succeed later.
    pub fn is_transient(&self) -> bool {
        !matches!(self.kind, TransportErrorKind::Unsent | TransportErrorKind::Unusable)
    }

    /// Whether the service may have received the request.
    pub fn may_have_been_sent(&self) -> bool {
        matches!(
            self.kind,
            TransportErrorKind::Interrupted | TransportErrorKind::Unusable
        )
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Unsent => "the request cannot be sent",
            TransportErrorKind::Connect => "no connection",
            TransportErrorKind::ConnectTimeout => "no connection in time",
            TransportErrorKind::Interrupted => "the exchange broke off",
            TransportErrorKind::Unusable => "the response cannot be used",
        })?;
        write!(f, ": {}", crate::text::excerpt::chain(&*self.source))
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}

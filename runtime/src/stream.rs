//! A body as it comes: in one piece or as a stream of pieces.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::Body;

/// Any error, boxed.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The bytes of a body, in one piece or as they come.
///
/// As a response type it hands the body over unread, however large. As an argument of role `#[body(stream)]` it is
/// sent as it comes; such a call is never repeated.
///
/// ```
/// use rest_op::ByteStream;
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let mut stream = ByteStream::from("content");
/// assert_eq!(stream.next().await.unwrap().unwrap(), "content");
/// assert!(stream.next().await.is_none());
/// # });
/// ```
pub struct ByteStream(Source);

enum Source {
    Whole(Bytes),
    /// The lock makes it `Sync`; it is never waited for, only gone through.
    Pieces(Mutex<Pieces>),
}

type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

impl ByteStream {
    /// Wraps a stream of pieces.
    pub fn new(pieces: impl Stream<Item = Result<Bytes, BoxError>> + Send + 'static) -> Self {
        Self(Source::Pieces(Mutex::new(Box::pin(pieces))))
    }

    /// Wraps the body of an HTTP message; its trailers are passed over.
    pub fn from_body<B>(body: B) -> Self
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        Self::new(Data(Box::pin(body)))
    }

    /// The next piece; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, BoxError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Reads all of it; more than `limit` bytes are an error.
    pub(crate) async fn collect(mut self, limit: usize) -> Result<Bytes, CollectError> {
        if let Source::Whole(whole) = self.0 {
            return if whole.len() > limit {
                Err(CollectError::TooLarge)
            } else {
                Ok(whole)
            };
        }
        // A body of one piece, the usual one, is not copied.
        let Some(first) = self.next().await else {
            return Ok(Bytes::new());
        };
        let first = first.map_err(CollectError::Interrupted)?;
        if first.len() > limit {
            return Err(CollectError::TooLarge);
        }
        let Some(second) = self.next().await else {
            return Ok(first);
        };
        let mut all = Vec::from(first);
        let mut piece = second.map_err(CollectError::Interrupted)?;
        loop {
            if all.len().saturating_add(piece.len()) > limit {
                return Err(CollectError::TooLarge);
            }
            all.extend_from_slice(&piece);
            match self.next().await {
                Some(next) => piece = next.map_err(CollectError::Interrupted)?,
                None => return Ok(all.into()),
            }
        }
    }
}

/// Why a body was not read to its end.
#[derive(Debug)]
pub(crate) enum CollectError {
    /// It is longer than allowed.
    TooLarge,
    /// It broke off.
    Interrupted(BoxError),
}

impl Stream for ByteStream {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.0 {
            Source::Whole(whole) if whole.is_empty() => Poll::Ready(None),
            Source::Whole(whole) => Poll::Ready(Some(Ok(std::mem::take(whole)))),
            Source::Pieces(pieces) => pieces
                .get_mut()
                .unwrap_or_else(PoisonError::into_inner)
                .as_mut()
                .poll_next(context),
        }
    }
}

impl Body for ByteStream {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, BoxError>>> {
        self.poll_next(context)
            .map(|piece| piece.map(|piece| piece.map(http_body::Frame::data)))
    }
}

impl From<Bytes> for ByteStream {
    fn from(whole: Bytes) -> Self {
        Self(Source::Whole(whole))
    }
}

impl From<Vec<u8>> for ByteStream {
    fn from(whole: Vec<u8>) -> Self {
        Bytes::from(whole).into()
    }
}

impl From<String> for ByteStream {
    fn from(whole: String) -> Self {
        Bytes::from(whole).into()
    }
}

impl From<&'static str> for ByteStream {
    fn from(whole: &'static str) -> Self {
        Bytes::from_static(whole.as_bytes()).into()
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Whole(whole) => write!(f, "ByteStream({} bytes)", whole.len()),
            Source::Pieces(_) => f.write_str("ByteStream(pieces)"),
        }
    }
}

/// The data frames of a body.
struct Data<B>(Pin<Box<B>>);

impl<B> Stream for Data<B>
where
    B: Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            return match self.0.as_mut().poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(data) => Poll::Ready(Some(Ok(data))),
                    Err(_trailers) => continue,
                },
                Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(error.into()))),
                Poll::Ready(None) => Poll::Ready(None),
                Poll::Pending => Poll::Pending,
            };
        }
    }
}

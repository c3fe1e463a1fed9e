//! A body as it comes: in one piece or as a stream of pieces.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, SizeHint};
use tokio::io::AsyncRead;

use super::idle_timeout::IdleTimeout;
use super::{exact_length, reader};

/// Any error, boxed.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The bytes of a body, in one piece or as they come.
///
/// As a response type it hands the body over unread, however large and however long it takes; but when the service is
/// silent for longer than the time limit of an attempt, it ends with an error of kind
/// [`TimedOut`](std::io::ErrorKind::TimedOut). As an argument of role `#[body(stream)]` it is sent as it comes; such a
/// call is never repeated. Neither is ever held in memory as a whole. With [`SigV4`](crate::SigV4) a body in one piece is
/// hashed and signed; a stream is not, and goes out as `UNSIGNED-PAYLOAD`.
///
/// ```
/// use rest_op::ByteStream;
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let mut stream = ByteStream::from("content");
/// assert_eq!(stream.next().await.unwrap().unwrap(), "content");
/// assert!(stream.next().await.is_none());
/// # });
/// ```
pub struct ByteStream {
    source: Source,
    /// How many bytes are still to come, if that is known.
    length: Option<u64>,
}

enum Source {
    Whole(Bytes),
    /// The lock makes it `Sync`; it is never waited for, only gone through.
    Pieces(Mutex<Pieces>),
}

type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

impl ByteStream {
    /// Wraps a stream of pieces.
    pub fn new(pieces: impl Stream<Item = Result<Bytes, BoxError>> + Send + 'static) -> Self {
        Self {
            source: Source::Pieces(Mutex::new(Box::pin(pieces))),
            length: None,
        }
    }

    /// Reads pieces of up to 64 KiB, from a `tokio::fs::File` for one.
    ///
    /// ```no_run
    /// use rest_op::ByteStream;
    /// # async fn example() -> std::io::Result<()> {
    /// let file = tokio::fs::File::open("backup.tar").await?;
    /// let length = file.metadata().await?.len();
    /// let body = ByteStream::from_reader(file).sized(length);
    /// # Ok(())
    /// # }
    /// ```
    pub fn from_reader(reader: impl AsyncRead + Send + 'static) -> Self {
        Self::new(reader::Reader::new(reader))
    }

    /// Announces its length, in bytes, so that it is sent with `content-length` and not in chunks; S3, for one, insists.
    ///
    /// A stream of another length ends with an error, and so does the call.
    pub fn sized(self, length: u64) -> Self {
        Self {
            length: Some(length),
            ..Self::new(exact_length::ExactLength::new(self, length))
        }
    }

    /// How many bytes are still to come, if that is known.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// Wraps the body of an HTTP message; its trailers are passed over.
    pub fn from_body<B>(body: B) -> Self
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        Self::from_unpin_body(Box::pin(body), B::Error::into)
    }

    /// The same without a box, for a body that need not be pinned.
    pub(crate) fn from_unpin_body<B>(body: B, fault: fn(B::Error) -> BoxError) -> Self
    where
        B: Body<Data = Bytes> + Send + Unpin + 'static,
    {
        Self {
            length: body.size_hint().exact(),
            ..Self::new(Data { body, fault })
        }
    }

    /// The next piece; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, BoxError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The same stream, which ends with an error when it is silent for longer than `limit`.
    pub(crate) fn within(self, limit: Duration) -> Self {
        match self.source {
            Source::Whole(_) => self,
            Source::Pieces(_) => Self {
                length: self.length,
                ..Self::new(IdleTimeout::new(self, limit))
            },
        }
    }

    /// Reads all of it; more than `limit` bytes are an error.
    pub(crate) async fn collect(&mut self, limit: usize) -> Result<Bytes, CollectError> {
        if let Source::Whole(whole) = &mut self.source {
            return if whole.len() > limit {
                Err(CollectError::TooLarge)
            } else {
                Ok(std::mem::take(whole))
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
        let piece = match &mut self.source {
            Source::Whole(whole) if whole.is_empty() => None,
            Source::Whole(whole) => Some(Ok(std::mem::take(whole))),
            Source::Pieces(pieces) => {
                let pieces = pieces.get_mut().unwrap_or_else(PoisonError::into_inner);
                ready!(pieces.as_mut().poll_next(context))
            }
        };
        if let (Some(length), Some(Ok(piece))) = (&mut self.length, &piece) {
            *length = length.saturating_sub(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        }
        Poll::Ready(piece)
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

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

impl From<Bytes> for ByteStream {
    fn from(whole: Bytes) -> Self {
        Self {
            length: u64::try_from(whole.len()).ok(),
            source: Source::Whole(whole),
        }
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
        match &self.source {
            Source::Whole(whole) => write!(f, "ByteStream({} bytes)", whole.len()),
            Source::Pieces(_) => f.write_str("ByteStream(pieces)"),
        }
    }
}

/// The data frames of a body.
struct Data<B: Body> {
    body: B,
    fault: fn(B::Error) -> BoxError,
}

impl<B> Stream for Data<B>
where
    B: Body<Data = Bytes> + Unpin,
{
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            return match Pin::new(&mut self.body).poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(data) => Poll::Ready(Some(Ok(data))),
                    Err(_trailers) => continue,
                },
                Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err((self.fault)(error)))),
                Poll::Ready(None) => Poll::Ready(None),
                Poll::Pending => Poll::Pending,
            };
        }
    }
}

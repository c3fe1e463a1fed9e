//! The body of a request or response: a buffer or a stream of pieces.

use std::fmt;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, SizeHint};
use tokio::io::AsyncRead;

#[cfg(feature = "checksum")]
use super::exact_checksum::ExactChecksum;
use super::idle_timeout::{IdleTimeout, OfHost};
use super::progress::{Observe, Progress};
use super::{exact_length, reader};
#[cfg(feature = "checksum")]
use crate::values::checksum::Checksum;

/// A boxed error of any type.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The bytes of a body, as a buffer or as a stream of pieces.
///
/// As a response type, it returns the body unread. Size and total duration are not limited, but if the service is silent
/// for longer than the time limit of an attempt, the stream ends with an error of kind
/// [`TimedOut`](std::io::ErrorKind::TimedOut). If the connection breaks, it ends with a
/// [`TransportError`](crate::TransportError). Both name the host. As an argument with `#[body(stream)]`, it is sent piece by piece, and the
/// call is not repeated, unless the body can be [made anew](Self::from_fn). A stream is never buffered as a whole. With
/// [`SigV4`](crate::SigV4), a buffer is hashed and signed, and a stream is sent as `UNSIGNED-PAYLOAD`.
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
    /// The number of remaining bytes, if known.
    length: Option<u64>,
}

enum Source {
    Whole(Bytes),
    /// The lock makes it `Sync` and is never contended: it is accessed by `get_mut` only.
    Pieces(Mutex<Pieces>),
    /// Makes the pieces when they are first asked for, and again for another attempt.
    Made(Arc<dyn Fn() -> io::Result<ByteStream> + Send + Sync>),
}

type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

impl ByteStream {
    /// Creates a body from a stream of pieces.
    pub fn new(pieces: impl Stream<Item = Result<Bytes, BoxError>> + Send + 'static) -> Self {
        Self {
            source: Source::Pieces(Mutex::new(Box::pin(pieces))),
            length: None,
        }
    }

    /// Creates a body from a reader, such as a `tokio::fs::File`. It is read in pieces of up to 64 KiB.
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
        Self::new(reader::ReaderStream::new(reader))
    }

    /// Creates a body that is made anew for each attempt, so that the call can be repeated like one with a buffer.
    ///
    /// `make` is called when the body is sent. It should return the same bytes every time. Its error is that of the attempt.
    ///
    /// ```
    /// use rest_op::ByteStream;
    ///
    /// # fn body(path: std::path::PathBuf) -> std::io::Result<ByteStream> {
    /// let length = std::fs::metadata(&path)?.len();
    /// let open = move || {
    ///     let file = tokio::fs::File::from_std(std::fs::File::open(&path)?);
    ///     Ok(ByteStream::from_reader(file))
    /// };
    /// let body = ByteStream::from_fn(open).sized(length);
    /// # Ok(body)
    /// # }
    /// ```
    #[inline]
    pub fn from_fn(make: impl Fn() -> io::Result<Self> + Send + Sync + 'static) -> Self {
        Self {
            source: Source::Made(Arc::new(make)),
            length: None,
        }
    }

    /// Returns the same body for another attempt, or `None` if it can be sent only once.
    pub(crate) fn again(&self) -> Option<Self> {
        match &self.source {
            Source::Made(make) => Some(Self {
                source: Source::Made(Arc::clone(make)),
                length: self.length,
            }),
            Source::Whole(_) | Source::Pieces(_) => None,
        }
    }

    /// Returns the body for an attempt: a new one if it can be made anew, else the only one, which is consumed.
    pub(crate) fn again_or_take(body: &mut Option<Self>) -> Option<Self> {
        let again = body.as_ref().and_then(Self::again);
        again.or_else(|| body.take())
    }

    /// Calls `observe` after each piece with the number of bytes so far, and with their total number if it is known, such as
    /// for a progress bar of an upload or a download. Pieces are split to at most 64 KiB, so that a buffer makes progress, too. A
    /// body that is made anew counts from 0 in each attempt.
    ///
    /// ```
    /// use rest_op::ByteStream;
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// let mut stream = ByteStream::from("content").on_progress(|done, total| println!("{done} of {total:?} bytes"));
    /// while let Some(piece) = stream.next().await {
    ///     piece.unwrap();
    /// }
    /// # });
    /// ```
    #[inline]
    pub fn on_progress(self, observe: impl Fn(u64, Option<u64>) + Send + Sync + 'static) -> Self {
        let observe: Observe = Arc::new(observe);
        self.map(move |stream| Self::new(Progress::new(stream, Arc::clone(&observe))))
    }

    /// Wraps the body. Its length is kept, and so is the ability to be made anew.
    #[inline]
    fn map(self, wrap: impl Fn(Self) -> Self + Send + Sync + 'static) -> Self {
        let length = self.length;
        let wrapped = match self.source {
            Source::Made(make) => Self::from_fn(move || Ok(wrap(Self { length, ..make()? }))),
            source => wrap(Self { source, length }),
        };
        Self { length, ..wrapped }
    }

    /// Sets the length in bytes, so that the body is sent with `content-length` and not in chunks. Some services, such as
    /// S3, require it.
    ///
    /// If the stream has another length, it ends with an error, and the call fails.
    pub fn sized(self, length: u64) -> Self {
        let sized = self.map(move |stream| Self::new(exact_length::ExactLength::new(stream, length)));
        Self {
            length: Some(length),
            ..sized
        }
    }

    /// Makes the stream end with an error if it does not have this checksum, in base64. If its length is known, the last
    /// piece is not returned.
    ///
    /// [`Verified`](crate::Verified) does so with the checksum in a header of the response.
    #[cfg(feature = "checksum")]
    #[inline]
    pub fn verified(self, checksum: Checksum, expected: impl Into<String>) -> Self {
        let expected = expected.into();
        self.map(move |stream| Self::new(ExactChecksum::new(stream, checksum, expected.clone())))
    }

    /// Returns the number of remaining bytes, if known.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// Creates a stream from the body of an HTTP message. Trailers are ignored.
    pub fn from_body<B>(body: B) -> Self
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        Self::from_unpin_body(Box::pin(body), B::Error::into)
    }

    /// Does the same as [`from_body`](Self::from_body) without a box, for a body that is `Unpin`.
    pub(crate) fn from_unpin_body<B>(body: B, into_error: fn(B::Error) -> BoxError) -> Self
    where
        B: Body<Data = Bytes> + Send + Unpin + 'static,
    {
        Self {
            length: body.size_hint().exact(),
            ..Self::new(Data { body, into_error })
        }
    }

    /// Returns the next piece, or `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, BoxError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Makes the stream end with an error if the host is silent for longer than `limit`. `of_host` converts other errors.
    pub(crate) fn within(self, limit: Duration, host: &str, of_host: OfHost) -> Self {
        match self.source {
            Source::Whole(_) => self,
            Source::Pieces(_) | Source::Made(_) => Self {
                length: self.length,
                ..Self::new(IdleTimeout::new(self, limit, host, of_host))
            },
        }
    }

    /// Reads the body to its end. More than `limit` bytes are an error.
    pub(crate) async fn collect(&mut self, limit: usize) -> Result<Bytes, CollectError> {
        if let Source::Whole(whole) = &mut self.source {
            return if whole.len() > limit {
                Err(CollectError::TooLarge)
            } else {
                Ok(std::mem::take(whole))
            };
        }
        // A body of one piece, the common case, is not copied.
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

/// The reason why a body was not read to its end.
#[derive(Debug)]
pub(crate) enum CollectError {
    /// The body is larger than the limit.
    TooLarge,
    /// The stream ended with an error.
    Interrupted(BoxError),
}

impl Stream for ByteStream {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Source::Made(make) = &self.source {
            self.source = match make() {
                Ok(made) if matches!(made.source, Source::Made(_)) => Source::Pieces(Mutex::new(Box::pin(made))),
                Ok(made) => made.source,
                Err(error) => {
                    self.source = Source::Whole(Bytes::new());
                    return Poll::Ready(Some(Err(error.into())));
                }
            };
        }
        let piece = match &mut self.source {
            Source::Made(_) => None,
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
            Source::Pieces(_) | Source::Made(_) => f.write_str("ByteStream(pieces)"),
        }
    }
}

/// The data frames of a body.
struct Data<B: Body> {
    body: B,
    into_error: fn(B::Error) -> BoxError,
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
                Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err((self.into_error)(error)))),
                Poll::Ready(None) => Poll::Ready(None),
                Poll::Pending => Poll::Pending,
            };
        }
    }
}

//! A stream that reports its progress.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::reader::PIECE;
use super::{BoxError, ByteStream};

/// Receives the number of bytes so far, and their total number if it is known.
pub(super) type Observe = Arc<dyn Fn(u64, Option<u64>) + Send + Sync>;

pub(super) struct Progress {
    stream: ByteStream,
    /// The rest of a piece that is longer than those that are passed on.
    rest: Bytes,
    done: u64,
    total: Option<u64>,
    observe: Observe,
}

impl Progress {
    #[inline]
    pub(super) fn new(stream: ByteStream, observe: Observe) -> Self {
        Self {
            total: stream.length(),
            stream,
            rest: Bytes::new(),
            done: 0,
            observe,
        }
    }
}

impl Stream for Progress {
    type Item = Result<Bytes, BoxError>;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.rest.is_empty() {
            match ready!(Pin::new(&mut self.stream).poll_next(context)) {
                Some(Ok(piece)) => self.rest = piece,
                end => return Poll::Ready(end),
            }
        }
        let length = self.rest.len().min(PIECE);
        let piece = self.rest.split_to(length);
        self.done = self.done.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
        (self.observe)(self.done, self.total);
        Poll::Ready(Some(Ok(piece)))
    }
}

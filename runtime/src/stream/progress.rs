//! A stream that reports its progress.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::{BoxError, ByteStream};

/// Receives the number of bytes so far, and their total number if it is known.
pub(super) type Observe = Arc<dyn Fn(u64, Option<u64>) + Send + Sync>;

pub(super) struct Progress {
    stream: ByteStream,
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
            done: 0,
            observe,
        }
    }
}

impl Stream for Progress {
    type Item = Result<Bytes, BoxError>;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = ready!(Pin::new(&mut self.stream).poll_next(context));
        if let Some(Ok(piece)) = &piece {
            self.done = self.done.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
            (self.observe)(self.done, self.total);
        }
        Poll::Ready(piece)
    }
}

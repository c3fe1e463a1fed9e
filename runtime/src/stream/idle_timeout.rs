//! A stream that may be as long as it likes, but not silent for long.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Sleep, sleep};

use super::{BoxError, ByteStream};

/// Ends a stream with an error when the next piece takes longer than the limit. The time in which nobody asks for a
/// piece does not count.
pub(super) struct IdleTimeout {
    stream: ByteStream,
    limit: Duration,
    silence: Option<Pin<Box<Sleep>>>,
}

impl IdleTimeout {
    pub(super) fn new(stream: ByteStream, limit: Duration) -> Self {
        Self {
            stream,
            limit,
            silence: None,
        }
    }
}

impl Stream for IdleTimeout {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Poll::Ready(piece) = Pin::new(&mut self.stream).poll_next(context) {
            self.silence = None;
            return Poll::Ready(piece);
        }
        let limit = self.limit;
        let silence = self.silence.get_or_insert_with(|| Box::pin(sleep(limit)));
        if silence.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        // Nothing more is awaited; the connection closes with the stream.
        self.silence = None;
        self.stream = Bytes::new().into();
        let message = format!("no byte of the response for {limit:?}");
        Poll::Ready(Some(Err(io::Error::new(io::ErrorKind::TimedOut, message).into())))
    }
}

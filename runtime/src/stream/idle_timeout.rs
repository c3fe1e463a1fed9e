//! The stream of a response, which ends with an error if no piece arrives in time. Its errors name the host. Its total
//! duration is not limited.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Sleep, sleep};

use super::{BoxError, ByteStream};

/// Converts the error of a stream that was received from a host.
pub(super) type OfHost = fn(BoxError, &str) -> BoxError;

/// Ends a stream with an error if the next piece takes longer than the limit. Time during which the stream is not polled
/// does not count.
pub(super) struct IdleTimeout {
    stream: ByteStream,
    limit: Duration,
    host: Box<str>,
    of_host: OfHost,
    silence: Option<Pin<Box<Sleep>>>,
}

impl IdleTimeout {
    pub(super) fn new(stream: ByteStream, limit: Duration, host: &str, of_host: OfHost) -> Self {
        Self {
            stream,
            limit,
            host: host.into(),
            of_host,
            silence: None,
        }
    }
}

impl Stream for IdleTimeout {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Poll::Ready(piece) = Pin::new(&mut self.stream).poll_next(context) {
            self.silence = None;
            return Poll::Ready(piece.map(|piece| piece.map_err(|error| (self.of_host)(error, &self.host))));
        }
        let limit = self.limit;
        let silence = self.silence.get_or_insert_with(|| Box::pin(sleep(limit)));
        if silence.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        // Dropping the stream closes the connection.
        self.silence = None;
        self.stream = Bytes::new().into();
        let message = format!("no byte of the response of {} arrived for {limit:?}", self.host);
        Poll::Ready(Some(Err(io::Error::new(io::ErrorKind::TimedOut, message).into())))
    }
}

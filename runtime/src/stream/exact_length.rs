//! A stream that has its announced length or ends with an error.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::{BoxError, ByteStream};

pub(super) struct ExactLength {
    pieces: ByteStream,
    remaining: u64,
}

impl ExactLength {
    pub(super) fn new(pieces: ByteStream, length: u64) -> Self {
        Self {
            pieces,
            remaining: length,
        }
    }
}

impl Stream for ExactLength {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(Pin::new(&mut self.pieces).poll_next(context));
        Poll::Ready(match next {
            Some(Ok(piece)) => match self
                .remaining
                .checked_sub(u64::try_from(piece.len()).unwrap_or(u64::MAX))
            {
                Some(remaining) => {
                    self.remaining = remaining;
                    Some(Ok(piece))
                }
                None => Some(Err("the stream is longer than its announced length".into())),
            },
            None if self.remaining > 0 => {
                let missing = std::mem::take(&mut self.remaining);
                Some(Err(format!(
                    "the stream ended {missing} bytes before its announced length"
                )
                .into()))
            }
            other => other,
        })
    }
}

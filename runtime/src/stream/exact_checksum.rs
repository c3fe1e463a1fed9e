//! A stream that has an expected checksum or ends with an error.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::{BoxError, ByteStream};
use crate::values::checksum::{Checksum, Hasher};

pub(super) struct ExactChecksum {
    pieces: ByteStream,
    checksum: Checksum,
    expected: String,
    /// `None` after the end.
    hasher: Option<Hasher>,
}

impl ExactChecksum {
    pub(super) fn new(pieces: ByteStream, checksum: Checksum, expected: String) -> Self {
        Self {
            pieces,
            checksum,
            expected,
            hasher: Some(Hasher::new(checksum)),
        }
    }

    /// Compares the checksum at the end, once.
    fn finish(&mut self) -> Result<(), BoxError> {
        match self.hasher.take().map(Hasher::finish) {
            Some(actual) if actual != self.expected => {
                Err(format!("the {} of the stream is not the expected one", self.checksum).into())
            }
            _ => Ok(()),
        }
    }
}

impl Stream for ExactChecksum {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(Pin::new(&mut self.pieces).poll_next(context));
        Poll::Ready(match next {
            Some(Ok(piece)) => {
                if let Some(hasher) = &mut self.hasher {
                    hasher.update(&piece);
                }
                // A program that knows the length may not ask for what follows the last piece.
                match self.pieces.length() {
                    Some(0) => Some(self.finish().map(|()| piece)),
                    _ => Some(Ok(piece)),
                }
            }
            Some(Err(error)) => Some(Err(error)),
            None => self.finish().err().map(Err),
        })
    }
}

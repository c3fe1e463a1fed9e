//! A stream of pieces from a tokio reader, such as a file.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::io::{AsyncRead, ReadBuf};

use super::BoxError;

/// The size of the buffer, and of the largest piece, in bytes.
pub(super) const PIECE: usize = 64 << 10;

pub(super) struct ReaderStream<R> {
    reader: Pin<Box<R>>,
    buffer: BytesMut,
}

impl<R: AsyncRead> ReaderStream<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            reader: Box::pin(reader),
            buffer: BytesMut::new(),
        }
    }
}

impl<R: AsyncRead> Stream for ReaderStream<R> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        this.buffer.resize(PIECE, 0);
        let mut piece = ReadBuf::new(&mut this.buffer);
        let result = ready!(this.reader.as_mut().poll_read(context, &mut piece));
        let length = piece.filled().len();
        Poll::Ready(match result {
            Err(error) => Some(Err(error.into())),
            Ok(()) if length == 0 => None,
            // A piece keeps its whole buffer alive, so a short piece is copied and the buffer is reused.
            Ok(()) if length < PIECE / 2 => Some(Ok(Bytes::copy_from_slice(piece.filled()))),
            Ok(()) => Some(Ok(this.buffer.split_to(length).freeze())),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;

    use super::*;

    /// Reads at most this number of bytes at a time.
    struct Sips(&'static [u8], usize);

    impl AsyncRead for Sips {
        fn poll_read(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> Poll<std::io::Result<()>> {
            let (read, rest) = self.0.split_at(self.1.min(self.0.len()));
            buffer.put_slice(read);
            self.0 = rest;
            Poll::Ready(Ok(()))
        }
    }

    async fn pieces(content: &'static [u8], sip: usize) -> Vec<Bytes> {
        let mut reader = ReaderStream::new(Sips(content, sip));
        let mut pieces = Vec::new();
        while let Some(piece) = poll_fn(|context| Pin::new(&mut reader).poll_next(context)).await {
            pieces.push(piece.unwrap());
        }
        pieces
    }

    #[tokio::test]
    async fn pieces_keep_at_most_twice_their_length_in_memory() {
        let content = (0..=250).cycle().take(3 * PIECE).collect::<Vec<u8>>().leak();
        for sip in [16, 1000, PIECE / 2 - 1, PIECE / 2, PIECE] {
            let pieces = pieces(content, sip).await;
            assert_eq!(pieces.concat(), content);
            for piece in pieces {
                let length = piece.len();
                // The allocation that the piece keeps alive is at most twice as long as the piece.
                let mut owned = piece.try_into_mut().unwrap();
                owned.clear();
                assert!(!owned.try_reclaim(2 * length + 1), "{length} of pieces of {sip}");
            }
        }
    }
}

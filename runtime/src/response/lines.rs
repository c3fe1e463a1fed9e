//! The lines of a body, read while it is received.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, BytesMut};
use futures_core::Stream;

use crate::stream::{BoxError, ByteStream};

/// The longest line, in bytes, that is read into memory.
pub(super) const MAX_LINE_BYTES: usize = 16 << 20;

/// The end of a line.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum LineEnd {
    /// LF, which the last line may omit.
    Lf,
    /// LF, CR or both. A last line without an end is dropped.
    LfOrCr,
}

/// The lines of a body, without their ends. They end after the first error.
pub(super) struct Lines {
    body: Option<ByteStream>,
    end: LineEnd,
    buffer: BytesMut,
    /// The length of the part of the buffer that has been searched and contains no end of a line.
    searched: usize,
    /// Whether the last line ended with CR, so that an LF right after it belongs to that end.
    after_cr: bool,
    number: u64,
}

impl Lines {
    #[inline]
    pub(super) fn new(body: ByteStream, end: LineEnd) -> Self {
        Self {
            body: Some(body),
            end,
            buffer: BytesMut::new(),
            searched: 0,
            after_cr: false,
            number: 0,
        }
    }

    /// Returns the number of the last line, counted from 1.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Drops the rest of the body, which closes its connection.
    #[inline]
    pub(super) fn close(&mut self) {
        self.body = None;
        self.buffer.clear();
    }

    /// Returns the next line, or `None` at the end of the body.
    #[inline]
    pub(super) fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<BytesMut, BoxError>>> {
        loop {
            if let Some(line) = self.take_line() {
                self.number += 1;
                return Poll::Ready(Some(Ok(line)));
            }
            if self.buffer.len() > MAX_LINE_BYTES {
                let error = format!("line {} is longer than {MAX_LINE_BYTES} bytes", self.number + 1);
                self.close();
                return Poll::Ready(Some(Err(error.into())));
            }
            let Some(body) = &mut self.body else {
                return Poll::Ready(None);
            };
            match ready!(Pin::new(body).poll_next(context)) {
                Some(Ok(piece)) => self.buffer.extend_from_slice(&piece),
                Some(Err(error)) => {
                    self.close();
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    let rest = self.buffer.split();
                    self.close();
                    if self.end == LineEnd::Lf && !rest.is_empty() {
                        self.number += 1;
                        return Poll::Ready(Some(Ok(rest)));
                    }
                }
            }
        }
    }

    /// Removes the next line from the buffer. Does not wait for an LF after a CR, since it may never be sent.
    #[inline]
    fn take_line(&mut self) -> Option<BytesMut> {
        let first = *self.buffer.first()?;
        if std::mem::take(&mut self.after_cr) && first == b'\n' {
            self.buffer.advance(1);
        }
        let any = self.end == LineEnd::LfOrCr;
        let is_end = |byte: &u8| *byte == b'\n' || (any && *byte == b'\r');
        let unsearched = self.buffer.get(self.searched..).unwrap_or_default();
        let Some(at) = unsearched.iter().position(is_end) else {
            self.searched = self.buffer.len();
            return None;
        };
        let line = self.buffer.split_to(self.searched + at);
        self.searched = 0;
        self.after_cr = self.buffer.first() == Some(&b'\r');
        self.buffer.advance(1);
        Some(line)
    }
}

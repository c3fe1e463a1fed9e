//! Encodes parts as `multipart/form-data` (RFC 7578, and the WHATWG's HTML standard for names).

use std::collections::VecDeque;
use std::fmt::Write;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderValue;
use serde::Serialize;

use crate::format::error::ValueError;
use crate::format::scalar::{Item, Sink, TextSerializer};
use crate::request::Body;
use crate::request::part::{Content, PART, Part};
use crate::stream::{BoxError, ByteStream};
use crate::text::random;

/// The parts of a body, in the order of the arguments.
#[derive(Default)]
pub struct Multipart(Vec<Encoded>);

/// A part: its header lines, and its content.
struct Encoded {
    head: String,
    content: Content,
}

/// The value of an argument `#[part]`. The encoder is only called through this trait object, so that only programs with such
/// arguments compile it.
pub trait PartValue {
    /// Adds the parts of the value under this name.
    fn add(&self, name: &str, parts: &mut Multipart) -> Result<(), ValueError>;
    /// Encodes all parts. The boundary is random unless it is given.
    fn encode(&self, parts: Multipart, boundary: Option<String>) -> (HeaderValue, Body);
}

impl<T: Serialize> PartValue for T {
    #[inline]
    fn add(&self, name: &str, parts: &mut Multipart) -> Result<(), ValueError> {
        parts.write(name, |serializer| self.serialize(serializer))
    }

    #[inline]
    fn encode(&self, parts: Multipart, boundary: Option<String>) -> (HeaderValue, Body) {
        parts.finish(boundary)
    }
}

impl Multipart {
    /// Adds the parts of a value that a function writes.
    #[inline]
    pub(crate) fn write(
        &mut self,
        name: &str,
        write: impl FnOnce(TextSerializer<'_>) -> Result<(), ValueError>,
    ) -> Result<(), ValueError> {
        write(TextSerializer::new(&mut PartSink(self), name))
    }

    /// Encodes the body, and returns its media type before it.
    #[inline]
    pub(crate) fn finish(self, boundary: Option<String>) -> (HeaderValue, Body) {
        let boundary = boundary.unwrap_or_else(|| self.boundary());
        let media_type = HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}"));
        // Only a test sets a boundary, and sees that an invalid one is missing.
        let media_type = media_type.unwrap_or(HeaderValue::from_static("multipart/form-data"));
        (media_type, self.encode(&boundary))
    }

    /// Adds a part under this name.
    #[inline]
    fn push(&mut self, name: &str, part: Part) -> Result<(), ValueError> {
        let mut head = format!("Content-Disposition: form-data; name=\"{}\"", escaped(name));
        if let Some(file_name) = &part.file_name {
            let _ = write!(head, "; filename=\"{}\"", escaped(file_name));
        }
        head.push_str("\r\n");
        if let Some(media_type) = &part.media_type {
            let is_legal = HeaderValue::from_str(media_type).is_ok_and(|value| value.to_str().is_ok());
            if !is_legal || media_type.trim().is_empty() {
                return Err(ValueError::new("has a media type that is not valid in a header"));
            }
            let _ = write!(head, "Content-Type: {media_type}\r\n");
        }
        match &part.content {
            Content::Unwritable(why) => return Err(ValueError::new(why)),
            Content::Stream(stream) if stream.lock().unwrap_or_else(PoisonError::into_inner).is_none() => {
                return Err(ValueError::new("is a stream that has been sent"));
            }
            Content::Stream(_) | Content::Whole(_) => {}
        }
        self.0.push(Encoded {
            head,
            content: part.content,
        });
        Ok(())
    }

    /// Returns the boundary between the parts: random text that no buffered part contains.
    #[inline]
    fn boundary(&self) -> String {
        let is_in = |content: &Content, boundary: &str| match content {
            Content::Whole(content) => content
                .windows(boundary.len())
                .any(|window| window == boundary.as_bytes()),
            Content::Stream(_) | Content::Unwritable(_) => false,
        };
        loop {
            let boundary = format!("{:016x}{:016x}", random::bits(), random::bits());
            if !self.0.iter().any(|part| is_in(&part.content, &boundary)) {
                return boundary;
            }
        }
    }

    /// Encodes the body.
    #[inline]
    fn encode(self, boundary: &str) -> Body {
        let mut pieces: Vec<BodyPiece> = Vec::new();
        let mut text = Vec::new();
        for part in self.0 {
            text.extend_from_slice(format!("--{boundary}\r\n{}\r\n", part.head).as_bytes());
            match part.content.take_stream() {
                Some(stream) => {
                    pieces.push(BodyPiece::Whole(std::mem::take(&mut text).into()));
                    pieces.push(BodyPiece::Stream(stream));
                }
                None => {
                    if let Content::Whole(content) = &part.content {
                        text.extend_from_slice(content);
                    }
                }
            }
            text.extend_from_slice(b"\r\n");
        }
        text.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        if pieces.is_empty() {
            return Body::Whole(text.into());
        }
        pieces.push(BodyPiece::Whole(text.into()));
        Body::Stream(Mutex::new(Some(stream(pieces))))
    }
}

/// Escapes a name as browsers do, so that it cannot end its quotes or its line.
#[inline]
fn escaped(name: &str) -> String {
    name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22")
}

/// Collects the parts of an argument: a scalar is a text part, and a list repeats the part.
struct PartSink<'a>(&'a mut Multipart);

impl Sink for PartSink<'_> {
    #[inline]
    fn begin(&mut self, _: &str) -> Result<(), ValueError> {
        Ok(())
    }
    #[inline]
    fn item(&mut self, key: &str, item: Item<'_>) -> Result<(), ValueError> {
        self.0.push(key, Part::text(item.text))
    }
    #[inline]
    fn newtype(&mut self, key: &str, name: &'static str) -> Option<Result<(), ValueError>> {
        let part = Some(name).filter(|name| *name == PART).and_then(|_| Part::passed())?;
        Some(self.0.push(key, part))
    }
    #[inline]
    fn flattened(&self) -> Option<&'static str> {
        Some("Part::json(&value)")
    }
    #[inline]
    fn element(&self) -> Option<&'static str> {
        self.flattened()
    }
}

/// A piece of a body.
enum BodyPiece {
    Whole(Bytes),
    Stream(ByteStream),
}

impl BodyPiece {
    /// Returns the piece for another attempt, or `None` if it can be sent once.
    #[inline]
    fn again(&self) -> Option<Self> {
        Some(match self {
            Self::Whole(whole) => Self::Whole(whole.clone()),
            Self::Stream(stream) => Self::Stream(stream.again()?),
        })
    }

    #[inline]
    fn length(&self) -> Option<u64> {
        match self {
            Self::Whole(whole) => u64::try_from(whole.len()).ok(),
            Self::Stream(stream) => stream.length(),
        }
    }
}

/// Joins pieces. If each can be sent again, so can the whole; if each length is known, so is that of the whole.
#[inline]
fn stream(pieces: Vec<BodyPiece>) -> ByteStream {
    let length: Option<u64> = pieces.iter().map(BodyPiece::length).sum();
    let body = if pieces.iter().all(|piece| piece.again().is_some()) {
        let again = move || pieces.iter().filter_map(BodyPiece::again).collect();
        ByteStream::from_fn(move || Ok(ByteStream::new(Joined(again()))))
    } else {
        ByteStream::new(Joined(pieces.into()))
    };
    match length {
        Some(length) => body.sized(length),
        None => body,
    }
}

/// Pieces one after the other.
struct Joined(VecDeque<BodyPiece>);

impl Stream for Joined {
    type Item = Result<Bytes, BoxError>;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match self.0.front_mut() {
                None => return Poll::Ready(None),
                Some(BodyPiece::Whole(whole)) => {
                    let whole = std::mem::take(whole);
                    self.0.pop_front();
                    return Poll::Ready(Some(Ok(whole)));
                }
                Some(BodyPiece::Stream(stream)) => match ready!(Pin::new(stream).poll_next(context)) {
                    Some(piece) => return Poll::Ready(Some(piece)),
                    None => drop(self.0.pop_front()),
                },
            }
        }
    }
}

//! Request bodies of JSON, text and bytes.

use bytes::Bytes;
use serde::Serialize;

use crate::format::error::ValueError;
use crate::format::json;
use crate::format::scalar::{Item, Sink, Text, TextSerializer};

/// A JSON body: any value that implements `Serialize`.
pub trait JsonBody {
    /// Returns the body, or `None` if the value is absent.
    fn encode(&self) -> Result<Option<Bytes>, ValueError>;
}

impl<T: Serialize> JsonBody for T {
    fn encode(&self) -> Result<Option<Bytes>, ValueError> {
        json::encode(|serializer| self.serialize(serializer))
    }
}

/// A body of JSON lines: any sequence.
pub trait JsonLinesBody {
    /// Returns the body, or `None` if the value is absent.
    fn encode_lines(&self) -> Result<Option<Bytes>, ValueError>;
}

impl<T: Serialize + ?Sized> JsonLinesBody for T {
    #[inline]
    fn encode_lines(&self) -> Result<Option<Bytes>, ValueError> {
        json::lines::encode(self)
    }
}

/// A body of XML.
pub trait XmlBody {
    /// Returns the body, or `None` if the value is absent.
    fn encode_xml(&self) -> Result<Option<Bytes>, ValueError>;
}

#[cfg(feature = "xml")]
impl<T: Serialize + ?Sized> XmlBody for T {
    #[inline]
    fn encode_xml(&self) -> Result<Option<Bytes>, ValueError> {
        crate::format::xml::encode(self)
    }
}

/// A body of bytes, sent unchanged.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a body of bytes",
    label = "not bytes",
    note = "`#[body(bytes)]` takes `&[u8]`, `Vec<u8>`, `Bytes`, `Blob`, `&str`, `String` and `Option`s of them"
)]
pub trait BytesBody {
    /// Returns the bytes, or `None` if the value is absent.
    fn to_body(&self) -> Option<Bytes>;
}

impl BytesBody for [u8] {
    fn to_body(&self) -> Option<Bytes> {
        Some(Bytes::copy_from_slice(self))
    }
}

impl<const N: usize> BytesBody for [u8; N] {
    fn to_body(&self) -> Option<Bytes> {
        self.as_slice().to_body()
    }
}

impl BytesBody for Vec<u8> {
    fn to_body(&self) -> Option<Bytes> {
        self.as_slice().to_body()
    }
}

impl BytesBody for Bytes {
    fn to_body(&self) -> Option<Bytes> {
        Some(self.clone())
    }
}

impl BytesBody for str {
    fn to_body(&self) -> Option<Bytes> {
        self.as_bytes().to_body()
    }
}

impl BytesBody for String {
    fn to_body(&self) -> Option<Bytes> {
        self.as_bytes().to_body()
    }
}

impl BytesBody for crate::Blob {
    fn to_body(&self) -> Option<Bytes> {
        Some(Bytes::from(self.clone()))
    }
}

impl<T: BytesBody + ?Sized> BytesBody for &T {
    fn to_body(&self) -> Option<Bytes> {
        (**self).to_body()
    }
}

impl<T: BytesBody> BytesBody for Option<T> {
    fn to_body(&self) -> Option<Bytes> {
        self.as_ref().and_then(T::to_body)
    }
}

/// Encodes a scalar as text.
pub(crate) fn encode_text(value: &dyn Text) -> Result<Option<Bytes>, ValueError> {
    struct TextSink(Option<String>);
    impl Sink for TextSink {
        fn begin(&mut self, _: &str) -> Result<(), ValueError> {
            self.0 = Some(String::new());
            Ok(())
        }
        fn item(&mut self, _: &str, item: Item<'_>) -> Result<(), ValueError> {
            if item.listed {
                return Err(ValueError::new("is a list, which cannot be sent as a text body"));
            }
            self.0 = Some(item.text.to_owned());
            Ok(())
        }
    }
    let mut sink = TextSink(None);
    value.write(TextSerializer::new(&mut sink, ""))?;
    Ok(sink.0.map(Bytes::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_text_sends_no_body_and_empty_text_an_empty_one() {
        assert_eq!(encode_text(&None::<&str>).unwrap(), None);
        assert_eq!(encode_text(&Some("")).unwrap().as_deref(), Some(b"".as_slice()));
    }
}

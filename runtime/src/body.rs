//! Bodies: what goes out as JSON, form, text or bytes, and how JSON that comes in is read.

use bytes::Bytes;
use serde::Serialize;
use serde::de::{DeserializeOwned, Error as _};

use crate::format::json;
use crate::read_error::ReadError;
use crate::uri;
use crate::value::{Entries, EntriesSerializer, Item, Sink, Text, TextSerializer, ValueError};

pub(crate) mod error;

/// A JSON body: anything that serializes.
pub trait JsonBody {
    /// The body; `None` where the value is absent.
    fn encode(&self) -> Result<Option<Bytes>, ValueError>;
}

impl<T: Serialize> JsonBody for T {
    fn encode(&self) -> Result<Option<Bytes>, ValueError> {
        json::encode(|serializer| self.serialize(serializer))
    }
}

/// A body of bytes, sent as they are.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a body of bytes",
    label = "not bytes",
    note = "`#[body(bytes)]` takes `&[u8]`, `Vec<u8>`, `Bytes`, `Blob`, `&str`, `String` and `Option`s of them"
)]
pub trait BytesBody {
    /// The bytes; `None` where the value is absent.
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

/// Encodes a struct or map as `application/x-www-form-urlencoded`; what JSON has as `null` is an absent one.
pub(crate) fn encode_form(value: &dyn Entries) -> Result<Option<Bytes>, ValueError> {
    struct Form(Option<Vec<u8>>);
    impl Sink for Form {
        fn entries(&mut self) {
            self.0.get_or_insert_default();
        }
        fn begin(&mut self, _: &str) -> Result<(), ValueError> {
            Ok(())
        }
        fn item(&mut self, key: &str, item: Item<'_>) -> Result<(), ValueError> {
            let form = self.0.get_or_insert_default();
            if !form.is_empty() {
                form.push(b'&');
            }
            uri::encode(form, key);
            form.push(b'=');
            uri::encode(form, item.text);
            Ok(())
        }
    }
    let mut form = Form(None);
    value.write(EntriesSerializer::new(&mut form))?;
    Ok(form.0.map(Bytes::from))
}

/// Encodes a scalar as text.
pub(crate) fn encode_text(value: &dyn Text) -> Result<Option<Bytes>, ValueError> {
    struct Plain(Option<String>);
    impl Sink for Plain {
        fn begin(&mut self, _: &str) -> Result<(), ValueError> {
            self.0 = Some(String::new());
            Ok(())
        }
        fn item(&mut self, _: &str, item: Item<'_>) -> Result<(), ValueError> {
            if item.listed {
                return Err(ValueError::new("a list cannot be a text body"));
            }
            self.0 = Some(item.text.to_owned());
            Ok(())
        }
    }
    let mut plain = Plain(None);
    value.write(TextSerializer::new(&mut plain, ""))?;
    Ok(plain.0.map(Bytes::from))
}

/// Reads a JSON body; an empty one reads as `null`.
pub(crate) fn decode_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, ReadError> {
    json::decode_body(text(body)?)
}

/// Looked at as a whole, text is found to be UTF-8 in less time than string by string.
fn text(body: &[u8]) -> Result<&str, ReadError> {
    let text = std::str::from_utf8(body).map_err(ReadError::custom)?;
    // Some services begin with a byte order mark, which readers may pass over (RFC 8259, section 8.1).
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(if text.trim_ascii().is_empty() { "null" } else { text })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn absent_form_is_no_body_and_an_empty_one_is() {
        #[derive(Serialize)]
        struct Empty {}

        let map = BTreeMap::from([("a", "b c")]);
        let none = BTreeMap::<&str, &str>::new();
        let skipped = BTreeMap::from([("a", None::<&str>)]);
        for (form, body) in [
            (&None::<&BTreeMap<&str, &str>> as &dyn Entries, None),
            (&(), None),
            (&Some(&none), Some("")),
            (&skipped, Some("")),
            (&Empty {}, Some("")),
            (&Some(&map), Some("a=b%20c")),
        ] {
            assert_eq!(encode_form(form).unwrap().as_deref(), body.map(str::as_bytes));
        }
    }

    #[test]
    fn absent_text_is_no_body_and_an_empty_one_is() {
        assert_eq!(encode_text(&None::<&str>).unwrap(), None);
        assert_eq!(encode_text(&Some("")).unwrap().as_deref(), Some(b"".as_slice()));
    }
}

//! The members of a JSON object of which nothing is known, each read by itself.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::text;

/// More members of an object are not looked at.
const MAX_MEMBERS: usize = 1000;

/// Whether a body is a JSON object, and not an empty one.
pub(crate) fn has_members(body: &[u8]) -> bool {
    !members(body).is_empty()
}

/// A member of a body, if it is there and can be read as a `T`.
pub(crate) fn member<T: DeserializeOwned>(body: &[u8], name: &str) -> Option<T> {
    let (_, value) = members(body).into_iter().rfind(|(known, _)| known == name)?;
    super::decode_value(value.get()).ok()
}

/// The members of an object, their values as they are written: whatever else is in them, each is read by itself.
pub(crate) fn members(body: &[u8]) -> Vec<(String, &RawValue)> {
    let members = text(body).ok().and_then(|text| serde_json::from_str(text).ok());
    members.map_or_else(Vec::new, |Members(members)| members)
}

/// The members of a value that is an object.
pub(crate) fn nested(value: &RawValue) -> Vec<(String, &RawValue)> {
    object(value.get()).unwrap_or_default()
}

/// The members of a text that is an object.
#[inline]
pub(crate) fn object(text: &str) -> Option<Vec<(String, &RawValue)>> {
    serde_json::from_str(text).ok().map(|Members(members)| members)
}

/// What a value says that is a string.
pub(crate) fn string(value: &RawValue) -> Option<String> {
    let text = Some(value.get()).filter(|text| text.starts_with('"'))?;
    serde_json::from_str(text).ok().map(|Lossy(text)| text)
}

struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members(Vec::new()))
    }
}

impl<'de: 'a, 'a> Visitor<'de> for Members<'a> {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<Self, A::Error> {
        while let Some((Lossy(name), value)) = members.next_entry()? {
            if self.0.len() < MAX_MEMBERS {
                self.0.push((name, value));
            }
        }
        Ok(self)
    }
}

/// A member as it is written.
pub(crate) fn value<'b>(body: &'b [u8], name: &str) -> Option<&'b str> {
    let (_, value) = members(body).into_iter().rfind(|(known, _)| known == name)?;
    Some(value.get())
}

/// A string in which half a surrogate pair does no harm.
struct Lossy(String);

impl<'de> Deserialize<'de> for Lossy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Lossy(String::new()))
    }
}

impl Visitor<'_> for Lossy {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: Error>(self, text: &[u8]) -> Result<Self, E> {
        Ok(Self(String::from_utf8_lossy(text).into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn members_are_those_of_an_object_alone() {
        for body in [
            "",
            "{}",
            "[]",
            "\"code\"",
            "{\"code\":\"a\"",
            "{\"code\":\"a\"} x",
            "\u{1}",
            "<p>",
        ] {
            assert!(!has_members(body.as_bytes()), "{body}");
        }
        assert!(!has_members(b"{\"a\":\"\xff\"}"));
        let body = br#"{"balance":30,"accounts":["/a","/b"],"none":null}"#;
        assert!(has_members(body));
        assert_eq!(member(body, "balance"), Some(30));
        assert_eq!(member(body, "accounts"), Some(["/a".to_owned(), "/b".to_owned()]));
        assert_eq!(member::<String>(body, "balance"), None);
        assert_eq!(member::<Option<u8>>(body, "none"), Some(None));
        assert_eq!(member::<u8>(body, "missing"), None);
        assert_eq!(member::<BTreeMap<String, u8>>(body, "none"), None);
    }
}

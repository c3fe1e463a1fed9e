//! The members of a JSON object of unknown shape. Each member is read independently of the others.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::text;

/// How many members of an object are kept.
const MAX_MEMBERS: usize = 1000;

/// Whether a body is a JSON object with at least one member.
pub(crate) fn has_members(body: &[u8]) -> bool {
    !members_of(body).is_empty()
}

/// Returns a member of a body if it exists and can be read as a `T`.
pub(crate) fn member<T: DeserializeOwned>(body: &[u8], name: &str) -> Option<T> {
    super::decode_value(value(body, name)?).ok()
}

/// Returns the JSON text of a member.
pub(crate) fn value<'b>(body: &'b [u8], name: &str) -> Option<&'b str> {
    let (_, value) = members_of(body).into_iter().rfind(|(known, _)| known == name)?;
    Some(value.get())
}

fn members_of(body: &[u8]) -> Vec<(String, &RawValue)> {
    text(body).map_or_else(|_| Vec::new(), members)
}

/// Returns the members of a text that is an object, with the JSON text of their values; no members of any other text.
pub(crate) fn members(text: &str) -> Vec<(String, &RawValue)> {
    object(text).unwrap_or_default()
}

/// Returns the members of a text, or `None` if it is not an object.
#[inline]
pub(crate) fn object(text: &str) -> Option<Vec<(String, &RawValue)>> {
    serde_json::from_str(text).ok().map(|RawMembers(members)| members)
}

/// Returns the first element of a list.
pub(crate) fn first(list: &str) -> Option<&RawValue> {
    // Any other value need not be read to its end.
    let list = Some(list).filter(|list| list.trim_ascii_start().starts_with('['))?;
    serde_json::from_str::<Vec<&RawValue>>(list).ok()?.first().copied()
}

/// Returns the value at a path of a body, such as `errors[0].code`.
#[inline]
pub(crate) fn at<'b>(body: &'b [u8], path: &str) -> Option<&'b RawValue> {
    within(serde_json::from_str(text(body).ok()?).ok()?, path)
}

/// Returns the value at a path of a value.
#[inline]
pub(crate) fn within<'v>(mut value: &'v RawValue, path: &str) -> Option<&'v RawValue> {
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        value = match step.strip_suffix(']') {
            Some(index) => {
                let list: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
                *list.get(index.parse::<usize>().ok()?)?
            }
            None => members(value.get()).into_iter().rfind(|(name, _)| name == step)?.1,
        };
    }
    Some(value)
}

/// Returns the text of a value that is a string.
pub(crate) fn string(value: &RawValue) -> Option<String> {
    let text = Some(value.get()).filter(|text| text.starts_with('"'))?;
    serde_json::from_str(text).ok().map(|Lossy(text)| text)
}

/// Returns the digits of a value that is a whole number.
pub(crate) fn integer(value: &RawValue) -> Option<&str> {
    let digits = value.get().strip_prefix('-').unwrap_or(value.get());
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(value.get())
}

/// Returns the text of a value that is a string or a whole number.
#[inline]
pub(crate) fn scalar(value: &RawValue) -> Option<String> {
    string(value).or_else(|| integer(value).map(str::to_owned))
}

struct RawMembers<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for RawMembers<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self(Vec::new()))
    }
}

impl<'de: 'a, 'a> Visitor<'de> for RawMembers<'a> {
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

/// A string that may contain an unpaired surrogate.
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
    fn only_an_object_has_members() {
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

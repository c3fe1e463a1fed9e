//! Bodies of errors, of which nothing is known before they come.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::de::value::{Error as ValueError, UnitDeserializer};

use super::{json, text};

mod xml;

pub(crate) use json::rewrite_escaped;

/// A body that is longer than this, in bytes, is not parsed.
const LONGEST: usize = 1 << 20;

/// The members that are strings.
#[derive(Clone)]
pub(crate) struct Texts(Vec<(String, String)>);

impl Texts {
    /// Those of a JSON object, and those of its member `error`, in which many APIs keep all they say, as `error.code`; or
    /// those of an XML error, under the names that they have in JSON.
    pub(crate) fn of(body: &[u8]) -> Self {
        let mut texts = Vec::new();
        for (name, value) in members(body) {
            if let Some(text) = json::string(value) {
                texts.push((name.into_owned(), text));
            } else if name == "error" {
                let inner = json::members(value).unwrap_or_default().into_iter();
                texts.extend(inner.filter_map(|(name, value)| Some((format!("error.{name}"), json::string(value)?))));
            }
        }
        if texts.is_empty() {
            texts.extend(short_text(body).into_iter().flat_map(xml::texts));
        }
        Self(texts)
    }

    /// The text of this name; of several, the last one that is a string.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let (_, text) = self.0.iter().rfind(|(known, _)| known == name)?;
        Some(text)
    }
}

/// Whether a body is a JSON object, and not an empty one.
pub(crate) fn has_members(body: &[u8]) -> bool {
    !members(body).is_empty()
}

/// A member of a body, if it is there and can be read as a `T`.
pub(crate) fn member<T: DeserializeOwned>(body: &[u8], name: &str) -> Option<T> {
    match value(body, name)? {
        // Which is no absent body here, that structs would be made of.
        "null" => T::deserialize(UnitDeserializer::<ValueError>::new()).ok(),
        value => json::decode(value).ok(),
    }
}

/// A JSON object with its member `message` also as `Message`, or the other way round; `None` where it has none or both.
#[inline]
pub(crate) fn with_both_messages(body: &[u8]) -> Option<String> {
    let (name, value) = match (value(body, "message"), value(body, "Message")) {
        (Some(value), None) => ("Message", value),
        (None, Some(value)) => ("message", value),
        _ => return None,
    };
    let members = text(body).ok()?.trim_end().strip_suffix('}')?;
    Some(format!(r#"{members},"{name}":{value}}}"#))
}

fn value<'b>(body: &'b [u8], name: &str) -> Option<&'b str> {
    let (_, value) = members(body).into_iter().rfind(|(known, _)| known == name)?;
    Some(value)
}

/// The members of an object, their values as they are written.
fn members(body: &[u8]) -> Vec<(Cow<'_, str>, &str)> {
    let members = short_text(body).and_then(|text| json::members(text).ok());
    members.unwrap_or_default()
}

fn short_text(body: &[u8]) -> Option<&str> {
    text(body).ok().filter(|text| text.len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn texts_are_found_beside_whatever_else_there_is() {
        let texts =
            Texts::of(br#" {"code":"a\u0062","n":[{"code":"x"}],"message":null,"m\u0065":"last","me":"l\"st"} "#);
        assert_eq!(texts.get("code"), Some("ab"));
        assert_eq!(texts.get("me"), Some("l\"st"));
        for name in ["n", "message", "none"] {
            assert_eq!(texts.get(name), None);
        }
    }

    #[test]
    fn texts_of_an_error_object_are_found_under_its_name() {
        let texts = Texts::of(br#"{"error":{"code":"card_declined","param":null,"more":{"code":"x"}},"code":"outer"}"#);
        assert_eq!(texts.get("error.code"), Some("card_declined"));
        assert_eq!(texts.get("code"), Some("outer"));
        for name in ["error", "error.param", "error.more", "more.code"] {
            assert_eq!(texts.get(name), None);
        }
    }

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

    #[test]
    fn message_is_written_in_both_cases_unless_it_is() {
        for (body, both) in [
            (r#"{"Message":"a"}"#, Some(r#"{"Message":"a","message":"a"}"#)),
            (
                "\u{feff} {\"a\":{\"Message\":1},\"mess\\u0061ge\":{\"b\":\"}\"} } \n",
                Some(" {\"a\":{\"Message\":1},\"mess\\u0061ge\":{\"b\":\"}\"} ,\"Message\":{\"b\":\"}\"}}"),
            ),
            (r#"{"Message":"a","message":null}"#, None),
            (r#"{"a":{"Message":"a"}}"#, None),
            (r#"["Message"]"#, None),
            (r#"{"Message":"a"} x"#, None),
            ("", None),
        ] {
            assert_eq!(with_both_messages(body.as_bytes()).as_deref(), both, "{body}");
        }
    }

    #[test]
    fn strings_with_escapes_are_rewritten_and_all_else_stays() {
        fn stars(text: &str) -> Cow<'_, str> {
            if text.contains("key") {
                Cow::Owned(text.replace("key", "*"))
            } else {
                Cow::Borrowed(text)
            }
        }
        for (text, rewritten) in [
            (r#"{"b":"the \u006bey\n","a":1.50}"#, r#"{"b":"the *\n","a":1.50}"#),
            (r#"["key","\"key"]"#, r#"["key","\"*"]"#),
            (r#"{"\u006bey":"\u0041"}"#, r#"{"*":"\u0041"}"#),
            (r#"no JSON "\u006bey" "\u006bey"#, r#"no JSON "*" "*""#),
            (r#"["\ud800","\u006bey"]"#, r#"["\ud800","*"]"#),
            (r#"["\ud800\u006bey\x"]"#, r#"["\\ud800*\\x"]"#),
            ("[\"\u{1}\\u006bey\",\"\\u006bey\"]", "[\"\\u0001*\",\"*\"]"),
            (r"\", r"\"),
        ] {
            assert_eq!(rewrite_escaped(text, &stars), rewritten);
        }
        // In time that grows with the text, and not with its square.
        let hostile = format!("[\"{}\\u006bey", r"\x".repeat(1 << 19));
        assert!(rewrite_escaped(&hostile, &stars).ends_with("*\""));
    }
}

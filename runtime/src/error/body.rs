//! Bodies of errors, of which nothing is known before they come.

use crate::format::json::object::{members, nested, string};
use crate::format::json::text;

mod xml;

/// The members that are strings.
#[derive(Clone)]
pub(crate) struct StringMembers(Vec<(String, String)>);

impl StringMembers {
    /// Those of a JSON object, and those of its member `error`, in which many APIs keep all they say, as `error.code`; or
    /// those of an XML error, under the names that they have in JSON.
    pub(crate) fn of(body: &[u8]) -> Self {
        let mut texts = Vec::new();
        for (name, value) in members(body) {
            if let Some(text) = string(value) {
                texts.push((name, text));
            } else if name == "error" {
                let inner = nested(value);
                texts.extend(
                    inner
                        .into_iter()
                        .filter_map(|(name, value)| Some((format!("error.{name}"), string(value)?))),
                );
            }
        }
        if texts.is_empty() {
            texts.extend(text(body).ok().into_iter().flat_map(xml::texts));
        }
        Self(texts)
    }

    /// The text of this name; of several, the last one that is a string.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let (_, text) = self.0.iter().rfind(|(known, _)| known == name)?;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_beside_whatever_else_there_is() {
        let texts = StringMembers::of(
            br#" {"code":"a\u0062","n":[{"code":"x"}],"message":null,"m\u0065":"last","me":"l\"st"} "#,
        );
        assert_eq!(texts.get("code"), Some("ab"));
        assert_eq!(texts.get("me"), Some("l\"st"));
        for name in ["n", "message", "none"] {
            assert_eq!(texts.get(name), None);
        }
    }

    #[test]
    fn texts_of_an_error_object_are_found_under_its_name() {
        let texts =
            StringMembers::of(br#"{"error":{"code":"card_declined","param":null,"more":{"code":"x"}},"code":"outer"}"#);
        assert_eq!(texts.get("error.code"), Some("card_declined"));
        assert_eq!(texts.get("code"), Some("outer"));
        for name in ["error", "error.param", "error.more", "more.code"] {
            assert_eq!(texts.get(name), None);
        }
    }
}

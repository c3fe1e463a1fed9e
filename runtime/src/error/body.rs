//! Error bodies, whose shape is unknown in advance.

use crate::format::json::object::{members, nested, string};
use crate::format::json::text;

mod xml;

/// The string members of an error body, by name.
#[derive(Clone)]
pub(crate) struct StringMembers(Vec<(String, String)>);

impl StringMembers {
    /// Reads the members of a JSON object, and those of its member `error`, which many APIs use, under names like
    /// `error.code`; or the elements of an XML error, under their names in JSON.
    pub(crate) fn of(body: &[u8]) -> Self {
        let mut found = Vec::new();
        for (name, value) in members(body) {
            if let Some(text) = string(value) {
                found.push((name, text));
            } else if name == "error" {
                let inner = nested(value);
                found.extend(
                    inner
                        .into_iter()
                        .filter_map(|(name, value)| Some((format!("error.{name}"), string(value)?))),
                );
            }
        }
        if found.is_empty() {
            found.extend(text(body).ok().into_iter().flat_map(xml::texts));
        }
        Self(found)
    }

    /// Returns the text of the last string member of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let (_, text) = self.0.iter().rfind(|(known, _)| known == name)?;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_beside_members_of_other_types() {
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
    fn strings_of_an_error_object_are_found_under_its_name() {
        let texts =
            StringMembers::of(br#"{"error":{"code":"card_declined","param":null,"more":{"code":"x"}},"code":"outer"}"#);
        assert_eq!(texts.get("error.code"), Some("card_declined"));
        assert_eq!(texts.get("code"), Some("outer"));
        for name in ["error", "error.param", "error.more", "more.code"] {
            assert_eq!(texts.get(name), None);
        }
    }
}

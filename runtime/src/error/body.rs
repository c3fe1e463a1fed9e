//! Error bodies, whose shape is unknown in advance.

use serde_json::value::RawValue;

use crate::format::json::object::{first, integer, members, string};
use crate::format::json::text;

mod xml;

/// The members of an error body that are strings or whole numbers, by name.
#[derive(Clone, Default)]
pub(crate) struct ScalarMembers {
    strings: Vec<(String, String)>,
    integers: Vec<(String, String)>,
}

impl ScalarMembers {
    /// Reads the members of a JSON object; those of its member `error`, under names like `error.code`; those of the first
    /// of its `errors`, under names like `errors[0].code`; those of the first object of a list, under names like
    /// `[0].code`; or the elements of an XML error, under their names in JSON.
    pub(crate) fn of(body: &[u8]) -> Self {
        let mut found = Self::default();
        let Ok(text) = text(body) else {
            return found;
        };
        for (name, value) in members(text) {
            match &*name {
                "error" => found.extend("error.", Some(value)),
                "errors" => found.extend("errors[0].", first(value.get())),
                _ => {}
            }
            found.push(name, value);
        }
        found.extend("[0].", first(text));
        if found.strings.is_empty() {
            found.strings.extend(xml::texts(text));
        }
        found
    }

    /// Adds the members of an object.
    fn extend(&mut self, prefix: &str, object: Option<&RawValue>) {
        for (name, value) in object.map_or_else(Vec::new, |object| members(object.get())) {
            self.push(format!("{prefix}{name}"), value);
        }
    }

    fn push(&mut self, name: String, value: &RawValue) {
        if let Some(text) = string(value) {
            self.strings.push((name, text));
        } else if let Some(digits) = integer(value) {
            self.integers.push((name, digits.to_owned()));
        }
    }

    /// Returns the text of the last string member of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        last(&self.strings, name)
    }

    /// Returns the digits of the last member of this name that is a whole number.
    pub(crate) fn integer(&self, name: &str) -> Option<&str> {
        last(&self.integers, name)
    }
}

fn last<'a>(members: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let (_, text) = members.iter().rfind(|(known, _)| known == name)?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_beside_members_of_any_type() {
        let texts = ScalarMembers::of(
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
            ScalarMembers::of(br#"{"error":{"code":"card_declined","param":null,"more":{"code":"x"}},"code":"outer"}"#);
        assert_eq!(texts.get("error.code"), Some("card_declined"));
        assert_eq!(texts.get("code"), Some("outer"));
        for name in ["error", "error.param", "error.more", "more.code"] {
            assert_eq!(texts.get(name), None);
        }
    }

    #[test]
    fn members_of_the_first_of_several_errors_are_found_under_its_index() {
        let texts = ScalarMembers::of(br#"{"errors":[{"code":"A","n":-7,"f":1.5},{"code":"B"}]}"#);
        assert_eq!(texts.get("errors[0].code"), Some("A"));
        assert_eq!(texts.integer("errors[0].n"), Some("-7"));
        assert_eq!(texts.integer("errors[0].f"), None);
        let texts = ScalarMembers::of(br#"[{"errorCode":"A"},{"errorCode":"B"}]"#);
        assert_eq!(texts.get("[0].errorCode"), Some("A"));
        for body in [
            "[]",
            "[1]",
            r#"{"errors":[]}"#,
            r#"{"errors":{"a":"b"}}"#,
            r#"[{"a":"b"}"#,
        ] {
            let texts = ScalarMembers::of(body.as_bytes());
            assert!(texts.strings.is_empty() && texts.integers.is_empty(), "{body}");
        }
    }
}

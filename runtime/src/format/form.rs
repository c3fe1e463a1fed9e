//! Forms by `serde_urlencoded`: `application/x-www-form-urlencoded` of the WHATWG URL Standard.

use bytes::Bytes;
use serde_json::Value;

use super::entries::{Entries, EntriesSerializer};
use super::error::ValueError;
use super::nested::{self, Nested, Style};
use super::scalar::{Item, Sink};

/// Encodes a struct, a map or a list of pairs. Returns `None` for a value that JSON writes as `null`.
pub(crate) fn encode(value: &dyn Entries) -> Result<Option<Bytes>, ValueError> {
    let mut sink = FormSink(None);
    value.write(EntriesSerializer::new(&mut sink))?;
    sink.encode()
}

/// Encodes a value of any depth with keys in brackets.
#[inline]
pub(crate) fn encode_brackets(value: &dyn Nested) -> Result<Option<Bytes>, ValueError> {
    let mut sink = FormSink(None);
    nested::write(value, &mut sink, "", Style::Brackets)?;
    sink.encode()
}

/// Encodes a value of any depth as AWS's query protocol has it, after constant fields, which are encoded.
#[inline]
pub(crate) fn encode_members(constants: &'static str, value: &dyn Nested) -> Result<Option<Bytes>, ValueError> {
    let mut sink = FormSink(None);
    nested::write(value, &mut sink, "", Style::Members)?;
    let form = sink.encode()?;
    Ok(match form {
        None if constants.is_empty() => None,
        Some(form) if constants.is_empty() => Some(form),
        Some(form) if !form.is_empty() => Some([constants.as_bytes(), b"&", &form].concat().into()),
        _ => Some(Bytes::from_static(constants.as_bytes())),
    })
}

/// Sets the only field of this name to a scalar in JSON, after the other fields.
#[inline]
pub(crate) fn set_field(form: &[u8], name: &str, value: &str) -> Option<Bytes> {
    let value = match serde_json::from_str(value).ok()? {
        Value::String(text) => text,
        value @ (Value::Number(_) | Value::Bool(_)) => value.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    let mut fields: Vec<(String, String)> = serde_urlencoded::from_bytes(form).ok()?;
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value));
    Some(serde_urlencoded::to_string(fields).ok()?.into())
}

/// The pairs of a form, or `None` as long as the value is absent.
struct FormSink(Option<Vec<(String, String)>>);

impl FormSink {
    fn encode(self) -> Result<Option<Bytes>, ValueError> {
        let Some(pairs) = self.0 else { return Ok(None) };
        let form = serde_urlencoded::to_string(pairs).map_err(|error| ValueError::new(error.to_string()))?;
        Ok(Some(form.into()))
    }
}

impl Sink for FormSink {
    fn entries(&mut self) {
        self.0.get_or_insert_default();
    }
    fn begin(&mut self, _: &str) -> Result<(), ValueError> {
        Ok(())
    }
    fn item(&mut self, key: &str, item: Item<'_>) -> Result<(), ValueError> {
        let pair = (key.to_owned(), item.text.to_owned());
        self.0.get_or_insert_default().push(pair);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::*;

    #[test]
    fn absent_form_sends_no_body_and_empty_form_an_empty_one() {
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
            (&Some(&map), Some("a=b+c")),
        ] {
            assert_eq!(encode(form).unwrap().as_deref(), body.map(str::as_bytes));
        }
    }

    #[test]
    fn field_of_a_form_is_set_to_a_scalar() {
        for (form, value, expected) in [
            ("", "\"x\"", Some("b=x")),
            ("b=1&a=%20&b=2", "\"x y\"", Some("a=+&b=x+y")),
            ("a=1", "7", Some("a=1&b=7")),
            ("a=1", "true", Some("a=1&b=true")),
            ("a=1", "null", None),
            ("a=1", "[1]", None),
            ("a=1", "{\"c\":1}", None),
        ] {
            let set = set_field(form.as_bytes(), "b", value);
            assert_eq!(set.as_deref(), expected.map(str::as_bytes), "{form} {value}");
        }
    }
}

//! Forms by `serde_urlencoded`: `application/x-www-form-urlencoded` of the WHATWG URL Standard.

use bytes::Bytes;

use super::brackets::{self, Nested};
use super::entries::{Entries, EntriesSerializer};
use super::error::ValueError;
use super::scalar::{Item, Sink};

/// Encodes a struct, a map or a list of pairs. Returns `None` for a value that JSON writes as `null`.
pub(crate) fn encode(value: &dyn Entries) -> Result<Option<Bytes>, ValueError> {
    let mut sink = FormSink(None);
    value.write(EntriesSerializer::new(&mut sink))?;
    sink.encode()
}

/// Encodes a value of any depth with keys in brackets.
#[inline]
pub(crate) fn encode_nested(value: &dyn Nested) -> Result<Option<Bytes>, ValueError> {
    let mut sink = FormSink(None);
    brackets::write(value, &mut sink, "")?;
    sink.encode()
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
}

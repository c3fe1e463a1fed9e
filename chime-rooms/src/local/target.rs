//! The target of a request: the path, still encoded, and the decoded query parameters.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// A request target in origin form. Only percent-encoding is decoded; a `+` stays a plus sign.
pub(super) struct Target<'a> {
    pub(super) path: &'a str,
    pub(super) query: Vec<Parameter<'a>>,
}

/// A decoded query parameter, which need not be UTF-8.
pub(super) struct Parameter<'a> {
    pub(super) key: Cow<'a, [u8]>,
    pub(super) value: Cow<'a, [u8]>,
}

impl<'a> Target<'a> {
    pub(super) fn parse(target: &'a str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let query = query
            .split('&')
            .filter(|parameter| !parameter.is_empty())
            .map(Parameter::parse)
            .collect();
        Self { path, query }
    }

    /// Returns the values of a parameter, in order.
    pub(super) fn values(&self, name: &str) -> impl Iterator<Item = &[u8]> {
        let named = self
            .query
            .iter()
            .filter(move |parameter| *parameter.key == *name.as_bytes());
        named.map(|parameter| parameter.value.as_ref())
    }
}

impl<'a> Parameter<'a> {
    fn parse(parameter: &'a str) -> Self {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        Self {
            key: percent_decode_str(key).into(),
            value: percent_decode_str(value).into(),
        }
    }
}

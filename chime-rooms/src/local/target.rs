//! The target of a request, taken apart: the path as it was sent, and the parameters of the query, decoded.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// A request target in origin form. A `+` in it is a plus: nothing but percent-encoding is undone.
pub(super) struct Target<'a> {
    pub(super) path: &'a str,
    pub(super) query: Vec<(Cow<'a, [u8]>, Cow<'a, [u8]>)>,
}

impl<'a> Target<'a> {
    pub(super) fn parse(target: &'a str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let query = query
            .split('&')
            .filter(|parameter| !parameter.is_empty())
            .map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")))
            .map(|(key, value)| (percent_decode_str(key).into(), percent_decode_str(value).into()))
            .collect();
        Self { path, query }
    }

    /// Answers the values of a parameter, in their order.
    pub(super) fn values(&self, name: &str) -> impl Iterator<Item = &[u8]> {
        self.query
            .iter()
            .filter(move |(key, _)| **key == *name.as_bytes())
            .map(|(_, value)| value.as_ref())
    }
}

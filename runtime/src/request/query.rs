//! Sinks that write arguments into the query of a URL.

use crate::format::error::ValueError;
use crate::format::scalar::{Item, Sink};
use crate::text::percent;

/// Writes the items of a list into one query parameter.
pub(super) struct JoinedSink<'a> {
    pub(super) query: QuerySink<'a>,
    pub(super) separator: &'static str,
    pub(super) begun: bool,
}

impl Sink for JoinedSink<'_> {
    fn begin(&mut self, _: &str) -> Result<(), ValueError> {
        Ok(())
    }
    fn item(&mut self, key: &str, item: Item<'_>) -> Result<(), ValueError> {
        if std::mem::replace(&mut self.begun, true) {
            self.query.url.extend_from_slice(self.separator.as_bytes());
            percent::encode(self.query.url, item.text);
            return Ok(());
        }
        self.query.item(key, item)
    }
    fn flattened(&self) -> Option<&'static str> {
        self.query.flattened()
    }
}

/// Writes query parameters into the URL.
pub(super) struct QuerySink<'a> {
    pub(super) url: &'a mut Vec<u8>,
    pub(super) separator: &'a mut u8,
    pub(super) overridden: &'a dyn Fn(&str) -> bool,
}

impl Sink for QuerySink<'_> {
    fn begin(&mut self, _: &str) -> Result<(), ValueError> {
        Ok(())
    }
    fn item(&mut self, key: &str, item: Item<'_>) -> Result<(), ValueError> {
        if (self.overridden)(key) {
            return Ok(());
        }
        self.url.push(*self.separator);
        *self.separator = b'&';
        percent::encode(self.url, key);
        self.url.push(b'=');
        percent::encode(self.url, item.text);
        Ok(())
    }
    fn flattened(&self) -> Option<&'static str> {
        Some("#[query(flatten)]")
    }
}

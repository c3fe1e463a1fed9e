//! Header fields (RFC 9110, section 5): joining and splitting lists, and the names that are reserved for the runtime.

use http::header::{self, HeaderMap, HeaderName, HeaderValue};

use crate::format::error::ValueError;
use crate::format::scalar::{Item, Sink};
use crate::text::http_date::is_weekday;

/// The maximum number of headers of a request. Servers accept about a hundred; a `HeaderMap` holds up to 32,768.
pub(crate) const MAX_HEADERS: usize = 1000;

/// Whether only the runtime or the transport may set a header.
pub(crate) fn is_reserved(name: &HeaderName) -> bool {
    const RESERVED: [HeaderName; 10] = [
        header::AUTHORIZATION,
        header::CONNECTION,
        header::CONTENT_LENGTH,
        header::EXPECT,
        header::HOST,
        header::PROXY_AUTHORIZATION,
        header::TE,
        header::TRAILER,
        header::TRANSFER_ENCODING,
        header::UPGRADE,
    ];
    RESERVED.contains(name)
        || matches!(
            name.as_str(),
            "amz-sdk-invocation-id"
                | "amz-sdk-request"
                | "keep-alive"
                | "proxy-connection"
                | "x-amz-content-sha256"
                | "x-amz-date"
                | "x-amz-security-token"
        )
}

/// Returns the media type of a body (RFC 9110, section 8.3), without parameters.
pub(crate) fn media_type(headers: &HeaderMap) -> Option<&str> {
    let content_type = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    Some(content_type.split(';').next().unwrap_or("").trim())
}

/// Returns the charset of a text body (RFC 9110, section 8.3.2).
#[inline]
pub(crate) fn charset(headers: &HeaderMap) -> Option<&str> {
    let content_type = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let mut parameters = content_type.split(';').skip(1).filter_map(|pair| pair.split_once('='));
    let (_, charset) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(charset.trim().trim_matches('"'))
}

/// Collects header fields, and joins the elements of a list by `, `.
pub(crate) struct HeaderSink<'a> {
    headers: &'a mut HeaderMap,
    prefix: &'static str,
    pending: Option<(HeaderName, String, Listed)>,
}

/// Whether the pending value has elements.
#[derive(PartialEq)]
enum Listed {
    Empty,
    Filled,
}

impl<'a> HeaderSink<'a> {
    pub(crate) fn new(headers: &'a mut HeaderMap, prefix: &'static str) -> Self {
        Self {
            headers,
            prefix,
            pending: None,
        }
    }

    /// Writes the pending header. Must be called once the value has been written.
    pub(crate) fn finish(&mut self) -> Result<(), ValueError> {
        if let Some((name, value, _)) = self.pending.take() {
            let value = HeaderValue::try_from(value).map_err(|_| {
                ValueError::new(format!(
                    "the value of header `{name}` contains a control character, such as CR, LF or NUL"
                ))
            })?;
            if self.headers.len() >= MAX_HEADERS {
                return Err(ValueError::new(format!("exceeds the limit of {MAX_HEADERS} headers")));
            }
            self.headers.insert(name, value);
        }
        Ok(())
    }

    fn name(&self, key: &str) -> Result<HeaderName, ValueError> {
        let parsed = if self.prefix.is_empty() {
            HeaderName::from_bytes(key.as_bytes())
        } else {
            HeaderName::try_from(format!("{}{key}", self.prefix))
        };
        match parsed {
            Ok(name) if is_reserved(&name) => Err(ValueError::new(format!(
                "header `{name}` is set by the client itself; remove it"
            ))),
            Ok(name) => Ok(name),
            Err(_) => Err(ValueError::new(format!(
                "{:?} is not a valid header name",
                format!("{}{key}", self.prefix)
            ))),
        }
    }
}

impl Sink for HeaderSink<'_> {
    fn begin(&mut self, key: &str) -> Result<(), ValueError> {
        self.finish()?;
        self.pending = Some((self.name(key)?, String::new(), Listed::Empty));
        Ok(())
    }

    fn item(&mut self, _: &str, item: Item<'_>) -> Result<(), ValueError> {
        if let Some((name, value, listed)) = &mut self.pending {
            if *listed == Listed::Filled {
                value.push_str(", ");
            }
            *listed = Listed::Filled;
            let is_plain = !item.listed || item.http_date || !item.text.contains([',', '"']);
            if is_plain || takes_entity_tags(name) && is_entity_tag(item.text) {
                value.push_str(item.text);
            } else {
                push_quoted(value, item.text);
            }
        }
        Ok(())
    }

    fn flattened(&self) -> Option<&'static str> {
        Some("#[header(prefix = \"\")]")
    }
}

/// Whether the elements of a header are entity tags (RFC 9110, sections 13.1.1 and 13.1.2).
fn takes_entity_tags(name: &HeaderName) -> bool {
    [header::IF_MATCH, header::IF_NONE_MATCH].contains(name)
}

/// Whether a text is an entity tag, which includes its quotes (RFC 9110, section 8.8.3).
fn is_entity_tag(text: &str) -> bool {
    let opaque = text.strip_prefix("W/").unwrap_or(text);
    let inner = opaque.strip_prefix('"').and_then(|opaque| opaque.strip_suffix('"'));
    inner.is_some_and(|inner| !inner.contains(['"', ' ']))
}

/// Appends a quoted-string (RFC 9110, section 5.6.4).
fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out.push('"');
}

/// Splits the value of a list header into its unquoted elements. An http-date keeps its comma. Empty elements are ignored
/// unless they are quoted (RFC 9110, section 5.6.1.2).
#[inline]
pub(crate) fn split_list(value: &str) -> Vec<String> {
    let mut elements = Vec::new();
    let mut rest = value.trim();
    while !rest.is_empty() {
        if let Some(tail) = rest.strip_prefix(',') {
            rest = tail.trim_start();
            continue;
        }
        let (element, tail) = if let Some(quoted) = rest.strip_prefix('"') {
            take_quoted(quoted)
        } else {
            let end = plain_end(rest);
            let (element, tail) = rest.split_at(end);
            (element.trim_end().to_owned(), tail)
        };
        elements.push(element);
        // Text between a quoted element and the next comma has no meaning.
        rest = tail
            .find(',')
            .and_then(|comma| tail.get(comma + 1..))
            .unwrap_or("")
            .trim_start();
    }
    elements
}

/// Returns the end of an unquoted element: its comma, or the second one if the first belongs to an http-date. It reads
/// no further, so that a list is split in linear time.
fn plain_end(text: &str) -> usize {
    let mut parts = text.split(',');
    let element = parts.next().unwrap_or_default();
    match parts.next() {
        Some(date) if is_weekday(element) && date.trim().ends_with(" GMT") => element.len() + 1 + date.len(),
        _ => element.len(),
    }
}

/// Reads up to the closing quote and undoes backslash escapes. Returns the element and the text after the quote.
#[inline]
pub(crate) fn take_quoted(text: &str) -> (String, &str) {
    let mut element = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => element.extend(characters.next()),
            other => element.push(other),
        }
    }
    (element, characters.as_str())
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;
    use crate::format::scalar::TextSerializer;

    fn written<T: Serialize>(value: T) -> Option<String> {
        let mut headers = HeaderMap::new();
        let mut sink = HeaderSink::new(&mut headers, "");
        value.serialize(TextSerializer::new(&mut sink, "x-list")).unwrap();
        sink.finish().unwrap();
        headers.get("x-list").map(|value| value.to_str().unwrap().to_owned())
    }

    #[test]
    fn elements_with_comma_or_quote_are_quoted_and_reading_undoes_it() {
        let elements = ["a", "b,c", "say \"hi\"", "back\\slash", ""];
        let value = written(elements.as_slice()).unwrap();
        assert_eq!(value, r#"a, "b,c", "say \"hi\"", back\slash, "#);
        assert_eq!(
            split_list(r#"a, "b,c", "say \"hi\"", back\slash"#),
            ["a", "b,c", "say \"hi\"", "back\\slash"]
        );
    }

    #[test]
    fn scalars_are_not_quoted_and_absent_values_are_not_written() {
        assert_eq!(written("a, \"b\"").unwrap(), "a, \"b\"");
        assert_eq!(written(None::<&str>), None);
        assert_eq!(written(Vec::<&str>::new()).unwrap(), "");
        assert_eq!(written("").unwrap(), "");
    }

    #[test]
    fn http_dates_keep_their_comma() {
        assert_eq!(
            split_list("Mon, 16 Dec 2019 23:48:18 GMT, Tue, 17 Dec 2019 23:48:18 GMT"),
            ["Mon, 16 Dec 2019 23:48:18 GMT", "Tue, 17 Dec 2019 23:48:18 GMT"]
        );
        assert_eq!(
            split_list("Sunday, 06-Nov-94 08:49:37 GMT, Sun Nov  6 08:49:37 1994, x"),
            ["Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "x"]
        );
        assert_eq!(split_list("Mon, Tue"), ["Mon", "Tue"]);
        assert_eq!(split_list("Mon, GMT"), ["Mon", "GMT"]);
        assert_eq!(
            split_list("Mon, Tue, Wed, 17 Dec 2019 23:48:18 GMT"),
            ["Mon", "Tue", "Wed, 17 Dec 2019 23:48:18 GMT"]
        );
    }

    #[test]
    fn empty_elements_are_ignored_unless_they_are_quoted() {
        assert_eq!(split_list("a,,b"), ["a", "b"]);
        assert_eq!(split_list(r#" , a , ,"b",, "" , c ,"#), ["a", "b", "", "c"]);
        assert!(split_list(", ,").is_empty());
    }

    #[test]
    fn long_lists_are_split_in_linear_time() {
        // In quadratic time, each list would take minutes.
        for (element, elements) in [
            ("Mon,", 100_000),
            ("Mon, ", 100_000),
            ("\"\",", 100_000),
            (",", 0),
            (" ", 0),
        ] {
            let list = element.repeat(100_000);
            assert_eq!(split_list(&list).len(), elements);
            assert_eq!(split_list(&(list + "GMT")).len(), elements + 1);
        }
    }
}

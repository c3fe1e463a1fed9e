//! The canonical query: percent-encoded, and sorted by key, then value.

use std::borrow::Cow;

use percent_encoding::percent_encode_byte;

use crate::text::percent;

/// Appends the query, sorted by key, then value. Parameters that this crate wrote are in canonical form; others, such as
/// those of a link to the next page, are converted to it.
pub(super) fn push(out: &mut Vec<u8>, query: &[u8]) {
    if is_canonical(query) {
        out.extend_from_slice(query);
        return;
    }
    let pairs = query.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| split_once(pair, b'=').unwrap_or((pair, b"")));
    let mut pairs: Vec<_> = pairs.map(|(key, value)| (recode(key), recode(value))).collect();
    pairs.sort_unstable();
    for (index, (key, value)) in pairs.iter().enumerate() {
        if index > 0 {
            out.push(b'&');
        }
        out.extend_from_slice(key);
        out.push(b'=');
        out.extend_from_slice(value);
    }
}

/// Whether a query is in canonical form.
fn is_canonical(query: &[u8]) -> bool {
    let mut last = (&b""[..], &b""[..]);
    let mut rest = Some(query).filter(|query| !query.is_empty());
    while let Some(pair) = rest {
        let (key, [b'=', tail @ ..]) = split_encoded(pair) else {
            return false;
        };
        let (value, tail) = split_encoded(tail);
        if (key, value) < last {
            return false;
        }
        last = (key, value);
        rest = match tail {
            [] => None,
            [b'&', next @ ..] => Some(next),
            _ => return false,
        };
    }
    true
}

/// Splits a text at the first occurrence of a byte.
fn split_once(text: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let at = text.iter().position(|other| *other == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Splits a text at the end of its canonical part, in which everything but unreserved characters is percent-encoded in
/// upper case.
fn split_encoded(text: &[u8]) -> (&[u8], &[u8]) {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| !percent::is_unreserved(*byte)) {
        match rest.split_at(at).1 {
            [b'%', high, low, tail @ ..] if is_canonical_escape(*high, *low) => rest = tail,
            tail => return text.split_at(text.len() - tail.len()),
        }
    }
    (text, &[])
}

/// Converts a text to the canonical form, in which everything but unreserved characters is percent-encoded in upper case.
fn recode(text: &[u8]) -> Cow<'_, [u8]> {
    if split_encoded(text).1.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = Vec::with_capacity(text.len() + 8);
    let mut rest = text;
    while let [first, tail @ ..] = rest {
        let escaped = match tail {
            [high, low, tail @ ..] if *first == b'%' => unescape(*high, *low).map(|byte| (byte, tail)),
            _ => None,
        };
        // A `%` without two hexadecimal digits is a literal `%`.
        let (byte, tail) = escaped.unwrap_or((*first, tail));
        if percent::is_unreserved(byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(percent_encode_byte(byte).as_bytes());
        }
        rest = tail;
    }
    Cow::Owned(out)
}

fn is_canonical_escape(high: u8, low: u8) -> bool {
    let is_upper = !high.is_ascii_lowercase() && !low.is_ascii_lowercase();
    is_upper && unescape(high, low).is_some_and(|byte| !percent::is_unreserved(byte))
}

/// Returns the byte of two hexadecimal digits.
fn unescape(high: u8, low: u8) -> Option<u8> {
    let value = |digit| char::from(digit).to_digit(16);
    u8::try_from(value(high)? << 4 | value(low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_canonical_if_encoded_and_in_order() {
        for query in ["", "a=", "a=b", "a=1&a=2&b=%2F", "=", "a=-._~"] {
            assert!(is_canonical(query.as_bytes()), "{query}");
        }
        for query in [
            "a", "a=b&", "a=1&&b=2", "a=b=c", "a=%2f", "a=%7E", "a=%4", "a=+", "b=1&a=1", "a=2&a=1", "&",
        ] {
            assert!(!is_canonical(query.as_bytes()), "{query}");
        }
    }

    #[test]
    fn queries_are_sorted_and_recoded() {
        let mut out = Vec::new();
        push(&mut out, b"b=2&a=%7e%2f&b=1&uploads&c=a+b&d=%");
        assert_eq!(out, b"a=~%2F&b=1&b=2&c=a%2Bb&d=%25&uploads=");
    }
}

//! Reads requests as a server does, by RFC 3986 and RFC 9110 alone, without any of the client's code.

use std::collections::BTreeMap;

use rest_op_tests::fault_server::Received;

/// Undoes percent-encoding; a stray `%` or invalid UTF-8 is a fault of the client.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first == b'%' {
            let digits = std::str::from_utf8(&tail[..2]).expect("two digits follow `%`");
            bytes.push(u8::from_str_radix(digits, 16).expect("two hexadecimal digits follow `%`"));
            rest = &tail[2..];
        } else {
            assert!(first.is_ascii_graphic(), "{first:#x} in {text}");
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The path.
pub(crate) fn path(request: &Received) -> &str {
    request.target.split('?').next().unwrap_or("")
}

/// The query, its parameters in order.
pub(crate) fn query(request: &Received) -> Vec<(String, String)> {
    let Some((_, query)) = request.target.split_once('?') else {
        return Vec::new();
    };
    let pair = |pair: &str| {
        let (key, value) = pair.split_once('=').expect("every parameter has a value");
        (decode(key), decode(value))
    };
    query.split('&').map(pair).collect()
}

/// The elements of a list header (RFC 9110, section 5.6.1): empty ones do not count, quoted ones are unquoted.
pub(crate) fn list(value: &str) -> Vec<String> {
    let mut elements = Vec::new();
    let mut characters = value.chars().peekable();
    loop {
        while characters.next_if(|c| matches!(c, ' ' | '\t' | ',')).is_some() {}
        let Some(first) = characters.next() else {
            return elements;
        };
        let mut element = String::new();
        if first == '"' {
            loop {
                match characters.next().expect("quotes are closed") {
                    '"' => break,
                    '\\' => element.extend(characters.next()),
                    other => element.push(other),
                }
            }
        } else {
            element.push(first);
            while let Some(next) = characters.next_if(|c| *c != ',') {
                element.push(next);
            }
            element.truncate(element.trim_end_matches([' ', '\t']).len());
        }
        elements.push(element);
    }
}

/// The header fields under a prefix, without the prefix.
pub(crate) fn under(request: &Received, prefix: &str) -> BTreeMap<String, String> {
    let fields = request.headers.iter();
    fields
        .filter_map(|(name, value)| Some((name.strip_prefix(prefix)?.to_owned(), value.clone())))
        .collect()
}

//! A request as a `curl` line for a POSIX shell.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};

use crate::request::Request;

/// Returns the line. Every value is quoted; line breaks occur only in values.
#[inline]
pub(super) fn line(request: &Request, headers: &HeaderMap) -> String {
    let mut line = String::new();
    let body = request.body();
    // A body that is not text cannot be quoted, and is piped from `printf`.
    let text = body.map_or(Some(""), |body| {
        std::str::from_utf8(body).ok().filter(|text| !text.contains('\0'))
    });
    if let (Some(body), None) = (body, text) {
        line.push_str(&printf(body));
        line.push_str(" | ");
    }
    line.push_str("curl");
    match *request.method() {
        Method::GET if text == Some("") && body.is_some() => {}
        // With `-X HEAD`, curl would wait for a body.
        Method::HEAD => line.push_str(" --head"),
        ref method => {
            line.push_str(" -X ");
            line.push_str(method.as_str());
        }
    }
    if request.url().contains(['[', ']', '{', '}']) {
        line.push_str(" --globoff");
    }
    line.push(' ');
    push_quoted(&mut line, request.url());
    for (name, value) in headers {
        line.push_str(" -H ");
        push_quoted(&mut line, &header(name, value));
    }
    if text != Some("") || body.is_none() {
        if !headers.contains_key(header::CONTENT_TYPE) {
            // Otherwise curl would send the media type of a form.
            line.push_str(" -H 'content-type:'");
        }
        match (body, text) {
            // Unlike `--data`, `--data-raw` does not interpret `@`.
            (Some(_), Some(text)) => {
                line.push_str(" --data-raw ");
                push_quoted(&mut line, text);
            }
            // A streaming body, or the output of `printf`, is read from standard input.
            _ => line.push_str(" --data-binary @-"),
        }
    }
    line
}

/// Formats a header for `-H`. An empty one ends with a semicolon, since curl would omit it otherwise.
#[inline]
fn header(name: &HeaderName, value: &HeaderValue) -> String {
    if value.is_empty() {
        format!("{name};")
    } else {
        format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()))
    }
}

/// Appends a word in single quotes, in which a POSIX shell interprets nothing but the closing quote.
#[inline]
fn push_quoted(line: &mut String, word: &str) {
    line.push('\'');
    line.push_str(&word.replace('\'', r"'\''"));
    line.push('\'');
}

/// Returns a `printf` command that outputs these bytes. Octal escapes are portable across POSIX shells.
#[inline]
fn printf(bytes: &Bytes) -> String {
    let digit = |shift: u8, byte: u8| char::from(b'0' + (byte >> shift & 7));
    let octal: String = bytes
        .iter()
        .flat_map(|&byte| ['\\', digit(6, byte), digit(3, byte), digit(0, byte)])
        .collect();
    format!("printf '{octal}'")
}

//! A response made of any bytes: a status, header fields line by line, an empty line, a body.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use rest_op::Bytes;

pub(crate) fn parse(data: &[u8]) -> Option<(StatusCode, HeaderMap, Bytes)> {
    let (status, rest) = data.split_at_checked(2)?;
    let status = StatusCode::from_u16(100 + u16::from_be_bytes([status[0], status[1]]) % 900).ok()?;
    let end = rest.windows(2).position(|pair| pair == b"\n\n").unwrap_or(rest.len());
    let (head, body) = rest.split_at(end);
    let mut headers = HeaderMap::new();
    for line in head.split(|byte| *byte == b'\n') {
        let mut halves = line.splitn(2, |byte| *byte == b':');
        let name = HeaderName::from_bytes(halves.next()?);
        let value = HeaderValue::from_bytes(halves.next().unwrap_or(b""));
        if let (Ok(name), Ok(value)) = (name, value) {
            headers.append(name, value);
        }
    }
    let body = body.get(2..).unwrap_or(b"");
    Some((status, headers, Bytes::copy_from_slice(body)))
}

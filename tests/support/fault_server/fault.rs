//! The faults of one request.

use std::time::Duration;

use super::Received;
use crate::things::Thing;

/// The response to a request, and how the exchange ends.
#[derive(Clone, Debug)]
pub enum Fault {
    /// The answer is these bytes.
    Answer(Vec<u8>, End),
    /// The answer is these bytes, one by one.
    Drip(Vec<u8>, Duration),
    /// The answer begins with the first, and repeats the second forever.
    Endless(Vec<u8>, Vec<u8>),
    /// The fault occurs after this time.
    After(Duration, Box<Fault>),
}

/// How an answer ends.
#[derive(Clone, Copy, Debug)]
pub enum End {
    /// The connection waits for the next request.
    KeepAlive,
    /// The connection is closed.
    Close,
    /// The connection is reset.
    Reset,
    /// The connection stays open, and silent.
    Silence,
    /// The connection waits for the next request, and is reset when that begins.
    ResetAtNext,
}

impl Fault {
    /// Bytes, and how they end.
    pub fn bytes(bytes: impl Into<Vec<u8>>, end: End) -> Self {
        Self::Answer(bytes.into(), end)
    }

    /// A whole response on a connection that remains open.
    pub fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Self {
        Self::bytes(response(status, headers, body), End::KeepAlive)
    }
}

/// No fault: the answer is the requested thing, or the one that was sent.
pub(super) fn none(request: &Received) -> Fault {
    let id = request.target.split(['/', '?']).nth(2).unwrap_or("none");
    let body = if request.body.is_empty() {
        Thing::new(id).json()
    } else {
        String::from_utf8_lossy(&request.body).into_owned()
    };
    Fault::response(200, &[], &body)
}

/// The bytes of a response with a JSON body and its length.
pub fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status} Such\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        text.extend([name, ": ", value, "\r\n"]);
    }
    text.push_str("\r\n");
    text.push_str(body);
    text.into_bytes()
}

/// The bytes of a response without a fault.
pub fn json(body: &str) -> Vec<u8> {
    response(200, &[("content-type", "application/json")], body)
}

//! Requests as text, so that tests compare them whole.

use bytes::Bytes;
use http::Request;

/// The request line, the headers by name, and the body behind an empty line.
pub fn text(request: &Request<Bytes>) -> String {
    let mut lines = vec![format!("{} {}", request.method(), request.uri())];
    let headers = request.headers().iter();
    let mut headers: Vec<String> = headers
        .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())))
        .collect();
    headers.sort_unstable();
    lines.append(&mut headers);
    if !request.body().is_empty() {
        lines.push(String::new());
        lines.push(String::from_utf8_lossy(request.body()).into_owned());
    }
    lines.join("\n")
}

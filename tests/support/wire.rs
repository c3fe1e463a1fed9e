//! Requests as text, so that tests compare them whole.

use http::Request;
use http::header::USER_AGENT;
use rest_op::Bytes;

/// The request line, the headers by name, and the body after an empty line. `user-agent` is left out: it is that of the
/// client, and changes with each version.
pub fn text(request: &Request<Bytes>) -> String {
    let mut lines = vec![format!("{} {}", request.method(), request.uri())];
    let headers = request.headers().iter().filter(|(name, _)| *name != USER_AGENT);
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

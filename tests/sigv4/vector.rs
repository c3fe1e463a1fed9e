//! One vector: a request, the options of its signature, and the expected results.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use rest_op::{Bytes, Credentials, Explanation, Request, SigV4};

/// The bytes that a URI may contain unencoded. The path and query of a vector may contain others, which are sent
/// encoded.
const LEGAL: &[u8] = b"-._~!$&'()*+,;=:@/?%";

pub(crate) struct Vector {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    pub(crate) options: Options,
    pub(crate) header_signed: Option<Expected>,
    pub(crate) query_signed: Option<Expected>,
}

#[allow(clippy::struct_excessive_bools, reason = "they are options of the suites")]
pub(crate) struct Options {
    pub(crate) credentials: Credentials,
    pub(crate) service: String,
    pub(crate) region: String,
    pub(crate) time: SystemTime,
    pub(crate) expires: Duration,
    pub(crate) normalize_path: bool,
    pub(crate) double_encode: bool,
    pub(crate) payload_header: bool,
    pub(crate) sign_session_token: bool,
}

/// The expected results of signing. Results that a suite omits are not compared.
#[derive(Default)]
pub(crate) struct Expected {
    pub(crate) canonical_request: Option<String>,
    pub(crate) string_to_sign: Option<String>,
    pub(crate) signature: Option<String>,
    /// The headers that are added.
    pub(crate) headers: Vec<(String, String)>,
    /// Path and query as they are sent.
    pub(crate) target: Option<String>,
}

impl Vector {
    /// Signs in both ways, and returns the number of comparisons and the differences.
    pub(crate) async fn run(&self) -> (usize, Vec<String>) {
        let Options { time, expires, .. } = self.options;
        let mut comparison = Comparison {
            id: &self.id,
            made: 0,
            differences: Vec::new(),
        };
        let signer = self.signer();
        if let Some(expected) = &self.header_signed {
            let mut request = self.request();
            let explanation = signer.sign(&mut request, time).await.unwrap();
            comparison.steps("headers", expected, &explanation);
            for (name, value) in &expected.headers {
                let found = request.headers().get(name).map(|value| value.to_str().unwrap());
                comparison.compare(name, Some(value), found.unwrap_or_default());
            }
        }
        if let Some(expected) = &self.query_signed {
            let mut request = self.request();
            let explanation = signer.sign_query(&mut request, time, expires).await.unwrap();
            comparison.steps("query", expected, &explanation);
            let target = expected.target.as_deref().map(|target| sorted(&encoded(target)));
            comparison.compare("signed target", target.as_ref(), &sorted(request.target()));
        }
        (comparison.made, comparison.differences)
    }

    fn signer(&self) -> SigV4 {
        let Options {
            credentials,
            service,
            region,
            ..
        } = &self.options;
        SigV4::new(service, region, credentials.clone())
            .normalize_path(self.options.normalize_path)
            .double_encode(self.options.double_encode)
            .payload_header(self.options.payload_header)
            .sign_session_token(self.options.sign_session_token)
    }

    /// The request as it is sent: percent-encoded, folded header lines unfolded (RFC 9112, section 5.2).
    fn request(&self) -> Request {
        let is_host = |name: &str| name.eq_ignore_ascii_case("host");
        let host = self
            .headers
            .iter()
            .find(|(name, _)| is_host(name))
            .map(|(_, host)| host.trim())
            .unwrap();
        let mut request = http::Request::new(Bytes::copy_from_slice(self.body.as_bytes()));
        *request.method_mut() = self.method.parse().unwrap();
        *request.uri_mut() = format!("https://{host}{}", encoded(&self.target)).parse().unwrap();
        let headers: &mut HeaderMap = request.headers_mut();
        for (name, value) in self.headers.iter().filter(|(name, _)| !is_host(name)) {
            let unfolded = value.replace('\n', " ");
            headers.append(
                name.parse::<http::HeaderName>().unwrap(),
                unfolded.trim().parse().unwrap(),
            );
        }
        request.try_into().unwrap()
    }
}

struct Comparison<'a> {
    id: &'a str,
    made: usize,
    differences: Vec<String>,
}

impl Comparison<'_> {
    fn steps(&mut self, location: &str, expected: &Expected, found: &Explanation) {
        self.compare(
            &format!("{location}: canonical request"),
            expected.canonical_request.as_ref(),
            &found.canonical_request,
        );
        self.compare(
            &format!("{location}: string to sign"),
            expected.string_to_sign.as_ref(),
            &found.string_to_sign,
        );
        self.compare(
            &format!("{location}: signature"),
            expected.signature.as_ref(),
            &found.signature,
        );
    }

    fn compare(&mut self, what: &str, expected: Option<&String>, found: &str) {
        let Some(expected) = expected else { return };
        self.made += 1;
        if expected != found {
            self.differences
                .push(format!("{}: {what}:\nexpected {expected}\nfound    {found}", self.id));
        }
    }
}

/// Percent-encodes the bytes that a URI must not contain.
fn encoded(target: &str) -> String {
    target
        .bytes()
        .map(|byte| {
            let is_legal = byte.is_ascii_alphanumeric() || LEGAL.contains(&byte);
            if is_legal {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

/// A target with sorted parameters: their order on the wire does not matter.
fn sorted(target: &str) -> String {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut parameters: Vec<&str> = query.split('&').collect();
    parameters.sort_unstable();
    format!("{path}?{}", parameters.join("&"))
}

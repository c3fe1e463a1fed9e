//! For any request, the signature equals that of `aws-sigv4`.

use std::time::{Duration, SystemTime};

use aws_sigv4::{
    http_request::{
        PayloadChecksumKind, PercentEncodingMode, SessionTokenMode, SignableBody, SignableRequest, SignatureLocation,
        SigningSettings, UriPathNormalizationMode, sign,
    },
    sign::v4,
};
use proptest::prelude::*;
use rest_op::{Bytes, Credentials, Request, SigV4};

/// A request and how it is signed.
#[derive(Debug)]
struct Sample {
    method: &'static str,
    path: Vec<String>,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    token: Option<String>,
    seconds: u64,
    normalize_path: bool,
    double_encode: bool,
    sign_session_token: bool,
}

fn samples() -> impl Strategy<Value = Sample> {
    let text = || prop_oneof!["[ -~]{0,12}", "\\PC{0,6}"];
    let segment =
        prop_oneof![4 => text(), 1 => Just(".".to_owned()), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    let name = prop_oneof![Just("content-type".to_owned()), "x-[a-z][a-z0-9-]{0,8}"];
    let value = "([!-~]( {0,3}[!-~]){0,8})?";
    (
        (
            prop::sample::select(vec!["GET", "PUT", "POST", "DELETE", "HEAD", "PATCH"]),
            prop::collection::vec(segment, 0..5),
            prop::collection::vec((text(), text()), 0..5),
            prop::collection::vec((name, value), 0..5),
            prop::collection::vec(any::<u8>(), 0..40),
        ),
        (
            prop::option::of("[A-Za-z0-9/+=]{1,60}"),
            0..4_000_000_000_u64,
            any::<bool>(),
            any::<bool>(),
            any::<bool>(),
        ),
    )
        .prop_map(
            |(
                (method, path, query, headers, body),
                (token, seconds, normalize_path, double_encode, sign_session_token),
            )| Sample {
                method,
                path,
                query,
                headers,
                body,
                token,
                seconds,
                normalize_path,
                double_encode,
                sign_session_token,
            },
        )
}

impl Sample {
    fn http(&self) -> http::Request<Bytes> {
        let segments: Vec<String> = self.path.iter().map(|segment| encoded(segment)).collect();
        let path = format!("/{}", segments.join("/"));
        let query: Vec<String> = self
            .query
            .iter()
            .map(|(key, value)| format!("{}={}", encoded(key), encoded(value)))
            .collect();
        let mark = if query.is_empty() { "" } else { "?" };
        let mut request = http::Request::builder().method(self.method).uri(format!(
            "https://service.example:8443{}{mark}{}",
            path,
            query.join("&")
        ));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        request.body(Bytes::copy_from_slice(&self.body)).unwrap()
    }

    fn time(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.seconds)
    }

    fn credentials(&self) -> Credentials {
        Credentials::new(
            "AKIDEXAMPLE",
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            self.token.clone(),
            None,
            "sample",
        )
    }

    fn ours(&self) -> SigV4 {
        SigV4::new("service", "us-east-1", self.credentials())
            .normalize_path(self.normalize_path)
            .double_encode(self.double_encode)
            .sign_session_token(self.sign_session_token)
    }

    /// The signature by `aws-sigv4`.
    fn theirs(&self, location: SignatureLocation) -> String {
        let mut settings = SigningSettings::default();
        settings.signature_location = location;
        settings.percent_encoding_mode = if self.double_encode {
            PercentEncodingMode::Double
        } else {
            PercentEncodingMode::Single
        };
        settings.uri_path_normalization_mode = if self.normalize_path {
            UriPathNormalizationMode::Enabled
        } else {
            UriPathNormalizationMode::Disabled
        };
        settings.session_token_mode = if self.sign_session_token {
            SessionTokenMode::Include
        } else {
            SessionTokenMode::Exclude
        };
        settings.payload_checksum_kind = PayloadChecksumKind::NoHeader;
        settings.expires_in = (location == SignatureLocation::QueryParams).then_some(EXPIRES);
        let identity = self.credentials().into();
        let parameters = v4::SigningParams::builder()
            .identity(&identity)
            .region("us-east-1")
            .name("service")
            .time(self.time())
            .settings(settings)
            .build()
            .unwrap()
            .into();
        let request = self.http();
        let headers = request
            .headers()
            .iter()
            .map(|(name, value)| (name.as_str(), value.to_str().unwrap()));
        let signable = SignableRequest::new(
            self.method,
            request.uri().to_string(),
            headers,
            SignableBody::Bytes(request.body()),
        )
        .unwrap();
        sign(signable, &parameters).unwrap().signature().to_owned()
    }
}

const EXPIRES: Duration = Duration::from_mins(15);

/// Percent-encodes all but unreserved characters (RFC 3986, section 2.3).
fn encoded(text: &str) -> String {
    let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes()
        .map(|byte| {
            if is_unreserved(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(future)
}

proptest! {
    // A failure is printed with its sample; nothing is written into the sources.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn header_signature_equals_that_of_aws_sigv4(sample in samples()) {
        let mut request = Request::try_from(sample.http()).unwrap();
        let ours = block_on(sample.ours().sign(&mut request, sample.time())).unwrap();
        prop_assert_eq!(&ours.signature, &sample.theirs(SignatureLocation::Headers), "{}", ours.canonical_request);
    }

    #[test]
    fn query_signature_equals_that_of_aws_sigv4(sample in samples()) {
        let mut request = Request::try_from(sample.http()).unwrap();
        let ours = block_on(sample.ours().sign_query(&mut request, sample.time(), EXPIRES)).unwrap();
        prop_assert_eq!(&ours.signature, &sample.theirs(SignatureLocation::QueryParams), "{}", ours.canonical_request);
    }
}

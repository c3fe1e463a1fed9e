//! AWS Signature Version 4: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>.
//!
//! Requests are already encoded in canonical form, so the canonical request is written in one pass into one buffer. The
//! signing key is derived by `aws-sigv4` and cached for its day.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;
use hmac::Mac;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};

use self::cache::Cache;
use self::canonical::{Canonical, Payload, SignatureLocation};
use self::date::AmzDate;
use self::hex::Hex;
use self::key::KeyCache;
use super::{Auth, AuthFuture, Unsignable};
use crate::request::Request;
use crate::stream::BoxError;

mod cache;
mod canonical;
mod date;
mod hex;
mod key;

const ALGORITHM: &[u8; 16] = b"AWS4-HMAC-SHA256";
const X_AMZ_DATE: HeaderName = HeaderName::from_static("x-amz-date");
const X_AMZ_SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");
const X_AMZ_CONTENT_SHA256: HeaderName = HeaderName::from_static("x-amz-content-sha256");
/// The query parameters of a presigned URL.
const QUERY_PARAMETERS: [&str; 7] = [
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Date",
    "X-Amz-SignedHeaders",
    "X-Amz-Expires",
    "X-Amz-Security-Token",
    "X-Amz-Signature",
];
/// The longest time that a presigned URL may be valid.
const MAX_EXPIRES: Duration = Duration::from_hours(7 * 24);

/// Signs requests with AWS Signature Version 4, in headers or, for presigned URLs, in the query.
///
/// For the signing name `s3`, the path is signed as sent, and the payload hash is sent in `x-amz-content-sha256`, as S3
/// requires. For other services, the path is normalized and encoded a second time. A streaming body is not signed
/// (`UNSIGNED-PAYLOAD`), which S3 accepts over TLS and other services may reject.
///
/// ```
/// use rest_op::{Client, Credentials, SigV4};
///
/// let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "fixed");
/// let client = Client::builder("https://chime.us-east-1.amazonaws.com")
///     .auth(SigV4::new("chime", "us-east-1", credentials))
///     .build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
pub struct SigV4 {
    service: String,
    region: String,
    /// The credential scope after the date: `/us-east-1/chime/aws4_request`.
    scope: String,
    credentials: Cache,
    options: SigningOptions,
    keys: Mutex<KeyCache>,
}

/// The variants of the canonical request.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "four independent switches of the protocol")]
struct SigningOptions {
    normalize_path: bool,
    double_encode: bool,
    payload_header: bool,
    sign_session_token: bool,
}

/// The intermediate results of signing, named as in the documentation of SigV4. `Debug` hides them, since they contain the
/// session token.
#[derive(Clone)]
#[non_exhaustive]
pub struct Explanation {
    /// The canonical request.
    pub canonical_request: String,
    /// The string to sign.
    pub string_to_sign: String,
    /// The signature, in hexadecimal digits.
    pub signature: String,
}

impl fmt::Debug for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Explanation").finish_non_exhaustive()
    }
}

impl SigV4 {
    /// Signs for a service in a region.
    ///
    /// The credentials provider is called when credentials are needed, once for all calls that wait. Credentials are cached
    /// until five minutes before they expire, or for fifteen minutes if they never do. If they cannot be renewed, the old
    /// ones are used as long as they are valid. The cache uses the client's own clock; corrections by a service affect
    /// only the date of signatures.
    pub fn new(
        service: impl Into<String>,
        region: impl Into<String>,
        credentials: impl ProvideCredentials + 'static,
    ) -> Self {
        let (service, region) = (service.into(), region.into());
        let plain = !is_s3(&service);
        Self {
            scope: format!("/{region}/{service}/aws4_request"),
            region,
            credentials: Cache::new(credentials),
            options: SigningOptions {
                normalize_path: plain,
                double_encode: plain,
                payload_header: !plain,
                sign_session_token: true,
            },
            keys: Mutex::default(),
            service,
        }
    }

    /// Sets whether empty and dot segments are removed from the signed path.
    pub fn normalize_path(mut self, on: bool) -> Self {
        self.options.normalize_path = on;
        self
    }

    /// Sets whether the encoded path is encoded a second time for signing.
    pub fn double_encode(mut self, on: bool) -> Self {
        self.options.double_encode = on;
        self
    }

    /// Sets whether the payload hash is sent in `x-amz-content-sha256`. Presigned URLs never contain it.
    pub fn payload_header(mut self, on: bool) -> Self {
        self.options.payload_header = on;
        self
    }

    /// Sets whether the session token is signed, or added after signing.
    pub fn sign_session_token(mut self, on: bool) -> Self {
        self.options.sign_session_token = on;
        self
    }

    /// Returns the region.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// Returns the signing name of the service.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// Signs a request in its headers at `time`. Returns what was signed, to be compared with the error of a service.
    pub async fn sign(&self, request: &mut Request, time: SystemTime) -> Result<Explanation, BoxError> {
        let credentials = self.credentials.credentials(time).await?;
        self.sign_headers(request, time, &credentials)
            .map(|signed| signed.explain())
    }

    /// Signs a request in its query at `time`, valid for `expires`. Returns what was signed.
    pub async fn sign_query(
        &self,
        request: &mut Request,
        time: SystemTime,
        expires: Duration,
    ) -> Result<Explanation, BoxError> {
        let credentials = self.credentials.credentials(time).await?;
        self.sign_url(request, time, expires, &credentials)
            .map(|signed| signed.explain())
    }

    fn sign_headers(
        &self,
        request: &mut Request,
        time: SystemTime,
        credentials: &Credentials,
    ) -> Result<Signed, BoxError> {
        let date = AmzDate::new(request.signing_time(time))?;
        let payload = Payload::of(request);
        let token = credentials
            .session_token()
            .map(|token| secret(token.into()))
            .transpose()?;
        let headers = request.headers_mut();
        headers.insert(X_AMZ_DATE, HeaderValue::from_bytes(date.date_time())?);
        if token.is_none() {
            headers.remove(X_AMZ_SECURITY_TOKEN);
        }
        if self.options.payload_header || payload.is_unsigned() {
            headers.insert(X_AMZ_CONTENT_SHA256, HeaderValue::from_bytes(payload.bytes())?);
        }
        if let (Some(token), true) = (&token, self.options.sign_session_token) {
            headers.insert(X_AMZ_SECURITY_TOKEN, token.clone());
        }
        let canonical = canonical::write(request, &payload, self.options, SignatureLocation::Headers);
        let signed = self.signed(&date, canonical, credentials);
        // `concat` allocates the exact length, so the header value takes over the buffer without a copy.
        let authorization = [
            ALGORITHM,
            &b" Credential="[..],
            credentials.access_key_id().as_bytes(),
            b"/",
            date.date(),
            self.scope.as_bytes(),
            b", SignedHeaders=",
            signed.canonical.signed_headers(),
            b", Signature=",
            signed.signature.digits(),
        ]
        .concat();
        request.headers_mut().insert(AUTHORIZATION, secret(authorization)?);
        if let Some(token) = token {
            request.headers_mut().insert(X_AMZ_SECURITY_TOKEN, token);
        }
        Ok(signed)
    }

    fn sign_url(
        &self,
        request: &mut Request,
        time: SystemTime,
        expires: Duration,
        credentials: &Credentials,
    ) -> Result<Signed, BoxError> {
        if expires.as_secs() == 0 || expires > MAX_EXPIRES {
            let why = format!("a presigned URL must be valid for 1 second to 7 days, not for {expires:?}");
            return Err(Unsignable(why).into());
        }
        if let Some(parameter) = own_parameter(request.query().unwrap_or("")) {
            return Err(format!("the query contains `{parameter}`, which presigning sets itself; remove it").into());
        }
        let date = AmzDate::new(request.signing_time(time))?;
        let payload = if is_s3(&self.service) {
            Payload::Unsigned
        } else {
            Payload::of(request)
        };
        let credential = format!("{}/{}{}", credentials.access_key_id(), text(date.date()), self.scope);
        let signed_headers = canonical::signed_headers(request, self.options, SignatureLocation::Query);
        request.append_query("X-Amz-Algorithm", &text(ALGORITHM));
        request.append_query("X-Amz-Credential", &credential);
        request.append_query("X-Amz-Date", &text(date.date_time()));
        request.append_query("X-Amz-SignedHeaders", &signed_headers);
        request.append_query("X-Amz-Expires", &expires.as_secs().to_string());
        let token = credentials.session_token();
        if let (Some(token), true) = (token, self.options.sign_session_token) {
            request.append_query("X-Amz-Security-Token", token);
        }
        let canonical = canonical::write(request, &payload, self.options, SignatureLocation::Query);
        let signed = self.signed(&date, canonical, credentials);
        request.append_query("X-Amz-Signature", &text(signed.signature.digits()));
        if let (Some(token), false) = (token, self.options.sign_session_token) {
            request.append_query("X-Amz-Security-Token", token);
        }
        Ok(signed)
    }

    /// Signs a canonical request.
    fn signed(&self, date: &AmzDate, mut canonical: Canonical, credentials: &Credentials) -> Signed {
        let hash = Hex::new(&Sha256::digest(canonical.request()));
        let string_to_sign = canonical.string_to_sign_mut();
        string_to_sign.extend_from_slice(ALGORITHM);
        string_to_sign.push(b'\n');
        string_to_sign.extend_from_slice(date.date_time());
        string_to_sign.push(b'\n');
        string_to_sign.extend_from_slice(date.date());
        string_to_sign.extend_from_slice(self.scope.as_bytes());
        string_to_sign.push(b'\n');
        string_to_sign.extend_from_slice(hash.digits());
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let mut mac = keys.mac(date, &self.region, &self.service, credentials);
        drop(keys);
        mac.update(canonical.string_to_sign());
        Signed {
            canonical,
            signature: Hex::new(&mac.finalize().into_bytes()),
        }
    }
}

/// Whether a signing name belongs to S3, which has its own rules.
fn is_s3(service: &str) -> bool {
    service == "s3" || service == "s3express" || service.starts_with("s3-")
}

/// Returns a parameter of presigned URLs that a query already contains, ignoring case. With duplicates, it would depend on
/// the service which one counts.
fn own_parameter(query: &str) -> Option<&'static str> {
    let mut keys = query.split('&').filter_map(|pair| pair.split('=').next());
    keys.find_map(|key| {
        let key = percent_decode_str(key).decode_utf8_lossy();
        QUERY_PARAMETERS.into_iter().find(|own| key.eq_ignore_ascii_case(own))
    })
}

/// A signature and its input.
struct Signed {
    canonical: Canonical,
    signature: Hex,
}

impl Signed {
    fn explain(&self) -> Explanation {
        Explanation {
            canonical_request: text(self.canonical.request()).into_owned(),
            string_to_sign: text(self.canonical.string_to_sign()).into_owned(),
            signature: text(self.signature.digits()).into_owned(),
        }
    }
}

impl Auth for SigV4 {
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            let credentials = self.credentials.credentials(time).await?;
            self.sign_headers(request, time, &credentials).map(drop)
        })
    }

    fn presign<'a>(&'a self, request: &'a mut Request, time: SystemTime, expires: Duration) -> AuthFuture<'a> {
        Box::pin(async move { self.sign_query(request, time, expires).await.map(drop) })
    }

    fn repeats_all(&self) -> bool {
        true
    }
}

impl fmt::Debug for SigV4 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigV4({} in {})", self.service, self.region)
    }
}

/// Converts bytes that are text to a string.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// Creates a header value that `Debug` hides.
fn secret(text: Vec<u8>) -> Result<HeaderValue, BoxError> {
    let mut value = HeaderValue::try_from(text)
        .map_err(|_| "the access key or the session token contains characters that are not allowed in a header")?;
    value.set_sensitive(true);
    Ok(value)
}

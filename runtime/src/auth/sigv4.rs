//! AWS Signature Version 4: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>.
//!
//! A request is encoded in the canonical form already, so its canonical request is written in one pass into one buffer.
//! The signing key comes from `aws-sigv4` and is kept for its day.

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
use self::canonical::{Canonical, Location, Payload};
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
/// What a presigned URL has in its query.
const QUERY_PARAMETERS: [&str; 7] = [
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Date",
    "X-Amz-SignedHeaders",
    "X-Amz-Expires",
    "X-Amz-Security-Token",
    "X-Amz-Signature",
];
/// The longest time that a presigned URL may be good for.
const MAX_EXPIRES: Duration = Duration::from_hours(7 * 24);

/// Signs requests with AWS Signature Version 4, in headers or, presigned, in the query.
///
/// For the signing name `s3` the path is signed as it is sent and the payload hash goes out in `x-amz-content-sha256`, as
/// S3 wants it. For every other service the path is normalised and encoded once more. A body sent as a stream goes
/// unsigned (`UNSIGNED-PAYLOAD`), which S3 accepts over TLS and other services may not.
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
    /// The credential scope from the date on: `/us-east-1/chime/aws4_request`.
    scope: String,
    credentials: Cache,
    options: Options,
    keys: Mutex<KeyCache>,
}

/// How the canonical request is made.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "four independent switches of the protocol")]
struct Options {
    normalize_path: bool,
    double_encode: bool,
    payload_header: bool,
    sign_session_token: bool,
}

/// What was signed, step by step, as the documentation of SigV4 names the steps. `Debug` shows none of it: a session
/// token is part of what is signed.
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
    /// The provider of credentials is asked when they are needed, once for all calls that wait. They are kept until five
    /// minutes before they expire; those that never do, for fifteen minutes. Where there are no new ones to be had, the
    /// old ones are used as long as they are valid. All of this goes by the client's own clock: one that a service has
    /// corrected dates signatures only.
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
            options: Options {
                normalize_path: plain,
                double_encode: plain,
                payload_header: !plain,
                sign_session_token: true,
            },
            keys: Mutex::default(),
            service,
        }
    }

    /// Whether empty and dot segments are taken out of the path that is signed.
    pub fn normalize_path(mut self, on: bool) -> Self {
        self.options.normalize_path = on;
        self
    }

    /// Whether the path, encoded as it is, is encoded once more to be signed.
    pub fn double_encode(mut self, on: bool) -> Self {
        self.options.double_encode = on;
        self
    }

    /// Whether the hash of the payload goes out in `x-amz-content-sha256`; a presigned URL goes without.
    pub fn payload_header(mut self, on: bool) -> Self {
        self.options.payload_header = on;
        self
    }

    /// Whether the session token is signed, or added once the rest has been.
    pub fn sign_session_token(mut self, on: bool) -> Self {
        self.options.sign_session_token = on;
        self
    }

    /// The region that is signed for.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// The signing name of the service.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// Signs a request in its headers at `time`, and tells what was signed: what to compare with a service's complaint.
    pub async fn sign(&self, request: &mut Request, time: SystemTime) -> Result<Explanation, BoxError> {
        let credentials = self.credentials.credentials(time).await?;
        self.sign_headers(request, time, &credentials)
            .map(|signed| signed.explain())
    }

    /// Signs a request in its query at `time`, good for `expires`, and tells what was signed.
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
        let canonical = canonical::write(request, &payload, self.options, Location::Headers);
        let signed = self.signed(&date, canonical, credentials);
        // `concat` makes room for all of it at once, so that the header value takes the text over as it is.
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
            let why = format!("a presigned URL is good for 1 second to 7 days, not for {expires:?}");
            return Err(Unsignable(why).into());
        }
        if let Some(parameter) = own_parameter(request.query().unwrap_or("")) {
            return Err(format!("the query has `{parameter}`, which presigning writes itself; leave it out").into());
        }
        let date = AmzDate::new(request.signing_time(time))?;
        let payload = if is_s3(&self.service) {
            Payload::Unsigned
        } else {
            Payload::of(request)
        };
        let credential = format!("{}/{}{}", credentials.access_key_id(), text(date.date()), self.scope);
        let signed_headers = canonical::signed_headers(request, self.options, Location::Query);
        request.append_query("X-Amz-Algorithm", &text(ALGORITHM));
        request.append_query("X-Amz-Credential", &credential);
        request.append_query("X-Amz-Date", &text(date.date_time()));
        request.append_query("X-Amz-SignedHeaders", &signed_headers);
        request.append_query("X-Amz-Expires", &expires.as_secs().to_string());
        let token = credentials.session_token();
        if let (Some(token), true) = (token, self.options.sign_session_token) {
            request.append_query("X-Amz-Security-Token", token);
        }
        let canonical = canonical::write(request, &payload, self.options, Location::Query);
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

/// Whether a signing name is one of S3, which has rules of its own.
fn is_s3(service: &str) -> bool {
    service == "s3" || service == "s3express" || service.starts_with("s3-")
}

/// The parameter of a presigned URL that a query has already, in letters of either case: with both, it would be a matter of
/// the service which of them counts.
fn own_parameter(query: &str) -> Option<&'static str> {
    let mut keys = query.split('&').filter_map(|pair| pair.split('=').next());
    keys.find_map(|key| {
        let key = percent_decode_str(key).decode_utf8_lossy();
        QUERY_PARAMETERS.into_iter().find(|own| key.eq_ignore_ascii_case(own))
    })
}

/// A signature, and what it was made of.
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

/// What was written as bytes, as the text that it is.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// A header value that does not show in `Debug`.
fn secret(text: Vec<u8>) -> Result<HeaderValue, BoxError> {
    let mut value = HeaderValue::try_from(text)
        .map_err(|_| "the access key or the session token holds characters that no header can carry")?;
    value.set_sensitive(true);
    Ok(value)
}

//! Verification of AWS Signature Version 4, in the `Authorization` header or in the query.
//!
//! It follows the public description of the algorithm and shares no code with the signer, so that a mistake in one of
//! them is detected: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.

mod authorization;
mod canonical;
mod error;
mod hex;
#[cfg(test)]
mod vectors;

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use time::{Duration, OffsetDateTime};

use self::authorization::Authorization;
pub(super) use self::error::SignatureError;
use self::hex::{hex, unhex};
use crate::local::request::RecordedRequest;
use crate::local::timestamp;

/// How far the time of a signature may differ from the clock of the service, in either direction.
const MAX_CLOCK_SKEW: Duration = Duration::minutes(5);

/// The credentials of a caller.
#[derive(Clone)]
pub(super) struct Credentials {
    pub(super) access_key_id: String,
    pub(super) secret_access_key: String,
    pub(super) session_token: Option<String>,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &self.access_key_id)
            .finish_non_exhaustive()
    }
}

/// Verifies that requests are signed by a known caller for this region and service.
#[derive(Clone, Debug)]
pub(super) struct Verifier {
    pub(super) region: String,
    pub(super) service: &'static str,
    pub(super) credentials: Vec<Credentials>,
}

impl Verifier {
    /// Verifies the signature of a request, and that it has not expired.
    pub(super) fn verify(&self, request: &RecordedRequest, now: OffsetDateTime) -> Result<(), SignatureError> {
        let authorization = Authorization::from_request(request)?;
        let credentials = self.caller(&authorization)?;
        self.check_scope(&authorization)?;
        check_time(&authorization, now)?;
        check_signed_headers(&authorization, request)?;
        let string_to_sign = string_to_sign(&authorization, &canonical::request(request, &authorization));
        let mac = hmac(
            &signing_key(&credentials.secret_access_key, &authorization),
            string_to_sign.as_bytes(),
        );
        // `verify_slice` compares in constant time.
        let signature = unhex(&authorization.signature).ok_or(SignatureError::SignatureMismatch)?;
        mac.verify_slice(&signature)
            .map_err(|_| SignatureError::SignatureMismatch)
    }

    fn caller(&self, authorization: &Authorization) -> Result<&Credentials, SignatureError> {
        self.credentials
            .iter()
            .filter(|known| known.access_key_id == authorization.access_key_id)
            .find(|known| known.session_token == authorization.session_token)
            .ok_or(SignatureError::UnknownCaller)
    }

    fn check_scope(&self, authorization: &Authorization) -> Result<(), SignatureError> {
        if !authorization.time.starts_with(&authorization.date) || authorization.date.len() != 8 {
            return Err(SignatureError::ScopeDate {
                scope: authorization.date.clone(),
                time: authorization.time.clone(),
            });
        }
        if authorization.region != self.region {
            return Err(SignatureError::ScopeRegion {
                found: authorization.region.clone(),
            });
        }
        if authorization.service != self.service {
            return Err(SignatureError::ScopeService { expected: self.service });
        }
        if authorization.terminator != "aws4_request" {
            return Err(SignatureError::ScopeTerminator {
                found: authorization.terminator.clone(),
            });
        }
        Ok(())
    }
}

/// A signature in the header is valid for the maximum clock skew; one in the query states its own lifetime.
fn check_time(authorization: &Authorization, now: OffsetDateTime) -> Result<(), SignatureError> {
    let signed = timestamp::parse_basic(&authorization.time)
        .ok_or_else(|| SignatureError::MalformedTime(authorization.time.clone()))?;
    let lifetime = authorization.expires.unwrap_or(MAX_CLOCK_SKEW);
    // Compares differences: adding a duration to a time from the request could overflow.
    if now - signed > lifetime {
        return Err(SignatureError::Expired { signed, now, lifetime });
    }
    if signed - now > MAX_CLOCK_SKEW {
        return Err(SignatureError::NotYetCurrent {
            signed,
            now,
            skew: MAX_CLOCK_SKEW,
        });
    }
    Ok(())
}

/// The host and every `x-amz-` header must be signed, since an intermediary could change them otherwise.
fn check_signed_headers(authorization: &Authorization, request: &RecordedRequest) -> Result<(), SignatureError> {
    let present = request
        .headers
        .keys()
        .map(http::HeaderName::as_str)
        .filter(|name| name.starts_with("x-amz-"));
    let missing = std::iter::once("host")
        .chain(present)
        .find(|name| !authorization.signs(name));
    if let Some(name) = missing {
        return Err(SignatureError::HeaderNotSigned(name.to_owned()));
    }
    let absent = authorization
        .signed_headers
        .iter()
        .find(|name| !request.headers.contains_key(name.as_str()));
    absent.map_or(Ok(()), |name| Err(SignatureError::SignedHeaderMissing(name.clone())))
}

fn string_to_sign(authorization: &Authorization, canonical_request: &[u8]) -> String {
    let Authorization {
        time,
        date,
        region,
        service,
        terminator,
        ..
    } = authorization;
    let hash = hex(&Sha256::digest(canonical_request));
    format!("AWS4-HMAC-SHA256\n{time}\n{date}/{region}/{service}/{terminator}\n{hash}")
}

fn signing_key(secret_access_key: &str, authorization: &Authorization) -> Vec<u8> {
    let Authorization {
        date,
        region,
        service,
        terminator,
        ..
    } = authorization;
    [date, region, service, terminator]
        .into_iter()
        .fold(format!("AWS4{secret_access_key}").into_bytes(), |key, part| {
            hmac(&key, part.as_bytes()).finalize().into_bytes().to_vec()
        })
}

#[expect(
    clippy::expect_used,
    reason = "HMAC accepts keys of any length (RFC 2104, section 2)"
)]
fn hmac(key: &[u8], message: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC accepts keys of any length");
    mac.update(message);
    mac
}

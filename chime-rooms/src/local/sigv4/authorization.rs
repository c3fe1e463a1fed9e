//! Parses the signature of a request, from the `Authorization` header or the `X-Amz-` query parameters.

use time::Duration;

use crate::local::request::RecordedRequest;
use crate::local::sigv4::error::SignatureError;
use crate::local::target::Target;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// The longest lifetime of a signature in the query, in seconds: seven days.
const MAX_EXPIRES: i64 = 604_800;

/// The claims of a signature, none of which has been verified.
#[derive(Debug)]
pub(super) struct Authorization {
    pub(super) access_key_id: String,
    pub(super) date: String,
    pub(super) region: String,
    pub(super) service: String,
    pub(super) terminator: String,
    /// In lower case, sorted and without duplicates, as the canonical request requires.
    pub(super) signed_headers: Vec<String>,
    pub(super) signature: String,
    pub(super) time: String,
    pub(super) session_token: Option<String>,
    /// The lifetime, for signatures in the query only.
    pub(super) expires: Option<Duration>,
}

impl Authorization {
    pub(super) fn from_request(request: &RecordedRequest) -> Result<Self, SignatureError> {
        let target = Target::parse(&request.target);
        if request.headers.contains_key(http::header::AUTHORIZATION) {
            Self::from_headers(request)
        } else if target
            .values("X-Amz-Algorithm")
            .chain(target.values("X-Amz-Signature"))
            .next()
            .is_some()
        {
            Self::from_query(&target)
        } else {
            Err(SignatureError::MissingAuthentication)
        }
    }

    /// `Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…` and the headers `x-amz-date` and `x-amz-security-token`.
    fn from_headers(request: &RecordedRequest) -> Result<Self, SignatureError> {
        let header = |name: &str| request.headers.get(name).and_then(|value| value.to_str().ok());
        let authorization = header("authorization").unwrap_or_default();
        let (algorithm, parameters) = authorization.split_once(' ').unwrap_or((authorization, ""));
        if algorithm != ALGORITHM {
            return Err(SignatureError::UnsupportedAlgorithm);
        }
        let parameter = |name: &'static str| {
            parameters
                .split(',')
                .filter_map(|parameter| parameter.trim().split_once('='))
                .find_map(|(key, value)| (key == name).then_some(value))
                .ok_or(SignatureError::MissingHeaderParameter(name))
        };
        let claims = Self {
            signed_headers: signed_headers(parameter("SignedHeaders")?),
            signature: parameter("Signature")?.to_owned(),
            time: header("x-amz-date")
                .ok_or(SignatureError::MissingHeaderParameter("X-Amz-Date"))?
                .to_owned(),
            session_token: header("x-amz-security-token").map(str::to_owned),
            expires: None,
            ..Self::from_credential(parameter("Credential")?)?
        };
        Ok(claims)
    }

    /// `?X-Amz-Algorithm=…&X-Amz-Credential=…&X-Amz-Date=…&X-Amz-Expires=…&X-Amz-SignedHeaders=…&X-Amz-Signature=…`.
    fn from_query(target: &Target<'_>) -> Result<Self, SignatureError> {
        let optional = |name: &str| {
            target
                .values(name)
                .next()
                .and_then(|value| std::str::from_utf8(value).ok())
        };
        let parameter = |name: &'static str| optional(name).ok_or(SignatureError::MissingQueryParameter(name));
        if parameter("X-Amz-Algorithm")? != ALGORITHM {
            return Err(SignatureError::UnsupportedAlgorithm);
        }
        let expires = parameter("X-Amz-Expires")?
            .parse()
            .ok()
            .filter(|expires| (1..=MAX_EXPIRES).contains(expires));
        Ok(Self {
            signed_headers: signed_headers(parameter("X-Amz-SignedHeaders")?),
            signature: parameter("X-Amz-Signature")?.to_owned(),
            time: parameter("X-Amz-Date")?.to_owned(),
            session_token: optional("X-Amz-Security-Token").map(str::to_owned),
            expires: Some(Duration::seconds(expires.ok_or(SignatureError::InvalidExpires)?)),
            ..Self::from_credential(parameter("X-Amz-Credential")?)?
        })
    }

    /// `AKIDEXAMPLE/20150830/us-east-1/chime/aws4_request`. The other fields are left empty.
    fn from_credential(credential: &str) -> Result<Self, SignatureError> {
        let [access_key_id, date, region, service, terminator] = *credential.split('/').collect::<Vec<_>>() else {
            return Err(SignatureError::MalformedCredential);
        };
        Ok(Self {
            access_key_id: access_key_id.to_owned(),
            date: date.to_owned(),
            region: region.to_owned(),
            service: service.to_owned(),
            terminator: terminator.to_owned(),
            signed_headers: Vec::new(),
            signature: String::new(),
            time: String::new(),
            session_token: None,
            expires: None,
        })
    }

    pub(super) fn signs(&self, header: &str) -> bool {
        self.signed_headers.iter().any(|signed| signed == header)
    }
}

fn signed_headers(list: &str) -> Vec<String> {
    let mut names: Vec<_> = list.split(';').map(str::to_ascii_lowercase).collect();
    names.sort_unstable();
    names.dedup();
    names
}

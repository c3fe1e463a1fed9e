//! The code that a careful developer writes without a framework: types, URL, signature by aws-sigv4, decoding.

use std::fmt::Write;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Deserializer, de};

use crate::{ACCESS_KEY_ID, BoxError, REGION, SECRET_ACCESS_KEY, SERVICE};

/// A page of rooms, with fields of the same types as in the SDK.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RoomPage {
    #[serde(default)]
    pub rooms: Vec<Room>,
    pub next_token: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Room {
    pub account_id: Option<String>,
    pub created_by: Option<String>,
    #[serde(default, deserialize_with = "date_time")]
    pub created_timestamp: Option<DateTime>,
    pub name: Option<String>,
    pub room_id: Option<String>,
    #[serde(default, deserialize_with = "date_time")]
    pub updated_timestamp: Option<DateTime>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ErrorBody {
    code: Option<String>,
    message: Option<String>,
}

fn date_time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime>, D::Error> {
    struct Visitor;
    impl de::Visitor<'_> for Visitor {
        type Value = Option<DateTime>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a date and time")
        }
        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            DateTime::from_str(text, Format::DateTimeWithOffset)
                .map(Some)
                .map_err(E::custom)
        }
        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }
    deserializer.deserialize_any(Visitor)
}

/// The URL of a call.
pub fn url(endpoint: &str, account_id: &str, max_results: u32, next_token: Option<&str>) -> String {
    const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    let mut url = String::with_capacity(160);
    url.push_str(endpoint);
    url.push_str("/accounts/");
    url.extend(utf8_percent_encode(account_id, RESERVED));
    write!(url, "/rooms?max-results={max_results}").expect("a string takes all");
    if let Some(token) = next_token {
        url.push_str("&next-token=");
        url.extend(utf8_percent_encode(token, RESERVED));
    }
    url
}

/// Signs GET requests.
pub struct Signer(Identity);

impl Default for Signer {
    fn default() -> Self {
        Self(Credentials::new(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None, None, "fixed").into())
    }
}

impl Signer {
    /// Signs the GET request of a URL, and adds its headers.
    pub fn sign(&self, url: &str, headers: &mut HeaderMap) -> Result<(), BoxError> {
        let parameters = SigningParams::builder()
            .identity(&self.0)
            .region(REGION)
            .name(SERVICE)
            .time(SystemTime::now())
            .settings(SigningSettings::default())
            .build()?
            .into();
        let present = headers
            .iter()
            .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)));
        let request = SignableRequest::new("GET", url, present, SignableBody::Bytes(b""))?;
        let (signed, _) = sign(request, &parameters)?.into_parts().0.into_parts();
        for header in signed {
            let mut value = HeaderValue::from_str(header.value())?;
            value.set_sensitive(header.sensitive());
            headers.insert(HeaderName::from_static(header.name()), value);
        }
        Ok(())
    }
}

/// Reads a response, and returns the number of rooms.
pub fn read(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<usize, BoxError> {
    if status.is_success() {
        let page: RoomPage = serde_json::from_slice(body)?;
        assert!(page.rooms.iter().all(|room| room.created_timestamp.is_some()));
        return Ok(page.rooms.len());
    }
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let body: ErrorBody = serde_json::from_slice(body).unwrap_or_default();
    let code = header("x-amzn-errortype").or(body.code.as_deref()).unwrap_or("unknown");
    Err(format!(
        "{status}: {code}: {:?} ({:?})",
        body.message,
        header("x-amzn-requestid")
    )
    .into())
}

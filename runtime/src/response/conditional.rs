//! Results of conditional requests (RFC 9110, section 13).

use http::StatusCode;

use super::from_response::{BodyMode, DecodeError, FromResponse};
use crate::response::reply::Reply;

/// The result of a request with `If-None-Match` or `If-Modified-Since`, for which 304 is a result and not an error.
///
/// ```
/// use rest_op::{Api, Call, Client, Conditional, Response, rest_op};
///
/// pub trait Documents: Api {
///     #[rest_op(GET, "/documents/<id>")]
///     fn get(&self, id: &str, #[header("if-none-match")] etag: Option<&str>) -> Call<Conditional<Response<String>>>;
/// }
/// impl Documents for Client {}
///
/// async fn refresh(client: &Client, etag: &mut String, text: &mut String) -> Result<(), rest_op::Error> {
///     if let Conditional::Modified(document) = client.get("1", Some(etag)).await? {
///         *etag = document.headers().get("etag").and_then(|etag| etag.to_str().ok()).unwrap_or("").to_owned();
///         *text = document.into_value();
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conditional<T> {
    /// The current representation.
    Modified(T),
    /// The caller's representation is still current (304).
    NotModified,
}

impl<T> Conditional<T> {
    /// Returns the result if it was modified.
    pub fn modified(self) -> Option<T> {
        match self {
            Self::Modified(value) => Some(value),
            Self::NotModified => None,
        }
    }
}

impl<T: FromResponse> FromResponse for Conditional<T> {
    const ACCEPT: Option<&'static str> = T::ACCEPT;

    fn accepts(status: StatusCode) -> bool {
        status == StatusCode::NOT_MODIFIED || T::accepts(status)
    }

    fn body_mode(status: StatusCode) -> BodyMode {
        T::body_mode(status)
    }

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        if reply.status() == StatusCode::NOT_MODIFIED {
            Ok(Self::NotModified)
        } else {
            T::from_response(reply).map(Self::Modified)
        }
    }
}

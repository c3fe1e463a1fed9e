//! Conditional requests (RFC 9110, section 13): a result, or the news that there is none.

use http::StatusCode;

use super::from_response::{BodyMode, DecodeError, FromResponse};
use crate::response::reply::Reply;

/// The result of a request with `If-None-Match` or `If-Modified-Since`: 304 is an answer, and no error.
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
    /// What the service has now.
    Modified(T),
    /// What the caller has is still what the service has (304).
    NotModified,
}

impl<T> Conditional<T> {
    /// The result, if it is a new one.
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

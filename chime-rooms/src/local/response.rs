//! Responses of the service, as they are sent.

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};
use http_body_util::Full;
use serde::Serialize;
use serde_json::json;

use crate::local::error::{ServiceError, code_of};

/// A response without its request ID and date; the service adds them last.
pub(super) type Response = http::Response<Full<Bytes>>;

pub(super) fn json(status: StatusCode, members: &impl Serialize) -> Response {
    // Serialization cannot fail: all types have string keys and derived `Serialize` implementations.
    let body = serde_json::to_vec(members).unwrap_or_default();
    let mut response = empty(status);
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    *response.body_mut() = Full::from(body);
    response
}

pub(super) fn no_content() -> Response {
    empty(StatusCode::NO_CONTENT)
}

/// Returns a documented error.
pub(super) fn service_error(error: &ServiceError) -> Response {
    let status = StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    self::error(status, error.name, &error.message)
}

/// Returns an error of any name in the form of the documented ones: `Code` and `Message`.
pub(super) fn error(status: StatusCode, name: &str, message: &str) -> Response {
    with_error_type(
        name,
        json(status, &json!({ "Code": code_of(name), "Message": message })),
    )
}

/// Returns an error in the form that AWS uses before a request reaches the service: `message` in lower case, no code.
pub(super) fn gateway_error(status: StatusCode, name: &str, message: &str) -> Response {
    with_error_type(name, json(status, &json!({ "message": message })))
}

fn with_error_type(name: &str, mut response: Response) -> Response {
    if let Ok(name) = HeaderValue::from_str(name) {
        response.headers_mut().insert("x-amzn-errortype", name);
    }
    response
}

fn empty(status: StatusCode) -> Response {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    response
}

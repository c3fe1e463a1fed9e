//! The answers of the service, as they go over the wire.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::{Response, StatusCode};
use http_body_util::Full;
use serde::Serialize;
use serde_json::json;

use crate::local::error::{ServiceError, code_of};

/// An answer in the making: the request ID and the date are added last, to each.
pub(super) type Answer = Response<Full<Bytes>>;

pub(super) fn json(status: StatusCode, members: &impl Serialize) -> Answer {
    // Our own structures have string keys and no failing `Serialize`, so the error cannot come.
    let body = serde_json::to_vec(members).unwrap_or_default();
    let mut answer = empty(status);
    answer
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    *answer.body_mut() = Full::from(body);
    answer
}

pub(super) fn no_content() -> Answer {
    empty(StatusCode::NO_CONTENT)
}

/// Answers with a documented error: `Code` and `Message`.
pub(super) fn error(error: &ServiceError) -> Answer {
    let status = StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    modelled(status, error.name, &error.message)
}

/// Answers with an error that has the members of the documented ones, whatever its name.
pub(super) fn modelled(status: StatusCode, name: &str, message: &str) -> Answer {
    named(
        name,
        json(status, &json!({ "Code": code_of(name), "Message": message })),
    )
}

/// Answers as what stands before the service does: a lower-case `message` and no code.
pub(super) fn refusal(status: StatusCode, name: &str, message: &str) -> Answer {
    named(name, json(status, &json!({ "message": message })))
}

fn named(name: &str, mut answer: Answer) -> Answer {
    if let Ok(name) = HeaderValue::from_str(name) {
        answer.headers_mut().insert("x-amzn-errortype", name);
    }
    answer
}

fn empty(status: StatusCode) -> Answer {
    let mut answer = Response::new(Full::default());
    *answer.status_mut() = status;
    answer
}

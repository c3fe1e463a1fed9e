//! The input of operations, from the path, the query and the body, and the constraints of the service model.

use http::header::CONTENT_TYPE;
use percent_encoding::percent_decode_str;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::local::error::ServiceError;
use crate::local::request::RecordedRequest;
use crate::local::target::Target;

/// A JSON object whose members have not been deserialized.
pub(super) type Object = Map<String, Value>;

/// Decodes a label of the path, which must not be blank.
pub(super) fn label(name: &str, segment: &str) -> Result<String, ServiceError> {
    let value = percent_decode_str(segment).decode_utf8();
    let value = value.map_err(|_| ServiceError::bad_request(format!("{name} is not UTF-8.")))?;
    not_blank(name, &value)?;
    Ok(value.into_owned())
}

/// Reads an optional query parameter, which may be empty.
pub(super) fn query(target: &Target<'_>, name: &str) -> Result<Option<String>, ServiceError> {
    let mut values = target.values(name);
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => match std::str::from_utf8(value) {
            Ok(value) => Ok(Some(value.to_owned())),
            Err(_) => Err(ServiceError::bad_request(format!("{name} is not UTF-8."))),
        },
        (Some(_), Some(_)) => Err(ServiceError::bad_request(format!(
            "{name} must not be given more than once."
        ))),
    }
}

/// Reads `max-results`, which must be in 1..=99.
pub(super) fn max_results(target: &Target<'_>) -> Result<Option<usize>, ServiceError> {
    let Some(value) = query(target, "max-results")? else {
        return Ok(None);
    };
    match value.parse() {
        Ok(number @ 1..=99) => Ok(Some(number)),
        _ => Err(ServiceError::bad_request("max-results must be a number from 1 to 99.")),
    }
}

/// Reads a JSON body. An empty body counts as an empty object.
pub(super) fn body<T: DeserializeOwned>(request: &RecordedRequest) -> Result<T, ServiceError> {
    if request.body.is_empty() {
        return members(Object::new());
    }
    let content_type = request.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type
        .and_then(|value| value.split(';').next())
        .unwrap_or_default();
    if !media_type.trim().eq_ignore_ascii_case("application/json") {
        return Err(ServiceError::bad_request(format!(
            "The body must be application/json, not '{media_type}'."
        )));
    }
    let object = serde_json::from_slice(&request.body);
    members(object.map_err(|error| ServiceError::bad_request(format!("The body is not a JSON object: {error}.")))?)
}

/// Deserializes a JSON object. Taking an [`Object`] excludes arrays, which serde accepts in place of a struct.
pub(super) fn members<T: DeserializeOwned>(object: Object) -> Result<T, ServiceError> {
    let members = serde_json::from_value(Value::Object(object));
    members.map_err(|error| ServiceError::bad_request(format!("The body is not valid: {error}.")))
}

/// Returns a member, which must be present.
pub(super) fn required<T>(name: &str, value: Option<T>) -> Result<T, ServiceError> {
    value.ok_or_else(|| ServiceError::bad_request(format!("{name} is required.")))
}

/// Checks the pattern `.*\S.*`.
pub(super) fn not_blank(name: &str, value: &str) -> Result<(), ServiceError> {
    if value.trim().is_empty() {
        return Err(ServiceError::bad_request(format!(
            "{name} must contain a character that is not white space."
        )));
    }
    Ok(())
}

/// Checks the pattern `[-_a-zA-Z0-9]*` and the length, 2 to 64.
pub(super) fn client_request_token(value: &str) -> Result<(), ServiceError> {
    let legal = value
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if legal && (2..=64).contains(&value.len()) {
        return Ok(());
    }
    Err(ServiceError::bad_request(
        "ClientRequestToken must be 2 to 64 characters of letters, digits, '-' and '_'.",
    ))
}

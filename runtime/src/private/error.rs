//! The functions by which derived error types choose a variant.

use crate::error::response::ErrorResponse;
use crate::response::from_response::FromResponse;
use crate::response::reply::{ErrorSpec, Reply};

/// Returns an error with the code and message of the places that its type names.
#[inline]
pub fn read_by(response: ErrorResponse, spec: Option<&'static ErrorSpec>) -> ErrorResponse {
    response.read_by(spec)
}

/// Returns the code of an error from the usual places.
#[inline]
pub fn usual_code(reply: &Reply) -> Option<String> {
    crate::error::response::usual_code(reply)
}

/// Returns the code of an error.
pub fn code(response: &ErrorResponse) -> Option<&str> {
    response.code()
}

/// Returns the status of an error.
pub fn status(response: &ErrorResponse) -> u16 {
    response.status().as_u16()
}

/// A value that contains the error response it was made from.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not contain the error response",
    label = "does not implement `AsRef<ErrorResponse>`",
    note = "write the variant with an `ErrorResponse` or a `Problem`, or implement `AsRef<ErrorResponse>` for `{Self}`"
)]
pub trait ContainsResponse {
    fn error_response(&self) -> &ErrorResponse;
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<ErrorResponse>> ContainsResponse for T {
    #[inline]
    fn error_response(&self) -> &ErrorResponse {
        self.as_ref()
    }
}

/// Returns the response in a variant of an error type.
#[inline]
pub fn error_response<T: ContainsResponse>(value: &T) -> &ErrorResponse {
    value.error_response()
}

/// Makes a variant of an error type, or the `other` variant if its field cannot be read.
pub fn from_error<T: FromResponse, S>(
    response: ErrorResponse,
    variant: fn(T) -> S,
    other: fn(ErrorResponse) -> S,
) -> S {
    match T::from_response(response.to_reply()) {
        Ok(value) => variant(value),
        Err(_) => other(response),
    }
}

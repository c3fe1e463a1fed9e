//! How the response to a call is read. The decoder is made together with the call, so that a result type without
//! `FromResponse` is reported at the declaration and not wherever the call is awaited.

use crate::client::ResponseSpec;
use crate::client::call_loop::CallResponse;
use crate::error::response::{ApiError, ErrorResponse};
use crate::error::{Error, Failure};
use crate::response::from_response::{BodyMode, DecodeError, FromResponse};
use crate::response::reply::Reply;

/// The functions that read the result and the error of a call. Two pointers need no indirection through a table.
pub(crate) struct ResponseDecoder<T, E> {
    value: fn(Reply) -> Result<T, DecodeError>,
    error: fn(ErrorResponse) -> E,
}

impl<T: FromResponse, E: ApiError> ResponseDecoder<T, E> {
    pub(crate) const EXPECTED: ResponseSpec = ResponseSpec {
        media_type: T::ACCEPT,
        body_mode: |status| {
            let mode = T::accepts(status).then(|| T::body_mode(status));
            let is_result = mode == Some(BodyMode::Parsed) && E::SPEC.is_none_or(|spec| spec.when.is_none());
            if is_result { Some(BodyMode::Verbatim) } else { mode }
        },
        errors: E::SPEC,
    };

    pub(crate) const NEW: Self = Self {
        value: T::from_response,
        error: E::from_error_response,
    };
}

// Derived implementations would require `T` and `E` to be `Clone` and `Copy`.
impl<T, E> Clone for ResponseDecoder<T, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, E> Copy for ResponseDecoder<T, E> {}

impl<T, E> ResponseDecoder<T, E> {
    /// Reads the response to a call.
    pub(super) fn decode(self, result: Result<CallResponse, Box<Failure>>) -> Result<T, Error<E>> {
        match result {
            Ok(response) => match (self.value)(response.reply) {
                Ok(value) => Ok(value),
                Err(error) => Err(Error::new(response.context.undecodable(error))),
            },
            Err(failure) => Err(Error::typed(failure, self.error)),
        }
    }
}

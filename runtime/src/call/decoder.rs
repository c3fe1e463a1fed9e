//! How the answer to a call is read. It is known from where the call is made on, so a type that no answer can be read as is
//! an error there, at the declaration, and none wherever the call is awaited.

use crate::client::ResponseSpec;
use crate::client::call_loop::Answer;
use crate::error::response::{ApiError, ErrorResponse};
use crate::error::{Error, Failure};
use crate::response::from_response::{BodyMode, DecodeError, FromResponse};
use crate::response::reply::Reply;

/// What the types of a call can do. Two pointers rather than one to both: the functions are there already.
pub(crate) struct ResponseDecoder<T, E> {
    value: fn(Reply) -> Result<T, DecodeError>,
    pub(super) error: fn(ErrorResponse) -> E,
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

// Derived, these would ask the same of the types.
impl<T, E> Clone for ResponseDecoder<T, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, E> Copy for ResponseDecoder<T, E> {}

impl<T, E> ResponseDecoder<T, E> {
    /// Reads the answer to a call.
    pub(super) fn read(self, answer: Result<Answer, Box<Failure>>) -> Result<T, Error<E>> {
        match answer {
            Ok(answer) => match (self.value)(answer.reply) {
                Ok(value) => Ok(value),
                Err(error) => Err(Error::new(answer.receipt.undecodable(error))),
            },
            Err(failure) => Err(Error::typed(failure, self.error)),
        }
    }
}

//! The return type of an `async` operation, and its future. Both are generic over the whole return type, so that a type
//! other than `Result` is reported with its remedy.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::PreparedCall;
use super::decoder::ResponseDecoder;
use crate::client::call_loop::{CallResponse, ResponseFuture};
use crate::error::response::ApiError;
use crate::error::{Error, Failure};
use crate::response::from_response::FromResponse;

/// `Result<T, Error<E>>`, also by an alias.
#[diagnostic::on_unimplemented(
    message = "an `async` operation cannot return `{Self}`",
    label = "not a `Result<T, Error<E>>`",
    note = "write `Result<T, Error>`, or `Result<T, Error<E>>` where `E` is the error type of the API"
)]
pub trait CallResult: Sized {
    /// The type of the result.
    type Value: FromResponse;
    /// The error type of the API.
    type Error: ApiError;

    /// Converts the result to `Self`, which is the same type.
    fn of(result: Result<Self::Value, Error<Self::Error>>) -> Self;
}

impl<T: FromResponse, E: ApiError> CallResult for Result<T, Error<E>> {
    type Value = T;
    type Error = E;

    fn of(result: Self) -> Self {
        result
    }
}

/// The future of an `async` operation.
pub struct AsyncCall<O> {
    response: ResponseFuture,
    decode: fn(Result<CallResponse, Box<Failure>>) -> O,
}

impl<O: CallResult> AsyncCall<O> {
    pub(crate) fn new(prepared: Box<PreparedCall>) -> Self {
        Self {
            response: prepared.send(),
            decode: |result| O::of(ResponseDecoder::NEW.decode(result)),
        }
    }
}

impl<O> Future for AsyncCall<O> {
    type Output = O;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<O> {
        let result = ready!(self.response.as_mut().poll(context));
        Poll::Ready((self.decode)(result))
    }
}

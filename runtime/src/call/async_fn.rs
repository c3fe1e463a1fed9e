//! What an `async` operation returns, and its future. Both know the returned type as a whole, so that one which is no
//! `Result` is an error that says what to write.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::PreparedCall;
use super::decoder::ResponseDecoder;
use crate::client::call_loop::{Answer, Exchange};
use crate::error::response::ApiError;
use crate::error::{Error, Failure};
use crate::response::from_response::FromResponse;

/// `Result<T, Error<E>>`, whatever alias it is written by.
#[diagnostic::on_unimplemented(
    message = "an `async` operation cannot return `{Self}`",
    label = "not a `Result<T, Error<E>>`",
    note = "write `Result<T, Error>`, or `Result<T, Error<E>>` where `E` is the error type of the API"
)]
pub trait CallResult: Sized {
    /// What a response is read as.
    type Value: FromResponse;
    /// What an error is read as.
    type Error: ApiError;

    /// The same, as the type that it is.
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
    exchange: Exchange,
    read: fn(Result<Answer, Box<Failure>>) -> O,
}

impl<O: CallResult> AsyncCall<O> {
    pub(crate) fn new(prepared: Box<PreparedCall>) -> Self {
        Self {
            exchange: prepared.send(),
            read: |answer| O::of(ResponseDecoder::NEW.read(answer)),
        }
    }
}

impl<O> Future for AsyncCall<O> {
    type Output = O;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<O> {
        let answer = ready!(self.exchange.as_mut().poll(context));
        Poll::Ready((self.read)(answer))
    }
}

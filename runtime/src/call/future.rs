//! The future of a call. Its `poll` is the only part of sending that is generic; the future that it polls is compiled
//! once.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::PreparedCall;
use super::decoder::ResponseDecoder;
use crate::client::call_loop::{CallLoop, ResponseFuture};
use crate::error::response::ErrorResponse;
use crate::error::{Error, Failure};
use crate::response::from_response::Response;

/// The future of a call. It can be sent to another thread, and moved between polls.
#[must_use = "a call sends nothing until it is awaited"]
pub struct CallFuture<T, E = ErrorResponse>(State<T, E>);

enum State<T, E> {
    Sending(ResponseFuture, ResponseDecoder<T, E>),
    Ready(Option<Box<Result<Response<T>, Error<E>>>>),
}

impl<T, E> CallFuture<T, E> {
    /// Creates a future with a known result.
    pub(super) fn ready(result: Box<Result<Response<T>, Error<E>>>) -> Self {
        Self(State::Ready(Some(result)))
    }

    /// Creates a future with a known error.
    pub(crate) fn failed(failure: Failure) -> Self {
        Self::ready(Box::new(Err(Error::new(failure))))
    }

    pub(super) fn sending(prepared: Box<PreparedCall>, decoder: ResponseDecoder<T, E>) -> Self {
        Self(State::Sending(prepared.send(), decoder))
    }
}

impl<T, E> Future for CallFuture<T, E> {
    type Output = Result<T, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            State::Sending(response, decoder) => Poll::Ready(decoder.decode(ready!(response.as_mut().poll(context)))),
            State::Ready(result) => match result.take() {
                Some(result) => Poll::Ready(result.map(Response::into_value)),
                None => Poll::Pending,
            },
        }
    }
}

impl PreparedCall {
    pub(super) fn send(self: Box<Self>) -> ResponseFuture {
        Box::pin(async move {
            let request = match &self.request {
                Ok(request) => request,
                Err(error) => return Err(Box::new(Failure::refused(self.operation.name, error.clone()))),
            };
            CallLoop::new(&self.client, self.operation, request, &self.options, self.expected)
                .run()
                .await
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::options::Options;
    use crate::client::{Client, ResponseSpec};
    use crate::operation::Operation;
    use crate::request::Request;
    use crate::response::from_response::BodyMode;

    #[cfg(target_pointer_width = "64")]
    #[test]
    fn response_future_fits_into_one_kib() {
        let request = http::Request::get("https://api.example.com/").body(bytes::Bytes::new());
        let prepared = PreparedCall {
            client: Client::builder("https://api.example.com").build().unwrap(),
            operation: &Operation::DEFAULT,
            request: Ok(Request::try_from(request.unwrap()).unwrap()),
            options: Options::default(),
            expected: &ResponseSpec {
                media_type: None,
                body_mode: |_| Some(BodyMode::Verbatim),
                errors: None,
            },
        };
        let response = Box::new(prepared).send();
        assert!(size_of_val(&*response) <= 1024, "{} bytes", size_of_val(&*response));
    }
}

//! A call as a future. Its `poll` is the only part of sending that is generic; the future that it polls is compiled
//! once.

use std::mem;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use super::{Call, PreparedCall, State};
use crate::client::call_loop::{CallLoop, ResponseFuture};
use crate::client::trace;
use crate::error::{Error, Failure};
use crate::response::from_response::Response;

impl<T, E> Future for Call<T, E> {
    type Output = Result<T, Error<E>>;

    /// Sends the call when it is polled for the first time.
    ///
    /// # Panics
    ///
    /// Never; a call that is polled after its end stays pending.
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            match &mut self.0 {
                State::Sending(response, decoder) => {
                    let response = response.get_mut().unwrap_or_else(PoisonError::into_inner);
                    let result = decoder.decode(ready!(response.as_mut().poll(context)));
                    self.0 = State::Ended;
                    return Poll::Ready(result);
                }
                State::Ended => return Poll::Pending,
                State::Built(..) | State::Ready(_) => match mem::replace(&mut self.0, State::Ended) {
                    State::Built(prepared, decoder) => self.0 = State::Sending(Mutex::new(prepared.send()), decoder),
                    State::Ready(ready) => return Poll::Ready(ready.first.map(Response::into_value)),
                    State::Sending(..) | State::Ended => {}
                },
            }
        }
    }
}

impl PreparedCall {
    pub(super) fn send(self: Box<Self>) -> ResponseFuture {
        Box::pin(async move {
            let request = match &self.request {
                Ok(request) => request,
                Err(error) => {
                    let failure = Failure::refused(self.operation.name, error.clone());
                    trace::refused(&failure);
                    return Err(Box::new(failure));
                }
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

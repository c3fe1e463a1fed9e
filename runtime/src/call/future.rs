//! A call as a future. Its `poll` is the rim: the one part of sending that knows the types. What it polls is compiled
//! once.

use std::mem;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use super::{Call, PreparedCall, State};
use crate::client::call_loop::{CallLoop, Exchange};
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
                State::Sending(exchange, decoder) => {
                    let exchange = exchange.get_mut().unwrap_or_else(PoisonError::into_inner);
                    let result = decoder.read(ready!(exchange.as_mut().poll(context)));
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
    pub(super) fn send(self: Box<Self>) -> Exchange {
        Box::pin(async move {
            let request = match &self.request {
                Ok(request) => request,
                Err(error) => return Err(Box::new(Failure::refused(self.operation.name, error.clone()))),
            };
            let mut attempts = CallLoop::new(&self.client, self.operation, request, &self.options, self.expected);
            attempts.run().await
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::options::Options;
    use crate::client::{Client, ResponseSpec};
    use crate::operation::{Method, Operation};
    use crate::request::Request;

    #[cfg(target_pointer_width = "64")]
    #[test]
    fn exchange_fits_into_one_kib() {
        static OPERATION: Operation = Operation {
            name: "operation",
            method: Method::Get,
            host_prefix: &[],
            path: &[],
            query: &[],
            parameters: &[],
            authenticated: true,
            idempotent: true,
        };
        let request = http::Request::get("https://api.example.com/").body(bytes::Bytes::new());
        let prepared = PreparedCall {
            client: Client::builder("https://api.example.com").build().unwrap(),
            operation: &OPERATION,
            request: Ok(Request::try_from(request.unwrap()).unwrap()),
            options: Options::default(),
            expected: &ResponseSpec {
                media_type: None,
                streamed: false,
                accepts: |_| true,
            },
        };
        let exchange = Box::new(prepared).send();
        assert!(size_of_val(&*exchange) <= 1024, "{} bytes", size_of_val(&*exchange));
    }
}

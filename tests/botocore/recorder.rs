//! A client that sends nothing: its requests are kept, signed as they would have gone out.

use std::{
    future::IntoFuture,
    sync::{Arc, Mutex},
    time::SystemTime,
};

use rest_op::{ByteStream, Bytes, Client, Clock, Credentials, SigV4, Transport, TransportFuture};

/// What became of a call: an error before anything was sent, if there was one.
pub(crate) struct Outcome(pub(crate) Result<(), String>);

impl Outcome {
    /// Runs a call to its end. What the answer is made of is of no interest.
    pub(crate) fn of<T, E: std::fmt::Debug>(call: impl IntoFuture<Output = Result<T, rest_op::Error<E>>>) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        Self(match runtime.block_on(call.into_future()) {
            Err(error) if !error.may_have_been_sent() && error.status().is_none() => Err(error.to_string()),
            _ => Ok(()),
        })
    }
}

#[derive(Clone, Default)]
pub(crate) struct Recorder(Arc<Mutex<Vec<http::Request<Bytes>>>>);

impl Recorder {
    /// A client for Chime that signs at this time.
    pub(crate) fn client(&self, time: SystemTime, session_token: Option<&str>) -> Client {
        let credentials =
            Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", session_token.map(str::to_owned), None, "fixed");
        Client::builder("https://chime.us-east-1.amazonaws.com")
            .auth(SigV4::new("chime", "us-east-1", credentials))
            .clock(Clock::fixed(time))
            .transport(self.clone())
            .build()
            .unwrap()
    }

    /// The requests since the last look.
    pub(crate) fn take(&self) -> Vec<http::Request<Bytes>> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Transport for Recorder {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        self.0.lock().unwrap().push(request);
        Box::pin(async { Ok(http::Response::new(ByteStream::from("{}"))) })
    }
}

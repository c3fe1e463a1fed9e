//! A call in both forms: for botocore as parameters, for us as a future.

use std::{pin::Pin, rc::Rc, time::SystemTime};

use http::Request;
use rest_op::{ApiError, Bytes, Client, Clock, FromResponse, SigV4};
use rest_op_tests::{fixture::credentials, recorder::Recorder};
use serde_json::Value;

/// A service, and how it is addressed.
pub(crate) struct Service {
    pub(crate) name: &'static str,
    pub(crate) region: &'static str,
    pub(crate) endpoint: &'static str,
    pub(crate) path_style: bool,
    /// Options for botocore's `Config`.
    pub(crate) config: fn() -> Value,
}

impl Service {
    /// Returns a client that sends to the recorder, and signs at this time.
    pub(crate) fn client(&self, recorder: &Recorder, time: SystemTime, session_token: Option<&str>) -> Client {
        let builder = Client::builder(self.endpoint)
            .auth(SigV4::new(self.name, self.region, credentials(session_token)))
            .clock(Clock::fixed(time))
            .transport(recorder.clone());
        let builder = if self.path_style { builder.path_style() } else { builder };
        builder.build().unwrap()
    }
}

/// A call in both forms.
pub(crate) struct Call {
    pub(crate) service: &'static Service,
    pub(crate) operation: &'static str,
    pub(crate) params: Value,
    ours: Ours,
}

type Ours = Rc<dyn Fn(&Client) -> BoxFuture>;

type BoxFuture = Pin<Box<dyn Future<Output = Result<(), String>>>>;

impl Call {
    /// Returns a call with this text in all text members.
    pub(crate) fn new<T, E>(
        service: &'static Service,
        operation: &'static str,
        text: &str,
        params: Value,
        ours: impl Fn(&Client, &str) -> rest_op::Call<T, E> + 'static,
    ) -> Self
    where
        T: FromResponse + Send + 'static,
        E: ApiError + Send + 'static,
    {
        let text = text.to_owned();
        let ours = move |client: &Client| -> BoxFuture {
            let call = ours(client, &text);
            Box::pin(async { call.await.map(drop).map_err(|error| error.to_string()) })
        };
        Self {
            service,
            operation,
            params,
            ours: Rc::new(ours),
        }
    }

    /// Returns the same call by another function of ours.
    pub(crate) fn by(&self, ours: impl Fn(&Client) -> BoxFuture + 'static) -> Self {
        Self {
            params: self.params.clone(),
            ours: Rc::new(ours),
            ..*self
        }
    }

    /// Sends the call to a recorder, signed at this time, and returns the request, or the reason why there is none.
    pub(crate) async fn sent(&self, time: SystemTime, session_token: Option<&str>) -> Result<Request<Bytes>, String> {
        let recorder = Recorder::default().answer(200, &[], "{}");
        let client = self.service.client(&recorder, time, session_token);
        let result = (self.ours)(&client).await;
        match (result, recorder.requests().pop()) {
            (Ok(()), Some(request)) => Ok(request),
            (Err(error), None) => Err(error),
            (result, request) => panic!("{}: {result:?} with {request:?}", self.operation),
        }
    }
}

/// Parameters and more of them.
pub(crate) fn with(params: &Value, more: Value) -> Value {
    let mut params = params.clone();
    if let (Value::Object(params), Value::Object(more)) = (&mut params, more) {
        params.extend(more);
    }
    params
}

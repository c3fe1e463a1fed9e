//! The same API of many operations, which `growth.py` writes, and a client to compile its calls with.

use std::pin::Pin;
use std::task::{Context, Poll};

pub use bytes::Bytes;
pub use conjure_error::Error;
use conjure_http::client::{AsyncClient, AsyncRequestBody, DisplaySeqEncoder, StdResponseDeserializer};
use conjure_http::{conjure_client, endpoint};
use http::{Request, Response};
pub use serde::{Deserialize, Serialize};

/// Answers nothing: it is compiled, never called.
pub struct Silent;

pub struct Empty;

impl futures_core::Stream for Empty {
    type Item = Result<Bytes, Error>;
    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}

impl AsyncClient for Silent {
    type BodyWriter = ();
    type ResponseBody = Empty;
    async fn send(&self, _: Request<AsyncRequestBody<'_, ()>>) -> Result<Response<Empty>, Error> {
        Ok(Response::new(Empty))
    }
}

pub type CallFuture<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

include!(env!("OPERATIONS"));

//! The same API of many operations, which progenitor generates and `growth.py` calls.

use std::pin::Pin;

pub type CallFuture<T> = Pin<Box<dyn Future<Output = Result<ResponseValue<T>, Error>> + Send>>;

include!(env!("OPERATIONS"));

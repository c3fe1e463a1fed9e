//! A case as generated code passes it: a call of the declared method, and the expected value of a response.

use std::{fmt::Debug, pin::Pin};

use rest_op::{ApiError, Bytes, Call, Client, FromResponse};
use serde_json::Value;
use time::OffsetDateTime;

pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

pub struct Case {
    pub id: &'static str,
    pub kind: Kind,
}

pub enum Kind {
    /// The expected request.
    Request(fn(&Client) -> Prepared),
    /// The expected result of a response.
    Response(fn(&Client) -> BoxFuture<Answer>),
    /// Why the case cannot be declared.
    Undeclared(&'static str),
}

impl Case {
    pub fn request(id: &'static str, call: fn(&Client) -> Prepared) -> Self {
        Self {
            id,
            kind: Kind::Request(call),
        }
    }

    pub fn response(id: &'static str, call: fn(&Client) -> BoxFuture<Answer>) -> Self {
        Self {
            id,
            kind: Kind::Response(call),
        }
    }

    pub fn undeclared(id: &'static str, reason: &'static str) -> Self {
        Self {
            id,
            kind: Kind::Undeclared(reason),
        }
    }
}

/// A call that is not sent yet.
pub struct Prepared {
    pub request: Result<http::Request<Bytes>, String>,
    pub send: BoxFuture<Result<(), String>>,
}

pub fn prepared(call: Call<()>) -> Prepared {
    let request = call.request().map_err(|error| error.to_string());
    let send = Box::pin(async { call.await.map_err(|error| error.to_string()) });
    Prepared { request, send }
}

/// The result of a call.
pub enum Answer {
    /// A result as text; `is_expected` if it is the one that the case expects.
    Result { is_expected: bool, result: String },
    /// An error that the service returned; `is_expected` if it is the variant with the members that the case expects.
    Service {
        code: Option<String>,
        message: Option<String>,
        is_expected: bool,
        error: String,
    },
    /// Any other error.
    Failed(String),
}

/// Awaits a call that should return this.
pub fn result<T, E>(call: Call<T, E>, expected: fn() -> T) -> BoxFuture<Answer>
where
    T: FromResponse + Debug + PartialEq + Send + 'static,
    E: ApiError + Debug + Send + 'static,
{
    Box::pin(async move {
        match call.await {
            Ok(result) => Answer::Result {
                is_expected: is_same(&result, &expected()),
                result: format!("{result:?}"),
            },
            Err(error) => Answer::Failed(error.to_string()),
        }
    })
}

/// Awaits a call that should fail with an error such as this.
pub fn error<T, E>(call: Call<T, E>, is_expected: fn(&E) -> bool) -> BoxFuture<Answer>
where
    T: FromResponse + Debug + Send + 'static,
    E: ApiError + Debug + Send + 'static,
{
    Box::pin(async move {
        let error = match call.await {
            Ok(result) => {
                return Answer::Result {
                    is_expected: false,
                    result: format!("{result:?}"),
                };
            }
            Err(error) => error,
        };
        match error.service() {
            None => Answer::Failed(error.to_string()),
            Some(service) => Answer::Service {
                code: error.code().map(str::to_owned),
                message: error.message().map(str::to_owned),
                is_expected: is_expected(service),
                error: format!("{service:?}"),
            },
        }
    })
}

/// Whether two values are equal, where NaN equals NaN.
pub fn is_same<T: Debug + PartialEq>(left: &T, right: &T) -> bool {
    let written = format!("{left:?}");
    left == right || (written.contains("NaN") && written == format!("{right:?}"))
}

/// A time, by its nanoseconds since 1970.
pub fn at(nanoseconds: i128) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).unwrap()
}

/// A document, by its JSON text.
pub fn document(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

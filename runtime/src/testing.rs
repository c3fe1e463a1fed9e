//! Support for tests of apps.
//!
//! - A [`Recorder`] replaces the network: it records whole requests, and returns prepared responses and failures.
//! - A test double implements the trait of an API and overrides the methods that the app calls. They return
//!   [`Call::ready`](crate::Call::ready), or [`Call::ready_pages`](crate::Call::ready_pages) for a listing. [`error`],
//!   [`timeout`], [`disconnected`] and [`violation`] create the errors.
//!
//! ```
//! use rest_op::testing::error;
//! use rest_op::{Api, Call, Client, Error, rest_op};
//!
//! trait Rooms: Api {
//!     #[rest_op(GET, "/rooms/<id>")]
//!     fn name(&self, id: &str) -> Call<String>;
//! }
//! impl Rooms for Client {}
//!
//! // The app.
//! async fn name_or_id(rooms: &dyn Rooms, id: &str) -> Result<String, Error> {
//!     match rooms.name(id).await {
//!         Err(error) if error.status().is_some_and(|status| status == 404) => Ok(id.to_owned()),
//!         result => result,
//!     }
//! }
//!
//! // Its test.
//! struct Double;
//!
//! impl Api for Double {
//!     fn client(&self) -> &Client {
//!         unimplemented!("the app calls only overridden methods")
//!     }
//! }
//!
//! impl Rooms for Double {
//!     fn name(&self, _: &str) -> Call<String> {
//!         Call::ready(Err(error(404, "NotFound", "no such room")))
//!     }
//! }
//!
//! # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
//! assert_eq!(name_or_id(&Double, "lobby").await.unwrap(), "lobby");
//! # });
//! # Ok::<(), std::io::Error>(())
//! ```

mod recorder;

pub use self::recorder::Recorder;
use std::time::Duration;

use http::StatusCode;
use http::header::HeaderMap;
use serde::Serialize;

use crate::check::Violation;
use crate::error::response::{ApiError, ErrorResponse};
use crate::error::{Error, Failure, Kind, Timeout};
use crate::request::body::JsonBody;
use crate::request::error::RequestError;
use crate::transport::TransportError;

/// Creates the error of a call to which the service returned this status, error code and message, for test doubles that
/// override a method.
///
/// ```
/// use rest_op::testing::error;
/// use rest_op::Call;
///
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let call: Call<String> = Call::ready(Err(error(404, "NotFoundException", "no such room")));
/// assert_eq!(call.await.unwrap_err().to_string(), "404 NotFoundException: no such room");
/// # });
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Panics
///
/// Panics if the status is not in 100..=999.
#[expect(clippy::expect_used, reason = "a mistake in a test, not reachable from a response")]
pub fn error<E: ApiError>(status: u16, code: &str, message: &str) -> Error<E> {
    let status = StatusCode::from_u16(status).expect("the status must be in 100..=999");
    let body = JsonBody::encode(&Fault { code, message })
        .ok()
        .flatten()
        .unwrap_or_default();
    Error::from_response(ErrorResponse::new(status, HeaderMap::new(), body))
}

/// Creates the error of a call that took too long, for test doubles. The request may have been sent.
///
/// ```
/// use rest_op::testing::timeout;
/// use rest_op::{Error, ErrorKind};
///
/// let error: Error = timeout();
/// assert!(error.is_timeout() && error.is_retryable() && error.may_have_been_sent());
/// assert_eq!(error.kind(), ErrorKind::Timeout);
/// ```
#[inline]
pub fn timeout<E>() -> Error<E> {
    double(Kind::Timeout {
        which: Timeout::Attempt,
        limit: Duration::from_secs(30),
    })
}

/// Creates the error of a call whose connection was closed before the response arrived, for test doubles. The request may
/// have been sent.
///
/// ```
/// use rest_op::testing::disconnected;
/// use rest_op::{Error, ErrorKind};
///
/// let error: Error = disconnected();
/// assert!(error.is_retryable() && error.may_have_been_sent());
/// assert_eq!(error.kind(), ErrorKind::Connection);
/// ```
#[inline]
pub fn disconnected<E>() -> Error<E> {
    double(Kind::Transport(TransportError::interrupted(
        "the connection was closed before the response arrived",
    )))
}

/// Creates the error of a call whose argument violates a check, for test doubles. Nothing was sent.
///
/// ```
/// use rest_op::testing::violation;
/// use rest_op::{Error, ErrorKind};
///
/// let error: Error = violation("name", "has length 0; must be in 1..=256");
/// assert_eq!(error.violations()[0].parameter(), "name");
/// assert_eq!(error.kind(), ErrorKind::Refused);
/// assert_eq!(error.to_string(), "`name` has length 0; must be in 1..=256 (nothing was sent)");
/// ```
#[inline]
pub fn violation<E>(argument: &'static str, message: impl Into<String>) -> Error<E> {
    let violation = Violation::new(argument, message.into());
    Error::new(Failure::refused("", RequestError::Invalid(vec![violation])))
}

#[inline]
fn double<E>(kind: Kind) -> Error<E> {
    Error::new(Failure::of_double(kind))
}

/// The body of an error.
#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    message: &'a str,
}

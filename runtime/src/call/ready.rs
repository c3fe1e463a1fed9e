//! The result of a test double, or the pages of its listing.

use crate::error::{Error, Failure};
use crate::request::error::RequestError;
use crate::response::from_response::Response;

/// The known result of a call that is not sent.
pub(super) struct Ready<T, E> {
    /// The result of the call: the first page.
    pub(super) first: Result<Response<T>, Error<E>>,
    pub(super) rest: Rest<T, E>,
}

/// The pages after the first one in reverse order. The box makes the stream `Unpin` for every type.
pub(super) type Rest<T, E> = Option<Box<Vec<Result<T, Error<E>>>>>;

impl<T, E> Ready<T, E> {
    pub(super) fn new(result: Result<T, Error<E>>) -> Self {
        Self {
            first: result.map(Response::new),
            rest: None,
        }
    }

    #[inline]
    pub(super) fn pages(pages: impl IntoIterator<Item = Result<T, Error<E>>>) -> Self {
        let mut rest: Vec<_> = pages.into_iter().collect();
        rest.reverse();
        let missing = || {
            Err(Error::new(Failure::refused(
                "",
                RequestError::unsendable("a ready call without a page"),
            )))
        };
        let first = rest.pop().unwrap_or_else(missing).map(Response::new);
        Self {
            first,
            rest: Some(Box::new(rest)),
        }
    }
}

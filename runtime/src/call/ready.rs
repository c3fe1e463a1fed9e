//! What a test double answers with: a result, or the pages of a listing.

use crate::error::{Error, Failure};
use crate::request::error::RequestError;
use crate::response::from_response::Response;

/// The answers of a call of which nothing is sent.
pub(super) struct Ready<T, E> {
    /// The result of the call: the first page.
    pub(super) first: Result<Response<T>, Error<E>>,
    pub(super) rest: Rest<T, E>,
}

/// The pages behind the first one, the next one last. The box can be moved between polls, whatever it holds.
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

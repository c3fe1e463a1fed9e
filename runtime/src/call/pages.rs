//! The pages of a list and their items, as streams.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::decoder::ResponseDecoder;
use super::ready::Rest;
use super::{Call, PreparedCall, State};
use crate::client::trace;
use crate::error::{Error, Failure, Kind};
use crate::request::Request;
use crate::request::error::RequestError;
use crate::response::next::Next;
use crate::response::page::Page;

/// The pages of a listing as a stream, requested one by one as it is polled.
///
/// The stream ends after the first error. A page that was already requested is an error, so that a listing cannot loop.
/// In long listings, this holds for the last 10,000 pages.
#[must_use = "pages are requested when the stream is polled"]
pub struct Pages<T, E> {
    source: PageSource<T, E>,
    current: Option<Call<T, E>>,
}

/// The origin of the pages after the first one.
enum PageSource<T, E> {
    Service(Box<Listing>, ResponseDecoder<T, E>),
    /// The pages of a test double.
    Ready(Rest<T, E>),
    /// None: the call was sent before `pages` was called.
    Unknown,
}

impl<T: Page, E> Pages<T, E> {
    pub(crate) fn new(call: Call<T, E>) -> Self {
        let mut call = call;
        let source = match (call.again(), &mut call.0) {
            (Some((template, decoder)), _) => PageSource::Service(Box::new(Listing::new(template)), decoder),
            (None, State::Ready(ready)) => PageSource::Ready(ready.rest.take()),
            _ => PageSource::Unknown,
        };
        Self {
            source,
            current: Some(call),
        }
    }

    /// Returns the next page, or `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Returns the call for the page after `page`, if there is one.
    fn following(&mut self, page: &T) -> Option<Call<T, E>> {
        let next = || page.next().filter(|next| !next.is_end());
        let reason = match &mut self.source {
            PageSource::Service(listing, decoder) => {
                return Some(match listing.following(&next()?) {
                    Ok(prepared) => Call::new(prepared, *decoder),
                    Err(failure) => Call::ready(Err(Error::new(failure))),
                });
            }
            PageSource::Ready(pages) => match pages.as_mut().and_then(|pages| pages.pop()) {
                Some(page) => return Some(Call::ready(page)),
                None => "the page of this ready call announces a next one; pass both to `Call::ready_pages`",
            },
            PageSource::Unknown => "the next page cannot be requested: the call was sent before `pages` was called",
        };
        next().map(|_| Call::ready(Err(Error::new(Failure::refused("", RequestError::unsendable(reason))))))
    }
}

/// The requests of a listing, without its types.
struct Listing {
    /// The call for the latest page, which becomes that for the next one.
    template: PreparedCall,
    requested: Requested,
}

/// The hashes of the latest requests.
struct Requested(VecDeque<u64>);

impl Listing {
    #[inline]
    fn new(template: PreparedCall) -> Self {
        let requested = Requested(template.request.iter().map(hash).collect());
        Self { template, requested }
    }

    /// Returns the call for the next page.
    #[inline]
    fn following(&mut self, next: &Next) -> Result<Box<PreparedCall>, Box<Failure>> {
        let failure = match self.change(next) {
            Ok(request) if self.requested.is_new(hash(&request)) => {
                return Ok(Box::new(self.template.with(Ok(request))));
            }
            Ok(_) => Failure {
                operation: self.template.operation.name,
                attempts: 1,
                sent: true,
                kind: Kind::RepeatedPage,
            },
            Err(error) => Failure::refused(self.template.operation.name, error),
        };
        trace::refused(&failure);
        Err(Box::new(failure))
    }

    #[inline]
    fn change(&mut self, next: &Next) -> Result<Request, RequestError> {
        let PreparedCall {
            client,
            operation,
            request,
            ..
        } = &mut self.template;
        let request = request.as_mut().map_err(|error| error.clone())?;
        next.apply(request, operation, client.json_media_type())?;
        Ok(request.copy())
    }
}

impl Requested {
    /// The number of requests that are remembered.
    const MAX_REMEMBERED: usize = 10_000;

    /// Adds a request. Returns `false` if it is already remembered.
    #[inline]
    fn is_new(&mut self, hash: u64) -> bool {
        if self.0.contains(&hash) {
            return false;
        }
        if self.0.len() == Self::MAX_REMEMBERED {
            self.0.pop_front();
        }
        self.0.push_back(hash);
        true
    }
}

/// Returns the hash of the parts of a request that differ between pages.
#[inline]
fn hash(request: &Request) -> u64 {
    let mut hasher = DefaultHasher::new();
    (request.target(), request.body()).hash(&mut hasher);
    for field in request.headers() {
        field.hash(&mut hasher);
    }
    hasher.finish()
}

impl<T: Page, E> Stream for Pages<T, E> {
    type Item = Result<T, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(current) = &mut self.current else {
            return Poll::Ready(None);
        };
        let Poll::Ready(result) = Pin::new(current).poll(context) else {
            return Poll::Pending;
        };
        self.current = None;
        if let Ok(page) = &result {
            self.current = self.following(page);
        }
        Poll::Ready(Some(result))
    }
}

/// The items of a listing as a stream, requested page by page as it is polled. The stream ends after the first error.
#[must_use = "items are requested when the stream is polled"]
pub struct Items<T: Page, E> {
    pages: Pages<T, E>,
    items: VecDeque<T::Item>,
}

impl<T, E> Items<T, E>
where
    T: Page,
    T::Item: Unpin,
{
    /// Returns the next item, or `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T::Item, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Collects all items, or returns the first error.
    pub async fn try_collect(mut self) -> Result<Vec<T::Item>, Error<E>> {
        let mut all = Vec::new();
        while let Some(item) = self.next().await {
            all.push(item?);
        }
        Ok(all)
    }
}

impl<T: Page, E> Items<T, E> {
    pub(crate) fn new(pages: Pages<T, E>) -> Self {
        Self {
            pages,
            items: VecDeque::new(),
        }
    }
}

impl<T, E> Stream for Items<T, E>
where
    T: Page,
    T::Item: Unpin,
{
    type Item = Result<T::Item, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match Pin::new(&mut self.pages).poll_next(context) {
                Poll::Ready(Some(Ok(page))) => self.items = page.into_items().into(),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latest_requests_are_remembered_in_bounded_memory() {
        let mut requested = Requested(VecDeque::new());
        let max = Requested::MAX_REMEMBERED as u64;
        assert!((0..=max).all(|hash| requested.is_new(hash)));
        assert_eq!(requested.0.len(), Requested::MAX_REMEMBERED);
        assert!(!requested.is_new(1) && !requested.is_new(max));
        assert!(requested.is_new(0));
    }
}

//! Pages: a property of the result type, and the streams that follow from it.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::call::{Call, CallFuture, Prepared, Reading};
use crate::error::{Error, Failure, Kind};
use crate::from_response::Response;

pub(crate) mod linked;
pub(crate) mod next;

pub use self::next::Next;

/// A result that is one page of many.
///
/// [`Linked`](crate::Linked) is one for lists whose next page a `Link` header names.
///
/// ```
/// use rest_op::{Next, Page};
///
/// struct RoomPage { rooms: Vec<String>, next_token: Option<String> }
///
/// impl Page for RoomPage {
///     type Item = String;
///     fn next(&self) -> Option<Next> {
///         self.next_token.as_deref().filter(|token| !token.is_empty()).map(|token| Next::query("next-token", token))
///     }
///     fn into_items(self) -> Vec<String> { self.rooms }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of many",
    label = "does not implement `Page`",
    note = "implement `Page` for it, or return `Linked<T>` where the `Link` header leads to the next page"
)]
pub trait Page {
    /// What the pages are lists of.
    type Item;

    /// How the next page is asked for; `None` on the last one.
    fn next(&self) -> Option<Next>;

    /// The items of this page.
    fn into_items(self) -> Vec<Self::Item>;
}

/// Keeps status and headers of every page, such as those that tell the rate limit.
impl<T: Page> Page for Response<T> {
    type Item = T::Item;

    fn next(&self) -> Option<Next> {
        self.value().next()
    }

    fn into_items(self) -> Vec<T::Item> {
        self.into_value().into_items()
    }
}

/// The pages of a list, asked for one by one as the stream is polled. It ends after the first error.
pub struct Pages<T, E> {
    /// Like the call for the first page; what changes is how the next one is asked for.
    template: Option<(Prepared, Reading<T, E>)>,
    current: Option<CallFuture<T, E>>,
}

impl<T: Page, E> Pages<T, E> {
    pub(crate) fn new(call: Call<T, E>) -> Self {
        Self {
            template: call.again(),
            current: Some(call.into_future()),
        }
    }

    /// The next page; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The call for the page after `page`, if there is one.
    fn following(&mut self, page: &T) -> Option<CallFuture<T, E>> {
        let next = page.next()?;
        let (template, reading) = self.template.as_mut()?;
        let operation = template.operation.name;
        let request = match &mut template.request {
            Ok(request) => request,
            Err(refusal) => {
                return Some(CallFuture::failed(refusal.clone().of(operation)));
            }
        };
        let asked = request.target().to_owned();
        if let Err(refusal) = next.apply(request) {
            return Some(CallFuture::failed(refusal.of(operation)));
        }
        if request.target() == asked {
            let failure = Failure {
                operation,
                attempts: 1,
                sent: true,
                kind: Kind::RepeatedPage,
            };
            return Some(CallFuture::failed(failure));
        }
        let request = Ok(request.copy());
        let prepared = Box::new(template.with(request));
        Some(Call::new(prepared, *reading).into_future())
    }
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

/// The items of a list, asked for page by page as the stream is polled. It ends after the first error.
pub struct Items<T: Page, E> {
    pages: Pages<T, E>,
    items: VecDeque<T::Item>,
}

impl<T, E> Items<T, E>
where
    T: Page,
    T::Item: Unpin,
{
    /// The next item; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T::Item, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All items; the first error ends it.
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

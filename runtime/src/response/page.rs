//! Pages: a property of the result type.

use crate::response::from_response::Response;
use crate::response::next::Next;

/// A result that is one page of many.
///
/// Usually derived, see [`macro@crate::Page`]. [`Linked`](crate::Linked) is one for lists whose next page a `Link` header names.
///
/// ```
/// use rest_op::{Next, Page};
///
/// struct RoomPage { rooms: Vec<String>, next_token: Option<String> }
///
/// impl Page for RoomPage {
///     type Item = String;
///     fn next(&self) -> Option<Next> {
///         self.next_token.as_deref().map(|token| Next::query("next-token", token))
///     }
///     fn into_items(self) -> Vec<String> { self.rooms }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of many",
    label = "does not implement `Page`",
    note = "derive it: `#[derive(Page)]`; or return `Linked<T>` where the `Link` header leads to the next page"
)]
pub trait Page {
    /// What the pages are lists of.
    type Item;

    /// How the next page is asked for; `None` on the last one. A `Next` without a token or a URL counts as `None`: services
    /// mark the last page by an empty one, too.
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

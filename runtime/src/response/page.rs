//! Result types that are pages of a listing.

use crate::response::from_response::{Json, Response};
use crate::response::next::Next;

/// A result that is one page of a listing.
///
/// Usually derived; see [`macro@crate::Page`]. [`Linked`](crate::Linked) implements it for lists whose `Link` header names
/// the next page.
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
    message = "`{Self}` is not a page of a listing",
    label = "does not implement `Page`",
    note = "derive it: `#[derive(Page)]`; or return `Linked<T>` if the `Link` header names the next page"
)]
pub trait Page {
    /// The type of the items.
    type Item;

    /// Returns how the next page is requested, or `None` for the last page. A `Next` with an empty token or URL, by
    /// which some services mark the last page, counts as `None`.
    fn next(&self) -> Option<Next>;

    /// Returns the items of this page.
    fn into_items(self) -> Vec<Self::Item>;
}

impl<T: Page> Page for Json<T> {
    type Item = T::Item;

    fn next(&self) -> Option<Next> {
        self.0.next()
    }

    fn into_items(self) -> Vec<T::Item> {
        self.0.into_items()
    }
}

/// Keeps the status and headers of every page, such as those of the rate limit.
impl<T: Page> Page for Response<T> {
    type Item = T::Item;

    fn next(&self) -> Option<Next> {
        self.value().next()
    }

    fn into_items(self) -> Vec<T::Item> {
        self.into_value().into_items()
    }
}

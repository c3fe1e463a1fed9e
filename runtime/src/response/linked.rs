//! A page whose body is a JSON list and whose `Link` header names the next page.

use serde::de::DeserializeOwned;

use super::next::Next;
use super::page::Page;
use crate::response::from_response::{DecodeError, FromResponse};
use crate::response::links::Links;
use crate::response::reply::Reply;

/// A JSON list whose `Link` header names the next page by the relation `next` (RFC 8288).
///
/// ```
/// use rest_op::{Api, Call, Client, Linked, rest_op};
/// # #[derive(serde::Deserialize)] pub struct Repo { pub name: String }
///
/// pub trait GitHub: Api {
///     #[rest_op(GET, "/users/<user>/repos")]
///     fn list_repos(&self, user: &str) -> Call<Linked<Repo>>;
/// }
/// impl GitHub for Client {}
///
/// async fn print_all(github: &Client) -> Result<(), rest_op::Error> {
///     let mut repos = github.list_repos("rust-lang").items();
///     while let Some(repo) = repos.next().await {
///         println!("{}", repo?.name);
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked<T> {
    /// The items of this page.
    pub items: Vec<T>,
    /// The links to other pages.
    pub links: Links,
}

impl<T: DeserializeOwned> FromResponse for Linked<T> {
    const ACCEPT: Option<&'static str> = Vec::<T>::ACCEPT;

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self {
            links: Links::of(reply.headers()),
            items: Vec::from_response(reply)?,
        })
    }
}

impl<T> Page for Linked<T> {
    type Item = T;

    fn next(&self) -> Option<Next> {
        Next::link(&self.links)
    }

    fn into_items(self) -> Vec<T> {
        self.items
    }
}

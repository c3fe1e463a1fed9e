//! How the request for the next page differs from the request for this one.

use std::fmt;

use crate::request::Request;
use crate::request::error::RequestError;
use crate::response::links::Links;

/// How the next page is requested.
///
/// `Debug` shows neither tokens nor URLs, which may grant access.
#[derive(Clone, PartialEq, Eq)]
pub struct Next(Step);

#[derive(Clone, PartialEq, Eq)]
enum Step {
    Query(String, String),
    Add { key: String, by: u64, absent: u64 },
    Url(String),
}

impl fmt::Debug for Next {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Step::Query(key, _) => write!(f, "Next({key}=..)"),
            Step::Add { key, by, .. } => write!(f, "Next({key}+{by})"),
            Step::Url(_) => f.write_str("Next(url)"),
        }
    }
}

impl Next {
    /// Repeats the request with another value of one query parameter. An empty value, which many services send with the
    /// last page, ends the listing.
    pub fn query(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self(Step::Query(key.into(), value.into()))
    }

    /// Repeats the request with one query parameter increased by 1. A request without the parameter is page 1.
    ///
    /// ```
    /// use rest_op::{Next, Page};
    ///
    /// struct Users(Vec<String>);
    ///
    /// impl Page for Users {
    ///     type Item = String;
    ///     fn next(&self) -> Option<Next> {
    ///         (!self.0.is_empty()).then(|| Next::page("page"))
    ///     }
    ///     fn into_items(self) -> Vec<String> { self.0 }
    /// }
    /// ```
    pub fn page(key: impl Into<String>) -> Self {
        Self(Step::Add {
            key: key.into(),
            by: 1,
            absent: 1,
        })
    }

    /// Repeats the request with one query parameter increased by `count`, the number of items in this page. A request
    /// without the parameter starts at 0. A page without items ends the listing.
    pub fn offset(key: impl Into<String>, count: usize) -> Self {
        Self(Step::Add {
            key: key.into(),
            by: u64::try_from(count).unwrap_or(u64::MAX),
            absent: 0,
        })
    }

    /// Requests the target of the link `next`. Returns `None` without that link, as on the last page.
    #[inline]
    pub fn link(links: &Links) -> Option<Self> {
        links.target("next").map(Self::url)
    }

    /// Requests another URL of the same origin, absolute or relative to the URL of this page, and normalised as URL
    /// parsers do. A URL of another origin ends the listing with an error, so that credentials stay on the origin. An
    /// empty URL ends the listing.
    pub fn url(url: impl Into<String>) -> Self {
        Self(Step::Url(url.into()))
    }

    /// Whether the listing ends with this page.
    #[inline]
    pub(crate) fn is_end(&self) -> bool {
        match &self.0 {
            Step::Query(_, value) => value.is_empty(),
            Step::Add { by, .. } => *by == 0,
            Step::Url(url) => url.trim().is_empty(),
        }
    }

    #[inline]
    pub(crate) fn apply(&self, request: &mut Request) -> Result<(), RequestError> {
        match &self.0 {
            Step::Query(key, value) => request.set_query(key, value),
            Step::Add { key, by, absent } => {
                let number = match request.query_value(key) {
                    None => Ok(*absent),
                    Some(value) => value.parse(),
                };
                let Some(number) = number.ok().and_then(|number: u64| number.checked_add(*by)) else {
                    return Err(RequestError::unsendable(format!(
                        "the query parameter `{key}` is not a number, so the next page cannot be counted"
                    )));
                };
                request.set_query(key, &number.to_string());
            }
            Step::Url(url) => {
                let target = request.resolve(url)?;
                request.set_target(&target);
            }
        }
        Ok(())
    }
}

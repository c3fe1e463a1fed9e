//! How the next page is asked for: what changes in the request of this one.

// Inlined, so that only programs that use it compile it.

use std::fmt;

use crate::request::Request;
use crate::request::error::RequestError;
use crate::response::links::Links;

/// How the next page is asked for. `Debug` shows neither token nor URL: both can grant access.
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
    /// With the same request, but for one query parameter. An empty value, as many services give it, ends the listing.
    pub fn query(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self(Step::Query(key.into(), value.into()))
    }

    /// With the same request, the number in one query parameter one higher; without it, this was page 1.
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

    /// With the same request, the number in one query parameter higher by the `count` items of this page; without it,
    /// this page began at 0. A page without items ends the listing.
    pub fn offset(key: impl Into<String>, count: usize) -> Self {
        Self(Step::Add {
            key: key.into(),
            by: u64::try_from(count).unwrap_or(u64::MAX),
            absent: 0,
        })
    }

    /// At the target of the link `next`; `None` where there is none, as on the last page.
    #[inline]
    pub fn link(links: &Links) -> Option<Self> {
        links.target("next").map(Self::url)
    }

    /// At another URL of the same host, absolute or relative to this page's, normalised as URL parsers do. One of another
    /// host ends the stream with an error: no credentials go there. An empty one ends the listing.
    pub fn url(url: impl Into<String>) -> Self {
        Self(Step::Url(url.into()))
    }

    /// Whether this page was the last: nothing leads on from it.
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
                        "the query parameter `{key}` is no number to count pages with"
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

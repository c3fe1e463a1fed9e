//! How the request for the next page differs from the request for this one.

use std::fmt;

use http::header::HeaderValue;
use serde::Serialize;

use crate::format::scalar::Text;
use crate::operation::Operation;
use crate::request::Request;
use crate::request::body::encode_text;
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
    Add {
        key: String,
        by: u64,
        absent: u64,
    },
    Header(String, String),
    /// A member of the JSON body, by its path, or a field of the form, and its value in JSON.
    Member(String, String),
    Url(String),
    /// A token that cannot be sent, and why.
    Unsendable(String),
}

impl fmt::Debug for Next {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Step::Query(key, _) => write!(f, "Next({key}=..)"),
            Step::Add { key, by, .. } => write!(f, "Next({key}+{by})"),
            Step::Header(name, _) => write!(f, "Next({name}: ..)"),
            Step::Member(path, _) => write!(f, "Next({path}: ..)"),
            Step::Url(_) => f.write_str("Next(url)"),
            Step::Unsendable(_) => f.write_str("Next(..)"),
        }
    }
}

impl Next {
    /// Repeats the request with another value of one query parameter. An empty value, which many services send with the
    /// last page, ends the listing.
    pub fn query(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self(Step::Query(key.into(), value.into()))
    }

    /// Repeats the request with one header changed. An empty value ends the listing.
    ///
    /// Headers that the client sets itself, such as `authorization`, end the stream with an error.
    pub fn header(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self(Step::Header(name.into(), value.into()))
    }

    /// Repeats the request with one member of its JSON body, or one field of its form, set to `value`. The other bytes of the body do not change.
    ///
    /// `path` is the name of a member, or a dotted path of names: `"page.after"` sets the member `after` of the object
    /// `page`. Objects that are missing or `null` are added. A value that is `null`, `""`, `[]` or `{}` ends the listing.
    ///
    /// In a form, `path` is the name of the field, and `value` is a string, a number or a boolean.
    ///
    /// A body that is neither a JSON object nor a form, or is a stream, ends the listing with an error. A `#[body]` that is
    /// `None` becomes an object.
    ///
    /// ```
    /// use rest_op::{FromResponse, Next, Page};
    /// use serde::Deserialize;
    ///
    /// /// Of Elasticsearch: the next page begins after the sort values of the last hit.
    /// #[derive(Deserialize, FromResponse)]
    /// struct Hits(Vec<Hit>);
    ///
    /// #[derive(Deserialize)]
    /// struct Hit { sort: Vec<serde_json::Value> }
    ///
    /// impl Page for Hits {
    ///     type Item = Hit;
    ///     fn next(&self) -> Option<Next> {
    ///         self.0.last().map(|last| Next::body("search_after", &last.sort))
    ///     }
    ///     fn into_items(self) -> Vec<Hit> { self.0 }
    /// }
    /// ```
    pub fn body<T: Serialize + ?Sized>(path: impl Into<String>, value: &T) -> Self {
        let path = path.into();
        Self(match serde_json::to_string(value) {
            Ok(json) => Step::Member(path, json),
            Err(error) => Step::Unsendable(format!("the page token `{path}` cannot be written as JSON: {error}")),
        })
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

    /// Requests another URL of the same origin, absolute or relative to the URL of this page, and normalized as URL
    /// parsers do. A URL of another origin ends the listing with an error, so that credentials stay on the origin. An
    /// empty URL ends the listing.
    pub fn url(url: impl Into<String>) -> Self {
        Self(Step::Url(url.into()))
    }

    /// Requests the next page by a token that is a string or a number. Returns `None` without one.
    #[inline]
    pub(crate) fn by(token: &dyn Text, next: impl FnOnce(String) -> Self) -> Option<Self> {
        match encode_text(token) {
            Ok(token) => next(String::from_utf8_lossy(&token?).into_owned()).unless_end(),
            Err(_) => Some(Self(Step::Unsendable(
                "the page token is neither text nor a number".to_owned(),
            ))),
        }
    }

    /// Returns `None` if the listing ends with this page.
    #[inline]
    pub(crate) fn unless_end(self) -> Option<Self> {
        Some(self).filter(|next| !next.is_end())
    }

    /// Whether the listing ends with this page.
    #[inline]
    pub(crate) fn is_end(&self) -> bool {
        match &self.0 {
            Step::Query(_, value) | Step::Header(_, value) => value.is_empty(),
            Step::Member(_, json) => matches!(json.as_str(), "null" | "\"\"" | "[]" | "{}"),
            Step::Add { by, .. } => *by == 0,
            Step::Url(url) => url.trim().is_empty(),
            Step::Unsendable(_) => false,
        }
    }

    /// Changes the request of this page into that of the next one.
    #[inline]
    pub(crate) fn apply(
        &self,
        request: &mut Request,
        operation: &Operation,
        json_media_type: &HeaderValue,
    ) -> Result<(), RequestError> {
        match &self.0 {
            Step::Query(key, value) => {
                check_query(key, request, operation)?;
                request.set_query(key, value);
            }
            Step::Add { key, by, absent } => {
                check_query(key, request, operation)?;
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
            Step::Header(name, value) => request.set_header(name, value)?,
            Step::Member(path, json) => {
                let declared = operation.media_type();
                let media_type = declared.as_ref().unwrap_or(json_media_type);
                let media_type = operation.takes_json().then_some(media_type);
                let set = if operation.takes_form() {
                    request.set_field(path, json)
                } else {
                    request.set_member(path, json, media_type)
                };
                if set.is_none() {
                    return Err(RequestError::unsendable(format!(
                        "the page token `{path}` cannot be set, since the body of the call is neither a JSON object nor a \
                         form that can contain it"
                    )));
                }
                request.set_checksum(operation);
            }
            Step::Url(url) => {
                let target = request.resolve(url)?;
                request.set_target(&target);
            }
            Step::Unsendable(why) => return Err(RequestError::unsendable(why)),
        }
        Ok(())
    }
}

/// A service that reads the token from the body would ignore the query and return the first page again.
#[inline]
fn check_query(key: &str, request: &Request, operation: &Operation) -> Result<(), RequestError> {
    let has_body = request.body().is_some_and(|body| !body.is_empty());
    if !has_body || operation.takes_query(key) || request.query_value(key).is_some() {
        return Ok(());
    }
    Err(RequestError::unsendable(format!(
        "the page token `{key}` would be sent in the query, but the operation has a body and declares no such query \
         parameter; write `Next::body`, or declare an argument `#[query(\"{key}\")]`"
    )))
}

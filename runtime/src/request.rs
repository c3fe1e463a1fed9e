//! A request on its way out: its URL in the one encoded form that is both sent and signed.

// What few programs use is inlined, so that only they compile it.

use std::fmt;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;

use crate::request::endpoint::DefaultQuery;
use crate::request::error::RequestError;
use crate::stream::{BoxError, ByteStream};
use crate::text::percent;
use crate::text::redact::Secrets;
use crate::text::reference;

pub(crate) mod argument;
pub(crate) mod body;
pub(crate) mod build;
pub(crate) mod endpoint;
pub(crate) mod error;
pub(crate) mod header;

/// A request that an [`Auth`](crate::Auth) signs or adds credentials to.
pub struct Request {
    method: Method,
    url: String,
    authority: Range<usize>,
    /// Where the path ends, and the query begins if there is one.
    path_end: usize,
    /// The length of the query parameters at the end of the URL that are the client's.
    defaulted: usize,
    headers: HeaderMap,
    body: Body,
    /// The query parameters that are credentials, as they stand in the URL.
    credentials: String,
    date: SigningDate,
}

/// The date of a signature.
#[derive(Default)]
struct SigningDate {
    /// How far the client's clock is behind the service's, in seconds.
    skew: i64,
    /// Set once a scheme has asked for it.
    taken: Option<SystemTime>,
}

/// The body of a request.
pub(crate) enum Body {
    /// In one piece; it can be sent again.
    Whole(Bytes),
    /// As it comes, once. The lock makes a call `Sync`; nobody ever waits for it.
    Stream(Mutex<Option<ByteStream>>),
}

impl Request {
    /// The request method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The whole URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Host and port, as the `host` header has them.
    pub fn authority(&self) -> &str {
        self.url.get(self.authority.clone()).unwrap_or("")
    }

    /// Path and query, percent-encoded.
    pub fn target(&self) -> &str {
        self.url.get(self.authority.end..).unwrap_or("/")
    }

    /// The path, percent-encoded.
    pub fn path(&self) -> &str {
        self.url.get(self.authority.end..self.path_end).unwrap_or("/")
    }

    /// The query, percent-encoded.
    pub fn query(&self) -> Option<&str> {
        self.url.get(self.path_end..)?.strip_prefix('?')
    }

    /// The header fields.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The header fields, to be added to.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The body; `None` where it is sent as it comes.
    pub fn body(&self) -> Option<&Bytes> {
        match &self.body {
            Body::Whole(body) => Some(body),
            Body::Stream(_) => None,
        }
    }

    /// Returns the length of the body in bytes, 0 without a body; `None` for a stream of unknown length.
    ///
    /// The transport adds the header `content-length` after authentication, so that a scheme that signs the length, such as
    /// Shared Key of Azure Storage, uses this method.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use rest_op::Request;
    ///
    /// let message = http::Request::put("https://account.blob.core.windows.net/box/a.txt").body(Bytes::from("hello"))?;
    /// assert_eq!(Request::try_from(message)?.content_length(), Some(5));
    /// # Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
    /// ```
    #[inline]
    pub fn content_length(&self) -> Option<u64> {
        match &self.body {
            Body::Whole(body) => u64::try_from(body.len()).ok(),
            Body::Stream(stream) => stream.lock().unwrap_or_else(PoisonError::into_inner).as_ref()?.length(),
        }
    }

    /// Appends a query parameter, percent-encoded.
    pub fn append_query(&mut self, key: &str, value: &str) {
        self.push_query(&format!("{}={}", percent::encoded(key), percent::encoded(value)));
    }

    /// Appends an encoded parameter to the query.
    fn push_query(&mut self, text: &str) {
        self.url.push(if self.query().is_some() { '&' } else { '?' });
        self.url.push_str(text);
    }

    /// Appends the query parameters that the request does not have. Another target drops them.
    fn append_defaults(&mut self, defaults: &[DefaultQuery]) {
        let own = self.url.len();
        for default in defaults {
            if self.query_value(&default.key).is_none() {
                self.push_query(&default.text);
            }
        }
        self.defaulted = self.url.len() - own;
    }

    /// The time to date a signature with: `time`, which is that of the client's clock, by the service's clock. The two
    /// differ where the service has refused the date of a signature.
    ///
    /// A service that refuses the date of this request corrects the clock only if the date was taken from here.
    ///
    /// ```
    /// use std::time::SystemTime;
    /// use rest_op::{Auth, AuthFuture, Request};
    ///
    /// struct Dated;
    ///
    /// impl Auth for Dated {
    ///     fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a> {
    ///         Box::pin(async move {
    ///             let date = request.signing_time(time).duration_since(SystemTime::UNIX_EPOCH)?;
    ///             request.headers_mut().insert("x-signed-at", date.as_secs().into());
    ///             Ok(())
    ///         })
    ///     }
    /// }
    /// ```
    pub fn signing_time(&mut self, time: SystemTime) -> SystemTime {
        /// The days until the end of 9999: dates of signatures have years of four digits.
        const DATES: Duration = Duration::from_hours(24 * 2_932_897);
        let skew = Duration::from_secs(self.date.skew.unsigned_abs());
        let shifted = if self.date.skew < 0 {
            time.checked_sub(skew)
        } else {
            time.checked_add(skew)
        };
        let can_be_signed = |time: &SystemTime| {
            time.duration_since(SystemTime::UNIX_EPOCH)
                .is_ok_and(|since| since < DATES)
        };
        *self.date.taken.insert(shifted.filter(can_be_signed).unwrap_or(time))
    }

    /// The date of the signature, if the request has one.
    pub(crate) fn signed_at(&self) -> Option<SystemTime> {
        self.date.taken
    }

    /// Sets how far the client's clock is behind the service's, in seconds.
    pub(crate) fn set_skew(&mut self, seconds: i64) {
        self.date.skew = seconds;
    }

    /// The value of a query parameter, percent-encoded.
    #[inline]
    pub(crate) fn query_value(&self, key: &str) -> Option<&str> {
        self.query()?.split('&').find_map(|pair| value_of(pair, key))
    }

    /// Sets a query parameter, where the first of the same key stands, or at the end.
    #[inline]
    pub(crate) fn set_query(&mut self, key: &str, value: &str) {
        let new = format!("{}={}", percent::encoded(key), percent::encoded(value));
        let pairs = self.query().unwrap_or("").split('&').filter(|pair| !pair.is_empty());
        let mut is_set = false;
        let mut set: Vec<&str> = Vec::new();
        for pair in pairs {
            match value_of(pair, key) {
                None => set.push(pair),
                Some(_) if is_set => {}
                Some(old) => {
                    let is_same = percent_decode_str(old).eq(value.bytes());
                    set.push(if is_same { pair } else { &new });
                    is_set = true;
                }
            }
        }
        if !is_set {
            set.push(&new);
        }
        let query = set.join("&");
        self.url.truncate(self.path_end);
        self.url.push('?');
        self.url.push_str(&query);
    }

    /// Sets a query parameter that is a credential.
    #[inline]
    pub(crate) fn set_credential(&mut self, key: &str, value: &str) {
        self.set_query(key, value);
        // As it stands, which may be as a link has it.
        let value = self.query_value(key).unwrap_or_default();
        self.credentials = format!("{}={value}", percent::encoded(key));
    }

    /// Replaces path and query.
    #[inline]
    pub(crate) fn set_target(&mut self, target: &str) {
        self.url.truncate(self.authority.end);
        self.defaulted = 0;
        self.url.push_str(target);
        self.path_end = self.authority.end + path_length(target);
    }

    /// Replaces the path, and puts another query before its own; an error where that leads to another host. An empty
    /// reference takes the `/` at the end of the path away.
    #[inline]
    pub(crate) fn move_to(&mut self, reference: &str) -> Result<(), RequestError> {
        self.url.truncate(self.url.len() - self.defaulted);
        let mut target = match reference {
            "" => match self.path().strip_suffix('/') {
                None | Some("") => self.path(),
                Some(path) => path,
            }
            .to_owned(),
            _ => self.resolve(reference)?,
        };
        if let Some(query) = self.query() {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(query);
        }
        self.set_target(&target);
        Ok(())
    }

    /// The target of a URL that an answer to this request gave; an error where it is one of another host.
    #[inline]
    pub(crate) fn resolve(&self, reference: &str) -> Result<String, RequestError> {
        reference::resolve(self.origin(), self.target(), reference).ok_or_else(|| {
            RequestError::Unsendable(format!(
                "the URL is not on `{}`, where alone calls may go",
                self.origin()
            ))
        })
    }

    /// The credentials that authentication added to `plain`: `authorization`, header values that are marked as sensitive,
    /// and query parameters.
    pub(crate) fn secrets(&self, plain: &Self) -> Secrets {
        let is_marked = |(name, value): &(&HeaderName, &HeaderValue)| value.is_sensitive() && *name != AUTHORIZATION;
        let marked = self.headers.iter().filter(is_marked).map(|(_, value)| value);
        let mut query = if self.url == plain.url {
            String::new()
        } else {
            added(self.query(), plain.query())
        };
        // They may have stood there before: services repeat a key in the link to the next page.
        if !self.credentials.is_empty() {
            query.push('&');
            query.push_str(&self.credentials);
        }
        Secrets::new(self.headers.get(AUTHORIZATION), marked, query)
    }

    /// Scheme and authority.
    fn origin(&self) -> &str {
        self.url.get(..self.authority.end).unwrap_or("")
    }

    /// Whether it can be sent a second time.
    pub(crate) fn is_repeatable(&self) -> bool {
        matches!(self.body, Body::Whole(_))
    }

    /// A copy, to which the stream of the body goes over, if there is one.
    pub(crate) fn copy(&self) -> Self {
        self.with_headers(self.headers.clone())
    }

    /// The request of one attempt: a copy with the headers that every request carries, unless it has its own.
    pub(crate) fn attempt(&self, defaults: &HeaderMap) -> Self {
        self.with_headers(self.headers_over(defaults))
    }

    /// The headers, and those of the defaults that it does not set itself.
    #[inline]
    pub(crate) fn headers_over(&self, defaults: &HeaderMap) -> HeaderMap {
        /// What authentication, the result type and the transport add.
        const SPARE: usize = 5;
        let mut headers = HeaderMap::with_capacity(defaults.len() + self.headers.len() + SPARE);
        let defaults = defaults.iter().filter(|(name, _)| !self.headers.contains_key(*name));
        for (name, value) in defaults.chain(&self.headers) {
            headers.append(name.clone(), value.clone());
        }
        headers
    }

    fn with_headers(&self, headers: HeaderMap) -> Self {
        Self {
            method: self.method.clone(),
            url: self.url.clone(),
            authority: self.authority.clone(),
            path_end: self.path_end,
            defaulted: self.defaulted,
            headers,
            body: match &self.body {
                Body::Whole(body) => Body::Whole(body.clone()),
                Body::Stream(stream) => {
                    Body::Stream(Mutex::new(stream.lock().unwrap_or_else(PoisonError::into_inner).take()))
                }
            },
            credentials: String::new(),
            date: SigningDate::default(),
        }
    }

    /// A copy of the message with these headers, without a body that is sent as it comes.
    #[inline]
    pub(crate) fn to_http(&self, headers: HeaderMap) -> Result<http::Request<Bytes>, http::Error> {
        let mut request = http::Request::new(self.body().cloned().unwrap_or_default());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = http::Uri::try_from(&self.url)?;
        *request.headers_mut() = headers;
        Ok(request)
    }

    /// The message that goes to the transport, and its body if that is a stream.
    pub(crate) fn into_http(self) -> Result<(http::Request<Bytes>, Option<ByteStream>), http::Error> {
        let (body, stream) = match self.body {
            Body::Whole(body) => (body, None),
            Body::Stream(stream) => (
                Bytes::new(),
                stream.into_inner().unwrap_or_else(PoisonError::into_inner),
            ),
        };
        let mut request = http::Request::new(body);
        *request.method_mut() = self.method;
        *request.uri_mut() = http::Uri::from_maybe_shared(Bytes::from(self.url))?;
        *request.headers_mut() = self.headers;
        Ok((request, stream))
    }
}

/// Takes a request as `http` has it, for instance to try an [`Auth`](crate::Auth) on it. Its URL must be absolute.
impl TryFrom<http::Request<Bytes>> for Request {
    type Error = BoxError;

    #[inline]
    fn try_from(request: http::Request<Bytes>) -> Result<Self, BoxError> {
        let (parts, body) = request.into_parts();
        let (Some(scheme), Some(authority)) = (parts.uri.scheme_str(), parts.uri.authority()) else {
            return Err("the URL has no scheme and host".into());
        };
        let start = scheme.len() + "://".len();
        let end = start + authority.as_str().len();
        let url = parts.uri.to_string();
        Ok(Self {
            method: parts.method,
            authority: start..end,
            path_end: end + path_length(url.get(end..).unwrap_or("")),
            url,
            defaulted: 0,
            headers: parts.headers,
            body: Body::Whole(body),
            credentials: String::new(),
            date: SigningDate::default(),
        })
    }
}

/// The query parameters that stand in the one query and not in the other, wherever they stand.
fn added(authorized: Option<&str>, plain: Option<&str>) -> String {
    let (Some(authorized), plain) = (authorized, plain.unwrap_or("")) else {
        return String::new();
    };
    let is_new = |pair: &&str| plain.split('&').all(|known| known != *pair);
    let pairs: Vec<&str> = authorized.split('&').filter(is_new).collect();
    pairs.join("&")
}

/// The length of the path in a path with a query.
fn path_length(target: &str) -> usize {
    target.find('?').unwrap_or(target.len())
}

/// Shows neither query nor headers: both can hold credentials.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Request({} {}{})", self.method, self.origin(), self.path())
    }
}

/// The value of a query parameter, if it is of this key, however that is encoded.
fn value_of<'p>(pair: &'p str, key: &str) -> Option<&'p str> {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    percent_decode_str(name).eq(key.bytes()).then_some(value)
}

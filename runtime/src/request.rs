//! An outgoing request. Its URL is stored in the encoded form that is both signed and sent.

use std::fmt;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;

use crate::format::form;
use crate::format::json::splice;
use crate::operation::{Format, Operation};
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
pub(crate) mod multipart;
pub(crate) mod part;
mod query;

/// A request to which an [`Auth`](crate::Auth) adds a signature or credentials.
pub struct Request {
    method: Method,
    url: String,
    authority: Range<usize>,
    /// The end of the path, and the start of the query if there is one.
    path_end: usize,
    /// The length of the query parameters at the end of the URL that are the client's.
    defaulted: usize,
    headers: HeaderMap,
    body: Body,
    /// The query parameters that are credentials, encoded as in the URL.
    credentials: String,
    date: SigningDate,
}

/// The date of a signature.
#[derive(Default)]
struct SigningDate {
    /// How far the client's clock is behind the service's, in seconds.
    skew: i64,
    /// The date that a scheme has signed with.
    used: Option<SystemTime>,
}

/// The body of a request.
pub enum Body {
    /// A buffered body, which can be sent again.
    Whole(Bytes),
    /// A stream, which can be sent once. The lock makes a call `Sync` and is never contended.
    Stream(Mutex<Option<ByteStream>>),
}

impl Request {
    /// Returns the request method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns host and port, as in the `host` header.
    pub fn authority(&self) -> &str {
        self.url.get(self.authority.clone()).unwrap_or("")
    }

    /// Returns path and query, percent-encoded.
    pub fn target(&self) -> &str {
        self.url.get(self.authority.end..).unwrap_or("/")
    }

    /// Returns the path, percent-encoded.
    pub fn path(&self) -> &str {
        self.url.get(self.authority.end..self.path_end).unwrap_or("/")
    }

    /// Returns the query, percent-encoded.
    pub fn query(&self) -> Option<&str> {
        self.url.get(self.path_end..)?.strip_prefix('?')
    }

    /// Returns the header fields.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the header fields for modification.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// Returns the body, or `None` if it is a stream.
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

    /// Converts `time` from the client's clock to the service's, for the date of a signature. The two differ once the
    /// service has rejected the date of a signature.
    ///
    /// If the service rejects the date of this request, the clock is corrected only if the date was obtained here.
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
        /// The time until the end of the year 9999: dates of signatures have years of four digits.
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
        *self.date.used.insert(shifted.filter(can_be_signed).unwrap_or(time))
    }

    /// Returns the date of the signature, if the request has one.
    pub(crate) fn signed_at(&self) -> Option<SystemTime> {
        self.date.used
    }

    /// Sets how far the client's clock is behind the service's, in seconds.
    pub(crate) fn set_skew(&mut self, seconds: i64) {
        self.date.skew = seconds;
    }

    /// Returns the value of a query parameter, percent-encoded.
    #[inline]
    pub(crate) fn query_value(&self, key: &str) -> Option<&str> {
        self.query()?.split('&').find_map(|pair| value_of(pair, key))
    }

    /// Sets a query parameter in place of the first one with the same key, or appends it.
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
        // `set_query` keeps the encoding of an equal value, which may come from a link.
        let value = self.query_value(key).unwrap_or_default();
        self.credentials = format!("{}={value}", percent::encoded(key));
    }

    /// Sets a header. Returns an error if the header or its value is not allowed.
    #[inline]
    pub(crate) fn set_header(&mut self, name: &str, value: &str) -> Result<(), RequestError> {
        let name = HeaderName::from_bytes(name.as_bytes())
            .map_err(|_| RequestError::Unsendable(format!("{name:?} is not a valid header name")))?;
        if name == AUTHORIZATION {
            return Err(RequestError::unsendable(
                "header `authorization` is set by the client itself; use `Client::with_auth` for other credentials",
            ));
        }
        if header::is_reserved(&name) {
            return Err(RequestError::Unsendable(format!(
                "header `{name}` is set by the client itself; remove it"
            )));
        }
        let has_boundary = |value: &HeaderValue| value.as_bytes().starts_with(b"multipart/form-data;");
        if name == CONTENT_TYPE && self.headers.get(CONTENT_TYPE).is_some_and(has_boundary) {
            return Err(RequestError::unsendable(
                "header `content-type` of a multipart body contains its boundary; remove it",
            ));
        }
        let value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| {
            RequestError::Unsendable(format!("the value of header `{name}` contains a control character"))
        })?;
        if self.headers.len() >= header::MAX_HEADERS {
            return Err(RequestError::Unsendable(format!(
                "header `{name}` exceeds the limit of {} headers",
                header::MAX_HEADERS
            )));
        }
        self.headers.insert(name, value);
        Ok(())
    }

    /// Sets a member of a JSON body, by its dotted path, to a value in JSON. An omitted body of this media type becomes an
    /// object. Returns `None` if the body is not an object, or if there is neither a body nor a media type.
    #[inline]
    pub(crate) fn set_member(&mut self, path: &str, value: &str, media_type: Option<&HeaderValue>) -> Option<()> {
        let body = std::str::from_utf8(self.body()?).ok()?;
        let body = match (body, media_type) {
            ("", None) => return None,
            ("", Some(media_type)) => {
                let body = splice::set_member("{}", path, value)?;
                self.headers.entry(CONTENT_TYPE).or_insert_with(|| media_type.clone());
                body
            }
            (body, _) => splice::set_member(body, path, value)?,
        };
        self.body = Body::Whole(Bytes::from(body));
        Some(())
    }

    /// Sets a field of a form to a value in JSON. An omitted form becomes one with this field. Returns `None` if the value
    /// is not a scalar.
    #[inline]
    pub(crate) fn set_field(&mut self, name: &str, value: &str) -> Option<()> {
        let body = form::set_field(self.body()?, name, value)?;
        self.headers
            .entry(CONTENT_TYPE)
            .or_insert_with(|| HeaderValue::from_static(Format::Form.media_type()));
        self.body = Body::Whole(body);
        Some(())
    }

    /// Sets the header with the checksum of a buffered body.
    #[inline]
    pub(crate) fn set_checksum(&mut self, operation: &Operation) {
        if let (Some((name, compute)), Body::Whole(body)) = (operation.checksum, &self.body)
            && let Ok(value) = HeaderValue::try_from(compute(body))
        {
            self.headers.insert(name, value);
        }
    }

    /// Replaces path and query.
    #[inline]
    pub(crate) fn set_target(&mut self, target: &str) {
        self.url.truncate(self.authority.end);
        self.defaulted = 0;
        self.url.push_str(target);
        self.path_end = self.authority.end + path_length(target);
    }

    /// Replaces the path, and inserts the reference's query before the existing one. A reference to another origin is
    /// rejected. An empty reference removes a trailing `/` from the path.
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

    /// Returns the target of a URL from the response to this request. A URL of another origin is rejected.
    #[inline]
    pub(crate) fn resolve(&self, reference: &str) -> Result<String, RequestError> {
        reference::resolve(self.origin(), self.target(), reference).ok_or_else(|| {
            RequestError::Unsendable(format!(
                "the URL is not on `{}`, the only origin that calls are sent to",
                self.origin()
            ))
        })
    }

    /// Returns the credentials that authentication added to `plain`: headers, and query parameters.
    pub(crate) fn secrets(&self, plain: &Self) -> Secrets {
        let mut query = if self.url == plain.url {
            String::new()
        } else {
            added(self.query(), plain.query())
        };
        // These may be part of `plain` already: services repeat a key in the link to the next page.
        if !self.credentials.is_empty() {
            query.push('&');
            query.push_str(&self.credentials);
        }
        Secrets::new(&self.headers, query)
    }

    /// Returns scheme and authority.
    fn origin(&self) -> &str {
        self.url.get(..self.authority.end).unwrap_or("")
    }

    /// Whether the request can be sent a second time.
    pub(crate) fn is_repeatable(&self) -> bool {
        match &self.body {
            Body::Whole(_) => true,
            Body::Stream(stream) => {
                let stream = stream.lock().unwrap_or_else(PoisonError::into_inner);
                stream.as_ref().is_some_and(|stream| stream.again().is_some())
            }
        }
    }

    /// Copies the request. A streaming body is moved to the copy.
    pub(crate) fn copy(&self) -> Self {
        self.with_headers(self.headers.clone())
    }

    /// Returns the request of one attempt: a copy with the default headers that the request does not set itself.
    pub(crate) fn attempt(&self, defaults: &HeaderMap) -> Self {
        self.with_headers(self.headers_over(defaults))
    }

    /// Returns the headers, and the default headers that the request does not set itself.
    #[inline]
    pub(crate) fn headers_over(&self, defaults: &HeaderMap) -> HeaderMap {
        /// Room for the headers that authentication, the result type and the transport add.
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
                    let mut stream = stream.lock().unwrap_or_else(PoisonError::into_inner);
                    Body::Stream(Mutex::new(ByteStream::again_or_take(&mut stream)))
                }
            },
            credentials: String::new(),
            date: SigningDate::default(),
        }
    }

    /// Returns a copy of the message with these headers. A streaming body is left out.
    #[inline]
    pub(crate) fn to_http(&self, headers: HeaderMap) -> Result<http::Request<Bytes>, http::Error> {
        let mut request = http::Request::new(self.body().cloned().unwrap_or_default());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = http::Uri::try_from(&self.url)?;
        *request.headers_mut() = headers;
        Ok(request)
    }

    /// Returns the message for the transport, and the body if it is a stream.
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

/// Converts an `http` request, for instance to test an [`Auth`](crate::Auth) with it. The URL must be absolute.
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

/// Returns the query parameters of `authorized` that are not in `plain`, in any order.
fn added(authorized: Option<&str>, plain: Option<&str>) -> String {
    let (Some(authorized), plain) = (authorized, plain.unwrap_or("")) else {
        return String::new();
    };
    let is_new = |pair: &&str| plain.split('&').all(|known| known != *pair);
    let pairs: Vec<&str> = authorized.split('&').filter(is_new).collect();
    pairs.join("&")
}

/// Returns the length of the path in a target of path and query.
fn path_length(target: &str) -> usize {
    target.find('?').unwrap_or(target.len())
}

/// Omits query and headers, which can contain credentials.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Request({} {}{})", self.method, self.origin(), self.path())
    }
}

/// Returns the value of a query parameter if its decoded key is `key`.
fn value_of<'p>(pair: &'p str, key: &str) -> Option<&'p str> {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    percent_decode_str(name).eq(key.bytes()).then_some(value)
}

//! The default transport: reqwest, with its redirects and retries switched off.

use std::error::Error;
use std::fmt;
use std::io;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;
use http::{Uri, request};

use super::{Transport, TransportError, TransportFuture, announce_length};
use crate::stream::{BoxError, ByteStream};

mod loopback;
#[cfg(any(feature = "tls", feature = "tls-aws-lc"))]
mod tls;
mod url;

pub(crate) use self::url::Urls;

/// The default transport: a reqwest client, which can be one of your own.
///
/// One of your own brings proxies, certificates, a pool, DNS as you set them. It must not follow redirects, since those
/// can take credentials to another host: start from [`Reqwest::builder`], or say `redirect(Policy::none())`.
///
/// ```
/// use rest_op::{Client, transport::Reqwest};
///
/// let http = Reqwest::builder()?.pool_max_idle_per_host(2).http1_title_case_headers().build()?;
/// let client = Client::builder("https://api.github.com").transport(Reqwest::new(http)).build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Reqwest {
    connect_timeout: Duration,
    /// Whether it speaks plain HTTP alone, and passes over the proxies that the environment names.
    direct: bool,
    /// Made when the first request goes out: making it reads the certificates of the platform, unless it is direct.
    client: OnceLock<Result<reqwest::Client, String>>,
    /// Whether the client may be set to follow redirects.
    is_foreign: bool,
    urls: Urls,
}

impl Reqwest {
    /// Takes a client of your own, which sets its own limit to the time to connect.
    ///
    /// A response to which it followed a redirect is an error.
    pub fn new(client: reqwest::Client) -> Self {
        Self {
            connect_timeout: Duration::ZERO,
            direct: false,
            client: OnceLock::from(Ok(client)),
            is_foreign: true,
            urls: Urls::default(),
        }
    }

    /// Starts a client as the default one is made: no redirects, no retries, and, with the feature `tls`, rustls and the
    /// certificates of the platform.
    ///
    /// For certificates of your own start from `reqwest::Client::builder()`, and enable a TLS feature of reqwest.
    ///
    /// # Errors
    ///
    /// The certificates of the platform cannot be read.
    pub fn builder() -> Result<reqwest::ClientBuilder, TransportError> {
        builder().map_err(TransportError::unsent)
    }

    /// A direct one speaks plain HTTP alone, and passes over the proxies that the environment names.
    pub(crate) fn with_connect_timeout(connect_timeout: Duration, direct: bool) -> Self {
        Self {
            connect_timeout,
            direct,
            client: OnceLock::new(),
            is_foreign: false,
            urls: Urls::default(),
        }
    }

    fn client(&self) -> Result<&reqwest::Client, TransportError> {
        let made = self
            .client
            .get_or_init(|| build(self.connect_timeout, self.direct).map_err(|error| error.to_string()));
        made.as_ref().map_err(|error| TransportError::unsent(error.clone()))
    }

    async fn exchange(
        &self,
        head: request::Parts,
        body: reqwest::Body,
    ) -> Result<http::Response<ByteStream>, TransportError> {
        let mut request = reqwest::Request::new(head.method, self.urls.of(&head.uri)?);
        *request.version_mut() = head.version;
        *request.headers_mut() = head.headers;
        *request.body_mut() = Some(body);
        if !cfg!(feature = "__rustls") && !self.is_foreign && request.url().scheme() == "https" {
            return Err(TransportError::unsent("`https` needs the feature `tls` of rest-op"));
        }
        let asked = self.is_foreign.then(|| request.url().clone());
        let sent = self.client()?.execute(request).await;
        let response = sent.map_err(|error| classify(error, &head.uri))?;
        if asked.is_some_and(|asked| asked != *response.url()) {
            return Err(TransportError::unusable(
                "the reqwest client followed a redirect; build it with `redirect(Policy::none())`",
            ));
        }
        Ok(http::Response::from(response)
            .map(|body| ByteStream::from_unpin_body(body, |error| TransportError::interrupted(error).into())))
    }
}

impl Transport for Reqwest {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        let (mut head, body) = request.into_parts();
        announce_length(&mut head, body.len());
        Box::pin(self.exchange(head, body.into()))
    }

    fn send_stream(&self, request: http::Request<ByteStream>) -> TransportFuture<'_> {
        let (head, body) = request.into_parts();
        Box::pin(self.exchange(head, reqwest::Body::wrap(body)))
    }

    /// The default one does; how one of your own resolves names is not known.
    fn pins_localhost(&self) -> bool {
        !self.is_foreign
    }

    fn reads_extensions(&self) -> bool {
        false
    }
}

#[allow(clippy::unnecessary_wraps, reason = "without TLS nothing can fail")]
fn builder() -> Result<reqwest::ClientBuilder, BoxError> {
    let builder = settings();
    #[cfg(any(feature = "tls", feature = "tls-aws-lc"))]
    let builder = builder.tls_backend_preconfigured(tls::with_certificates_of_the_platform()?);
    Ok(builder)
}

/// Starts a client that takes no proxy and speaks plain HTTP alone, so that no certificate needs to be read.
#[allow(clippy::unnecessary_wraps, reason = "without TLS nothing can fail")]
fn plain_builder() -> Result<reqwest::ClientBuilder, BoxError> {
    let builder = settings().no_proxy();
    #[cfg(any(feature = "tls", feature = "tls-aws-lc"))]
    let builder = builder.tls_backend_preconfigured(tls::without_certificates()?);
    Ok(builder)
}

fn settings() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .dns_resolver(loopback::Resolver)
}

fn build(connect_timeout: Duration, direct: bool) -> Result<reqwest::Client, BoxError> {
    let builder = if direct { plain_builder()? } else { builder()? };
    Ok(builder.connect_timeout(connect_timeout).build()?)
}

fn classify(error: reqwest::Error, uri: &Uri) -> TransportError {
    // Of the URL, which can hold credentials, the message tells only the host.
    let error = error.without_url();
    if error.is_connect() {
        let is_timeout = error.is_timeout();
        let error = Unreachable::of(uri, error);
        return match is_timeout {
            true => TransportError::connect_timeout(error),
            false if is_protocol(&error) => TransportError::unsent(error),
            false => TransportError::connect(error),
        };
    }
    match error {
        _ if error.is_builder() => TransportError::unsent(error),
        _ if is_malformed(&error) => TransportError::unusable(error),
        _ => TransportError::interrupted(error),
    }
}

/// Which host there is no connection to, and why.
#[derive(Debug)]
struct Unreachable {
    host: String,
    source: reqwest::Error,
}

impl Unreachable {
    fn of(uri: &Uri, source: reqwest::Error) -> Self {
        let port = uri.port().map_or(String::new(), |port| format!(":{port}"));
        let host = format!("{}{port}", uri.host().unwrap_or_default());
        Self { host, source }
    }
}

impl fmt::Display for Unreachable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.host)
    }
}

impl Error for Unreachable {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}

/// Whether client and host do not understand each other, or do not trust each other: they would not the next time.
fn is_protocol(error: &Unreachable) -> bool {
    sources(error).any(|error| error.downcast_ref().is_some_and(is_invalid))
}

/// Whether this, or what it wraps, is what rustls makes its errors. Its source would be that of what it wraps.
fn is_invalid(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    error.kind() == io::ErrorKind::InvalidData || inner.is_some_and(is_invalid)
}

/// Whether hyper could not read the response, or would not: it allows 100 header fields in some 400 KiB.
fn is_malformed(error: &reqwest::Error) -> bool {
    let hyper = sources(error).find_map(|error| error.downcast_ref::<hyper::Error>());
    hyper.is_some_and(hyper::Error::is_parse)
}

fn sources<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(error.source(), |error| (*error).source())
}

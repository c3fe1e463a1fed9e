//! The default transport: reqwest with redirects and retries disabled.

use std::error::Error;
use std::io;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;
use http::request;

use super::{Transport, TransportError, TransportFuture, announce_length};
use crate::stream::{BoxError, ByteStream};

mod loopback;
#[cfg(any(feature = "tls", feature = "tls-aws-lc"))]
mod tls;
mod url;

pub(crate) use self::url::Urls;

/// The default transport: a reqwest client, which can be your own.
///
/// Your own client uses the proxies, certificates, pool and DNS that you set. It must not follow redirects, which can send
/// credentials to another host: start from [`Reqwest::builder`], or set `redirect(Policy::none())`.
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
    /// Whether it uses plain HTTP only, and ignores proxies of the environment.
    direct: bool,
    /// Built for the first request: building reads the certificates of the platform, unless the client is direct.
    client: OnceLock<Result<reqwest::Client, String>>,
    /// Whether the client is the user's, and may follow redirects.
    is_foreign: bool,
    urls: Urls,
}

impl Reqwest {
    /// Creates a transport from your own client, which sets its own connect timeout.
    ///
    /// A response after a redirect is an error.
    pub fn new(client: reqwest::Client) -> Self {
        Self {
            connect_timeout: Duration::ZERO,
            direct: false,
            client: OnceLock::from(Ok(client)),
            is_foreign: true,
            urls: Urls::default(),
        }
    }

    /// Returns a builder with the settings of the default client: no redirects, no retries, and, with the feature `tls`,
    /// rustls with the certificates of the platform.
    ///
    /// reqwest ignores `identity`, `add_root_certificate` and its other TLS settings while TLS is configured by this crate.
    /// To use them, call `tls_backend_rustls`, and enable the feature `rustls` of reqwest or install a cryptography provider
    /// of rustls; otherwise, `build` panics. The [guide](crate::guide#transports) has an example.
    ///
    /// # Errors
    ///
    /// Returns an error if the certificates of the platform cannot be read.
    pub fn builder() -> Result<reqwest::ClientBuilder, TransportError> {
        builder().map_err(TransportError::unsent)
    }

    /// Creates the default transport. A direct one uses plain HTTP only, and ignores proxies of the environment.
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
            return Err(TransportError::unsent("`https` requires the feature `tls` of rest-op"));
        }
        let requested = self.is_foreign.then(|| request.url().clone());
        let sent = self.client()?.execute(request).await;
        let response = sent.map_err(classify)?;
        if requested.is_some_and(|requested| requested != *response.url()) {
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

    /// Returns true for the default client. How your own client resolves names is unknown.
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

/// Returns a builder of a client without proxies and certificates, for plain HTTP only.
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

fn classify(error: reqwest::Error) -> TransportError {
    // The URL can contain credentials.
    let error = error.without_url();
    match error {
        _ if error.is_connect() && error.is_timeout() => TransportError::connect_timeout(error),
        _ if error.is_connect() && is_protocol(&error) => TransportError::unsent(error),
        _ if error.is_connect() => TransportError::connect(error),
        _ if error.is_builder() => TransportError::unsent(error),
        _ if is_malformed(&error) => TransportError::unusable(error),
        _ => TransportError::interrupted(error),
    }
}

/// Whether client and host have no common protocol or no trust. Retrying does not help.
fn is_protocol(error: &reqwest::Error) -> bool {
    sources(error).any(|error| error.downcast_ref().is_some_and(is_invalid))
}

/// Whether the error, or the one that it wraps, has the kind of errors of rustls. `source` skips the wrapped error.
fn is_invalid(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    error.kind() == io::ErrorKind::InvalidData || inner.is_some_and(is_invalid)
}

/// Whether hyper could not parse the response, or rejected it: it accepts 100 header fields in about 400 KiB.
fn is_malformed(error: &reqwest::Error) -> bool {
    let hyper = sources(error).find_map(|error| error.downcast_ref::<hyper::Error>());
    hyper.is_some_and(hyper::Error::is_parse)
}

fn sources<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(error.source(), |error| (*error).source())
}

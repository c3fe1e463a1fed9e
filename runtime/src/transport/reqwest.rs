//! The default transport: reqwest, with its redirects and retries switched off.

use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;

use super::{Transport, TransportError, TransportFuture};
use crate::stream::ByteStream;

/// A reqwest client, made when the first request goes out: making it reads the certificates of the platform.
pub(crate) struct Reqwest {
    connect_timeout: Duration,
    client: OnceLock<Result<reqwest::Client, String>>,
}

impl Reqwest {
    pub(crate) fn new(connect_timeout: Duration) -> Self {
        Self {
            connect_timeout,
            client: OnceLock::new(),
        }
    }

    fn client(&self) -> Result<&reqwest::Client, TransportError> {
        let made = self
            .client
            .get_or_init(|| build(self.connect_timeout).map_err(|error| error.to_string()));
        made.as_ref().map_err(|error| TransportError::unsent(error.clone()))
    }

    async fn exchange(
        &self,
        request: Result<reqwest::Request, TransportError>,
    ) -> Result<http::Response<ByteStream>, TransportError> {
        let response = self.client()?.execute(request?).await.map_err(classify)?;
        Ok(http::Response::from(response).map(ByteStream::from_body))
    }
}

impl Transport for Reqwest {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        Box::pin(self.exchange(convert(request)))
    }

    fn send_stream(&self, request: http::Request<ByteStream>) -> TransportFuture<'_> {
        Box::pin(self.exchange(convert(request.map(reqwest::Body::wrap))))
    }
}

fn build(connect_timeout: Duration) -> Result<reqwest::Client, crate::stream::BoxError> {
    let builder = reqwest::Client::builder()
        .connect_timeout(connect_timeout)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false);
    #[cfg(feature = "tls")]
    let builder = builder.tls_backend_preconfigured(tls()?);
    Ok(builder.build()?)
}

/// rustls over ring, certificates checked by the platform's rules.
#[cfg(feature = "tls")]
fn tls() -> Result<rustls::ClientConfig, crate::stream::BoxError> {
    use rustls_platform_verifier::BuilderVerifierExt;
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth())
}

/// reqwest parses the URL anew. A target that it would change is refused: it is not the one that was signed.
fn convert<B: Into<reqwest::Body>>(request: http::Request<B>) -> Result<reqwest::Request, TransportError> {
    let target = request
        .uri()
        .path_and_query()
        .map_or("/", |target| target.as_str())
        .to_owned();
    let request = reqwest::Request::try_from(request).map_err(|error| TransportError::unsent(error.without_url()))?;
    let url = request.url();
    let sent = url.path().len() + url.query().map_or(0, |query| query.len() + 1);
    if target.starts_with(url.path()) && target.ends_with(url.query().unwrap_or("")) && target.len() == sent {
        Ok(request)
    } else {
        Err(TransportError::unsent(
            "the URL parser would change the path or the query; percent-encode what is reserved",
        ))
    }
}

/// The message goes without the URL, which can hold credentials.
fn classify(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    match (error.is_connect(), error.is_timeout()) {
        (true, true) => TransportError::connect_timeout(error),
        (true, false) => TransportError::connect(error),
        _ if error.is_builder() || error.is_request() && error.is_body() => TransportError::unsent(error),
        _ => TransportError::interrupted(error),
    }
}

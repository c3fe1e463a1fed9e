//! The builder of clients.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use super::options::Options;
use super::skew::ClockSkew;
use super::{Client, Shared};
use crate::auth::Auth;
use crate::client::clock::Clock;
use crate::client::retry::{Retry, TokenBucket};
use crate::operation::Format;
use crate::request::endpoint::{Addressing, Endpoint};
use crate::transport::{Reqwest, Transport};

/// Builds a [`Client`].
pub struct ClientBuilder {
    endpoint: String,
    addressing: Addressing,
    auth: Option<Arc<dyn Auth>>,
    transport: Option<Arc<dyn Transport>>,
    clock: Clock,
    options: Options,
    connect_timeout: Duration,
    headers: HeaderMap,
    error: Option<String>,
    plain_http_allowed: bool,
}

impl ClientBuilder {
    pub(super) fn new(endpoint: String) -> Self {
        let user_agent = HeaderValue::from_static(concat!("rest-op/", env!("CARGO_PKG_VERSION")));
        Self {
            endpoint,
            addressing: Addressing::default(),
            auth: None,
            transport: None,
            clock: Clock::system(),
            options: Options::default(),
            connect_timeout: Duration::from_millis(3_100),
            headers: HeaderMap::from_iter([(USER_AGENT, user_agent)]),
            error: None,
            plain_http_allowed: false,
        }
    }

    /// Sets the credentials, which are sent with every operation except those with `auth = none`.
    pub fn auth(mut self, auth: impl Auth) -> Self {
        self.auth = Some(Arc::new(auth));
        self
    }

    /// Sets the transport. The default is reqwest.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sets the clock. The default is the clock of the system.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Sets how calls are retried. The default is [`Retry::standard`].
    pub fn retry(mut self, retry: Retry) -> Self {
        self.options.retry = retry;
        self
    }

    /// Limits the time to connect. The default is 3.1 seconds. Other transports set their own limit.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// Limits the time of one attempt. The default is 30 seconds.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.options.attempt_timeout = limit;
        self
    }

    /// Limits the time of a whole call, including all its attempts and pauses. The default is 90 seconds.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.options.operation_timeout = limit;
        self
    }

    /// Limits the length of response bodies that are read into memory. The default is 16 MiB.
    pub fn max_response_bytes(mut self, limit: usize) -> Self {
        self.options.max_response_bytes = limit;
        self
    }

    /// Sets a header of every request, unless the operation or the call sets it.
    ///
    /// A `content-type` replaces `application/json` as the media type of JSON bodies. It has no effect on other bodies:
    ///
    /// ```
    /// use rest_op::{Api, Call, Client, rest_op};
    ///
    /// trait Articles: Api {
    ///     #[rest_op(POST, "/articles")]
    ///     fn create(&self, #[body] title: &str) -> Call<()>;
    /// }
    /// impl Articles for Client {}
    ///
    /// let client = Client::builder("https://api.example.com").header("content-type", "application/vnd.api+json").build()?;
    /// assert_eq!(client.create("a").request()?.headers()["content-type"], "application/vnd.api+json");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), _) if crate::request::header::is_reserved(&name) => {
                self.error = Some(format!("header `{name}` is set by the client itself; remove it"));
            }
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            _ => {
                self.error = Some(format!(
                    "{name:?} is not a valid header name, or its value is not a valid header value"
                ));
            }
        }
        self
    }

    /// Sets a query parameter of every operation, unless its declaration or an argument sets it.
    ///
    /// It is not added to URLs that a service returned, as in [`Call::at`](crate::Call::at),
    /// [`Next::url`](crate::Next::url) and links.
    ///
    /// ```
    /// use rest_op::{Api, Call, Client, rest_op};
    ///
    /// trait Groups: Api {
    ///     #[rest_op(GET, "/subscriptions/<id>/resourcegroups")]
    ///     fn list(&self, id: &str, #[query("$top")] top: Option<u32>) -> Call<serde_json::Value>;
    /// }
    /// impl Groups for Client {}
    ///
    /// let client = Client::builder("https://management.azure.com").query("api-version", "2024-03-01").build()?;
    /// assert_eq!(
    ///     client.list("7", Some(5)).request()?.uri(),
    ///     "https://management.azure.com/subscriptions/7/resourcegroups?%24top=5&api-version=2024-03-01"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn query(mut self, key: &str, value: &str) -> Self {
        self.addressing.set_query(key, value);
        self
    }

    /// Puts the labels of host prefixes into the path, as its first segments, in place of the host. The constant text of
    /// the prefix is left out.
    ///
    /// Object stores behind an IP address require this, and so do S3 buckets with a dot in their name.
    ///
    /// ```
    /// use rest_op::{Api, Bytes, Call, Client, rest_op};
    ///
    /// trait ObjectStore: Api {
    ///     #[rest_op(GET, "/<key..>", host_prefix = "<bucket>.")]
    ///     fn get_object(&self, bucket: &str, key: &str) -> Call<Bytes>;
    /// }
    /// impl ObjectStore for Client {}
    ///
    /// let client = Client::builder("http://127.0.0.1:9000").path_style().build()?;
    /// let call = client.get_object("my.bucket", "a/b.txt");
    /// assert_eq!(call.request()?.uri(), "http://127.0.0.1:9000/my.bucket/a/b.txt");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn path_style(mut self) -> Self {
        self.addressing.path_style = true;
        self
    }

    /// Sets the `user-agent`. The default is `rest-op/VERSION`.
    pub fn user_agent(self, product: &str) -> Self {
        self.header(USER_AGENT.as_str(), product)
    }

    /// Allows credentials to be sent to another machine over plain HTTP, where anyone who sees the traffic can read
    /// them.
    pub fn allow_credentials_over_plain_http(mut self) -> Self {
        self.plain_http_allowed = true;
        self
    }

    /// Builds the client. Nothing is sent, and no certificate is read, before the first call.
    ///
    /// # Errors
    ///
    /// Returns an error if the endpoint is not a URL with scheme and host, if its host is not in normal form (`127.1`),
    /// or if credentials would be sent to another machine over plain HTTP. A name under `localhost`, such as
    /// `bucket.localhost`, is this machine if the transport [resolves it so](Transport::pins_localhost), as the default
    /// transport does.
    pub fn build(mut self) -> Result<Client, BuildError> {
        if let Some(error) = self.error {
            return Err(BuildError(error));
        }
        let pins_localhost = self
            .transport
            .as_ref()
            .is_none_or(|transport| transport.pins_localhost());
        let endpoint = Endpoint::parse(&self.endpoint, pins_localhost).map_err(BuildError)?;
        let endpoint = endpoint.addressed(self.addressing);
        let connect_timeout = self.transport.is_none().then_some(self.connect_timeout);
        let json_media_type = self.headers.remove(CONTENT_TYPE);
        let shared = Shared {
            transport: self
                .transport
                .unwrap_or_else(|| default_transport(self.connect_timeout, &endpoint)),
            connect_timeout,
            endpoint,
            clock: self.clock,
            skew: ClockSkew::default(),
            bucket: Arc::new(TokenBucket::new()),
            options: self.options,
            headers: self.headers,
            json_media_type: json_media_type.unwrap_or_else(|| HeaderValue::from_static(Format::Json.media_type())),
            plain_http_allowed: self.plain_http_allowed,
        };
        let client = Client {
            auth: None,
            shared: Arc::new(shared),
        };
        match self.auth {
            Some(auth) => client.authenticated(auth),
            None => Ok(client),
        }
    }
}

/// The transport of a client for which none is set.
pub(super) fn default_transport(connect_timeout: Duration, endpoint: &Endpoint) -> Arc<dyn Transport> {
    Arc::new(Reqwest::with_connect_timeout(connect_timeout, endpoint.is_direct()))
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

/// The reason why a client cannot be built, with its remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError(pub(super) String);

impl BuildError {
    pub(super) fn plain_http(endpoint: &Endpoint) -> Self {
        Self(format!(
            "credentials would be sent to {endpoint:?} over plain HTTP; use an `https` endpoint, or call \
             `allow_credentials_over_plain_http`"
        ))
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BuildError {}

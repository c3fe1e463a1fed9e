//! The client: the endpoint of an API, and how its calls are sent.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::header::{ACCEPT, HeaderMap, HeaderValue};
use tokio::time::timeout;

use self::builder::{BuildError, ClientBuilder, default_transport};
use self::options::Options;
use self::skew::ClockSkew;
use crate::auth::{Auth, Unsignable};
use crate::client::clock::Clock;
use crate::client::retry::TokenBucket;
use crate::error::{Failure, Kind, Timeout};
use crate::operation::Operation;
use crate::request::Request;
use crate::request::endpoint::Endpoint;
use crate::request::error::RequestError;
use crate::response::from_response::BodyMode;
use crate::response::reply::ErrorSpec;
use crate::transport::Transport;

pub(crate) mod builder;
pub(crate) mod call_loop;
pub(crate) mod clock;
pub(crate) mod options;
pub(crate) mod retry;
mod skew;
pub(crate) mod trace;

/// The supertrait of every API that is declared with `#[rest_op]`. Provides the client that sends its calls.
///
/// It is `Send` and `Sync`, so that servers can keep an API as an `Arc<dyn MyApi>`, and tasks can borrow a `&dyn MyApi`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `rest_op::Api`",
    label = "requires `rest_op::Api`",
    note = "for a type of your own, write `impl rest_op::Api for {Self}`, and return the client that it holds",
    note = "for a trait with `#[rest_op]` operations, add it as a supertrait: `trait MyApi: rest_op::Api`"
)]
pub trait Api: Send + Sync {
    /// Returns the client that sends the calls.
    fn client(&self) -> &Client;
}

impl Api for Client {
    fn client(&self) -> &Client {
        self
    }
}

impl<T: Api + ?Sized> Api for &T {
    fn client(&self) -> &Client {
        (**self).client()
    }
}

impl<T: Api + ?Sized> Api for Box<T> {
    fn client(&self) -> &Client {
        (**self).client()
    }
}

impl<T: Api + ?Sized> Api for Arc<T> {
    fn client(&self) -> &Client {
        (**self).client()
    }
}

/// Sends the calls of an API to its endpoint.
///
/// A client is cheap to clone. Clones share connections and retry tokens.
///
/// ```
/// use rest_op::Client;
///
/// let client = Client::builder("https://api.github.com").build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Client {
    auth: Option<Arc<dyn Auth>>,
    shared: Arc<Shared>,
}

/// The state that clients with different credentials share.
struct Shared {
    endpoint: Endpoint,
    transport: Arc<dyn Transport>,
    /// The limit of the default transport; `None` if the program set the transport.
    connect_timeout: Option<Duration>,
    clock: Clock,
    skew: ClockSkew,
    bucket: Arc<TokenBucket>,
    options: Options,
    headers: HeaderMap,
    json_media_type: HeaderValue,
    plain_http_allowed: bool,
}

/// The properties of a result type that the call loop needs.
#[derive(Clone, Copy)]
pub(crate) struct ResponseSpec {
    /// The media type of the `accept` header.
    pub(crate) media_type: Option<&'static str>,
    /// How the body of a response with this status is received, or `None` if the status is that of an error. It is `Parsed`
    /// only if the error type may recognize an error in the body.
    pub(crate) body_mode: fn(http::StatusCode) -> Option<BodyMode>,
    /// How errors are recognized and read.
    pub(crate) errors: Option<&'static ErrorSpec>,
}

impl ResponseSpec {
    /// Adds `accept`, unless the headers contain it. This happens after authentication, so that it is not signed: the
    /// AWS SDKs do not sign it either.
    pub(crate) fn add_accept(&self, headers: &mut HeaderMap) {
        if let Some(media_type) = self.media_type {
            headers.entry(ACCEPT).or_insert(HeaderValue::from_static(media_type));
        }
    }
}

impl Client {
    /// Creates a builder for a client of the API at an endpoint: an `https` or `http` URL. The paths of the operations
    /// are appended to its path, if it has one.
    pub fn builder(endpoint: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(endpoint.into())
    }

    /// Returns the same client with other credentials, such as those of the user for whom a server acts. It shares
    /// connections, retry tokens and all settings.
    ///
    /// ```
    /// use rest_op::{Bearer, Client};
    ///
    /// let client = Client::builder("https://api.example.com").build()?;
    /// let of_user = client.with_auth(Bearer::new("the token of this user"))?;
    /// # Ok::<(), rest_op::BuildError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if credentials would be sent to another machine over plain HTTP.
    pub fn with_auth(&self, auth: impl Auth) -> Result<Self, BuildError> {
        self.authenticated(Arc::new(auth))
    }

    /// Returns a client for another host, such as the one that takes the uploads of an API. It shares connections, retry
    /// tokens and settings, default headers among them, but has **no credentials** until [`with_auth`](Self::with_auth)
    /// sets them.
    ///
    /// The URL may be a pre-signed one: if it has a query, only its scheme and host are used. [`Call::at`](crate::Call::at)
    /// sends a call to the whole URL, its query unchanged:
    ///
    /// ```
    /// use rest_op::{Api, Bearer, Call, Client, rest_op};
    ///
    /// trait Uploads: Api {
    ///     #[rest_op(PUT, "/")]
    ///     fn upload(&self, #[body(bytes)] content: &[u8]) -> Call<()>;
    /// }
    /// impl Uploads for Client {}
    ///
    /// let client = Client::builder("https://graph.example.com").auth(Bearer::new("secret")).build()?;
    /// // In a response of the API:
    /// let url = "https://uploads.example.net/session/7?sig=a%2Bb";
    /// let call = client.with_endpoint(url)?.upload(b"content").at(url);
    /// assert_eq!(call.request()?.uri(), url);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The URL is rejected as [`ClientBuilder::build`] would reject it.
    #[inline]
    pub fn with_endpoint(&self, url: impl AsRef<str>) -> Result<Self, BuildError> {
        self.at_endpoint(url.as_ref())
    }

    // Not generic, and compiled only into programs that use it.
    #[inline]
    fn at_endpoint(&self, url: &str) -> Result<Self, BuildError> {
        let shared = &*self.shared;
        let origin = match url.split_once('?') {
            // Operations are not below the path of such a URL.
            Some((url, _)) => url.split('/').take(3).collect::<Vec<_>>().join("/"),
            None => url.to_owned(),
        };
        let endpoint = Endpoint::parse(&origin, shared.transport.pins_localhost()).map_err(BuildError)?;
        let endpoint = endpoint.addressed(shared.endpoint.addressing().clone());
        let transport = match shared.connect_timeout {
            Some(limit) if endpoint.is_direct() != shared.endpoint.is_direct() => default_transport(limit, &endpoint),
            _ => Arc::clone(&shared.transport),
        };
        let shared = Shared {
            endpoint,
            transport,
            connect_timeout: shared.connect_timeout,
            clock: shared.clock.clone(),
            // Another machine has another clock.
            skew: ClockSkew::default(),
            bucket: Arc::clone(&shared.bucket),
            options: shared.options,
            headers: shared.headers.clone(),
            json_media_type: shared.json_media_type.clone(),
            plain_http_allowed: shared.plain_http_allowed,
        };
        Ok(Self {
            auth: None,
            shared: Arc::new(shared),
        })
    }

    fn authenticated(&self, auth: Arc<dyn Auth>) -> Result<Self, BuildError> {
        let endpoint = &self.shared.endpoint;
        if !endpoint.is_private() && !self.shared.plain_http_allowed {
            return Err(BuildError::plain_http(endpoint));
        }
        Ok(Self {
            auth: Some(auth),
            shared: Arc::clone(&self.shared),
        })
    }

    pub(crate) fn endpoint(&self) -> &Endpoint {
        &self.shared.endpoint
    }

    /// The boundary of multipart bodies, if the transport fixes it.
    pub(crate) fn multipart_boundary(&self) -> Option<String> {
        self.shared.transport.multipart_boundary()
    }

    pub(crate) fn options(&self) -> &Options {
        &self.shared.options
    }

    /// Checks that credentials may be sent to the host of a request: a host prefix can change a local host into another
    /// one.
    fn check_plain_http(&self, request: &Request) -> Result<(), Kind> {
        if self.shared.plain_http_allowed || self.shared.endpoint.is_private_under_prefix(request.authority()) {
            return Ok(());
        }
        let why = "with the host prefix, credentials would be sent to another machine over plain HTTP";
        Err(Kind::Refused(RequestError::unsendable(why)))
    }

    /// The headers of every request.
    pub(crate) fn default_headers(&self) -> &HeaderMap {
        &self.shared.headers
    }

    /// The media type of JSON bodies.
    pub(crate) fn json_media_type(&self) -> &HeaderValue {
        &self.shared.json_media_type
    }

    /// Signs a request in its query.
    pub(crate) async fn presign(
        &self,
        operation: &'static Operation,
        request: &mut Request,
        options: &Options,
        expires: Duration,
    ) -> Result<(), Failure> {
        let Some(auth) = self.auth(operation) else {
            let error = RequestError::unsendable("presigning requires a client with credentials");
            return Err(Failure::refused(operation.name, error));
        };
        request.set_skew(self.shared.skew.seconds());
        let limit = options.operation_timeout;
        let kind = match timeout(limit, auth.presign(request, self.now(), expires)).await {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(error)) => match error.downcast::<Unsignable>() {
                Ok(why) => Kind::Refused(RequestError::Unsendable(why.0)),
                Err(error) => Kind::Auth(error),
            },
            Err(_) => Kind::Timeout {
                which: Timeout::Operation,
                limit,
            },
        };
        Err(Failure {
            operation: operation.name,
            attempts: 0,
            sent: false,
            kind,
        })
    }

    fn auth(&self, operation: &Operation) -> Option<&dyn Auth> {
        if operation.authenticated {
            self.auth.as_deref()
        } else {
            None
        }
    }

    /// The time of the client's own clock, without any correction for skew.
    fn now(&self) -> SystemTime {
        self.shared.clock.now()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({:?})", self.shared.endpoint)
    }
}

//! The client: where an API is, and how its calls are made.

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
use crate::transport::Transport;

pub(crate) mod builder;
pub(crate) mod call_loop;
pub(crate) mod clock;
pub(crate) mod options;
pub(crate) mod retry;
mod skew;
pub(crate) mod trace;

/// A supertrait of every API that is declared with `#[rest_op]`: where its calls go.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be an API",
    label = "`#[rest_op]` needs `rest_op::Api` as a supertrait",
    note = "add it where the trait is declared: `trait MyApi: rest_op::Api`"
)]
pub trait Api {
    /// The client that sends the calls.
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

/// Sends the calls of an API to its endpoint. Cheap to clone; clones share connections and retry tokens.
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

/// What clients have in common that differ in their credentials.
struct Shared {
    endpoint: Endpoint,
    transport: Arc<dyn Transport>,
    /// That of the default transport; `None` with a transport of the program's own.
    connect_timeout: Option<Duration>,
    clock: Clock,
    skew: ClockSkew,
    bucket: Arc<TokenBucket>,
    options: Options,
    headers: HeaderMap,
    json_media_type: HeaderValue,
    plain_http_allowed: bool,
}

/// What the result type of a call says of its response.
#[derive(Clone, Copy)]
pub(crate) struct ResponseSpec {
    /// The media type that is asked for.
    pub(crate) media_type: Option<&'static str>,
    /// Whether the body is handed over unread.
    pub(crate) streamed: bool,
    /// Which statuses are results.
    pub(crate) accepts: fn(http::StatusCode) -> bool,
}

impl ResponseSpec {
    /// Asks for the media type, unless the headers do. Done after authentication, so that it is not signed: AWS's own
    /// clients do not sign it either.
    pub(crate) fn ask(&self, headers: &mut HeaderMap) {
        if let Some(media_type) = self.media_type {
            headers.entry(ACCEPT).or_insert(HeaderValue::from_static(media_type));
        }
    }
}

impl Client {
    /// Starts a client for the API at an endpoint: a URL with `https`, or `http`, and perhaps a base path, which is put
    /// before the paths of the operations.
    pub fn builder(endpoint: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(endpoint.into())
    }

    /// The same client with other credentials, such as those of the user that a server acts for. It shares connections,
    /// retry tokens and all that was set.
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
    /// Credentials would go over plain HTTP to another machine.
    pub fn with_auth(&self, auth: impl Auth) -> Result<Self, BuildError> {
        self.authenticated(Arc::new(auth))
    }

    /// Returns a client for another host, such as the one that takes the uploads of an API. It shares connections, retry
    /// tokens and settings, default headers among them, but has **no credentials** until [`with_auth`](Self::with_auth)
    /// sets them.
    ///
    /// A pre-signed URL may be given as it is: of a URL with a query only scheme and host are taken. With
    /// [`Call::at`](crate::Call::at) the call goes to that very URL, its query unchanged:
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
    /// // The API has answered with:
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
            // The path of such a URL is not one that operations stand under.
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

    pub(crate) fn options(&self) -> &Options {
        &self.shared.options
    }

    /// Whether credentials may go where a request goes: a host prefix can make another host of this machine's name.
    fn check_plain_http(&self, request: &Request) -> Result<(), Kind> {
        if self.shared.plain_http_allowed || self.shared.endpoint.is_private_under_prefix(request.authority()) {
            return Ok(());
        }
        let why = "with the host prefix, credentials would leave this machine over plain HTTP";
        Err(Kind::Refused(RequestError::unsendable(why)))
    }

    /// The headers that every request carries.
    pub(crate) fn default_headers(&self) -> &HeaderMap {
        &self.shared.headers
    }

    /// The media type of JSON bodies.
    pub(crate) fn json_media_type(&self) -> &HeaderValue {
        &self.shared.json_media_type
    }

    /// Signs a request in its URL.
    pub(crate) async fn presign(
        &self,
        operation: &'static Operation,
        request: &mut Request,
        options: &Options,
        expires: Duration,
    ) -> Result<(), Failure> {
        let Some(auth) = self.auth(operation) else {
            let error = RequestError::unsendable("there are no credentials to presign with");
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

    /// The time by the client's own clock, whatever services say of it.
    fn now(&self) -> SystemTime {
        self.shared.clock.now()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({:?})", self.shared.endpoint)
    }
}

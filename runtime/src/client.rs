//! The client: where an API is, and how its calls are made.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::header::{ACCEPT, HeaderMap, HeaderValue};
use tokio::time::timeout;

use self::builder::{BuildError, ClientBuilder};
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
///
/// It is `Send` and `Sync`, so that `Arc<dyn YourApi>` is state of a server, and `&dyn YourApi` an argument of a task.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be an API",
    label = "does not implement `rest_op::Api`",
    note = "for a type of your own write `impl rest_op::Api for {Self}`, which returns the client that it holds",
    note = "a trait with `#[rest_op]` needs `rest_op::Api` as a supertrait: `trait MyApi: rest_op::Api`"
)]
pub trait Api: Send + Sync {
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
    transport: Box<dyn Transport>,
    clock: Clock,
    skew: ClockSkew,
    bucket: TokenBucket,
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

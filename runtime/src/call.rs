//! A call: a request that has been built, and sends nothing until it is awaited.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};

use crate::client::call_loop::Exchange;
use crate::client::options::Options;
use crate::client::retry::Retry;
use crate::client::{Client, ResponseSpec};
use crate::error::response::ErrorResponse;
use crate::error::{Error, Failure};
use crate::operation::Operation;
use crate::request::Request;
use crate::request::error::RequestError;
use crate::response::from_response::Response;
use crate::response::page::Page;

mod async_fn;
mod curl;
mod decoder;
mod future;
mod pages;
mod presigned;
mod ready;

pub use self::async_fn::{AsyncCall, CallResult};
pub(crate) use self::decoder::ResponseDecoder;
pub use self::pages::{Items, Pages};
pub use self::presigned::Presigned;
use self::ready::Ready;

/// One call of an operation: `T` is its result, `E` the error type of the API.
///
/// It is a future that owns all it needs, so it can be stored, spawned, joined and raced. Nothing is sent until it is
/// awaited; dropped before its end, it is cancelled.
///
/// ```
/// # use rest_op::{Api, Call, Client, rest_op};
/// # trait Rooms: Api {
/// #     #[rest_op(GET, "/rooms/<id>")]
/// #     fn name(&self, id: &str) -> Call<String>;
/// # }
/// # impl Rooms for Client {}
/// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let background = tokio::spawn(client.name("lobby"));
/// let (first, second) = tokio::try_join!(client.name("a"), client.name("b"))?;
/// println!("{first}, {second}, {}", background.await??);
/// # Ok(())
/// # }
/// ```
#[must_use = "a call sends nothing until it is awaited"]
pub struct Call<T, E = ErrorResponse>(State<T, E>);

enum State<T, E> {
    Built(Box<PreparedCall>, ResponseDecoder<T, E>),
    /// It has been polled. The lock makes a call `Sync`; nobody ever waits for it.
    Sending(Mutex<Exchange>, ResponseDecoder<T, E>),
    Ready(Box<Ready<T, E>>),
    Ended,
}

/// A call without its types: what is sent, and how.
pub(crate) struct PreparedCall {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    pub(crate) request: Result<Request, RequestError>,
    pub(crate) options: Options,
    pub(crate) expected: &'static ResponseSpec,
}

impl PreparedCall {
    /// The same call with another request.
    pub(crate) fn with(&self, request: Result<Request, RequestError>) -> Self {
        Self {
            client: self.client.clone(),
            operation: self.operation,
            request,
            options: self.options,
            expected: self.expected,
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Request) -> Result<(), RequestError>) {
        if let Ok(request) = &mut self.request
            && let Err(refusal) = change(request)
        {
            self.request = Err(refusal);
        }
    }

    /// The headers of the request as it goes out, but for those of authentication.
    #[inline]
    fn headers(&self, request: &Request) -> HeaderMap {
        let mut headers = request.headers_over(self.client.default_headers());
        self.expected.ask(&mut headers);
        headers
    }
}

impl<T, E> Call<T, E> {
    pub(crate) fn new(prepared: Box<PreparedCall>, reading: ResponseDecoder<T, E>) -> Self {
        Self(State::Built(prepared, reading))
    }

    /// A call that is answered already, as test doubles return it. Nothing is ever sent.
    ///
    /// ```
    /// use rest_op::Call;
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// let call: Call<String> = Call::ready(Ok("seven".to_owned()));
    /// assert_eq!(call.await.unwrap(), "seven");
    /// # });
    /// ```
    pub fn ready(result: Result<T, Error<E>>) -> Self {
        Self(State::Ready(Box::new(Ready::new(result))))
    }

    /// A call that is answered already with these pages, as test doubles return it: awaited, it gives the first one;
    /// [`pages`](Self::pages) and [`items`](Self::items) go through all of them.
    ///
    /// The last page must not say that another one follows. A stream that would lose pages ends with an error instead.
    ///
    /// ```
    /// use rest_op::{Call, Error, Next, Page};
    ///
    /// struct Numbers(Vec<u8>, Option<u8>);
    ///
    /// impl Page for Numbers {
    ///     type Item = u8;
    ///
    ///     fn next(&self) -> Option<Next> {
    ///         self.1.map(|token| Next::query("token", token.to_string()))
    ///     }
    ///
    ///     fn into_items(self) -> Vec<u8> {
    ///         self.0
    ///     }
    /// }
    ///
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// let call: Call<Numbers> = Call::ready_pages([Ok(Numbers(vec![1, 2], Some(7))), Ok(Numbers(vec![3], None))]);
    /// assert_eq!(call.items().try_collect().await?, [1, 2, 3]);
    /// # Ok::<(), Error>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn ready_pages(pages: impl IntoIterator<Item = Result<T, Error<E>>>) -> Self {
        Self(State::Ready(Box::new(Ready::pages(pages))))
    }

    /// The call as it was built; an error where there is none, or it is on its way.
    fn built(&self) -> Result<(&PreparedCall, ResponseDecoder<T, E>), RequestError> {
        match &self.0 {
            State::Built(prepared, decoder) => Ok((prepared, *decoder)),
            _ => Err(self.unbuilt()),
        }
    }

    fn unbuilt(&self) -> RequestError {
        RequestError::unsendable(match &self.0 {
            State::Ready(_) => "a ready call has no request",
            _ => "the call has been sent already",
        })
    }

    fn prepared(mut self, change: impl FnOnce(&mut PreparedCall)) -> Self {
        if let State::Built(prepared, _) = &mut self.0 {
            change(prepared);
        }
        self
    }

    /// Limits the time of this whole call, with all its attempts and pauses.
    pub fn timeout(self, limit: Duration) -> Self {
        self.prepared(|prepared| prepared.options.operation_timeout = limit)
    }

    /// Limits the time of one attempt of this call.
    pub fn attempt_timeout(self, limit: Duration) -> Self {
        self.prepared(|prepared| prepared.options.attempt_timeout = limit)
    }

    /// Limits the length of the response body, in bytes.
    pub fn max_response_bytes(self, limit: usize) -> Self {
        self.prepared(|prepared| prepared.options.max_response_bytes = limit)
    }

    /// Sets how often this call is tried again.
    pub fn retry(self, retry: Retry) -> Self {
        self.prepared(|prepared| prepared.options.retry = retry)
    }

    /// Sends this call to a URL that the service gave, such as where an upload goes on or where a job can be watched.
    ///
    /// It stands in place of the operation's path, and must be on the same host: absolute, or relative to the operation's
    /// URL. The call's query parameters are appended to those that it has. It is normalised as URL parsers do, so a space,
    /// quotes, braces in a path and what is not ASCII go out, and are signed, percent-encoded.
    ///
    /// The empty URL stands for the operation's own without the `/` at the end of the path: with the endpoint
    /// `https://api.example.com/v1` it leads the operation `/` from `/v1/` to `/v1`.
    ///
    /// ```
    /// use rest_op::{Api, Call, Client, rest_op};
    ///
    /// trait Uploads: Api {
    ///     #[rest_op(PUT, "/uploads")]
    ///     fn finish(&self, #[query] digest: &str, #[body(bytes)] content: &[u8]) -> Call<()>;
    /// }
    /// impl Uploads for Client {}
    ///
    /// let client = Client::builder("https://api.example.com").build()?;
    /// let call = client.finish("sha256:0", b"content").at("/sessions/7?state=abc");
    /// assert_eq!(call.request()?.uri(), "https://api.example.com/sessions/7?state=abc&digest=sha256%3A0");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn at(self, url: &str) -> Self {
        self.prepared(|prepared| prepared.change(|request| request.move_to(url)))
    }

    /// Sets a header of this call. What is no header is an error when the call is awaited.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.prepared(|prepared| prepared.change(|request| insert_header(request, name, value)))
    }
}

fn insert_header(request: &mut Request, name: &str, value: &str) -> Result<(), RequestError> {
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| RequestError::Unsendable(format!("{name:?} is no header name")))?;
    if name == AUTHORIZATION {
        return Err(RequestError::unsendable(
            "header `authorization` is written by the client itself; for other credentials take `Client::with_auth`",
        ));
    }
    if crate::request::header::is_reserved(&name) {
        return Err(RequestError::Unsendable(format!(
            "header `{name}` is written by the client itself; leave it out"
        )));
    }
    let value = HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| RequestError::Unsendable(format!("the value of header `{name}` holds a control character")))?;
    if request.headers().len() >= crate::request::header::MAX_HEADERS {
        return Err(RequestError::unsendable("there are more headers than servers take"));
    }
    request.headers_mut().insert(name, value);
    Ok(())
}

impl<T, E> Call<T, E> {
    /// The request as it stands, unsigned. Its `accept` is there if the result type or the program asks for a media type;
    /// `host` and `content-length` are added by the transport.
    ///
    /// # Errors
    ///
    /// An argument is not allowed; or the call came from [`Call::ready`] and has no request.
    pub fn request(&self) -> Result<http::Request<Bytes>, Error<E>> {
        self.look(|prepared, request| {
            request
                .to_http(prepared.headers(request))
                .map_err(|error| RequestError::Unsendable(format!("the URL cannot be sent: {error}")))
        })
    }

    /// A `curl` line for a POSIX shell that sends the request as it stands: unsigned, its body in full.
    ///
    /// For debugging. Credentials that the client would add are left out; what a header or the body of the call holds is
    /// not. A body that is sent as it comes is read from standard input.
    ///
    /// ```
    /// use rest_op::{Api, Call, Client, rest_op};
    ///
    /// trait Rooms: Api {
    ///     #[rest_op(POST, "/rooms/<id>")]
    ///     fn rename(&self, id: &str, #[body(text)] name: &str) -> Call<()>;
    /// }
    /// impl Rooms for Client {}
    ///
    /// let client = Client::builder("https://api.example.com").user_agent("app").build()?;
    /// assert_eq!(
    ///     client.rename("a b", "Li's").curl()?,
    ///     r"curl -X POST 'https://api.example.com/rooms/a%20b' -H 'user-agent: app' -H 'content-type: text/plain' --data-raw 'Li'\''s'"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// An argument is not allowed; or the call came from [`Call::ready`] and has no request.
    pub fn curl(&self) -> Result<String, Error<E>> {
        self.look(|prepared, request| Ok(curl::line(request, &prepared.headers(request))))
    }

    /// Shows the request as it was built.
    fn look<R>(&self, show: impl FnOnce(&PreparedCall, &Request) -> Result<R, RequestError>) -> Result<R, Error<E>> {
        let built = self.built();
        let operation = built.as_ref().map_or("", |(prepared, _)| prepared.operation.name);
        let shown = built.and_then(|(prepared, _)| show(prepared, prepared.request.as_ref().map_err(Clone::clone)?));
        shown.map_err(|error| Error::new(Failure::refused(operation, error)))
    }

    /// Sends the call for its result with status, headers and request id around it.
    pub async fn response(self) -> Result<Response<T>, Error<E>> {
        let (exchange, decoder) = match self.0 {
            State::Built(prepared, decoder) => (prepared.send(), decoder),
            State::Sending(exchange, decoder) => {
                (exchange.into_inner().unwrap_or_else(PoisonError::into_inner), decoder)
            }
            State::Ready(ready) => return ready.first,
            State::Ended => return Err(Error::new(Failure::refused("", Self(State::Ended).unbuilt()))),
        };
        match exchange.await {
            Ok(answer) => {
                let head = Response::head(&answer.reply);
                Ok(head.with(decoder.read(Ok(answer))?))
            }
            Err(failure) => Err(Error::typed(failure, decoder.error)),
        }
    }

    /// A signed URL that does what this call would, good for `expires`; the credentials' owner answers for its use.
    ///
    /// An `accept` that only the result type implies is not part of it: whoever sends the request asks for what they read.
    pub async fn presign(self, expires: Duration) -> Result<Presigned, Error<E>> {
        match self.0 {
            State::Built(prepared, _) => presigned::presign(*prepared, expires).await.map_err(Error::new),
            other => Err(Error::new(Failure::refused("", Self(other).unbuilt()))),
        }
    }

    /// The pages from this one on, as a stream.
    pub fn pages(self) -> Pages<T, E>
    where
        T: Page,
    {
        Pages::new(self)
    }

    /// The items of the pages from this one on, as a stream.
    pub fn items(self) -> Items<T, E>
    where
        T: Page,
    {
        Items::new(self.pages())
    }

    /// What the next page is asked for with: a second call like this one, which a body that is sent as it comes forbids.
    fn again(&self) -> Option<(PreparedCall, ResponseDecoder<T, E>)> {
        let (prepared, decoder) = self.built().ok()?;
        let request = match &prepared.request {
            Ok(request) if request.is_repeatable() => Ok(request.copy()),
            Ok(_) => Err(RequestError::unsendable(
                "there is a next page, but the body of the call was a stream, which is sent once",
            )),
            Err(refusal) => Err(refusal.clone()),
        };
        Some((prepared.with(request), decoder))
    }
}

impl<T, E> fmt::Debug for Call<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            State::Ready(_) => f.write_str("Call(ready)"),
            State::Sending(..) => f.write_str("Call(sending)"),
            State::Ended => f.write_str("Call(ended)"),
            State::Built(prepared, _) => match &prepared.request {
                Ok(request) => write!(f, "Call({}: {request:?})", prepared.operation.name),
                Err(error) => write!(f, "Call({})", Failure::refused(prepared.operation.name, error.clone())),
            },
        }
    }
}

//! A call: a built request that is sent when it is awaited.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::HeaderMap;

use crate::client::call_loop::ResponseFuture;
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

/// One call of an operation. `T` is its result type, `E` the error type of the API.
///
/// A call is a future that owns its data, so it can be stored, spawned, joined and raced. Nothing is sent until it is
/// awaited. Dropping it cancels it.
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
    /// The call was polled. The lock makes it `Sync` and is never contended.
    Sending(Mutex<ResponseFuture>, ResponseDecoder<T, E>),
    Ready(Box<Ready<T, E>>),
    Ended,
}

/// A call without its types: the request and the settings to send it with.
pub(crate) struct PreparedCall {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    pub(crate) request: Result<Request, RequestError>,
    pub(crate) options: Options,
    pub(crate) expected: &'static ResponseSpec,
}

impl PreparedCall {
    /// Returns the same call with another request.
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
            && let Err(error) = change(request)
        {
            self.request = Err(error);
        }
    }

    /// Returns the headers that are sent, except those of authentication.
    #[inline]
    fn headers(&self, request: &Request) -> HeaderMap {
        let mut headers = request.headers_over(self.client.default_headers());
        self.expected.add_accept(&mut headers);
        headers
    }
}

impl<T, E> Call<T, E> {
    pub(crate) fn new(prepared: Box<PreparedCall>, decoder: ResponseDecoder<T, E>) -> Self {
        Self(State::Built(prepared, decoder))
    }

    /// Returns the call before it is sent; an error if it has no request or was sent.
    fn built(&self) -> Result<(&PreparedCall, ResponseDecoder<T, E>), RequestError> {
        match &self.0 {
            State::Built(prepared, decoder) => Ok((prepared, *decoder)),
            _ => Err(self.unbuilt()),
        }
    }

    fn unbuilt(&self) -> RequestError {
        RequestError::unsendable(match &self.0 {
            State::Ready(_) => "a ready call has no request",
            _ => "the call was already sent",
        })
    }

    fn prepared(mut self, change: impl FnOnce(&mut PreparedCall)) -> Self {
        if let State::Built(prepared, _) = &mut self.0 {
            change(prepared);
        }
        self
    }

    /// Returns the pages from this one on as a stream.
    pub fn pages(self) -> Pages<T, E>
    where
        T: Page,
    {
        Pages::new(self)
    }

    /// Returns the items of the pages from this one on as a stream.
    pub fn items(self) -> Items<T, E>
    where
        T: Page,
    {
        Items::new(self.pages())
    }

    /// Sends the call, and returns its result together with the status, headers and request id of the response.
    pub async fn response(self) -> Result<Response<T>, Error<E>> {
        let (response, decoder) = match self.0 {
            State::Built(prepared, decoder) => (prepared.send(), decoder),
            State::Sending(response, decoder) => {
                (response.into_inner().unwrap_or_else(PoisonError::into_inner), decoder)
            }
            State::Ready(ready) => return ready.first,
            State::Ended => return Err(Error::new(Failure::refused("", Self(State::Ended).unbuilt()))),
        };
        let result = response.await;
        let head = match &result {
            Ok(response) => Response::head(&response.reply),
            Err(_) => Response::new(()),
        };
        Ok(head.with(decoder.decode(result)?))
    }

    /// Limits the time of this whole call, including all its attempts and pauses.
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

    /// Sets how this call is retried.
    pub fn retry(self, retry: Retry) -> Self {
        self.prepared(|prepared| prepared.options.retry = retry)
    }

    /// Sends this call to a URL that the service returned, such as the location of an upload or of a job.
    ///
    /// The URL replaces the path of the operation. It must be on the same origin, and may be absolute or relative to
    /// the URL of the operation. The query parameters of the call are appended to its own. It is normalized as URL
    /// parsers do: a space, quotes, braces in the path and non-ASCII characters are percent-encoded before the request
    /// is signed.
    ///
    /// An empty URL removes the `/` at the end of the operation's path: with the endpoint `https://api.example.com/v1`,
    /// the operation `/` is sent to `/v1` instead of `/v1/`.
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
    /// let request = call.request()?;
    /// assert_eq!(request.uri().path(), "/sessions/7");
    /// assert_eq!(request.uri().query(), Some("state=abc&digest=sha256%3A0"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn at(self, url: &str) -> Self {
        self.prepared(|prepared| prepared.change(|request| request.move_to(url)))
    }

    /// Sets a header of this call. An invalid name or value is reported when the call is awaited.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.prepared(|prepared| prepared.change(|request| request.set_header(name, value)))
    }

    /// Returns the request before it is signed. It has an `accept` if the result type or the program sets one; the
    /// transport adds `host` and `content-length`.
    ///
    /// # Errors
    ///
    /// Returns an error if an argument is invalid, or if the call was created by [`Call::ready`] and has no request.
    pub fn request(&self) -> Result<http::Request<Bytes>, Error<E>> {
        self.look(|prepared, request| {
            request
                .to_http(prepared.headers(request))
                .map_err(|error| RequestError::Unsendable(format!("the URL cannot be sent: {error}")))
        })
    }

    /// Returns a `curl` line for a POSIX shell that sends the request, unsigned and with its whole body.
    ///
    /// The line is meant for debugging. It omits the credentials that the client would add, but contains the headers
    /// and the body of the call. A streaming body is read from standard input.
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
    /// let line = client.rename("a b", "Li's").curl()?;
    /// assert_eq!(
    ///     line.replace(" -", "\n    -"),
    ///     r"curl
    ///     -X POST 'https://api.example.com/rooms/a%20b'
    ///     -H 'user-agent: app'
    ///     -H 'content-type: text/plain'
    ///     --data-raw 'Li'\''s'"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if an argument is invalid, or if the call was created by [`Call::ready`] and has no request.
    pub fn curl(&self) -> Result<String, Error<E>> {
        self.look(|prepared, request| Ok(curl::line(request, &prepared.headers(request))))
    }

    /// Converts the request before it is sent.
    fn look<R>(&self, show: impl FnOnce(&PreparedCall, &Request) -> Result<R, RequestError>) -> Result<R, Error<E>> {
        let built = self.built();
        let operation = built.as_ref().map_or("", |(prepared, _)| prepared.operation.name);
        let shown = built.and_then(|(prepared, _)| show(prepared, prepared.request.as_ref().map_err(Clone::clone)?));
        shown.map_err(|error| Error::new(Failure::refused(operation, error)))
    }

    /// Returns a signed URL that makes this call for anyone who has it, until `expires` has passed.
    ///
    /// It does not include an `accept` that only the result type implies, since the sender of the request chooses it.
    pub async fn presign(self, expires: Duration) -> Result<Presigned, Error<E>> {
        match self.0 {
            State::Built(prepared, _) => presigned::presign(*prepared, expires).await.map_err(Error::new),
            other => Err(Error::new(Failure::refused("", Self(other).unbuilt()))),
        }
    }

    /// Creates a call with a known result, for test doubles. Nothing is sent when it is awaited.
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

    /// Creates a call with known pages, for test doubles. Awaited, it returns the first one; [`pages`](Self::pages) and
    /// [`items`](Self::items) return all of them.
    ///
    /// The last page must not announce a next one: a stream that would lose pages ends with an error.
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
    /// let (first, last) = (Numbers(vec![1, 2], Some(7)), Numbers(vec![3], None));
    /// let call: Call<Numbers> = Call::ready_pages([Ok(first), Ok(last)]);
    /// assert_eq!(call.items().try_collect().await?, [1, 2, 3]);
    /// # Ok::<(), Error>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn ready_pages(pages: impl IntoIterator<Item = Result<T, Error<E>>>) -> Self {
        Self(State::Ready(Box::new(Ready::pages(pages))))
    }

    /// Returns a second call like this one for the next page. A streaming body, which is sent only once, makes it fail.
    fn again(&self) -> Option<(PreparedCall, ResponseDecoder<T, E>)> {
        let (prepared, decoder) = self.built().ok()?;
        let request = match &prepared.request {
            Ok(request) if request.is_repeatable() => Ok(request.copy()),
            Ok(_) => Err(RequestError::unsendable(
                "the next page cannot be requested: the body of the call is a stream, which is sent only once",
            )),
            Err(error) => Err(error.clone()),
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

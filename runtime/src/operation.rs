//! The static description of an operation: what the macro knows about a method once and for all.

/// One operation of an API, as its declaration says.
#[derive(Debug)]
pub struct Operation {
    /// The method's name.
    pub name: &'static str,
    /// The request method.
    pub method: Method,
    /// What stands before the endpoint's host.
    pub host_prefix: &'static [Piece],
    /// The path template.
    pub path: &'static [Piece],
    /// The constant query parameters of the template.
    pub query: &'static [Constant],
    /// The arguments, in the order of declaration.
    pub parameters: &'static [Parameter],
    /// Whether the client's credentials go out with the request.
    pub authenticated: bool,
    /// Whether sending the request twice has the effect of sending it once.
    pub idempotent: bool,
}

/// A request method (RFC 9110, section 9).
#[derive(Clone, Copy, Debug)]
pub enum Method {
    /// `GET`
    Get,
    /// `HEAD`
    Head,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Head => Self::HEAD,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Patch => Self::PATCH,
            Method::Delete => Self::DELETE,
            Method::Options => Self::OPTIONS,
        }
    }
}

/// A piece of a template; the numbers are indices into [`Operation::parameters`].
#[derive(Debug)]
pub enum Piece {
    /// Text that goes out as written.
    Literal(&'static str),
    /// `<name>`: the value, percent-encoded.
    Label(usize),
    /// `<name..>`: the value, percent-encoded but for `/`.
    Greedy(usize),
}

impl Piece {
    /// The parameter whose value it is.
    pub(crate) fn label(&self) -> Option<usize> {
        match *self {
            Self::Literal(_) => None,
            Self::Label(index) | Self::Greedy(index) => Some(index),
        }
    }
}

/// A constant query parameter.
#[derive(Debug)]
pub struct Constant {
    /// The key, percent-decoded.
    pub key: &'static str,
    /// The parameter as it is sent: `key`, `key=` or `key=value`.
    pub text: &'static str,
}

/// An argument of the method.
#[derive(Debug)]
pub struct Parameter {
    /// The argument's name.
    pub name: &'static str,
    /// Where its value goes.
    pub location: Location,
}

/// Where the value of an argument goes in the request.
#[derive(Debug)]
pub enum Location {
    /// Into the path or the host prefix, at its label.
    Path,
    /// A query parameter of this key.
    Query(&'static str),
    /// Query parameters, one per entry.
    QueryFlatten,
    /// A header of this name, in lower case.
    Header(&'static str),
    /// Headers, one per entry, their names under this prefix, in lower case.
    HeaderPrefix(&'static str),
    /// The body.
    Body(Format),
}

/// The format of a request body.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// `application/json`
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
    /// `text/plain`
    Text,
    /// `application/octet-stream`
    Bytes,
    /// `application/octet-stream`, sent as it comes.
    Stream,
}

impl Format {
    /// The media type that goes out unless the caller names another one.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Text => "text/plain",
            Self::Bytes | Self::Stream => "application/octet-stream",
        }
    }
}

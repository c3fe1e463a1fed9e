//! The static description of an operation, which the macro generates.

/// The declaration of an operation.
#[derive(Debug)]
pub struct Operation {
    /// The method's name.
    pub name: &'static str,
    /// The request method.
    pub method: Method,
    /// The prefix of the endpoint's host.
    pub host_prefix: &'static [Piece],
    /// The path template.
    pub path: &'static [Piece],
    /// The constant query parameters of the template.
    pub query: &'static [Constant],
    /// The arguments, in the order of declaration.
    pub parameters: &'static [Parameter],
    /// Whether the client's credentials are sent with the request.
    pub authenticated: bool,
    /// Whether sending the request twice has the same effect as sending it once.
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
    /// Text that is sent as written.
    Literal(&'static str),
    /// `<name>`: the value, percent-encoded.
    Label(usize),
    /// `<name..>`: the value, percent-encoded except for `/`.
    Greedy(usize),
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
    /// The location of its value.
    pub location: Location,
}

/// The location of an argument's value in the request.
#[derive(Debug)]
pub enum Location {
    /// Its label in the path or the host prefix.
    Path,
    /// A query parameter with this key.
    Query(&'static str),
    /// Query parameters, one per entry.
    QueryFlatten,
    /// A header with this name, in lower case.
    Header(&'static str),
    /// Headers, one per entry, whose names start with this prefix, in lower case.
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
    /// `application/octet-stream`, sent as a stream.
    Stream,
}

impl Format {
    /// Returns the media type that is sent unless an argument sets another one.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Text => "text/plain",
            Self::Bytes | Self::Stream => "application/octet-stream",
        }
    }
}

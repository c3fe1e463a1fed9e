//! The static description of an operation, which the macro generates.

use std::fmt;

use http::HeaderValue;

/// The declaration of an operation: a method with the attribute `#[rest_op]`.
///
/// A transport or a tower layer finds the operation of each request in the request extensions, for instance to label
/// metrics:
///
/// ```
/// use rest_op::Operation;
///
/// fn label<B>(request: &http::Request<B>) -> String {
///     match request.extensions().get::<&Operation>() {
///         Some(operation) => format!("{} {}", operation.method(), operation.template()),
///         None => "unknown".to_owned(),
///     }
/// }
/// ```
///
/// The fields are written by the macro and may change in any release.
#[derive(Debug)]
pub struct Operation {
    /// The method's name.
    #[doc(hidden)]
    pub name: &'static str,
    /// The path of the module that contains the declaration.
    #[doc(hidden)]
    pub module: &'static str,
    /// The request method (RFC 9110, section 9), a token.
    #[doc(hidden)]
    pub method: &'static str,
    /// The prefix of the endpoint's host.
    #[doc(hidden)]
    pub host_prefix: &'static [Piece],
    /// The path template.
    #[doc(hidden)]
    pub path: &'static [Piece],
    /// The constant query parameters of the template.
    #[doc(hidden)]
    pub query: &'static [Constant],
    /// The constant headers, with names in lower case.
    #[doc(hidden)]
    pub headers: &'static [(&'static str, &'static str)],
    /// The media type of the body, if it differs from the format's own.
    #[doc(hidden)]
    pub content_type: Option<&'static str>,
    /// The header with a checksum of the body, and the function that computes it.
    #[doc(hidden)]
    pub checksum: Option<(&'static str, ComputeChecksum)>,
    /// The arguments, in the order of declaration.
    #[doc(hidden)]
    pub parameters: &'static [Parameter],
    /// Whether the client's credentials are sent with the request.
    #[doc(hidden)]
    pub authenticated: bool,
    /// Whether sending the request twice has the same effect as sending it once.
    #[doc(hidden)]
    pub idempotent: bool,
    /// Whether a failed attempt may be retried.
    #[doc(hidden)]
    pub retries: bool,
    /// The time limit of a call in milliseconds, in place of the client's.
    #[doc(hidden)]
    pub timeout_ms: Option<u64>,
    /// The time limit of one attempt in milliseconds, in place of the client's.
    #[doc(hidden)]
    pub attempt_timeout_ms: Option<u64>,
}

impl Operation {
    /// The defaults of everything that a declaration may omit.
    #[doc(hidden)]
    pub const DEFAULT: Self = Self {
        name: "",
        module: "",
        method: "GET",
        host_prefix: &[],
        path: &[],
        query: &[],
        headers: &[],
        content_type: None,
        checksum: None,
        parameters: &[],
        authenticated: true,
        idempotent: true,
        retries: true,
        timeout_ms: None,
        attempt_timeout_ms: None,
    };

    /// Returns the method's name: `list_rooms`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the path of the module that declares the method: `chime_rooms::rooms`.
    pub fn module(&self) -> &'static str {
        self.module
    }

    /// Returns the request method: `GET`.
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Returns the path template in the syntax of OpenAPI: `/accounts/{account_id}/rooms`.
    pub fn template(&self) -> impl fmt::Display + '_ {
        Template(self)
    }

    /// Returns the media type of the body that the declaration sets.
    pub(crate) fn media_type(&self) -> Option<HeaderValue> {
        // The macro accepts printable ASCII only.
        self.content_type.map(HeaderValue::from_static)
    }

    /// Returns the request method.
    pub(crate) fn http_method(&self) -> http::Method {
        // The macro accepts tokens only.
        http::Method::from_bytes(self.method.as_bytes()).unwrap_or_default()
    }

    /// Returns whether the query may have a parameter of this key.
    #[inline]
    pub(crate) fn takes_query(&self, key: &str) -> bool {
        let takes = |parameter: &Parameter| match parameter.location {
            Location::Query(known) | Location::QueryJoined(known, _) => known == key,
            Location::QueryFlatten => true,
            Location::QueryBrackets(known) => known.is_empty() || known == key,
            _ => false,
        };
        self.query.iter().any(|constant| constant.key == key) || self.parameters.iter().any(takes)
    }

    /// Returns whether an argument makes a form, even if it is absent.
    #[inline]
    pub(crate) fn takes_form(&self) -> bool {
        let takes =
            |parameter: &Parameter| matches!(parameter.location, Location::Body(Format::Form | Format::Members(_)));
        self.parameters.iter().any(takes)
    }

    /// Returns whether arguments make a JSON body, even if they are absent.
    #[inline]
    pub(crate) fn takes_json(&self) -> bool {
        let takes =
            |parameter: &Parameter| matches!(parameter.location, Location::Body(Format::Json) | Location::Member(_));
        self.parameters.iter().any(takes)
    }
}

/// Returns a checksum in base64.
pub(crate) type ComputeChecksum = fn(&[u8]) -> String;

/// `/accounts/{account_id}/rooms`
struct Template<'a>(&'a Operation);

impl fmt::Display for Template<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.path.iter().try_for_each(|piece| match *piece {
            Piece::Literal(text) => f.write_str(text),
            Piece::Label(index) | Piece::Greedy(index) => {
                let name = self.0.parameters.get(index).map_or("", |parameter| parameter.name);
                write!(f, "{{{name}}}")
            }
        })
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
    /// One query parameter with this key. The items of a list are joined by this encoded separator.
    QueryJoined(&'static str, &'static str),
    /// Query parameters, one per entry.
    QueryFlatten,
    /// Query parameters whose keys are this one followed by names of members in brackets. An empty key is flattened.
    QueryBrackets(&'static str),
    /// A header with this name, in lower case.
    Header(&'static str),
    /// Headers, one per entry, whose names start with this prefix, in lower case.
    HeaderPrefix(&'static str),
    /// The body.
    Body(Format),
    /// The member with this name of a JSON object that is the body.
    Member(&'static str),
    /// A part of this name of a `multipart/form-data` body.
    Part(&'static str),
}

/// The format of a request body.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// `application/json`
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
    /// A form as AWS's query protocol has it, after these fields, which are encoded.
    Members(&'static str),
    /// `application/x-ndjson`
    JsonLines,
    /// `application/xml`
    Xml,
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
            Self::Form | Self::Members(_) => "application/x-www-form-urlencoded",
            Self::JsonLines => "application/x-ndjson",
            Self::Xml => "application/xml",
            Self::Text => "text/plain",
            Self::Bytes | Self::Stream => "application/octet-stream",
        }
    }
}

//! The operations of a model.

use super::types::{Item, Limits, Type, TypeId};
use super::{Doc, Left};

/// A chosen operation.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The id of the description, or one made of method and path.
    pub(crate) id: String,
    /// The Rust name of the method; set by `refine`.
    pub(crate) rust_name: String,
    /// As the description has it: `GET /repos/{owner}/{repo}/issues`.
    pub(crate) request_line: String,
    pub(crate) doc: Doc,
    pub(crate) declaration: Result<Declaration, Left>,
}

/// The declaration of an operation.
#[derive(Debug)]
pub(crate) struct Declaration {
    /// The method: `GET`, or any other token.
    pub(crate) method: String,
    pub(crate) template: Vec<Piece>,
    /// The constants of the template's query, encoded: `x-id=GetObject`.
    pub(crate) query: Option<String>,
    /// `auth = none`.
    pub(crate) is_public: bool,
    /// `idempotent`.
    pub(crate) is_idempotent: bool,
    /// `host_prefix`, with labels in `<>` that are wire names of path arguments.
    pub(crate) host_prefix: Option<String>,
    /// Constant headers: name and value.
    pub(crate) headers: Vec<(String, String)>,
    /// The header with a checksum of the body.
    pub(crate) checksum: Option<&'static str>,
    /// The media type of the body, if it is not that of the format.
    pub(crate) content_type: Option<String>,
    /// In the order of the description: path, query, header, body or parts. `refine` groups optional query parameters.
    pub(crate) arguments: Vec<Argument>,
    pub(crate) outcome: Outcome,
    /// A successful response may have no body, or JSON `null`: the result is an `Option`.
    pub(crate) is_optional: bool,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Literal text, percent-encoded where URLs require it.
    Literal(String),
    /// The argument with this wire name and the role `Path`.
    Label { name: String, is_greedy: bool },
}

/// An argument of a method.
#[derive(Clone, Debug)]
pub(crate) struct Argument {
    /// The name on the wire; of a body and of a group of query parameters a base for the Rust name.
    pub(crate) name: String,
    /// The Rust name; set by `refine`, from the base that a front end sets if it has a better one than the name on the wire.
    pub(crate) rust_name: String,
    pub(crate) role: Role,
    pub(crate) ty: Type,
    pub(crate) required: bool,
    pub(crate) doc: Doc,
    pub(crate) limits: Limits,
}

impl Argument {
    pub(crate) fn new(name: impl Into<String>, role: Role, ty: Type) -> Self {
        Self {
            name: name.into(),
            rust_name: String::new(),
            role,
            ty,
            required: false,
            doc: Doc::default(),
            limits: Limits::default(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Path,
    /// A query parameter; a list repeats it.
    Query,
    /// A list in one query parameter.
    QueryComma,
    QueryPipe,
    QuerySpace,
    /// `filter[status]=open`.
    QueryBrackets,
    /// The members of a struct or a map are query parameters.
    QueryFlatten,
    Header,
    /// The entries of a map or the members of a struct are headers.
    HeaderPrefix,
    Body(BodyFormat),
    Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyFormat {
    Json,
    Form,
    FormBrackets,
    Text,
    Bytes,
    Stream,
    JsonLines,
    Xml,
}

/// The result type of a successful response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// `()`
    Nothing,
    /// JSON of a type, or XML if the type is; structs may have members from headers, and be `FromResponse` without a body.
    Json(Type),
    /// `Linked<T>`: a JSON list whose next page is in the header `link`.
    Linked(Item),
    /// `String`
    Text,
    /// `Bytes`
    Bytes,
    /// `ByteStream`
    Stream,
    /// `JsonLines<T>`
    JsonLines(Type),
    /// `Events`
    Events,
    /// `JsonEvents<T>`
    JsonEvents(Type),
    /// A struct made by a front end with all its members from headers, status or the body, or a `ByStatus`.
    Response(TypeId),
}

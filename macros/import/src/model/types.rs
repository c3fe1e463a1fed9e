//! The types of a model.

use std::ops::{Index, IndexMut};

use super::Doc;

/// The type of a value. `Option` is not a type here: members, items and arguments say whether they are optional.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Bool,
    I32,
    I64,
    U32,
    U64,
    F32,
    F64,
    String,
    /// Bytes as they are: a body, a part.
    Bytes,
    /// Bytes that are not held in memory as a whole, as a body: `rest_op::ByteStream`.
    Stream,
    /// Bytes in base64: `rest_op::Blob`.
    Blob,
    /// `rest_op::timestamp::DateTime` (RFC 3339).
    DateTime,
    /// `rest_op::timestamp::EpochSeconds`.
    EpochSeconds,
    /// `rest_op::timestamp::HttpDate`.
    HttpDate,
    /// Any JSON: `rest_op::serde_json::Value`.
    Json,
    Named(TypeId),
    List(Box<Item>),
    /// A map with string keys.
    Map(Box<Item>),
    /// A list or a map that XML writes in another way than as a repeated element or an element for each key.
    Xml(Around, Box<Item>),
    /// Breaks a recursion; only `refine` makes it.
    Boxed(Box<Type>),
}

impl Type {
    /// Whether this is a list whose items a page can have.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self, Self::List(_) | Self::Xml(Around::List(_), _))
    }

    /// The named type that values consist of: the type itself, or that of items.
    pub(crate) fn named(&self) -> Option<TypeId> {
        let mut ty = self;
        loop {
            match ty {
                Self::Named(id) => return Some(*id),
                Self::List(item) | Self::Map(item) | Self::Xml(_, item) => ty = &item.ty,
                Self::Boxed(inner) => ty = inner,
                _ => return None,
            }
        }
    }
}

/// The elements that XML has around the items of a list or a map.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Around {
    /// A list in an element, `rest_op::xml::List`, or a struct where the name of its items matters.
    List(Wrapped),
    /// A map in an element, with elements `entry`: `rest_op::xml::Map`.
    Map,
    /// A map whose element is repeated for each entry: `rest_op::xml::FlatMap`.
    Entries,
}

/// A list in an element.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Wrapped {
    /// The name of the elements of its items, as it is written.
    pub(crate) item: String,
    /// A base for the name of a struct.
    pub(crate) name: String,
    /// The JSON pointer of a list that has this name in the description.
    pub(crate) pointer: Option<String>,
}

/// The items of a list or the values of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) ty: Type,
    /// `null` occurs: the item is an `Option`.
    pub(crate) nullable: bool,
}

/// The index of a type definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(usize);

impl TypeId {
    /// The position of the definition.
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

/// The type definitions, in the order in which they are found, which is the order in which they are written.
#[derive(Debug, Default)]
pub(crate) struct Types(Vec<TypeDef>);

impl Types {
    /// Adds a definition. Recursive types are added before their members are known, and completed through [`IndexMut`].
    pub(crate) fn add(&mut self, definition: TypeDef) -> TypeId {
        self.0.push(definition);
        TypeId(self.0.len() - 1)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.0.len()).map(TypeId)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        self.0
            .iter()
            .enumerate()
            .map(|(index, definition)| (TypeId(index), definition))
    }
}

#[expect(clippy::indexing_slicing, reason = "a `TypeId` comes from `add` of the same `Types`")]
impl Index<TypeId> for Types {
    type Output = TypeDef;

    fn index(&self, id: TypeId) -> &TypeDef {
        &self.0[id.0]
    }
}

#[expect(clippy::indexing_slicing, reason = "a `TypeId` comes from `add` of the same `Types`")]
impl IndexMut<TypeId> for Types {
    fn index_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.0[id.0]
    }
}

/// A named type.
#[derive(Debug)]
pub(crate) struct TypeDef {
    /// The name of the schema, or the place of an inline one: `issue`, `Issue user`; `refine` makes it a Rust name.
    pub(crate) name: String,
    /// The schema has this name in the description; the names of inline ones yield to it.
    pub(crate) is_named: bool,
    pub(crate) doc: Doc,
    /// The JSON pointer of the schema.
    pub(crate) pointer: String,
    pub(crate) kind: Kind,
    /// Where values go; set by `refine`.
    pub(crate) usage: Usage,
    /// Values are XML.
    pub(crate) is_xml: bool,
    /// The name of the element that a request in XML consists of.
    pub(crate) root: Option<String>,
}

impl TypeDef {
    pub(crate) fn new(name: impl Into<String>, pointer: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            is_named: false,
            doc: Doc::default(),
            pointer: pointer.into(),
            kind,
            usage: Usage::default(),
            is_xml: false,
            root: None,
        }
    }

    /// Names the root of requests in XML. Another name than that of another operation is an error.
    pub(crate) fn set_root(&mut self, root: String) -> Result<(), String> {
        match &self.root {
            Some(known) if *known != root => Err(format!(
                "the element `{root}` of the body is `{known}` in another operation"
            )),
            _ => {
                self.root = Some(root);
                Ok(())
            }
        }
    }
}

/// Where values of a type go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
pub(crate) struct Usage {
    /// Sent: in a JSON or form body, a query or a header.
    pub(crate) request: bool,
    /// Received in a body.
    pub(crate) response: bool,
    /// The type is the `T` of a `Call<T>`, so it is `FromResponse`.
    pub(crate) is_result: bool,
    /// The type is a group of query parameters or headers.
    pub(crate) is_query: bool,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Struct(Struct),
    /// Strings, and any other string.
    Enum(Vec<EnumValue>),
    /// One of several types.
    OneOf(OneOf),
    /// A result with one of several types, chosen by the status of the response.
    ByStatus(Vec<StatusCase>),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Struct {
    pub(crate) fields: Vec<Field>,
    /// The type of the members that are not declared, for schemas that name one: a flattened map.
    pub(crate) rest: Option<Item>,
    /// How the next page is requested, if this is a page; `Linked` pages are in [`Outcome`](super::operation::Outcome).
    pub(crate) page: Option<Page>,
}

impl Struct {
    /// The types of the members, and of those that are not declared.
    pub(crate) fn types_mut(&mut self) -> impl Iterator<Item = &mut Type> {
        let rest = self.rest.iter_mut().map(|rest| &mut rest.ty);
        self.fields.iter_mut().map(|field| &mut field.ty).chain(rest)
    }
}

/// A member of a struct.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The name on the wire.
    pub(crate) name: String,
    /// The name that XML writes, if it has a prefix or a namespace, which are ignored when it is read.
    pub(crate) written_name: Option<String>,
    /// The Rust name; set by `refine`, from the base that a front end sets if it has a better one than the name on the wire.
    pub(crate) rust_name: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
    pub(crate) nullable: bool,
    /// Only in requests, or only in responses.
    pub(crate) direction: Direction,
    pub(crate) doc: Doc,
    pub(crate) limits: Limits,
    /// Where a member of a result is.
    pub(crate) source: Source,
    /// The member is a token that makes a request repeatable, which a client generates: `IdempotencyToken`.
    pub(crate) is_idempotency_token: bool,
}

impl Field {
    pub(crate) fn new(name: impl Into<String>, ty: Type) -> Self {
        Self {
            name: name.into(),
            written_name: None,
            rust_name: String::new(),
            ty,
            required: false,
            nullable: false,
            direction: Direction::Both,
            doc: Doc::default(),
            limits: Limits::default(),
            source: Source::Json,
            is_idempotency_token: false,
        }
    }

    /// Whether the Rust type is an `Option`.
    pub(crate) fn is_optional(&self) -> bool {
        (!self.required || self.nullable) && !self.is_idempotency_token
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Direction {
    #[default]
    Both,
    /// `writeOnly`.
    Request,
    /// `readOnly`.
    Response,
}

/// Where a member of a result is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Source {
    /// In the body, which is JSON, or XML if the type is.
    #[default]
    Json,
    Header(String),
    HeaderPrefix(String),
    Status,
    /// The whole body: `Type::Bytes`, `Type::Stream`, `Type::String`, or JSON or XML of the type.
    Body,
}

/// Limits of a value, which become a `#[check]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Bounds of a number as written in the description, inclusive.
    pub(crate) minimum: Option<String>,
    pub(crate) maximum: Option<String>,
    /// Bounds of the length of a text, a list or a map.
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
}

/// A value of an open enum.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct EnumValue {
    /// The string on the wire.
    pub(crate) value: String,
    /// The Rust name; set by `refine`.
    pub(crate) rust_name: String,
    pub(crate) doc: Doc,
}

impl EnumValue {
    pub(crate) fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            rust_name: String::new(),
            doc: Doc::default(),
        }
    }
}

#[derive(Debug)]
pub(crate) struct OneOf {
    pub(crate) tagging: Tagging,
    pub(crate) variants: Vec<Variant>,
}

/// How a value shows which variant it is, as in serde.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tagging {
    /// A member of the object has the variant's tag. The structs of the variants do not declare that member, or it is optional
    /// in those that are used elsewhere, too.
    Internal(String),
    /// An object with one member, named as the variant (unions of AWS).
    External,
    /// By the kind of JSON: string or object.
    Untagged,
}

#[derive(Clone, Debug)]
pub(crate) struct Variant {
    /// The tag on the wire; for untagged ones a base for the Rust name.
    pub(crate) tag: String,
    /// The Rust name; set by `refine`.
    pub(crate) rust_name: String,
    /// `None` for a variant without content.
    pub(crate) ty: Option<Type>,
    pub(crate) doc: Doc,
}

impl Variant {
    pub(crate) fn new(tag: impl Into<String>, ty: Option<Type>) -> Self {
        Self {
            tag: tag.into(),
            rust_name: String::new(),
            ty,
            doc: Doc::default(),
        }
    }
}

#[derive(Debug)]
pub(crate) struct StatusCase {
    pub(crate) status: u16,
    /// The Rust name; set by `refine`.
    pub(crate) rust_name: String,
    /// `None` if the response has no body.
    pub(crate) ty: Option<Type>,
    pub(crate) doc: Doc,
}

/// How the next page of a listing is requested, for `#[derive(Page)]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// The wire name of the member with the items.
    pub(crate) items: String,
    pub(crate) next: Next,
    /// The path of wire names to the token, such as `["response_metadata", "next_cursor"]`; empty for `Number` and `Offset`.
    pub(crate) token: Vec<String>,
    /// The path of wire names to the flag that says that there are more pages.
    pub(crate) more: Vec<String>,
    /// The description does not say so; the names look like it.
    pub(crate) is_guess: bool,
}

/// Where a request has the token of its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    Query(String),
    Body(String),
    Header(String),
    /// The token is the URL of the page.
    Url,
    /// The query parameter with the number of items to skip.
    Offset(String),
}

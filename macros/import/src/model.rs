//! The model: chosen operations and their types, in the form that every reader of descriptions produces and the writer of Rust
//! reads. Names are those of the description until [`refine`](crate::refine) gives them Rust names.

pub(crate) mod operation;
pub(crate) mod types;
pub(crate) mod xml_name;

use operation::Operation;
use types::{TypeId, Types};

/// The chosen operations of a service description, and all that they use.
#[derive(Debug, Default)]
pub(crate) struct Model {
    /// The title of the API, such as `GitHub v3 REST API`.
    pub(crate) title: String,
    /// The version of the description.
    pub(crate) version: String,
    /// The base for the name of the trait, such as `GitHub`; made a Rust name by `refine`.
    pub(crate) trait_name: String,
    /// The URL that `Client::builder` takes; variables have their defaults.
    pub(crate) endpoint: Option<String>,
    /// How clients authenticate, as the argument of `ClientBuilder::auth`, such as `Bearer::new(token)`; each alternative once.
    pub(crate) auth: Vec<String>,
    /// Headers with further credentials, which every request has beside the first of `auth`.
    pub(crate) auth_headers: Vec<String>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) types: Types,
    /// The types to write, in the order in which operations lead to them; set by `refine`. No others are written.
    pub(crate) written: Vec<TypeId>,
    /// The errors of all operations, in order of status; empty if the description has none.
    pub(crate) errors: Vec<ErrorCase>,
    /// The root element of errors in responses with the status 200.
    pub(crate) error_root: Option<&'static str>,
    /// The settings that clients require, in Markdown: one sentence each.
    pub(crate) notes: Vec<String>,
}

/// A variant of the error type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ErrorCase {
    /// The base for the name of the variant: `not found`, `ResourceNotFoundException`.
    pub(crate) name: String,
    pub(crate) doc: Doc,
    /// The codes of the error, for descriptions that name errors (AWS).
    pub(crate) codes: Vec<String>,
    /// The status of the error; with codes, it applies only to responses without a code.
    pub(crate) status: Option<u16>,
}

/// The documentation of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Doc {
    /// The text of the description, which may be Markdown or HTML and have many paragraphs. `docs` makes a sentence of it.
    pub(crate) text: String,
    /// The page of the vendor.
    pub(crate) url: Option<String>,
    pub(crate) deprecated: bool,
    /// Sentences of the importer, in Markdown for rustdoc: `Served by <https://uploads.github.com>.`
    pub(crate) notes: Vec<String>,
}

/// An item that cannot be declared: why, and where in the description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    /// The JSON pointer of the place, such as `/paths/~1pets/get/parameters/0`.
    pub(crate) pointer: String,
    /// The reason, such as `the response is XML`: lower case, no full stop.
    pub(crate) reason: String,
}

impl Left {
    pub(crate) fn new(pointer: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            reason: reason.into(),
        }
    }
}

//! Turns chosen operations of a service description (OpenAPI 3, Swagger 2.0, an AWS service model, Smithy) into one Rust source file with
//! declarations for [rest-op](https://docs.rs/rest-op), which then belongs to its user.
//!
//! The binary `rest-op-import` is the usual way in; [`import`] and [`list`] are the same as functions.

mod aws;
mod docs;
mod document;
mod drift;
mod error;
mod list;
mod model;
mod names;
mod openapi;
mod reason;
mod refine;
mod select;
mod source;
mod subtree;
mod suggest;
mod swagger;
mod text;

pub use error::ImportError;
pub use source::Source;

use document::Node;
use model::Model;
use select::Listed;

/// The operations to import, and options.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The operations: an id, `"POST /path/{label}"`, or `tag:NAME`.
    pub operations: Vec<String>,
    /// Schemas that become `serde_json::Value`.
    pub opaque: Vec<String>,
    /// All members of responses but ids are optional.
    pub lenient: bool,
    /// The command line, for the header of the file.
    pub command_line: String,
    /// The text is not passed to rustfmt.
    pub unformatted: bool,
}

/// A written file, and what is worth saying about it.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The Rust source.
    pub text: String,
    /// The number of operations that are declared.
    pub declared: usize,
    /// The number of types.
    pub types: usize,
    /// The operations that cannot be declared: id, reason, and place in the description as a JSON pointer.
    pub left: Vec<(String, String, String)>,
    /// Remarks for the user, one line each.
    pub hints: Vec<String>,
}

/// Returns a table of the operations of a description whose id, path, summary or tags contain a word, or each of
/// several words; of all operations, if the word is empty.
pub fn list(source: &Source, word: &str) -> Result<String, ImportError> {
    let format = Format::of(source)?;
    list::table(&format.list(&source.root()), word)
}

/// Returns the ids of all operations of a description, in its order.
pub fn operations(source: &Source) -> Result<Vec<String>, ImportError> {
    let format = Format::of(source)?;
    Ok(format
        .list(&source.root())
        .into_iter()
        .map(|listed| listed.id)
        .collect())
}

/// Declares the chosen operations of a description.
pub fn import(source: &Source, options: &Options) -> Result<Imported, ImportError> {
    let format = Format::of(source)?;
    let chosen = select::choose(format.list(&source.root()), &options.operations)?;
    select::check_types(&options.opaque, &format.types(&source.root()))?;
    let mut model = format.read(&source.root(), &chosen, options);
    let lefts = model
        .operations
        .iter_mut()
        .filter_map(|operation| operation.declaration.as_mut().err());
    lefts.for_each(|left| left.pointer = source.original(&left.pointer));
    refine::refine(&mut model, options);
    let mut imported = text::write(&model, source, options)?;
    imported.hints.extend(subtree::hint(&model));
    Ok(imported)
}

/// Returns how the declarations in a Rust file differ from a description, one line each; nothing if they do not.
pub fn drift_of_file(source: &Source, path: &str) -> Result<Vec<String>, ImportError> {
    drift(source, path, &source::text_of_file(path)?)
}

/// Returns how the declarations in a Rust source differ from a description, one line each; nothing if they do not. The name of the
/// source is only shown.
pub fn drift(source: &Source, name: &str, declarations: &str) -> Result<Vec<String>, ImportError> {
    drift::differences(source, Format::of(source)?, name, declarations)
}

/// The format of a description.
#[derive(Clone, Copy)]
enum Format {
    OpenApi,
    Aws,
}

impl Format {
    fn of(source: &Source) -> Result<Self, ImportError> {
        let root = source.root();
        // In YAML, `3.1` is a number.
        let version = root.get_raw("openapi").map(|version| version.value().to_string());
        if version.is_some_and(|version| version.trim_start_matches('"').starts_with("3.")) {
            Ok(Self::OpenApi)
        } else if root.get_raw("shapes").is_some()
            && (root.get_raw("metadata").is_some() || root.get_raw("smithy").is_some())
        {
            Ok(Self::Aws)
        } else {
            Err(source.unknown_format())
        }
    }

    fn list(self, root: &Node<'_>) -> Vec<Listed> {
        match self {
            Self::OpenApi => openapi::list(root),
            Self::Aws => aws::list(root),
        }
    }

    /// Returns the names of the types that have one.
    fn types(self, root: &Node<'_>) -> Vec<String> {
        let types = match self {
            Self::OpenApi => root.at("/components/schemas"),
            Self::Aws => root.at("/shapes"),
        };
        let names = types.iter().flat_map(Node::members).map(|(name, _)| name);
        // Smithy's have a namespace.
        names
            .map(|name| name.rsplit('#').next().unwrap_or(name).to_owned())
            .collect()
    }

    fn read(self, root: &Node<'_>, chosen: &[Listed], options: &Options) -> Model {
        match self {
            Self::OpenApi => openapi::read(root, chosen, options),
            Self::Aws => aws::read(root, chosen, options),
        }
    }
}

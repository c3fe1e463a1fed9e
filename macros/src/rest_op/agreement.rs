//! The importer reads declarations to compare them with a description. It has a reader of its own, since a crate for both would
//! be compiled by every program that uses rest-op. Both read the same in all declarations of the repository.

#![allow(dead_code, reason = "the importer uses all of its reader")]

#[path = "../../import/src/drift/attribute.rs"]
mod attribute;
#[path = "../../import/src/drift/declared.rs"]
mod declared;

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{LitStr, Meta, TraitItemFn};

use self::declared::Place;
use super::attribute::Attribute;
use super::operation::Operation;
use super::piece::Piece;
use super::style::Location;
use super::trait_fn::TraitFn;
use crate::errors::Errors;

/// What both readers know of an operation.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    name: String,
    method: String,
    path: String,
    query: Vec<String>,
    headers: Vec<(String, String)>,
    arguments: Vec<(Place, String, String)>,
}

impl Read {
    /// Reads a method as the macro does. `None` if it has a mistake.
    fn by_macro(method: &TraitItemFn) -> Option<Self> {
        let mut method = method.clone();
        let is_attribute = |attribute: &syn::Attribute| attribute::is_named(attribute, "rest_op");
        let index = method.attrs.iter().position(is_attribute)?;
        let tokens = match method.attrs.remove(index).meta {
            Meta::List(list) => list.tokens,
            _ => TokenStream::new(),
        };
        let mut errors = Errors::default();
        let attribute = Attribute::parse(tokens, &mut errors);
        let method = TraitFn::parse(method.into_token_stream(), &mut errors)?;
        let operation = Operation::new(attribute, &method, &mut errors);
        let operation = errors.finish(operation).ok()?;
        let pieces = operation.path.iter().map(|piece| match piece {
            Piece::Literal(text) => text.as_str(),
            Piece::Label(_) | Piece::Greedy(_) => "{}",
        });
        let parameters = operation.parameters.iter().map(|parameter| {
            let place = match parameter.style.location {
                Location::Path => Place::Path,
                Location::QueryFlatten => Place::QueryFlatten,
                Location::QueryBrackets if !parameter.style.has_query_key() => Place::QueryFlatten,
                Location::Query | Location::QueryJoined(_) | Location::QueryBrackets => Place::Query,
                Location::Header => Place::Header,
                Location::HeaderPrefix => Place::HeaderPrefix,
                Location::Body(_) | Location::BodyMembers => Place::Body,
                Location::Member => Place::Member,
                Location::Part => Place::Part,
            };
            (place, parameter.key.clone(), parameter.ty.to_token_stream().to_string())
        });
        Some(Self {
            method: operation.method.name().to_owned(),
            path: pieces.collect(),
            query: operation.query.into_iter().map(|constant| constant.text).collect(),
            arguments: parameters.collect(),
            name: operation.name,
            headers: operation.headers,
        })
    }

    /// Reads a method as the importer does.
    fn by_importer(method: &TraitItemFn) -> Option<Self> {
        let operation = declared::operation(method)?;
        let arguments = operation.arguments.into_iter();
        let arguments =
            arguments.map(|argument| (argument.place, argument.key, argument.ty.to_token_stream().to_string()));
        Some(Self {
            name: operation.name,
            method: operation.method,
            path: operation.path,
            query: operation.query,
            headers: operation.headers,
            arguments: arguments.collect(),
        })
    }
}

/// Compares what both read.
struct Comparison<'f> {
    file: &'f Path,
    compared: usize,
}

impl VisitMut for Comparison<'_> {
    fn visit_trait_item_fn_mut(&mut self, method: &mut TraitItemFn) {
        if let Some(by_macro) = Read::by_macro(method) {
            assert_eq!(Read::by_importer(method), Some(by_macro), "{}", self.file.display());
            self.compared += 1;
        }
        visit_mut::visit_trait_item_fn_mut(self, method);
    }

    /// The tables of the macros' tests contain declarations as text.
    fn visit_lit_str_mut(&mut self, text: &mut LitStr) {
        let text = text.value();
        if text.contains("rest_op")
            && let Ok(mut method) = syn::parse_str(&text)
        {
            self.visit_trait_item_fn_mut(&mut method);
        }
    }
}

#[test]
fn importer_reads_all_declarations_of_the_repository_as_the_macro_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut compared = 0;
    for file in sources(&root) {
        let text = fs::read_to_string(&file).unwrap();
        let Some(mut syntax) = text.contains("rest_op(").then(|| syn::parse_file(&text).ok()).flatten() else {
            continue;
        };
        let mut comparison = Comparison {
            file: &file,
            compared: 0,
        };
        comparison.visit_file_mut(&mut syntax);
        compared += comparison.compared;
    }
    assert!(compared > 400, "{compared} declarations");
}

/// The Rust files of the repository.
fn sources(root: &Path) -> Vec<PathBuf> {
    let mut sources = Vec::new();
    let mut open: Vec<_> = ["chime-rooms", "macros", "runtime", "tests"]
        .map(|folder| root.join(folder))
        .into();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                sources.push(path);
            }
        }
    }
    sources
}

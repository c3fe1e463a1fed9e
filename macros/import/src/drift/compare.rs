//! Finds the operations of a source in a description, and compares each with it.

use std::collections::HashSet;

use syn::Type;

use super::Difference;
use super::declared::{self, Operation};
use super::items::{Definition, Items};
use super::members::Way;
use super::place;
use crate::document::Node;
use crate::model::operation::{Declaration, Outcome, Piece};
use crate::model::types::{Type as ModelType, TypeId};
use crate::model::{ErrorCase, Model};
use crate::select::{Listed, without_label_names};

/// The header that names an operation where all operations of a service have one path.
const TARGET: &str = "x-amz-target";

/// A comparison of a source with a description, and the differences so far.
pub(super) struct Comparison<'c> {
    pub(super) root: &'c Node<'c>,
    pub(super) items: &'c Items<'c>,
    pub(super) model: &'c Model,
    listed: &'c [Listed],
    /// The key of each operation of the model.
    keys: Vec<Key>,
    /// Reads the errors of one operation.
    errors: &'c dyn Fn(&Listed) -> Vec<ErrorCase>,
    pub(super) differences: Vec<Difference>,
    /// The types that have been compared.
    pub(super) seen: HashSet<(String, TypeId, Way)>,
}

/// The key of an operation.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    method: String,
    /// Labels are `{}`.
    path: String,
    query: Vec<String>,
    target: Option<String>,
}

impl<'c> Comparison<'c> {
    pub(super) fn new(
        root: &'c Node<'c>,
        items: &'c Items<'c>,
        listed: &'c [Listed],
        model: &'c Model,
        errors: &'c dyn Fn(&Listed) -> Vec<ErrorCase>,
    ) -> Self {
        let operations = model.operations.iter().zip(listed);
        let keys = operations.map(|(operation, listed)| match &operation.declaration {
            Ok(declaration) => Key::of_model(declaration),
            Err(_) => Key::of_listed(listed),
        });
        Self {
            root,
            items,
            model,
            listed,
            keys: keys.collect(),
            errors,
            differences: Vec::new(),
            seen: HashSet::new(),
        }
    }

    pub(super) fn report(&mut self, text: String, pointer: Option<String>) {
        self.differences.push(Difference { text, pointer });
    }

    /// Compares an operation.
    pub(super) fn operation(&mut self, declared: &Operation) {
        let model = self.model;
        let found = self
            .find(declared)
            .and_then(|index| Some((self.listed.get(index)?, model.operations.get(index)?)));
        let Some((listed, operation)) = found else {
            self.gone(declared);
            return;
        };
        let name = &declared.name;
        let pointer = || Some(listed.pointer.clone());
        if listed.is_deprecated && !declared.is_deprecated {
            self.report(format!("{name} is deprecated"), pointer());
        }
        // One that can no longer be declared stays as it is.
        let Ok(declaration) = &operation.declaration else {
            return;
        };
        self.parameters(declared, declaration, listed);
        self.body(declared, declaration, listed);
        let Some(output) = &declared.output else { return };
        let (result, error) = self.items.outcome(output);
        if let Some(result) = result {
            self.result(&result, &declaration.outcome);
        }
        if let Some(error) = error {
            self.errors(&error, listed);
        }
    }

    /// Returns the index of an operation: of those with the same method, path and target the one with the same constants, too; of
    /// several such ones, which only differ in the names of their labels or in a fragment, the one with the name of the method.
    fn find(&self, declared: &Operation) -> Option<usize> {
        let key = Key::of_declared(declared);
        let is_alike = |known: &Key| known.method == key.method && known.path == key.path && known.target == key.target;
        let alike = || self.keys.iter().enumerate().filter(|(_, known)| is_alike(known));
        let mut exact = alike()
            .filter(|(_, known)| known.query == key.query)
            .map(|(index, _)| index);
        let named = exact.clone().find(|index| self.has_name(*index, &declared.name));
        let only = || {
            alike()
                .next()
                .filter(|_| alike().nth(1).is_none())
                .map(|(index, _)| index)
        };
        named.or_else(|| exact.next()).or_else(only)
    }

    /// Whether a method has the name that an import gives it.
    fn has_name(&self, index: usize, method: &str) -> bool {
        self.listed.get(index).is_some_and(|listed| is_name(method, &listed.id))
    }

    /// Reports an operation that the description does not have. One of its name may have moved.
    fn gone(&mut self, declared: &Operation) {
        let Operation {
            name, method, template, ..
        } = declared;
        let moved = self.listed.iter().find(|listed| is_name(name, &listed.id));
        let text = format!("{name}: `{method} {template}` is gone");
        match moved {
            Some(moved) => {
                let (text, pointer) = (
                    format!("{text}; `{}` is `{} {}`", moved.id, moved.method, moved.path),
                    moved.pointer.clone(),
                );
                self.report(text, Some(pointer));
            }
            None => self.report(text, None),
        }
    }

    fn result(&mut self, result: &Type, outcome: &Outcome) {
        match outcome {
            Outcome::Json(ty) | Outcome::JsonLines(ty) | Outcome::JsonEvents(ty) => {
                self.types(result, ty, Way::Response);
            }
            Outcome::Linked(item) => self.types(result, &item.ty, Way::Response),
            Outcome::Response(id) => self.types(result, &ModelType::Named(*id), Way::Response),
            Outcome::Nothing | Outcome::Text | Outcome::Bytes | Outcome::Stream | Outcome::Events => {}
        }
    }

    /// Reports the codes and statuses of errors that no variant is chosen for.
    fn errors(&mut self, error: &Type, listed: &Listed) {
        let Some(Definition::Enum(item, _)) = self.items.definition(error) else {
            return;
        };
        let (codes, statuses): (Vec<_>, Vec<_>) = item.variants.iter().map(declared::errors).unzip();
        let (codes, statuses) = (codes.concat(), statuses.concat());
        if codes.is_empty() && statuses.is_empty() {
            return;
        }
        for case in (self.errors)(listed) {
            if case.codes.iter().any(|code| codes.contains(code)) {
                continue;
            }
            let new = match (case.codes.first(), case.status) {
                (Some(code), _) => format!("code `{code}`"),
                (None, Some(status)) if !statuses.contains(&status) => format!("status {status}"),
                _ => continue,
            };
            let place = place::of_error(self.root, &listed.pointer, case.status);
            self.report(format!("{}: {new} is new", item.ident), Some(place));
        }
    }
}

/// Whether an import gives a method this name for the sake of an id.
fn is_name(method: &str, id: &str) -> bool {
    heck::AsSnakeCase(id).to_string() == method
}

impl Key {
    fn of_declared(operation: &Operation) -> Self {
        Self::new(
            &operation.method,
            operation.path.clone(),
            operation.query.clone(),
            &operation.headers,
        )
    }

    fn of_model(declaration: &Declaration) -> Self {
        let pieces = declaration.template.iter().map(|piece| match piece {
            Piece::Literal(text) => text.as_str(),
            Piece::Label { .. } => "{}",
        });
        let query = declaration
            .query
            .iter()
            .flat_map(|query| query.split('&'))
            .map(str::to_owned);
        Self::new(
            &declaration.method,
            pieces.collect(),
            query.collect(),
            &declaration.headers,
        )
    }

    fn of_listed(listed: &Listed) -> Self {
        let path = without_label_names(&listed.path);
        let (path, query) = path.split_once('?').unwrap_or((&path, ""));
        let query = query
            .split('&')
            .filter(|constant| !constant.is_empty())
            .map(str::to_owned);
        Self::new(&listed.method, path.to_owned(), query.collect(), &[])
    }

    fn new(method: &str, path: String, mut query: Vec<String>, headers: &[(String, String)]) -> Self {
        query.sort_unstable();
        let target = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(TARGET));
        Self {
            method: method.to_owned(),
            path,
            query,
            target: target.map(|(_, value)| value.clone()),
        }
    }
}

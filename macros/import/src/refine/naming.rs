//! Rust names: those of schemas first, then those of inline types; the first in the order of the file keeps its name.

use std::collections::HashMap;

use crate::model::operation::{Argument, Declaration, Role};
use crate::model::types::{Field, Kind, TypeId};
use crate::model::{ErrorCase, Model};
use crate::names::{Scope, type_name, value_name};

/// Names that a written file imports, or that the prelude has.
const TAKEN: &[&str] = &[
    "Api",
    "ApiError",
    "BTreeMap",
    "Blob",
    "Box",
    "Bytes",
    "Call",
    "Client",
    "Clone",
    "DateTime",
    "Debug",
    "Default",
    "Deserialize",
    "Drop",
    "EpochSeconds",
    "Eq",
    "Err",
    "ErrorResponse",
    "Events",
    "Fn",
    "From",
    "FromResponse",
    "Hash",
    "HttpDate",
    "IdempotencyToken",
    "Into",
    "Iterator",
    "JsonEvents",
    "JsonLines",
    "Linked",
    "Links",
    "Members",
    "None",
    "Ok",
    "Option",
    "Ord",
    "Page",
    "Part",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Some",
    "String",
    "Sync",
    "ToString",
    "Value",
    "Vec",
];

/// Methods that clients have themselves.
const TAKEN_METHODS: &[&str] = &[
    "auth",
    "borrow",
    "builder",
    "client",
    "clone",
    "clone_from",
    "drop",
    "fmt",
    "into",
    "try_into",
    "type_id",
    "with_auth",
    "with_endpoint",
];

/// Names everything in a model.
pub(crate) fn name(model: &mut Model) {
    let mut scope = Scope::new(TAKEN.iter().copied());
    let base = type_name(&model.trait_name);
    model.trait_name = scope.take([base.clone(), format!("{base}Api")]);
    // The name of the error type.
    scope.take([format!("{}Error", model.trait_name)]);
    name_types(model, &mut scope);
    let mut methods = Scope::new(TAKEN_METHODS.iter().copied());
    for operation in &mut model.operations {
        let name = value_name(&operation.id);
        operation.rust_name = methods.take([name.clone(), format!("{}_operation", name.trim_start_matches("r#"))]);
        if let Ok(declaration) = &mut operation.declaration {
            name_arguments(declaration);
        }
    }
    name_errors(&mut model.errors);
}

fn name_types(model: &mut Model, scope: &mut Scope) {
    let (schemas, inline): (Vec<TypeId>, Vec<TypeId>) = model.written.iter().partition(|id| model.types[**id].is_named);
    for id in schemas.into_iter().chain(inline) {
        let definition = &mut model.types[id];
        let name = type_name(&definition.name);
        let of_api = format!("{}{name}", model.trait_name);
        definition.name = scope.take([name, of_api]);
        let mut inner = Scope::new([]);
        match &mut definition.kind {
            Kind::Struct(of) => of.fields.iter_mut().for_each(|field: &mut Field| {
                field.rust_name = inner.take([value_name(base(&field.rust_name, &field.name))]);
            }),
            Kind::Enum(values) => {
                let mut inner = Scope::new(["Other"]);
                let words = case_words(values.iter().map(|value| value.value.as_str()));
                for value in values {
                    let name = words
                        .get(&value.value)
                        .cloned()
                        .unwrap_or_else(|| type_name(&value.value));
                    value.rust_name = inner.take([name]);
                }
            }
            Kind::OneOf(of) => {
                let mut inner = Scope::new(["Other", "Unknown"]);
                of.variants.iter_mut().for_each(|variant| {
                    variant.rust_name = inner.take([type_name(&variant.tag)]);
                });
            }
            Kind::ByStatus(cases) => cases.iter_mut().for_each(|case| {
                let base = if case.rust_name.is_empty() {
                    format!("status {}", case.status)
                } else {
                    case.rust_name.clone()
                };
                case.rust_name = inner.take([type_name(&base)]);
            }),
        }
    }
}

/// Names for values that differ in case alone, as `e` and `E`: the upper-case one is `UpperE`.
fn case_words<'v>(values: impl Iterator<Item = &'v str>) -> HashMap<String, String> {
    let mut by_name: HashMap<String, Vec<&str>> = HashMap::new();
    for value in values {
        by_name.entry(type_name(value)).or_default().push(value);
    }
    let alike = by_name.into_iter().filter(|(_, values)| values.len() > 1);
    let upper = alike.flat_map(|(name, values)| {
        let upper = values
            .into_iter()
            .filter(|value| value.chars().any(char::is_uppercase) && !value.chars().any(char::is_lowercase));
        upper.map(move |value| (value.to_owned(), format!("Upper{name}")))
    });
    upper.collect()
}

/// The base of a name: that of a front end, or the name on the wire.
fn base<'n>(rust_name: &'n str, name: &'n str) -> &'n str {
    if rust_name.is_empty() { name } else { rust_name }
}

fn name_arguments(declaration: &mut Declaration) {
    let mut scope = Scope::new([]);
    // Labels keep their names, since they are part of the template.
    let (labels, others): (Vec<&mut Argument>, Vec<_>) = declaration
        .arguments
        .iter_mut()
        .partition(|argument| argument.role == Role::Path);
    for argument in labels.into_iter().chain(others) {
        let name = value_name(base(&argument.rust_name, &argument.name));
        let word = match argument.role {
            Role::Header | Role::HeaderPrefix => "header",
            Role::Body(_) => "body",
            Role::Part => "part",
            _ => "query",
        };
        let second = format!("{}_{word}", name.trim_start_matches("r#"));
        argument.rust_name = scope.take([name, second]);
    }
}

fn name_errors(errors: &mut [ErrorCase]) {
    let mut scope = Scope::new(["Other"]);
    for error in errors {
        error.name = scope.take([type_name(&error.name)]);
    }
}

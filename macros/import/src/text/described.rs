//! Sentences about types that the description does not document: by the place where a type stands, or by its name.

use std::collections::HashMap;

use super::writer::{Writer, unraw};
use crate::docs;
use crate::model::Model;
use crate::model::operation::{Argument, Operation, Outcome, Role};
use crate::model::types::{Field, Kind, Struct, Type, TypeDef, TypeId};

/// The places where types stand.
pub(super) type Places<'m> = HashMap<TypeId, Place<'m>>;

/// The first place where a type stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'m> {
    within: Within<'m>,
    /// The type is that of an item of a list or a map.
    is_item: bool,
    /// The type stands at other places, too.
    is_shared: bool,
}

#[derive(Clone, Copy, Debug)]
enum Within<'m> {
    Argument(&'m Operation, &'m Argument),
    Result(&'m Operation),
    Member(TypeId, &'m Field),
}

/// Finds the places of all types.
pub(super) fn places(model: &Model) -> Places<'_> {
    let mut places = Places::new();
    for operation in &model.operations {
        let Ok(declaration) = &operation.declaration else {
            continue;
        };
        for argument in &declaration.arguments {
            note(&mut places, Within::Argument(operation, argument), &argument.ty, false);
        }
        let result = Within::Result(operation);
        match &declaration.outcome {
            Outcome::Json(ty) => note(&mut places, result, ty, false),
            Outcome::Response(id) => note(&mut places, result, &Type::Named(*id), false),
            Outcome::Linked(item) => note(&mut places, result, &item.ty, true),
            Outcome::JsonLines(ty) | Outcome::JsonEvents(ty) => note(&mut places, result, ty, true),
            Outcome::Nothing | Outcome::Text | Outcome::Bytes | Outcome::Stream | Outcome::Events => {}
        }
    }
    for id in &model.written {
        if let Kind::Struct(of) = &model.types[*id].kind {
            for field in &of.fields {
                note(&mut places, Within::Member(*id, field), &field.ty, false);
            }
        }
    }
    places
}

/// Notes the place of the type that a type is or consists of.
fn note<'m>(places: &mut Places<'m>, within: Within<'m>, mut ty: &Type, mut is_item: bool) {
    loop {
        match ty {
            Type::Named(id) => {
                let place = Place {
                    within,
                    is_item,
                    is_shared: false,
                };
                places
                    .entry(*id)
                    .and_modify(|place| place.is_shared = true)
                    .or_insert(place);
                return;
            }
            Type::List(item) | Type::Map(item) | Type::Xml(_, item) => (ty, is_item) = (&item.ty, true),
            Type::Boxed(inner) => ty = inner,
            _ => return,
        }
    }
}

impl Writer<'_> {
    /// A sentence about a type without documentation.
    pub(super) fn type_fallback(&self, id: TypeId) -> String {
        let definition = &self.model.types[id];
        let place = self.places.get(&id).filter(|place| match place.within {
            _ if !definition.is_named => !place.is_shared,
            // The inputs and outputs of AWS are named after their operations.
            Within::Argument(operation, _) | Within::Result(operation) => {
                let operation = unraw(&operation.rust_name).replace('_', "");
                definition.name.to_lowercase().starts_with(&operation)
            }
            Within::Member(..) => false,
        });
        place.map_or_else(|| described(definition), |place| self.placed(*place))
    }

    /// A sentence about a group of query parameters.
    pub(super) fn query_fallback(&self, id: TypeId, of: &Struct) -> String {
        let is_optional = of.fields.iter().all(|field| !field.required);
        let kind = if is_optional { "optional" } else { "query" };
        match self.places.get(&id).map(|place| place.within) {
            Some(Within::Argument(operation, argument)) if argument.role == Role::HeaderPrefix => {
                format!("The optional headers of {}.", self.method_link(operation))
            }
            Some(Within::Argument(operation, _)) => {
                format!("The {kind} parameters of {}.", self.method_link(operation))
            }
            _ => format!("The {kind} parameters of a request."),
        }
    }

    fn method_link(&self, operation: &Operation) -> String {
        let name = &operation.rust_name;
        format!("[`{}`]({}::{name})", unraw(name), self.model.trait_name)
    }

    fn placed(&self, place: Place<'_>) -> String {
        let phrase = match place.within {
            Within::Result(operation) => format!("result of {}", self.method_link(operation)),
            Within::Argument(operation, argument) => {
                let kind = match argument.role {
                    Role::Body(_) => "body".to_owned(),
                    Role::Header | Role::HeaderPrefix => format!("header {}", docs::code(&argument.name)),
                    Role::Part => format!("part {}", docs::code(&argument.name)),
                    _ => format!("parameter {}", docs::code(&argument.name)),
                };
                format!("{kind} of {}", self.method_link(operation))
            }
            Within::Member(of, field) => format!("{} of [`{}`]", docs::code(&field.name), self.model.types[of].name),
        };
        if place.is_item {
            format!("An item of the {phrase}.")
        } else {
            format!("The {phrase}.")
        }
    }
}

/// The name of a type as a sentence.
fn described(definition: &TypeDef) -> String {
    let words = words(unraw(&definition.name));
    let is_participle = words.last().is_some_and(|last| last.ends_with("ed"));
    let is_plain = !is_participle
        && words.len() <= 4
        && words
            .iter()
            .all(|word| word.chars().all(|letter| letter.is_ascii_lowercase()));
    match words.first() {
        Some(first) if is_plain => {
            let phrase = words.join(" ");
            let last = words.last().map_or("", String::as_str);
            let is_plural = last.ends_with('s') && !["ss", "us", "is"].iter().any(|end| last.ends_with(end));
            match (is_plural, takes_an(first)) {
                (true, _) => format!("The {phrase}."),
                (false, true) => format!("An {phrase}."),
                (false, false) => format!("A {phrase}."),
            }
        }
        _ => {
            let schema = definition.pointer.rsplit('/').next().unwrap_or_default();
            let schema = schema.replace("~1", "/").replace("~0", "~");
            let name = if definition.is_named && !schema.is_empty() {
                schema
            } else {
                definition.name.clone()
            };
            format!("The type {}.", docs::code(&name))
        }
    }
}

/// Whether the article of a word is "an".
fn takes_an(word: &str) -> bool {
    let sounds_as_consonant = ["eu", "one", "uni", "ur", "us", "ut", "uu"];
    word.starts_with(['a', 'e', 'i', 'o', 'u']) && !sounds_as_consonant.iter().any(|start| word.starts_with(start))
}

/// The words of a name in upper camel case, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for character in name.chars() {
        match words.last_mut() {
            Some(word) if !character.is_uppercase() => word.push(character),
            _ => words.push(character.to_lowercase().collect()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::types::Kind;

    #[test]
    fn types_without_documentation_are_described_by_their_names() {
        let described = |name: &str| described(&TypeDef::new(name, "", Kind::Enum(Vec::new())));
        assert_eq!(described("IssueUser"), "An issue user.");
        assert_eq!(described("Label"), "A label.");
        assert_eq!(described("Labels"), "The labels.");
        assert_eq!(described("Status"), "A status.");
        assert_eq!(described("User"), "A user.");
        assert_eq!(described("Created"), "The type `Created`.");
        assert_eq!(described("N1_10"), "The type `N1_10`.");
        let mut definition = TypeDef::new(
            "IoK8sApiCoreV1Pod",
            "/components/schemas/io.k8s.api~1Pod",
            Kind::Enum(Vec::new()),
        );
        definition.is_named = true;
        assert_eq!(super::described(&definition), "The type `io.k8s.api/Pod`.");
    }
}

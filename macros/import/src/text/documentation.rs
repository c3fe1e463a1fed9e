//! The documentation of items.

use super::header::one_line;
use super::writer::{Writer, unraw};
use crate::docs;
use crate::model::Doc;
use crate::model::operation::{Operation, Outcome};
use crate::model::types::{Type, TypeDef, TypeId};

impl Writer<'_> {
    /// Writes the documentation of an item; the fallback if the description has none.
    pub(super) fn doc(&mut self, doc: &Doc, fallback: impl FnOnce() -> String) {
        let mut paragraphs = vec![sentence(doc, fallback)];
        paragraphs.extend(
            doc.notes
                .iter()
                .map(|note| one_line(note))
                .filter(|note| !note.is_empty()),
        );
        paragraphs.extend(doc.url.as_deref().and_then(docs::link));
        self.lines.doc(&paragraphs);
    }
}

fn sentence(doc: &Doc, fallback: impl FnOnce() -> String) -> String {
    let sentence = match docs::first_sentence(&doc.text) {
        sentence if sentence.is_empty() => fallback(),
        sentence => sentence,
    };
    if doc.deprecated && !sentence.to_lowercase().contains("deprecated") {
        format!("Deprecated. {sentence}")
    } else {
        sentence
    }
}

impl Writer<'_> {
    /// A sentence about a type without documentation: its operation, if it is named after that, else its name.
    pub(super) fn type_fallback(&self, id: TypeId) -> String {
        let definition = &self.model.types[id];
        let name = definition.name.to_lowercase();
        let is_of = |operation: &&Operation| name.starts_with(&unraw(&operation.rust_name).replace('_', ""));
        for operation in self.model.operations.iter().filter(is_of) {
            let Ok(declaration) = &operation.declaration else {
                continue;
            };
            let role = if is_result(&declaration.outcome, id) {
                "result"
            } else if declaration
                .arguments
                .iter()
                .any(|argument| argument.ty == Type::Named(id))
            {
                "body"
            } else {
                continue;
            };
            let method = &operation.rust_name;
            return format!(
                "The {role} of [`{}`]({}::{method}).",
                unraw(method),
                self.model.trait_name
            );
        }
        described(definition)
    }
}

fn is_result(outcome: &Outcome, id: TypeId) -> bool {
    match outcome {
        Outcome::Json(ty) => *ty == Type::Named(id),
        Outcome::Response(result) => *result == id,
        _ => false,
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

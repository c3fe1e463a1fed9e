//! The documentation of items.

use super::header::one_line;
use super::writer::Writer;
use crate::docs;
use crate::model::Doc;

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

/// The first sentence, and whether the item is deprecated.
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

//! The derives of a type, by the places where its values go.

use super::writer::Writer;
use crate::model::types::Usage;

/// The derives of a type.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
pub(super) struct Derives {
    pub(super) default: bool,
    /// `Eq` and `Hash`.
    pub(super) eq: bool,
    pub(super) deserialize: bool,
    pub(super) serialize: bool,
    pub(super) from_response: bool,
    pub(super) page: bool,
    /// The type contains a stream, which can neither be cloned nor compared.
    pub(super) is_stream: bool,
}

impl Derives {
    /// The derives of a type that is JSON.
    pub(super) fn of(usage: Usage) -> Self {
        Self {
            deserialize: usage.response,
            serialize: usage.request || usage.is_query,
            from_response: usage.is_result,
            ..Self::default()
        }
    }
}

impl Writer<'_> {
    pub(super) fn derive(&mut self, derives: Derives) {
        let mut names = Vec::new();
        let standard = [
            (!derives.is_stream, &["Clone"][..]),
            (true, &["Debug"]),
            (derives.default, &["Default"]),
            (!derives.is_stream, &["PartialEq"]),
            (derives.eq, &["Eq", "Hash"]),
        ];
        names.extend(
            standard
                .into_iter()
                .filter(|(is_derived, _)| *is_derived)
                .flat_map(|(_, names)| names),
        );
        let imported = [
            (derives.deserialize, "Deserialize"),
            (derives.serialize, "Serialize"),
            (derives.from_response, "FromResponse"),
            (derives.page, "Page"),
        ];
        for (is_derived, name) in imported {
            if is_derived {
                names.push(self.name(name));
            }
        }
        self.lines.line(&format!("#[derive({})]", names.join(", ")));
    }
}

//! Open enums: the values that a description lists, and any other string.

use super::derives::Derives;
use super::rename::{self, Of};
use super::writer::{Writer, literal};
use crate::docs;
use crate::model::types::{EnumValue, TypeDef, TypeId};

impl Writer<'_> {
    pub(super) fn open_enum(&mut self, id: TypeId, definition: &TypeDef, values: &[EnumValue]) {
        let fallback = self.type_fallback(id);
        self.doc(&definition.doc, || fallback);
        self.variant_lints(
            definition,
            values.iter().map(|value| value.rust_name.as_str()).chain(["Other"]),
        );
        self.derive(Derives {
            eq: true,
            ..Derives::of(definition.usage)
        });
        let names: Vec<(&str, &str)> = values
            .iter()
            .map(|value| (value.rust_name.as_str(), value.value.as_str()))
            .collect();
        let rule = rename::rule(Of::Variants, &names);
        if let Some(rule) = rule.value() {
            self.lines.line(&format!("#[serde(rename_all = {})]", literal(rule)));
        }
        self.lines.open(&format!("pub enum {} {{", definition.name));
        for value in values {
            self.doc(&value.doc, || match value.value.as_str() {
                "" => "The empty string.".to_owned(),
                value => docs::code(value),
            });
            if rule.apply(Of::Variants, &value.rust_name) != value.value {
                self.lines
                    .line(&format!("#[serde(rename = {})]", literal(&value.value)));
            }
            self.lines.line(&format!("{},", value.rust_name));
        }
        self.lines.doc(&["A value that this version does not know.".to_owned()]);
        self.lines.line("#[serde(untagged)]");
        self.lines.line("Other(String),");
        self.lines.close("}");
    }
}

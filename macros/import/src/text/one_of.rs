//! Enums of types: tagged by a member, by the name of the only member, or by the kind of JSON.

use super::derives::Derives;
use super::rename::{self, Of, Rule};
use super::writer::{Writer, literal};
use crate::docs;
use crate::model::types::{Around, OneOf, Tagging, Type, TypeDef, TypeId, Variant};

impl Writer<'_> {
    pub(super) fn one_of(&mut self, id: TypeId, definition: &TypeDef, of: &OneOf) {
        let names: Vec<(&str, &str)> = of
            .variants
            .iter()
            .map(|variant| (variant.rust_name.as_str(), variant.tag.as_str()))
            .collect();
        let is_untagged = of.tagging == Tagging::Untagged;
        let rule = if is_untagged {
            Rule::Plain
        } else {
            rename::rule(Of::Variants, &names)
        };
        let fallback = self.type_fallback(id);
        self.doc(&definition.doc, || fallback);
        self.variant_lints(definition, of.variants.iter().map(|variant| variant.rust_name.as_str()));
        self.size_lint(of.variants.iter().filter_map(|variant| variant.ty.as_ref()));
        self.derive(Derives::of(definition.usage));
        let tagging = match &of.tagging {
            Tagging::Internal(tag) => Some(format!("tag = {}", literal(tag))),
            Tagging::External => None,
            Tagging::Untagged => Some("untagged".to_owned()),
        };
        if definition.is_xml && definition.usage.is_result {
            self.lines.line("#[from_response(xml)]");
        }
        self.container(definition, tagging, rule.value());
        self.lines.open(&format!("pub enum {} {{", definition.name));
        for variant in &of.variants {
            self.doc(&variant.doc, || variant_fallback(variant, is_untagged));
            if !is_untagged && rule.apply(Of::Variants, &variant.rust_name) != variant.tag {
                self.lines
                    .line(&format!("#[serde(rename = {})]", literal(&variant.tag)));
            }
            let content = variant.ty.as_ref().map(|ty| format!("({})", self.owned(ty)));
            self.lines
                .line(&format!("{}{},", variant.rust_name, content.unwrap_or_default()));
        }
        if definition.usage.response {
            self.unknown(definition, of);
        }
        self.lines.close("}");
    }

    /// Writes the variant of the values that match no other.
    fn unknown(&mut self, definition: &TypeDef, of: &OneOf) {
        let takes_all = |variant: &Variant| variant.ty == Some(Type::Json);
        match &of.tagging {
            // XML cannot be read as any JSON.
            tagging if matches!(tagging, Tagging::Internal(_)) || definition.is_xml => {
                self.lines
                    .doc(&["A variant that this version does not know.".to_owned()]);
                let skip = if definition.usage.request {
                    "other, skip_serializing"
                } else {
                    "other"
                };
                self.lines.line(&format!("#[serde({skip})]"));
                self.lines.line("Unknown,");
            }
            Tagging::Untagged if of.variants.iter().any(takes_all) => {}
            _ => {
                self.lines
                    .doc(&["A variant that this version does not know.".to_owned()]);
                if of.tagging == Tagging::External {
                    self.lines.line("#[serde(untagged)]");
                }
                let value = self.name("Value");
                self.lines.line(&format!("Other({value}),"));
            }
        }
    }
}

fn variant_fallback(variant: &Variant, is_untagged: bool) -> String {
    if !is_untagged {
        return docs::code(&variant.tag);
    }
    let text = match &variant.ty {
        None => "Nothing.",
        Some(Type::Bool) => "A boolean.",
        Some(Type::String | Type::Bytes) => "A string.",
        Some(Type::I32 | Type::I64 | Type::U32 | Type::U64) => "A whole number.",
        Some(Type::F32 | Type::F64 | Type::EpochSeconds) => "A number.",
        Some(Type::DateTime | Type::HttpDate) => "A time.",
        Some(Type::Blob | Type::Stream) => "Bytes.",
        Some(Type::List(_) | Type::Xml(Around::List(_), _)) => "A list.",
        Some(Type::Map(_) | Type::Xml(..)) => "A map.",
        Some(Type::Json) => "Any JSON.",
        Some(Type::Named(_) | Type::Boxed(_)) => "An object.",
    };
    text.to_owned()
}

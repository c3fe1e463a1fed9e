//! Types as Rust has them: those of members, of arguments and of results.

use super::writer::Writer;
use crate::model::types::{Around, Item, Type};

impl Writer<'_> {
    /// The type of a member, an item or a variant.
    pub(super) fn owned(&mut self, ty: &Type) -> String {
        let name = match ty {
            Type::Bool => "bool",
            Type::I32 => "i32",
            Type::I64 => "i64",
            Type::U32 => "u32",
            Type::U64 => "u64",
            Type::F32 => "f32",
            Type::F64 => "f64",
            // Bytes in JSON that are not base64 can only be text.
            Type::String | Type::Bytes => "String",
            Type::Stream => self.name("ByteStream"),
            Type::Blob => self.name("Blob"),
            Type::DateTime => self.name("DateTime"),
            Type::EpochSeconds => self.name("EpochSeconds"),
            Type::HttpDate => self.name("HttpDate"),
            Type::Json => self.name("Value"),
            Type::Named(id) => &self.model.types[*id].name,
            Type::List(item) => return format!("Vec<{}>", self.item(item)),
            Type::Map(item) => return format!("{}<String, {}>", self.name("BTreeMap"), self.item(item)),
            Type::Xml(around, item) => {
                let around = match around {
                    Around::List(_) => "List",
                    Around::Map => "Map",
                    Around::Entries => "FlatMap",
                };
                return format!("{}::{around}<{}>", self.name("xml"), self.item(item));
            }
            Type::Boxed(inner) => return format!("Box<{}>", self.owned(inner)),
        };
        name.to_owned()
    }

    /// The type of an item of a list, or of a value of a map.
    pub(super) fn item(&mut self, item: &Item) -> String {
        optional(self.owned(&item.ty), item.nullable)
    }

    /// The type of an argument that is not kept.
    pub(super) fn borrowed(&mut self, ty: &Type) -> String {
        match ty {
            Type::String | Type::Bytes => "&str".to_owned(),
            Type::List(item) => format!("&[{}]", self.borrowed_item(item)),
            Type::Boxed(inner) => self.borrowed(inner),
            Type::Blob | Type::Json | Type::Named(_) | Type::Map(_) | Type::Xml(..) => format!("&{}", self.owned(ty)),
            _ => self.owned(ty),
        }
    }

    fn borrowed_item(&mut self, item: &Item) -> String {
        match item.ty {
            Type::String | Type::Bytes => optional("&str".to_owned(), item.nullable),
            _ => self.item(item),
        }
    }

    /// The type that a whole body is read as.
    pub(super) fn body(&mut self, ty: &Type) -> String {
        match ty {
            Type::Bytes => self.name("Bytes").to_owned(),
            Type::Stream => self.name("ByteStream").to_owned(),
            Type::String => "String".to_owned(),
            _ => self.json_body(ty),
        }
    }

    /// The type that a whole body is read as, which is JSON.
    pub(super) fn json_body(&mut self, ty: &Type) -> String {
        match ty {
            Type::List(_) | Type::Map(_) | Type::Json | Type::Named(_) => self.owned(ty),
            Type::Boxed(inner) => self.json_body(inner),
            // `String` is a body of text.
            _ => format!("rest_op::Json<{}>", self.owned(ty)),
        }
    }
}

/// A type, in an `Option` if its value may be absent.
pub(super) fn optional(ty: String, is_optional: bool) -> String {
    if is_optional { format!("Option<{ty}>") } else { ty }
}

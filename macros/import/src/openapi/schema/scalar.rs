//! Types by the keyword `type`: texts, numbers, lists.

use serde_json::Value;

use super::union::Alternative;
use super::{Place, Schemas, Typed, limits, name, xml};
use crate::document::Node;
use crate::model::types::{Item, Type};

/// Returns the types of a schema but `null`, those that its keywords imply if it has none.
pub(super) fn types<'d>(schema: &Node<'d>) -> Vec<&'d str> {
    let value = schema.value();
    let types: Vec<&str> = match value.get("type") {
        Some(Value::String(ty)) => vec![ty],
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let mut types: Vec<&str> = types.into_iter().filter(|ty| *ty != "null").collect();
    types.dedup();
    if types.is_empty() {
        let is_object = |name: &&str| value.get(name).is_some_and(Value::is_object);
        if ["properties", "additionalProperties", "patternProperties"]
            .iter()
            .any(is_object)
        {
            types.push("object");
        } else if value
            .get("items")
            .or(value.get("prefixItems"))
            .is_some_and(|items| !has_alternatives(items))
        {
            types.push("array");
        }
    }
    types
}

/// Whether a schema is one of several. Slack's document has objects as `items` of them, without a type.
fn has_alternatives(schema: &Value) -> bool {
    ["anyOf", "oneOf"].iter().any(|name| schema.get(name).is_some())
}

impl Schemas<'_> {
    /// Reads a schema without combinators and values.
    pub(super) fn plain(&mut self, place: Place<'_, '_>) -> Typed {
        match types(place.schema).as_slice() {
            [] => Typed::new(Type::Json),
            [ty] => self.of_type(place, ty),
            types => {
                let alternatives = types.iter().map(|ty| Alternative::new(self.of_type(place, ty)));
                let alternatives: Vec<Alternative> = alternatives.collect();
                self.union(place, &alternatives)
            }
        }
    }

    pub(super) fn of_type(&mut self, place: Place<'_, '_>, ty: &str) -> Typed {
        match ty {
            "object" => self.object(place),
            "array" => self.list(place),
            "string" => text(place.schema),
            "integer" | "number" => number(place.schema, ty),
            "boolean" => Typed::new(Type::Bool),
            "file" => Typed::new(Type::Bytes),
            _ => Typed::new(Type::Json),
        }
    }

    fn list(&mut self, place: Place<'_, '_>) -> Typed {
        let items = place.schema.get_raw("items").filter(|items| items.object().is_some());
        let items = items.map_or_else(
            || Typed::new(Type::Json),
            |items| self.schema_or_json(&items, &name::of_item(place.name)),
        );
        let item = Item {
            ty: items.ty,
            nullable: items.nullable,
        };
        let mut typed = Typed::new(if self.is_xml {
            xml::list(place, item)
        } else {
            Type::List(Box::new(item))
        });
        typed.doc.notes = items.doc.notes;
        typed.limits = limits::length(place.schema, "minItems", "maxItems");
        typed
    }
}

fn text(schema: &Node<'_>) -> Typed {
    let ty = match schema.text("format") {
        Some("date-time") => Type::DateTime,
        Some("byte") => Type::Blob,
        Some("binary") => Type::Bytes,
        _ => Type::String,
    };
    let mut typed = Typed::new(ty);
    if typed.ty == Type::String {
        typed.limits = limits::length(schema, "minLength", "maxLength");
    }
    typed
}

fn number(schema: &Node<'_>, ty: &str) -> Typed {
    let format = schema.text("format").unwrap_or_default();
    let is_integer = ty == "integer" || matches!(format, "int32" | "int64" | "uint32" | "uint64" | "integer" | "long");
    let (ty, limits) = if is_integer {
        limits::integer(schema, format)
    } else {
        (Type::F64, limits::float(schema))
    };
    Typed {
        limits,
        ..Typed::new(ty)
    }
}

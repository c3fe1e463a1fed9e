//! Schemas with `enum` or `const`.

use std::collections::HashSet;

use serde_json::Value;

use super::{Place, Schemas, Typed, annotation, scalar};
use crate::document::Node;
use crate::model::types::{EnumValue, Kind, Limits, Type};

/// The most values that the documentation of a number names.
const MAX_NAMED: usize = 12;

impl Schemas<'_> {
    /// Reads a schema with values. `None` if they do not matter, as those of objects.
    pub(super) fn enumeration(&mut self, place: Place<'_, '_>) -> Option<Typed> {
        let values = values(place.schema)?;
        let declared = scalar::types(place.schema);
        let is_text = match declared.as_slice() {
            [] => values.iter().all(|value| value.is_string()),
            ["string"] => true,
            _ => false,
        };
        if is_text {
            let values = texts(&values);
            if values == [""] {
                // It removes a value, beside an alternative that sets one.
                return Some(Typed::new(Type::String));
            }
            return Some(self.define(place, Kind::Enum(named(place.schema, values))));
        }
        let mut typed = match declared.as_slice() {
            [ty @ ("integer" | "number" | "boolean")] => self.of_type(place, ty),
            [] if values.iter().all(|value| value.is_boolean()) => Typed::new(Type::Bool),
            [] if values.iter().all(|value| value.is_i64() || value.is_u64()) => Typed::new(Type::I64),
            [] if values.iter().all(|value| value.is_number()) => Typed::new(Type::F64),
            [] => Typed::new(Type::Json),
            _ => return None,
        };
        if typed.ty != Type::Bool {
            typed.doc.notes.push(note(&values));
        }
        typed.limits = Limits::default();
        Some(typed)
    }
}

/// Returns the values of a schema but `null`; `None` if there are none.
pub(super) fn values<'d>(schema: &Node<'d>) -> Option<Vec<&'d Value>> {
    let value = schema.value();
    let values = match (value.get("const"), value.get("enum")) {
        (Some(value), _) => std::slice::from_ref(value),
        (None, Some(Value::Array(values))) => values,
        _ => return None,
    };
    let values: Vec<&Value> = values.iter().filter(|value| !value.is_null()).collect();
    (!values.is_empty()).then_some(values)
}

/// Returns the only value of a schema, with its documentation.
pub(super) fn single(schema: &Node<'_>) -> Option<EnumValue> {
    let values = values(schema)?;
    let [Value::String(value)] = values.as_slice() else {
        return None;
    };
    Some(EnumValue {
        doc: annotation::doc(schema),
        ..EnumValue::new(value)
    })
}

/// Returns values as texts, each once. YAML reads some texts as numbers or flags.
fn texts(values: &[&Value]) -> Vec<String> {
    let texts = values.iter().filter_map(|value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    });
    let mut seen = HashSet::new();
    texts.filter(|text| seen.insert(text.clone())).collect()
}

/// Returns the values of an enum with what extensions say about them.
fn named(schema: &Node<'_>, values: Vec<String>) -> Vec<EnumValue> {
    let descriptions = ["x-enum-descriptions", "x-enumDescriptions"]
        .into_iter()
        .find_map(|name| schema.value().get(name));
    let values = values.into_iter().enumerate().map(|(index, text)| {
        let description = descriptions.and_then(|all| all.get(index).or_else(|| all.get(text.as_str())));
        let mut value = EnumValue::new(text);
        description
            .and_then(Value::as_str)
            .unwrap_or_default()
            .clone_into(&mut value.doc.text);
        value
    });
    values.collect()
}

fn note(values: &[&Value]) -> String {
    let name = |value: &&Value| match value {
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        _ => format!("`{value}`"),
    };
    let named: Vec<String> = values.iter().take(MAX_NAMED).map(name).collect();
    match (named.as_slice(), values.len() > MAX_NAMED) {
        ([only], _) => format!("Always {only}."),
        (_, false) => format!("One of {}.", named.join(", ")),
        (_, true) => format!("One of {}, and others.", named.join(", ")),
    }
}

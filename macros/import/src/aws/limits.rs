//! The limits of shapes: `min` and `max` of strings, numbers, lists and maps.

use serde_json::Value;

use crate::document::Node;
use crate::model::types::{Limits, Type};

/// Reads the limits of a member, which is this type, and of its shape.
pub(super) fn limits(member: &Node<'_>, shape: &Node<'_>, ty: &Type) -> Limits {
    let bound = |name: &str| member.value().get(name).or_else(|| shape.value().get(name));
    match ty {
        Type::String | Type::List(_) | Type::Map(_) => Limits {
            min_length: bound("min").and_then(Value::as_u64).filter(|min| *min > 0),
            max_length: bound("max").and_then(Value::as_u64),
            ..Limits::default()
        },
        Type::I32 => numbers(|name| bound(name)?.as_i64().and_then(|bound| i32::try_from(bound).ok())),
        Type::I64 => numbers(|name| bound(name)?.as_i64()),
        Type::F32 | Type::F64 => numbers(|name| bound(name)?.as_f64().map(|bound| format!("{bound:?}"))),
        _ => Limits::default(),
    }
}

/// Bounds that the type cannot have are left out.
fn numbers<N: ToString>(bound: impl Fn(&str) -> Option<N>) -> Limits {
    Limits {
        minimum: bound("min").map(|bound| bound.to_string()),
        maximum: bound("max").map(|bound| bound.to_string()),
        ..Limits::default()
    }
}

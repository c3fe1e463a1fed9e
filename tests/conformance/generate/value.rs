//! Writes the values of the cases as Rust expressions. The notation: a blob is its text, a timestamp its epoch seconds,
//! NaN and the infinities are strings, a document is any JSON.

use std::fmt::Write as _;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Map, Value};

use super::{
    field::{Field, Role, Source},
    model::{Model, Place},
    names::{Taken, pascal, type_identifier},
    vectors::{Kind, Member, Shape},
};

/// The key in a result for a member of a union that the model does not declare.
const UNKNOWN_MEMBER: &str = "SDK_UNKNOWN_MEMBER";

/// The variants of an enum of strings, with their values.
pub(crate) fn enum_variants(values: &[String]) -> Vec<(String, &str)> {
    let mut taken = Taken::with(&["Unknown"]);
    values
        .iter()
        .map(|value| (taken.take_type(&type_identifier(&pascal(value))), value.as_str()))
        .collect()
}

/// A structure with the given fields; the others have their defaults.
pub(crate) fn structure(
    model: &Model<'_>,
    fields: &[Field<'_>],
    role: Role,
    name: &str,
    given: &Map<String, Value>,
) -> Result<String, String> {
    if role == Role::Reply && fields.is_empty() {
        return Ok(name.to_owned());
    }
    let mut source = format!("{name} {{ ");
    let mut set = 0;
    for field in fields {
        let Some(given) = given.get(field.key).filter(|given| !given.is_null()) else {
            continue;
        };
        let _ = write!(source, "{}: {}, ", field.name, field_value(model, field, given)?);
        set += 1;
    }
    if set == 0 && !fields.is_empty() {
        return Ok(format!("{name}::default()"));
    }
    if set < fields.len() {
        source.push_str("..Default::default() ");
    }
    source.push('}');
    Ok(source)
}

/// Rejects members without a field.
pub(crate) fn check_members<'k>(
    given: &Map<String, Value>,
    known: impl Iterator<Item = &'k str>,
) -> Result<(), String> {
    let known: Vec<&str> = known.collect();
    let is_unknown = |(key, value): &(&String, &Value)| !value.is_null() && !known.contains(&key.as_str());
    match given.iter().find(is_unknown) {
        Some((key, _)) => Err(format!("the case has a member `{key}` that the model does not have")),
        None => Ok(()),
    }
}

fn field_value(model: &Model<'_>, field: &Field<'_>, given: &Value) -> Result<String, String> {
    let shape = model.shape(&field.member.shape)?;
    let value = match (field.source, field.with) {
        (Source::Payload, _) if shape.kind == Kind::Blob => format!("Bytes::from({:?})", text(given)?),
        (Source::Payload, _) if shape.kind == Kind::String => owned(text(given)?),
        // Names of headers are compared without regard to case: the keys of the map are in lower case.
        (Source::PrefixHeaders, _) => element(model, field.member, &lower_case_keys(given), field.place)?,
        (_, Some("json_text")) => format!("document({:?})", json_text(given)),
        (_, Some(_)) => unwrapped(shape, given)?,
        _ => element(model, field.member, given, field.place)?,
    };
    let value = if field.boxed {
        format!("Box::new({value})")
    } else {
        value
    };
    Ok(if field.optional {
        format!("Some({value})")
    } else {
        value
    })
}

/// A value that is JSON in a string.
fn json_text(given: &Value) -> String {
    given.as_str().map_or_else(|| given.to_string(), str::to_owned)
}

/// Smithy's default of a field, as an expression of the field's type.
pub(crate) fn default(model: &Model<'_>, field: &Field<'_>) -> Result<String, String> {
    let Some(default) = field.default else {
        return Ok(if field.optional {
            "None".to_owned()
        } else {
            "Default::default()".to_owned()
        });
    };
    if model.shape(&field.member.shape)?.kind == Kind::Blob {
        let bytes = BASE64_STANDARD
            .decode(text(default)?)
            .map_err(|error| format!("the default of `{}` is not base64: {error}", field.key))?;
        return match str::from_utf8(&bytes) {
            Ok(text) => Ok(format!("Blob::from({text:?})")),
            Err(_) => Ok(format!("Blob::from(vec!{bytes:?})")),
        };
    }
    field_value(model, field, default)
}

/// A value of a field with `with`: a time or a float itself.
pub(crate) fn unwrapped(shape: &Shape, given: &Value) -> Result<String, String> {
    match shape.kind {
        Kind::Timestamp => timestamp(given),
        Kind::Float => float(given, "f32"),
        Kind::Double => float(given, "f64"),
        _ => Err("only times and floats have a format of their own".to_owned()),
    }
}

/// An owned value of the type that `Model::element_type` gives.
pub(crate) fn element(model: &Model<'_>, member: &Member, given: &Value, place: Place) -> Result<String, String> {
    let shape = model.shape(&member.shape)?;
    if member.jsonvalue {
        return Ok(format!("Blob::from({:?})", json_text(given)));
    }
    if member.idempotency_token {
        return Ok(format!("IdempotencyToken::from({:?})", text(given)?));
    }
    let nested = |member: &Option<Member>, given: &Value| {
        let member = member.as_ref().ok_or("a list or map has no element shape")?;
        match given {
            Value::Null if shape.sparse => Ok("None".to_owned()),
            given => element(model, member, given, place)
                .map(|value| if shape.sparse { format!("Some({value})") } else { value }),
        }
    };
    match shape.kind {
        Kind::Structure if shape.document => Ok(format!("document({:?})", given.to_string())),
        Kind::Structure if shape.union => union(model, member, shape, given),
        Kind::Structure => {
            let fields = model.fields(shape_key(model, &member.shape)?, Role::Nested)?;
            let given = object(given)?;
            check_members(given, fields.iter().map(|field| field.key))?;
            structure(model, &fields, Role::Nested, model.type_name(&member.shape)?, given)
        }
        Kind::List => {
            let items = given.as_array().ok_or_else(|| format!("{given} is no list"))?;
            let items: Result<Vec<String>, String> = items.iter().map(|item| nested(&shape.member, item)).collect();
            let items = format!("vec![{}]", items?.join(", "));
            Ok(match model.type_name(&member.shape) {
                _ if !model.is_xml(place) || model.is_flattened(member, place)? => items,
                Ok(name) => format!("{name} {{ items: {items} }}"),
                Err(_) => format!("xml::List({items})"),
            })
        }
        Kind::Map => {
            let entries: Result<Vec<String>, String> = object(given)?
                .iter()
                .map(|(key, value)| {
                    let (key, value) = (owned(key), nested(&shape.value, value)?);
                    Ok(match model.type_name(&member.shape) {
                        Ok(name) if model.is_xml(place) => format!("{name}Entry {{ key: {key}, value: {value} }}"),
                        _ => format!("({key}, {value})"),
                    })
                })
                .collect();
            let entries = entries?.join(", ");
            Ok(
                match (model.type_name(&member.shape), model.is_flattened(member, place)?) {
                    _ if !model.is_xml(place) => format!("BTreeMap::from([{entries}])"),
                    (Ok(_), true) => format!("vec![{entries}]"),
                    (Ok(name), false) => format!("{name} {{ entries: vec![{entries}] }}"),
                    (Err(_), true) => format!("xml::FlatMap([{entries}].into())"),
                    (Err(_), false) => format!("xml::Map([{entries}].into())"),
                },
            )
        }
        Kind::String => match &shape.values {
            None => Ok(owned(text(given)?)),
            Some(values) => {
                let name = model.type_name(&member.shape)?;
                let given = text(given)?;
                Ok(
                    match enum_variants(values).into_iter().find(|(_, value)| *value == given) {
                        Some((variant, _)) => format!("{name}::{variant}"),
                        None => format!("{name}::Unknown({})", owned(given)),
                    },
                )
            }
        },
        Kind::Blob => text(given).map(|text| format!("Blob::from({text:?})")),
        Kind::Boolean => given
            .as_bool()
            .map(|value| value.to_string())
            .ok_or_else(|| format!("{given} is no boolean")),
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => given
            .as_i64()
            .map(|value| value.to_string())
            .ok_or_else(|| format!("{given} is no integer")),
        Kind::Float if model.is_json(place) => Ok(format!("Float({})", float(given, "f32")?)),
        Kind::Double if model.is_json(place) => Ok(format!("Double({})", float(given, "f64")?)),
        Kind::Float => float(given, "f32"),
        Kind::Double => float(given, "f64"),
        Kind::Unknown => Err(format!("shape `{}` is of an unknown type", member.shape)),
        Kind::Timestamp => Ok(format!("{}({})", model.element_type(member, place)?, timestamp(given)?)),
    }
}

fn union(model: &Model<'_>, member: &Member, shape: &Shape, given: &Value) -> Result<String, String> {
    let name = model.type_name(&member.shape)?;
    let mut set = object(given)?.iter().filter(|(_, value)| !value.is_null());
    let (Some((key, value)), None) = (set.next(), set.next()) else {
        return Err(format!("{given} does not set one member of a union"));
    };
    if key == UNKNOWN_MEMBER {
        return Ok(format!("{name}::Unknown"));
    }
    let mut taken = Taken::with(&["Unknown"]);
    for (each, each_member) in shape.members.iter() {
        let variant = taken.take_type(&type_identifier(&pascal(each)));
        if each == key {
            let value = element(model, each_member, value, Place::Body)?;
            let value = if model.is_within(&each_member.shape, &member.shape) {
                format!("Box::new({value})")
            } else {
                value
            };
            return Ok(format!("{name}::{variant}({value})"));
        }
    }
    Err(format!("union `{}` has no member `{key}`", member.shape))
}

/// The name of a shape with the lifetime of the model.
pub(crate) fn shape_key<'a>(model: &Model<'a>, name: &str) -> Result<&'a str, String> {
    model
        .shapes()
        .map(|(each, _)| each)
        .find(|each| *each == name)
        .ok_or_else(|| format!("there is no shape `{name}`"))
}

pub(crate) fn object(given: &Value) -> Result<&Map<String, Value>, String> {
    given
        .as_object()
        .ok_or_else(|| format!("{given} is no structure or map"))
}

pub(crate) fn text(given: &Value) -> Result<&str, String> {
    given.as_str().ok_or_else(|| format!("{given} is no string"))
}

fn owned(text: &str) -> String {
    format!("{text:?}.to_owned()")
}

fn lower_case_keys(given: &Value) -> Value {
    match given {
        Value::Object(entries) => entries
            .iter()
            .map(|(key, value)| (key.to_ascii_lowercase(), value.clone()))
            .collect(),
        given => given.clone(),
    }
}

fn float(given: &Value, ty: &str) -> Result<String, String> {
    match given.as_str() {
        Some("NaN") => Ok(format!("{ty}::NAN")),
        Some("Infinity") => Ok(format!("{ty}::INFINITY")),
        Some("-Infinity") => Ok(format!("{ty}::NEG_INFINITY")),
        _ => given
            .as_f64()
            .map(|value| format!("{value:?}"))
            .ok_or_else(|| format!("{given} is no number")),
    }
}

/// Epoch seconds, with a fraction or without, to the nanosecond.
fn timestamp(given: &Value) -> Result<String, String> {
    let no_time = || format!("{given} is no time in epoch seconds");
    let written = given.as_number().ok_or_else(no_time)?.to_string();
    let (seconds, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let sign = if seconds.starts_with('-') { "-" } else { "" };
    let nanoseconds = format!("{}{fraction:0<9.9}", seconds.trim_start_matches('-'));
    let nanoseconds: i128 = nanoseconds.parse().map_err(|_| no_time())?;
    Ok(format!("at({sign}{nanoseconds})"))
}

//! An argument of a method: its declaration, and its value in a call.

use serde_json::{Map, Value};

use super::{
    field::{Field, Role},
    model::{Model, Place},
    value,
    vectors::{Kind, Member, Shape},
};

/// An argument of a method.
pub(crate) struct Argument<'a> {
    pub(crate) name: String,
    /// The attribute of its role; labels have none.
    pub(crate) role: Option<String>,
    pub(crate) ty: String,
    pub(crate) given: Given<'a>,
}

/// The source of an argument of a case.
pub(crate) enum Given<'a> {
    /// A member, and its place in the request.
    Member {
        key: &'a str,
        member: &'a Member,
        place: Place,
    },
    /// The members of a structure.
    Structure {
        fields: Vec<Field<'a>>,
        role: Role,
        name: String,
    },
    /// The member that is the whole body.
    Payload {
        key: &'a str,
        member: &'a Member,
        shape: &'a Shape,
    },
    /// A constant.
    Constant(String),
}

impl Argument<'_> {
    pub(crate) fn declaration(&self) -> String {
        let role = self.role.as_ref().map(|role| format!("{role} ")).unwrap_or_default();
        format!("{role}{}: {}", self.name, self.ty)
    }

    /// The value in a case.
    pub(crate) fn value(&self, model: &Model<'_>, params: &Map<String, Value>) -> Result<String, String> {
        let set = |key: &str| params.get(key).filter(|given| !given.is_null());
        let optional = self.ty.starts_with("Option<");
        match &self.given {
            Given::Constant(value) => Ok(value.clone()),
            Given::Structure { fields, role, name } => {
                let value = format!("&{}", value::structure(model, fields, *role, name, params)?);
                let is_set = |field: &Field<'_>| set(field.key).is_some() || field.member.idempotency_token;
                Ok(match optional {
                    true if fields.iter().any(is_set) => format!("Some({value})"),
                    true => "None".to_owned(),
                    false => value,
                })
            }
            Given::Member { key, member, place } => {
                let shape = model.shape(&member.shape)?;
                let value = match set(key) {
                    Some(given) if shape.kind == Kind::List => Ok(format!(
                        "&{}",
                        value::element(model, member, given, *place)?.trim_start_matches("vec!")
                    )),
                    Some(given) if matches!(self.ty.as_str(), "&str" | "Option<&str>") => {
                        value::text(given).map(|text| format!("{text:?}"))
                    }
                    Some(given) if self.ty.contains("OffsetDateTime") => value::unwrapped(shape, given),
                    Some(given) if self.ty.contains('&') => {
                        Ok(format!("&{}", value::element(model, member, given, *place)?))
                    }
                    Some(given) => value::element(model, member, given, *place),
                    None if optional => return Ok("None".to_owned()),
                    None if member.idempotency_token => Ok("&IdempotencyToken::default()".to_owned()),
                    None if shape.kind == Kind::Map => Ok("&BTreeMap::new()".to_owned()),
                    None => Err(format!(
                        "the case does not give `{key}`, which is part of the path or the host"
                    )),
                }?;
                Ok(if optional { format!("Some({value})") } else { value })
            }
            Given::Payload { key, member, shape } => match set(key) {
                None if optional => Ok("None".to_owned()),
                None => Ok(format!("&{}::default()", self.ty.trim_start_matches('&'))),
                Some(given) if shape.kind == Kind::Blob => {
                    value::text(given).map(|text| format!("Some(Bytes::from({text:?}))"))
                }
                Some(given) if shape.kind == Kind::String && shape.values.is_none() => {
                    value::text(given).map(|text| format!("Some({text:?})"))
                }
                Some(given) => {
                    let value = value::element(model, member, given, Place::Body)?;
                    Ok(if optional {
                        format!("Some(&{value})")
                    } else {
                        format!("&{value}")
                    })
                }
            },
        }
    }
}

/// The type of an argument, borrowed where it can be, and its module for `with`. Labels, maps and idempotency tokens
/// are never absent.
pub(crate) fn argument_type(
    model: &Model<'_>,
    member: &Member,
    place: Place,
) -> Result<(String, Option<String>), String> {
    let shape = model.shape(&member.shape)?;
    if place == Place::Label {
        let ty = model.element_type(member, place)?;
        return Ok((if shape.kind == Kind::String { borrowed(&ty) } else { ty }, None));
    }
    let (ty, with) = model.field_type(member, place)?;
    if shape.kind == Kind::Map || member.idempotency_token {
        return Ok((format!("&{ty}"), None));
    }
    if member.jsonvalue {
        return Ok((format!("Option<&{ty}>"), None));
    }
    let ty = match shape.kind {
        Kind::String | Kind::Blob => borrowed(&ty),
        Kind::List => format!("&[{}]", ty.trim_start_matches("Vec<").strip_suffix('>').unwrap_or(&ty)),
        _ => ty,
    };
    Ok((format!("Option<{ty}>"), with.map(|module| format!("{module}::option"))))
}

fn borrowed(ty: &str) -> String {
    if ty == "String" {
        "&str".to_owned()
    } else {
        format!("&{ty}")
    }
}

//! One suite's shapes as Rust types: their names, and the fields that a structure has in its role. Declarations and
//! values are both written from this.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    names::{Taken, pascal, type_identifier},
    vectors::{Direction, Kind, Location, Member, Ordered, Shape, TimestampFormat},
};

/// The place of a value, which determines the format of times and floats.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Label,
    Query,
    Header,
    Body,
}

pub(crate) struct Model<'a> {
    pub(crate) direction: Direction,
    shapes: &'a Ordered<Shape>,
    types: BTreeMap<&'a str, String>,
    pub(crate) taken: Taken,
}

/// The names that the generated modules import or define.
const RESERVED: &[&str] = &[
    "Api",
    "ApiError",
    "BTreeMap",
    "Blob",
    "Box",
    "Bytes",
    "Call",
    "Case",
    "Client",
    "DateTime",
    "Debug",
    "Default",
    "Deserialize",
    "Double",
    "EpochSeconds",
    "Err",
    "ErrorResponse",
    "Float",
    "FromResponse",
    "HttpDate",
    "IdempotencyToken",
    "None",
    "OffsetDateTime",
    "Ok",
    "Option",
    "Result",
    "Serialize",
    "Some",
    "String",
    "Value",
    "Vec",
];

impl<'a> Model<'a> {
    pub(crate) fn new(direction: Direction, shapes: &'a Ordered<Shape>) -> Self {
        let mut taken = Taken::with(RESERVED);
        let types = shapes
            .iter()
            .filter(|(_, shape)| (shape.kind == Kind::Structure && !shape.document) || shape.values.is_some())
            .map(|(name, _)| (name, taken.take_type(&type_identifier(&pascal(name)))))
            .collect();
        Self {
            direction,
            shapes,
            types,
            taken,
        }
    }

    pub(crate) fn shape(&self, name: &str) -> Result<&'a Shape, String> {
        self.shapes
            .get(name)
            .ok_or_else(|| format!("there is no shape `{name}`"))
    }

    pub(crate) fn shapes(&self) -> impl Iterator<Item = (&'a str, &'a Shape)> {
        self.shapes.iter()
    }

    /// The name of the type that is declared for a structure, a union or an enum.
    pub(crate) fn type_name(&self, shape: &str) -> Result<&str, String> {
        self.types
            .get(shape)
            .map(String::as_str)
            .ok_or_else(|| format!("shape `{shape}` has no type of its own"))
    }

    pub(crate) fn location(&self, member: &Member) -> Result<Option<Location>, String> {
        Ok(member.location.or(self.shape(&member.shape)?.location))
    }

    /// The name on the wire.
    pub(crate) fn wire_name(&self, key: &'a str, member: &'a Member) -> Result<&'a str, String> {
        let of_shape = match self.location(member)? {
            Some(_) => self.shape(&member.shape)?.location_name.as_deref(),
            None => None,
        };
        Ok(member.location_name.as_deref().or(of_shape).unwrap_or(key))
    }

    pub(crate) fn timestamp_format(&self, member: &Member, place: Place) -> Result<TimestampFormat, String> {
        let given = member.timestamp_format.or(self.shape(&member.shape)?.timestamp_format);
        Ok(given.unwrap_or(match place {
            Place::Label | Place::Query => TimestampFormat::DateTime,
            Place::Header => TimestampFormat::HttpDate,
            Place::Body => TimestampFormat::EpochSeconds,
        }))
    }

    /// The type of a value to which no `with` applies: in a path, a list, a map or a union.
    pub(crate) fn element_type(&self, member: &Member, place: Place) -> Result<String, String> {
        let shape = self.shape(&member.shape)?;
        let nested = |member: &Option<Member>| {
            let member = member
                .as_ref()
                .ok_or_else(|| format!("shape `{}` has no element shape", shape_name(self, shape)))?;
            let ty = self.element_type(member, place)?;
            Ok::<_, String>(if shape.sparse { format!("Option<{ty}>") } else { ty })
        };
        if member.jsonvalue {
            return Ok("Blob".to_owned());
        }
        if member.idempotency_token {
            return Ok("IdempotencyToken".to_owned());
        }
        Ok(match shape.kind {
            Kind::Structure if shape.document => "Value".to_owned(),
            Kind::Structure => self.type_name(&member.shape)?.to_owned(),
            Kind::List => format!("Vec<{}>", nested(&shape.member)?),
            Kind::Map => format!("BTreeMap<String, {}>", nested(&shape.value)?),
            Kind::String if shape.values.is_some() => self.type_name(&member.shape)?.to_owned(),
            Kind::String => "String".to_owned(),
            Kind::Blob => "Blob".to_owned(),
            Kind::Boolean => "bool".to_owned(),
            Kind::Byte => "i8".to_owned(),
            Kind::Short => "i16".to_owned(),
            Kind::Integer => "i32".to_owned(),
            Kind::Long => "i64".to_owned(),
            Kind::Float if place == Place::Body => "Float".to_owned(),
            Kind::Double if place == Place::Body => "Double".to_owned(),
            Kind::Float => "f32".to_owned(),
            Kind::Double => "f64".to_owned(),
            Kind::Unknown => return Err(format!("shape `{}` is of an unknown type", member.shape)),
            Kind::Timestamp => match self.timestamp_format(member, place)? {
                TimestampFormat::DateTime => "DateTime".to_owned(),
                TimestampFormat::EpochSeconds => "EpochSeconds".to_owned(),
                TimestampFormat::HttpDate => "HttpDate".to_owned(),
            },
        })
    }

    /// The type of a field or an argument, and the module that it is written and read by.
    pub(crate) fn field_type(&self, member: &Member, place: Place) -> Result<(String, Option<&'static str>), String> {
        if member.jsonvalue || member.idempotency_token {
            return Ok((self.element_type(member, place)?, None));
        }
        Ok(match self.shape(&member.shape)?.kind {
            Kind::Timestamp => {
                let module = match self.timestamp_format(member, place)? {
                    TimestampFormat::DateTime => "timestamp::date_time",
                    TimestampFormat::EpochSeconds => "timestamp::epoch_seconds",
                    TimestampFormat::HttpDate => "timestamp::http_date",
                };
                ("OffsetDateTime".to_owned(), Some(module))
            }
            Kind::Float if place == Place::Body => ("f32".to_owned(), Some("float")),
            Kind::Double if place == Place::Body => ("f64".to_owned(), Some("float")),
            _ => (self.element_type(member, place)?, None),
        })
    }

    /// Whether a value of shape `inner` may contain one of shape `outer` without a list or map between them. Such a
    /// member is boxed.
    pub(crate) fn is_within(&self, inner: &str, outer: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![inner];
        while let Some(name) = open.pop() {
            if name == outer {
                return true;
            }
            let is_new = seen.insert(name);
            if let (true, Ok(shape)) = (is_new, self.shape(name)) {
                open.extend(shape.members.iter().map(|(_, member)| member.shape.as_str()));
            }
        }
        false
    }
}

/// The name of a shape, for messages.
fn shape_name<'a>(model: &Model<'a>, shape: &Shape) -> &'a str {
    model
        .shapes()
        .find(|(_, each)| std::ptr::eq(*each, shape))
        .map_or("?", |(name, _)| name)
}

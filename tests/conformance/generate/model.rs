//! One suite's shapes as Rust types: their names, and the fields that a structure has in its role. Declarations and
//! values are both written from this.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    names::{Taken, pascal, type_identifier},
    vectors::{Direction, Kind, Location, Member, Operation, Protocol, Shape, Suite, TimestampFormat, Vectors},
    xml,
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
    pub(crate) protocol: Protocol,
    pub(crate) direction: Direction,
    pub(crate) suite: &'a Suite,
    types: BTreeMap<&'a str, String>,
    /// The names of elements in XML: of the roots of requests, or of those that a reply is in.
    pub(crate) elements: BTreeMap<&'a str, String>,
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
    "xml",
];

impl<'a> Model<'a> {
    pub(crate) fn new(vectors: &Vectors, suite: &'a Suite, operations: impl Iterator<Item = &'a Operation>) -> Self {
        let mut taken = Taken::with(RESERVED);
        let types = suite
            .shapes
            .iter()
            .filter(|(_, shape)| {
                (shape.kind == Kind::Structure && !shape.document)
                    || shape.values.is_some()
                    || xml::has_names(vectors, shape)
            })
            .map(|(name, _)| (name, taken.take_type(&type_identifier(&pascal(name)))))
            .collect();
        let elements = if vectors.protocol.is_xml() {
            xml::elements(vectors, suite, operations)
        } else {
            BTreeMap::new()
        };
        Self {
            protocol: vectors.protocol,
            direction: vectors.direction,
            suite,
            types,
            elements,
            taken,
        }
    }

    pub(crate) fn shape(&self, name: &str) -> Result<&'a Shape, String> {
        self.suite
            .shapes
            .get(name)
            .ok_or_else(|| format!("there is no shape `{name}`"))
    }

    pub(crate) fn shapes(&self) -> impl Iterator<Item = (&'a str, &'a Shape)> {
        self.suite.shapes.iter()
    }

    /// The name of the type that is declared for a structure, a union or an enum.
    pub(crate) fn type_name(&self, shape: &str) -> Result<&str, String> {
        self.types
            .get(shape)
            .map(String::as_str)
            .ok_or_else(|| format!("shape `{shape}` has no type of its own"))
    }

    pub(crate) fn location(&self, member: &Member) -> Result<Option<Location>, String> {
        let location = member.location.or(self.shape(&member.shape)?.location);
        Ok(location.filter(|_| self.protocol.is_rest()))
    }

    pub(crate) fn is_json(&self, place: Place) -> bool {
        place == Place::Body && !self.protocol.is_xml()
    }

    pub(crate) fn is_xml(&self, place: Place) -> bool {
        place == Place::Body && self.protocol.is_xml()
    }

    /// Whether a list or a map has no element around its items.
    pub(crate) fn is_flattened(&self, member: &Member, place: Place) -> Result<bool, String> {
        Ok(self.is_xml(place) && (member.flattened || self.shape(&member.shape)?.flattened))
    }

    fn flattened_type(&self, member: &Member, place: Place) -> Result<String, String> {
        let shape = self.shape(&member.shape)?;
        let item = shape.member.as_ref().or(shape.value.as_ref());
        let ty = self.element_type(item.ok_or("a list or map has no element shape")?, place)?;
        Ok(match (shape.kind, self.types.get(member.shape.as_str())) {
            (Kind::List, _) => format!("Vec<{ty}>"),
            (_, Some(name)) => format!("Vec<{name}Entry>"),
            (_, None) => format!("xml::FlatMap<{ty}>"),
        })
    }

    /// The name on the wire.
    pub(crate) fn wire_name(&self, key: &'a str, member: &'a Member) -> Result<&'a str, String> {
        if self.protocol == Protocol::AwsJson {
            return Ok(key);
        }
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
            Place::Body if self.protocol.is_xml() => TimestampFormat::DateTime,
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
            Kind::List | Kind::Map if self.types.contains_key(member.shape.as_str()) && place == Place::Body => {
                self.type_name(&member.shape)?.to_owned()
            }
            Kind::List if self.is_xml(place) => format!("xml::List<{}>", nested(&shape.member)?),
            Kind::Map if self.is_xml(place) => format!("xml::Map<{}>", nested(&shape.value)?),
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
            Kind::Float if self.is_json(place) => "Float".to_owned(),
            Kind::Double if self.is_json(place) => "Double".to_owned(),
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
        if member.jsonvalue && self.protocol == Protocol::AwsJson {
            return Ok(("Value".to_owned(), Some("json_text")));
        }
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
            Kind::Float if self.is_json(place) => ("f32".to_owned(), Some("float")),
            Kind::Double if self.is_json(place) => ("f64".to_owned(), Some("float")),
            Kind::List | Kind::Map if self.is_flattened(member, place)? => (self.flattened_type(member, place)?, None),
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

//! Shapes as types, each once.

use std::collections::HashMap;

use crate::document::Node;
use crate::model::Doc;
use crate::model::types::{
    EnumValue, Field, Item, Kind, OneOf, Struct, Tagging, Type, TypeDef, TypeId, Types, Variant,
};
use crate::names::value_name;

use super::limits::limits;
use super::{place, xml};

/// The most lists and maps that stand in each other without a structure between them.
const MAX_DEPTH: usize = 16;

/// Where a value is, on which the form of times depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Json,
    Xml,
    /// A label or a query parameter.
    Url,
    Header,
}

/// The members of a structure that a type has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// All, in JSON or XML.
    Whole,
    /// Those that are in the body of a request.
    Body,
    /// All, each where it is in a response.
    Response,
    /// An entry of a map in XML.
    Entry,
}

/// The shapes of a service, and the types made of them.
pub(super) struct Shapes<'d, 'o> {
    definitions: Option<Node<'d>>,
    /// The names of shapes that become `Type::Json`.
    opaque: &'o [String],
    /// Where the members of bodies are.
    body: Place,
    types: Types,
    known: HashMap<(String, Part), TypeId>,
    /// Structures and unions whose members have not been read.
    open: Vec<(TypeId, Node<'d>)>,
}

impl<'d, 'o> Shapes<'d, 'o> {
    pub(super) fn new(root: &Node<'d>, opaque: &'o [String], is_xml: bool) -> Self {
        Self {
            definitions: root.get_raw("shapes"),
            opaque,
            body: if is_xml { Place::Xml } else { Place::Json },
            types: Types::default(),
            known: HashMap::new(),
            open: Vec::new(),
        }
    }

    pub(super) fn into_types(self) -> Types {
        self.types
    }

    pub(super) fn types(&self) -> &Types {
        &self.types
    }

    /// Returns where the members of bodies are.
    pub(super) fn body(&self) -> Place {
        self.body
    }

    pub(super) fn definition_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.types[id]
    }

    /// Returns the shape that a member, an input or an output refers to, and its name.
    pub(super) fn target(&self, member: &Node<'d>) -> Option<(&'d str, Node<'d>)> {
        let name = member.text("shape")?;
        Some((name, self.definitions.as_ref()?.get_raw(name)?))
    }

    /// Returns the type of a member. A shape that is missing or not known is any JSON.
    pub(super) fn read(&mut self, member: &Node<'d>, place: Place) -> Type {
        let ty = self.read_at(member, place, 0);
        self.complete();
        ty
    }

    /// Makes a member of a structure that is in a body. Members that would elsewhere be in a header or the URL have their own names.
    pub(super) fn field(&mut self, owner: &Node<'d>, name: &str, member: &Node<'d>) -> Field {
        let wire = json_name(name, member);
        let mut field = self.field_at(owner, name, member, wire, self.body);
        if self.body == Place::Xml {
            self.name_in_xml(&mut field, name, member);
        }
        field
    }

    /// Makes a member of a structure.
    pub(super) fn field_at(
        &mut self,
        owner: &Node<'d>,
        name: &str,
        member: &Node<'d>,
        wire: &str,
        place: Place,
    ) -> Field {
        let ty = self.read_at(member, place, 0);
        Field {
            required: is_required(owner, name),
            doc: self.doc(member),
            limits: self
                .target(member)
                .map(|(_, shape)| limits(member, &shape, &ty))
                .unwrap_or_default(),
            rust_name: name.to_owned(),
            ..Field::new(wire, ty)
        }
    }

    /// Whether a member or its shape has a trait.
    pub(super) fn trait_of(&self, member: &Node<'d>, name: &str) -> bool {
        member.flag(name) || self.target(member).is_some_and(|(_, shape)| shape.flag(name))
    }

    /// The documentation of a member.
    pub(super) fn doc(&self, member: &Node<'d>) -> Doc {
        let shape = self.target(member).map(|(_, shape)| shape);
        let text = member
            .text("documentation")
            .or_else(|| shape.as_ref()?.text("documentation"));
        let mut notes = Vec::new();
        if self.trait_of(member, "sensitive") {
            notes.push("Sensitive.".to_owned());
        }
        if self.trait_of(member, "jsonvalue") {
            notes.push("JSON, encoded in base64.".to_owned());
        }
        Doc {
            text: text.unwrap_or_default().to_owned(),
            url: None,
            deprecated: member.flag("deprecated"),
            notes,
        }
    }

    /// Returns the type that was made of a part of a structure, or makes it of its members.
    pub(super) fn part(
        &mut self,
        name: &str,
        part: Part,
        definition: impl FnOnce() -> TypeDef,
        fields: impl FnOnce(&mut Self) -> Vec<Field>,
    ) -> TypeId {
        let key = (name.to_owned(), part);
        if let Some(id) = self.known.get(&key) {
            return *id;
        }
        let id = self.types.add(TypeDef {
            is_xml: self.body == Place::Xml,
            ..definition()
        });
        self.known.insert(key, id);
        let fields = fields(self);
        if let Kind::Struct(of) = &mut self.types[id].kind {
            of.fields = fields;
        }
        self.complete();
        id
    }

    /// Returns the type of a whole structure or union.
    pub(super) fn structure(&mut self, name: &str, shape: &Node<'d>) -> TypeId {
        let id = self.open(name, shape);
        self.complete();
        id
    }

    /// Sets the documentation of a type that has none.
    pub(super) fn describe(&mut self, id: TypeId, doc: Doc) {
        let known = &mut self.types[id].doc;
        if known.text.is_empty() {
            *known = doc;
        }
    }

    fn open(&mut self, name: &str, shape: &Node<'d>) -> TypeId {
        let key = (name.to_owned(), Part::Whole);
        if let Some(id) = self.known.get(&key) {
            return *id;
        }
        let id = self.types.add(TypeDef {
            is_named: true,
            doc: shape_doc(shape),
            is_xml: self.body == Place::Xml,
            ..TypeDef::new(name, place(shape), Kind::Struct(Struct::default()))
        });
        self.known.insert(key, id);
        self.open.push((id, shape.clone()));
        id
    }

    /// Reads the members of the structures that are open, and of those that they lead to.
    fn complete(&mut self) {
        while let Some((id, shape)) = self.open.pop() {
            let members: Vec<_> = shape.get_raw("members").iter().flat_map(Node::members).collect();
            let mut fields = Vec::with_capacity(members.len());
            for (name, member) in &members {
                fields.push(self.field(&shape, name, member));
            }
            if self.body == Place::Xml {
                xml::drop_repeated(&mut fields);
            }
            self.types[id].kind = if shape.flag("union") {
                let variants = fields.into_iter().map(|field| Variant {
                    doc: field.doc,
                    ..Variant::new(field.name, Some(field.ty))
                });
                Kind::OneOf(OneOf {
                    tagging: Tagging::External,
                    variants: variants.collect(),
                })
            } else {
                Kind::Struct(Struct {
                    fields,
                    ..Struct::default()
                })
            };
        }
    }

    fn read_at(&mut self, member: &Node<'d>, place: Place, depth: usize) -> Type {
        let Some((name, shape)) = self.target(member) else {
            return Type::Json;
        };
        if depth > MAX_DEPTH || self.opaque.iter().any(|opaque| opaque == name) {
            return Type::Json;
        }
        match shape.text("type") {
            Some("boolean") => Type::Bool,
            Some("integer" | "short" | "byte") => Type::I32,
            Some("long") => Type::I64,
            Some("float") => Type::F32,
            Some("double") => Type::F64,
            Some("blob") => Type::Blob,
            Some("timestamp") => {
                let format = member.text("timestampFormat").or_else(|| shape.text("timestampFormat"));
                timestamp(format, place)
            }
            Some("string" | "character") => self.string(name, &shape),
            Some("list") => {
                let item = self.item(&shape, "member", place, depth);
                match place {
                    Place::Xml => xml::list(member, name, &shape, item),
                    _ => Type::List(Box::new(item)),
                }
            }
            Some("map") => {
                let item = self.item(&shape, "value", place, depth);
                match place {
                    Place::Xml => self.map_in_xml(member, name, &shape, item),
                    _ => Type::Map(Box::new(item)),
                }
            }
            Some("structure") if !shape.flag("document") => Type::Named(self.open(name, &shape)),
            _ => Type::Json,
        }
    }

    fn item(&mut self, shape: &Node<'d>, member: &str, place: Place, depth: usize) -> Item {
        let ty = match shape.get_raw(member) {
            Some(member) => self.read_at(&member, place, depth + 1),
            None => Type::Json,
        };
        Item {
            ty,
            nullable: shape.flag("sparse"),
        }
    }

    fn string(&mut self, name: &str, shape: &Node<'d>) -> Type {
        let values = shape.get_raw("enum");
        let values: Vec<EnumValue> = values
            .iter()
            .flat_map(Node::items)
            .filter_map(|value| enum_value(&value))
            .collect();
        if values.is_empty() {
            return Type::String;
        }
        let key = (name.to_owned(), Part::Whole);
        let types = &mut self.types;
        let id = self.known.entry(key).or_insert_with(|| {
            types.add(TypeDef {
                is_named: true,
                doc: shape_doc(shape),
                ..TypeDef::new(name, place(shape), Kind::Enum(values))
            })
        });
        Type::Named(*id)
    }
}

/// Whether a structure requires a member.
pub(super) fn is_required(owner: &Node<'_>, name: &str) -> bool {
    let required = owner.get_raw("required");
    required.is_some_and(|required| required.items().any(|item| item.value() == name))
}

/// The name of a member in JSON.
pub(super) fn json_name<'d>(name: &'d str, member: &Node<'d>) -> &'d str {
    let is_elsewhere = member.get_raw("location").is_some();
    member.text("locationName").filter(|_| !is_elsewhere).unwrap_or(name)
}

/// The documentation of a shape itself.
pub(super) fn shape_doc(shape: &Node<'_>) -> Doc {
    Doc {
        text: shape.text("documentation").unwrap_or_default().to_owned(),
        deprecated: shape.flag("deprecated"),
        ..Doc::default()
    }
}

/// The documentation of a shape that is the body or the result of one operation.
pub(super) fn part_doc(shape: &Node<'_>, part: &str, operation: &str) -> Doc {
    let doc = shape_doc(shape);
    match doc.text.as_str() {
        "" => Doc {
            text: format!("The {part} of `{}`.", value_name(operation)),
            ..doc
        },
        _ => doc,
    }
}

/// The type of times in a format, or in that of their place.
fn timestamp(format: Option<&str>, place: Place) -> Type {
    match (format, place) {
        (Some("iso8601"), _) => Type::DateTime,
        (Some("rfc822"), _) => Type::HttpDate,
        (Some("unixTimestamp"), _) | (_, Place::Json) => Type::EpochSeconds,
        (_, Place::Url | Place::Xml) => Type::DateTime,
        (_, Place::Header) => Type::HttpDate,
    }
}

/// A value of an enum; of one rewritten from Smithy it is an object that has its documentation, too.
fn enum_value(value: &Node<'_>) -> Option<EnumValue> {
    match value.value().as_str() {
        Some(text) => Some(EnumValue::new(text)),
        None => Some(EnumValue {
            doc: shape_doc(value),
            ..EnumValue::new(value.text("value")?)
        }),
    }
}

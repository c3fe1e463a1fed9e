//! Objects: structs, and maps for those without declared members.

use super::members::{Members, Property};
use super::{Place, Schemas, Typed, annotation, limits, xml};
use crate::document::Node;
use crate::model::types::{Direction, Field, Item, Struct, Type};

impl Schemas<'_> {
    /// Reads a schema of the type `object`.
    pub(super) fn object(&mut self, place: Place<'_, '_>) -> Typed {
        let members = Members::of(place.schema, place.name);
        if members.is_struct() {
            return self.define_struct(place);
        }
        self.map(place, &members)
    }

    /// Reads an object without declared members.
    pub(super) fn map(&mut self, place: Place<'_, '_>, members: &Members<'_>) -> Typed {
        let item = members
            .rest
            .as_ref()
            .map(|(values, owner)| self.item(values, &format!("{owner} value")));
        let (item, doc) = item.unwrap_or((
            Item {
                ty: Type::Json,
                nullable: false,
            },
            Vec::new(),
        ));
        let mut typed = Typed::new(Type::Map(Box::new(item)));
        typed.doc.notes = doc;
        typed.limits = limits::length(place.schema, "minProperties", "maxProperties");
        typed
    }

    /// Reads the items of a list or the values of a map. Returns the notes, too.
    pub(super) fn item(&mut self, schema: &Node<'_>, name: &str) -> (Item, Vec<String>) {
        let mut typed = self.schema_or_json(schema, name);
        make_json(&mut typed.ty);
        let item = Item {
            ty: typed.ty,
            nullable: typed.nullable,
        };
        (item, typed.doc.notes)
    }

    /// Reads the members of a struct. Returns notes on what the struct lacks.
    pub(super) fn fields(&mut self, members: &Members<'_>) -> (Struct, Vec<String>) {
        let mut notes = Vec::new();
        let mut rest = members
            .rest
            .as_ref()
            .map(|(rest, owner)| self.item(rest, &format!("{owner} value")).0);
        if !members.unions.is_empty() {
            notes.push("Further members depend on the alternative.".to_owned());
        }
        if let Some(tag) = members.discriminator {
            notes.push(format!("Further members depend on `{tag}`."));
        }
        if let Some(reason) = members.missing.first() {
            notes.push(format!("Members are missing here, since {reason}."));
        }
        if !notes.is_empty() {
            rest = Some(Item {
                ty: Type::Json,
                nullable: false,
            });
        }
        // Members of unknown names cannot be read, because XML does not distinguish numbers from text.
        rest = rest.filter(|_| !self.is_xml);
        let fields = members.properties.iter().map(|property| {
            let field = self.field(property);
            Field {
                required: members.is_required(property.name),
                ..field
            }
        });
        let fields = fields.collect();
        (
            Struct {
                fields,
                rest,
                page: None,
            },
            notes,
        )
    }

    fn field(&mut self, property: &Property<'_>) -> Field {
        let name = format!("{} {}", property.owner, property.name);
        let mut typed = self.schema_or_json(&property.schema, &name);
        for further in &property.annotations {
            annotation::apply(further, &mut typed);
        }
        let direction = match (typed.is_read_only, typed.is_write_only) {
            (true, false) => Direction::Response,
            (false, true) => Direction::Request,
            _ => Direction::Both,
        };
        let mut field = Field {
            nullable: typed.nullable,
            direction,
            doc: typed.doc,
            limits: typed.limits,
            ..Field::new(property.name, typed.ty)
        };
        if self.is_xml {
            xml::name_member(&mut field, &property.schema);
        }
        field
    }
}

/// JSON has no bytes: `format: binary` outside of bodies and parts is a string.
pub(super) fn make_json(mut ty: &mut Type) {
    while let Type::List(item) | Type::Map(item) | Type::Xml(_, item) = ty {
        ty = &mut item.ty;
    }
    if *ty == Type::Bytes {
        *ty = Type::String;
    }
}

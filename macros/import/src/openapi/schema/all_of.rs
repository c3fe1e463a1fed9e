//! `allOf`: objects are merged, and anything else must be one type with annotations.

use super::members::Members;
use super::{Place, Schemas, Typed, annotation};
use crate::document::Node;
use crate::model::types::Type;

/// Keywords that say more than the `allOf` beside them. A `type` repeats theirs.
const STRUCTURE: &[&str] = &[
    "additionalProperties",
    "anyOf",
    "items",
    "oneOf",
    "patternProperties",
    "properties",
    "required",
];

impl Schemas<'_> {
    pub(super) fn all_of(&mut self, place: Place<'_, '_>) -> Typed {
        let parts = place.schema.get_raw("allOf");
        let parts: Vec<Node<'_>> = parts.iter().flat_map(Node::items).collect();
        let (annotations, relevant): (Vec<_>, Vec<_>) = parts.into_iter().partition(annotation::is_annotation);
        let mut typed = match relevant.as_slice() {
            [only] if only.get_raw("properties").is_none() && !annotation::has_any(place.schema, STRUCTURE) => {
                self.part(only, place)
            }
            _ => self.merged(place),
        };
        for annotation in annotations {
            annotation::apply(&annotation, &mut typed);
        }
        typed
    }

    /// Reads a schema whose parts are merged.
    fn merged(&mut self, place: Place<'_, '_>) -> Typed {
        let members = Members::of(place.schema, place.name);
        if members.is_struct() {
            return self.define_struct(place);
        }
        let is_self = |schema: &Node<'_>| schema.pointer() == place.schema.pointer();
        match (members.others.as_slice(), members.unions.as_slice()) {
            ([only], []) if is_self(only) => self.plain(place),
            ([], [only]) if is_self(only) => self.one_of(place).unwrap_or_else(|| Typed::new(Type::Json)),
            ([], []) if members.is_object || members.rest.is_some() => self.map(place, &members),
            ([], []) => match members.missing.first() {
                Some(reason) => Typed::json(format!("Any JSON, since {reason}.")),
                None => Typed::new(Type::Json),
            },
            ([], [only]) => self.part(only, place),
            ([only], []) if members.properties.is_empty() => self.part(only, place),
            (others, []) if members.properties.is_empty() => self.common(others, place),
            _ => Typed::json("Any JSON, since the description combines several schemas."),
        }
    }

    /// Reads schemas that apply to the same value and are not objects.
    fn common(&mut self, schemas: &[Node<'_>], place: Place<'_, '_>) -> Typed {
        let mut typed: Vec<Typed> = Vec::new();
        for schema in schemas
            .iter()
            .filter(|schema| schema.pointer() != place.schema.pointer())
        {
            typed.push(self.part(
                schema,
                Place {
                    is_named: false,
                    ..place
                },
            ));
        }
        let is_precise = |typed: &&Typed| matches!(typed.ty, Type::Named(_));
        let precise = typed.iter().find(is_precise).or(typed.first());
        match precise {
            Some(precise)
                if typed
                    .iter()
                    .all(|typed| typed.ty == precise.ty || typed.ty == Type::String) =>
            {
                precise.clone()
            }
            _ => Typed::json("Any JSON, since the description combines several schemas."),
        }
    }
}

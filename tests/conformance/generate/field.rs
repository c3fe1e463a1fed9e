//! The members of a structure as fields: which of them it has, where they are read, how they are typed.

use serde_json::Value;

use super::{
    model::{Model, Place},
    names::{Taken, identifier, snake},
    vectors::{Kind, Location, Member},
};

/// A structure's role: it decides which members it has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Within a body.
    Nested,
    /// The body of a request: members without a location; Smithy's defaults do not apply to them.
    Input,
    /// `#[query(flatten)]`: the members in the query.
    Query,
    /// A response or an error: members from all places.
    Reply,
}

/// A member of a structure, as the field that declares it.
pub(crate) struct Field<'a> {
    pub(crate) name: String,
    /// The member's name in the model, as params and results have it.
    pub(crate) key: &'a str,
    pub(crate) wire: String,
    pub(crate) member: &'a Member,
    pub(crate) source: Source,
    pub(crate) place: Place,
    /// The type within the `Option`, if it is one.
    pub(crate) ty: String,
    /// A module for `with`, without its `option`.
    pub(crate) with: Option<&'static str>,
    pub(crate) optional: bool,
    pub(crate) boxed: bool,
    /// Smithy's default value.
    pub(crate) default: Option<&'a Value>,
}

/// The source of a field of a reply.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Body,
    Header,
    PrefixHeaders,
    Status,
    Payload,
}

impl<'a> Model<'a> {
    /// The type of the member that is the whole body of a reply.
    fn payload_type(&self, member: &Member) -> Result<String, String> {
        Ok(match self.shape(&member.shape)?.kind {
            Kind::Blob => "Bytes".to_owned(),
            Kind::String => "String".to_owned(),
            _ => self.element_type(member, Place::Body)?,
        })
    }

    /// The members of a structure in its role, as fields.
    pub(crate) fn fields(&self, shape_name: &'a str, role: Role) -> Result<Vec<Field<'a>>, String> {
        let shape = self.shape(shape_name)?;
        let mut names = Taken::default();
        let mut fields = Vec::new();
        for (key, member) in shape.members.iter() {
            let location = if role == Role::Nested {
                None
            } else {
                self.location(member)?
            };
            let source = match location {
                None if shape.payload.as_deref() == Some(key) => Source::Payload,
                None | Some(Location::Label | Location::Query) => Source::Body,
                Some(Location::Header) => Source::Header,
                Some(Location::PrefixHeaders) => Source::PrefixHeaders,
                Some(Location::Status) => Source::Status,
            };
            let belongs = match role {
                Role::Nested | Role::Input => location.is_none(),
                Role::Query => location == Some(Location::Query),
                // A reply has neither labels nor a query: such a member is never set.
                Role::Reply => !matches!(location, Some(Location::Label | Location::Query)),
            };
            if !belongs {
                continue;
            }
            let place = match (role, source) {
                (Role::Query, _) => Place::Query,
                (_, Source::Header | Source::PrefixHeaders) => Place::Header,
                _ => Place::Body,
            };
            let (ty, with) = match source {
                Source::Payload => (self.payload_type(member)?, None),
                _ => self.field_type(member, place)?,
            };
            let default = match role {
                Role::Nested => member.default.as_ref(),
                Role::Reply if self.is_plain_body(shape_name) => member.default.as_ref(),
                _ => None,
            };
            let default = default.filter(|_| !member.client_optional);
            fields.push(Field {
                name: names.take(&identifier(&snake(key))),
                key,
                wire: if source == Source::Body && role != Role::Query {
                    self.body_name(key, member)?
                } else {
                    self.wire_name(key, member)?.to_owned()
                },
                member,
                source,
                place,
                ty,
                with,
                optional: default.is_none() && source != Source::PrefixHeaders && !member.idempotency_token,
                boxed: self.is_within(&member.shape, shape_name),
                default,
            });
        }
        Ok(fields)
    }

    /// Whether a reply consists only of members of the body.
    pub(crate) fn is_plain_body(&self, shape_name: &str) -> bool {
        self.shape(shape_name).is_ok_and(|shape| {
            shape.payload.is_none()
                && shape
                    .members
                    .iter()
                    .all(|(_, member)| matches!(self.location(member), Ok(None)))
        })
    }
}

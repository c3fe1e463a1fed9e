//! The input of an operation as arguments.

use std::collections::HashSet;

use crate::document::Node;
use crate::model::operation::{Argument, BodyFormat, Piece, Role};
use crate::model::types::{Field, Kind, Limits, Struct, Type, TypeDef, TypeId};

use super::limits::limits;
use super::service::Service;
use super::shapes::{Part, Place, Shapes, is_required, part_doc, shape_doc};
use super::uri::{Uri, pieces};
use super::{place, result};

/// The headers that the runtime sets.
const OWN_HEADERS: &[&str] = &[
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "x-amz-content-sha256",
    "x-amz-date",
    "x-amz-security-token",
];

/// The input of an operation.
pub(super) struct Input<'d> {
    /// The name of the operation.
    operation: String,
    name: &'d str,
    /// The reference to the shape.
    reference: Option<Node<'d>>,
    shape: Option<Node<'d>>,
    members: Vec<(&'d str, Node<'d>)>,
    /// Other operations have the same input, so it has its own name.
    is_shared: bool,
}

impl<'d> Input<'d> {
    pub(super) fn of(service: &Service<'d>, shapes: &Shapes<'d, '_>, id: &str, operation: &Node<'d>) -> Self {
        let reference = operation.get_raw("input");
        let target = reference.as_ref().and_then(|input| shapes.target(input));
        let (name, shape) = target.map_or(("", None), |(name, shape)| (name, Some(shape)));
        let members = shape.as_ref().and_then(|shape| shape.get_raw("members"));
        Self {
            operation: id.to_owned(),
            name,
            reference,
            members: members.iter().flat_map(Node::members).collect(),
            shape,
            is_shared: service.is_shared("input", name),
        }
    }

    /// Whether it is an event stream.
    pub(super) fn is_stream(&self, shapes: &Shapes<'d, '_>) -> bool {
        let mut members = self.members.iter();
        members.any(|(_, member)| shapes.trait_of(member, "eventstream"))
    }

    /// The arguments of restJson and restXml: labels in the order of the template, query parameters, headers, the body. A
    /// member may be a label of the host instead.
    pub(super) fn rest(
        &self,
        shapes: &mut Shapes<'d, '_>,
        uri: &Uri,
        host: Option<&str>,
        notes: &mut Vec<String>,
    ) -> Result<Vec<Argument>, String> {
        let (mut paths, mut queries, mut headers) = (Vec::new(), Vec::new(), Vec::new());
        for (name, member) in &self.members {
            let wire = member.text("locationName").unwrap_or(name);
            match member.text("location") {
                Some("uri") => {
                    let argument = self.argument(shapes, name, member, wire, Role::Path, Place::Url);
                    paths.push(Argument {
                        required: true,
                        ..argument
                    });
                }
                Some("querystring") => {
                    let mut argument = self.argument(shapes, name, member, wire, Role::Query, Place::Url);
                    if let Type::Map(_) = argument.ty {
                        argument.role = Role::QueryFlatten;
                    } else if uri.has_constant(wire) {
                        return Err(format!("the query has the constant and the member `{wire}`"));
                    }
                    queries.push(argument);
                }
                Some("header") if OWN_HEADERS.contains(&wire.to_ascii_lowercase().as_str()) => {
                    notes.push(format!("The client sets the header `{}`.", wire.to_ascii_lowercase()));
                }
                Some("header") => {
                    headers.push(self.argument(shapes, name, member, wire, Role::Header, Place::Header));
                }
                Some("headers") => {
                    headers.push(self.argument(shapes, name, member, wire, Role::HeaderPrefix, Place::Header));
                }
                _ => {}
            }
        }
        let mut arguments = Vec::with_capacity(self.members.len());
        let labels = uri.template.iter().filter_map(|piece| match piece {
            Piece::Label { name, .. } => Some(name.as_str()),
            Piece::Literal(_) => None,
        });
        for label in host.into_iter().chain(labels) {
            let found = paths.iter().position(|argument| argument.name == label);
            let index = found.ok_or_else(|| format!("no member is the label `{label}`"))?;
            arguments.push(paths.swap_remove(index));
        }
        if let Some(path) = paths.first() {
            return Err(format!("the URI does not have the label `{}`", path.name));
        }
        arguments.append(&mut queries);
        arguments.append(&mut headers);
        check(shapes, &arguments)?;
        let payload = self.shape.as_ref().and_then(|shape| shape.text("payload"));
        let payload = self.members.iter().find(|(name, _)| Some(*name) == payload);
        arguments.extend(match payload {
            Some((name, member)) => Some(self.payload(shapes, name, member)?),
            None => self.body(shapes, |member| member.get_raw("location").is_none())?,
        });
        Ok(arguments)
    }

    fn argument(
        &self,
        shapes: &mut Shapes<'d, '_>,
        name: &str,
        member: &Node<'d>,
        wire: &str,
        role: Role,
        place: Place,
    ) -> Argument {
        let ty = shapes.read(member, place);
        let shape = shapes.target(member).map(|(_, shape)| shape);
        Argument {
            required: self.shape.as_ref().is_some_and(|shape| is_required(shape, name)),
            doc: shapes.doc(member),
            limits: shape.map_or_else(Limits::default, |shape| limits(member, &shape, &ty)),
            rust_name: name.to_owned(),
            ..Argument::new(wire, role, ty)
        }
    }

    /// The member that is the whole body.
    fn payload(&self, shapes: &mut Shapes<'d, '_>, name: &str, member: &Node<'d>) -> Result<Argument, String> {
        let ty = result::body(shapes, member);
        let format = match ty {
            Type::Bytes => BodyFormat::Bytes,
            Type::Stream => BodyFormat::Stream,
            Type::String => BodyFormat::Text,
            _ => format(shapes),
        };
        if let (Type::Named(id), Some((target, shape))) = (&ty, shapes.target(member)) {
            shapes.set_root(*id, &[member, &shape], target)?;
        }
        Ok(Argument {
            required: self.shape.as_ref().is_some_and(|shape| is_required(shape, name)),
            doc: shapes.doc(member),
            ..Argument::new(name, Role::Body(format), ty)
        })
    }

    /// The body that members are in; `None` if no member is.
    pub(super) fn body(
        &self,
        shapes: &mut Shapes<'d, '_>,
        is_in: impl Fn(&Node<'d>) -> bool,
    ) -> Result<Option<Argument>, String> {
        let (Some(shape), Some(reference)) = (&self.shape, &self.reference) else {
            return Ok(None);
        };
        let members: Vec<_> = self.members.iter().filter(|(_, member)| is_in(member)).collect();
        if members.is_empty() {
            return Ok(None);
        }
        let name = if self.is_shared { self.name } else { &self.operation };
        let definition = || TypeDef {
            is_named: self.is_shared,
            doc: if self.is_shared {
                shape_doc(shape)
            } else {
                part_doc(shape, "body", &self.operation)
            },
            ..TypeDef::new(name, place(shape), Kind::Struct(Struct::default()))
        };
        let id: TypeId = shapes.part(self.name, Part::Body, definition, |shapes| {
            let fields = members.iter().map(|(name, member)| {
                let field = shapes.field(shape, name, member);
                Field {
                    is_idempotency_token: field.ty == Type::String && shapes.trait_of(member, "idempotencyToken"),
                    ..field
                }
            });
            fields.collect()
        });
        shapes.set_root(id, &[shape, reference], self.name)?;
        Ok(Some(Argument {
            required: true,
            ..Argument::new("input", Role::Body(format(shapes)), Type::Named(id))
        }))
    }

    /// The prefix of the host. A label that is not in the path is an argument of its own.
    pub(super) fn host_prefix(
        &self,
        shapes: &mut Shapes<'d, '_>,
        operation: &Node<'d>,
        arguments: &mut Vec<Argument>,
        notes: &mut Vec<String>,
    ) -> Result<Option<String>, String> {
        let endpoint = operation.get_raw("endpoint");
        let Some(prefix) = endpoint.as_ref().and_then(|endpoint| endpoint.text("hostPrefix")) else {
            return Ok(None);
        };
        let pieces = pieces(prefix).ok_or_else(|| format!("a label of the host prefix `{prefix}` is not closed"))?;
        let mut written = String::new();
        for piece in &pieces {
            match piece {
                Piece::Literal(text) => written.push_str(&text.to_lowercase()),
                Piece::Label { name, .. } => {
                    let found = self.members.iter().find(|(member, _)| member == name);
                    let (name, member) = found.ok_or_else(|| format!("no member is the label `{name}` of the host"))?;
                    let label = if member.text("location") == Some("uri") {
                        member.text("locationName").unwrap_or(name)
                    } else {
                        let argument = self.argument(shapes, name, member, name, Role::Path, Place::Url);
                        arguments.insert(
                            0,
                            Argument {
                                required: true,
                                ..argument
                            },
                        );
                        notes.push(format!("The service expects `{name}` in the host, and a second time."));
                        name
                    };
                    written.extend(["<", label, ">"]);
                }
            }
        }
        let is_constant = pieces.iter().all(|piece| matches!(piece, Piece::Literal(_)));
        let is_legal = |byte: u8| byte.is_ascii_alphanumeric() || b".-<>_".contains(&byte);
        let has_end = written.ends_with('.') || is_constant && written.ends_with('-');
        if has_end && !written.contains("..") && written.bytes().all(is_legal) {
            Ok(Some(written))
        } else {
            Err(format!("the host prefix `{prefix}` is not one of whole labels"))
        }
    }
}

/// The format of structures.
fn format(shapes: &Shapes<'_, '_>) -> BodyFormat {
    match shapes.body() {
        Place::Xml => BodyFormat::Xml,
        _ => BodyFormat::Json,
    }
}

/// Says why arguments outside the body cannot be declared.
fn check(shapes: &Shapes<'_, '_>, arguments: &[Argument]) -> Result<(), String> {
    let mut seen = HashSet::new();
    for argument in arguments {
        let name = argument.name.as_str();
        let (place, is_legal, key) = match argument.role {
            Role::Header => ("header", is_token(name), name.to_lowercase()),
            Role::HeaderPrefix => ("header", name.is_empty() || is_token(name), String::new()),
            Role::Query => ("query parameter", !name.is_empty(), name.to_owned()),
            _ => ("", true, String::new()),
        };
        if !is_legal {
            return Err(format!("`{name}` cannot be the name of a {place}"));
        }
        if !key.is_empty() && !seen.insert((place, key)) {
            return Err(format!("two members are the {place} `{name}`"));
        }
        if !is_text(shapes, argument) {
            return Err(format!("`{name}` is neither text nor a number, but is not in the body"));
        }
    }
    Ok(())
}

/// Whether a text is a token (RFC 9110, section 5.6.2), as methods and names of headers are.
pub(super) fn is_token(text: &str) -> bool {
    let is_legal = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_legal)
}

/// Whether an argument outside the body has a form there.
fn is_text(shapes: &Shapes<'_, '_>, argument: &Argument) -> bool {
    let is_scalar = |ty: &Type| match ty {
        Type::Named(id) => matches!(shapes.types()[*id].kind, Kind::Enum(_)),
        Type::Json | Type::List(_) | Type::Map(_) | Type::Xml(..) | Type::Boxed(_) | Type::Bytes | Type::Stream => {
            false
        }
        _ => true,
    };
    match (&argument.role, &argument.ty) {
        (Role::Query | Role::Header, Type::List(item)) => is_scalar(&item.ty),
        (Role::QueryFlatten | Role::HeaderPrefix, Type::Map(item)) => match (&argument.role, &item.ty) {
            (Role::QueryFlatten, Type::List(item)) => is_scalar(&item.ty),
            (_, ty) => is_scalar(ty),
        },
        (Role::QueryFlatten | Role::HeaderPrefix, _) => false,
        (_, ty) => is_scalar(ty),
    }
}

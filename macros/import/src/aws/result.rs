//! The output of an operation as a result.

use crate::document::Node;
use crate::model::Left;
use crate::model::operation::Outcome;
use crate::model::types::{Field, Kind, Source, Struct, Type, TypeDef, TypeId};

use super::place;
use super::service::Service;
use super::shapes::{Part, Place, Shapes, is_required, part_doc, shape_doc};
use super::smithy::UNWRAPPED;

/// The result type of an operation, and its structure, if it has one, in which pages are found.
pub(super) fn outcome<'d>(
    service: &Service<'d>,
    shapes: &mut Shapes<'d, '_>,
    id: &str,
    operation: &Node<'d>,
) -> Result<Outcome, Left> {
    let protocol = service.protocol();
    let Some((name, shape)) = operation.get_raw("output").and_then(|output| shapes.target(&output)) else {
        return Ok(Outcome::Nothing);
    };
    let members: Vec<(&str, Node<'d>)> = shape.get_raw("members").iter().flat_map(Node::members).collect();
    for (_, member) in &members {
        if shapes.trait_of(member, "eventstream") {
            return Err(Left::new(place(operation), "the response is an event stream"));
        }
    }
    if members.is_empty() {
        return Ok(Outcome::Nothing);
    }
    let payload = shape.text("payload").filter(|_| protocol.is_rest());
    let is_elsewhere = |(_, member): &(&str, Node<'_>)| member.get_raw("location").is_some();
    if let (Some(payload), [(only, member)]) = (payload, members.as_slice())
        && payload == *only
    {
        return Ok(match body(shapes, member) {
            Type::Bytes => Outcome::Bytes,
            Type::Stream => Outcome::Stream,
            Type::String => Outcome::Text,
            ty => Outcome::Json(ty),
        });
    }
    let is_body = !protocol.is_rest() || payload.is_none() && !members.iter().any(is_elsewhere);
    let result = if is_body {
        shapes.structure(name, &shape)
    } else {
        response(shapes, name, &shape, &members, payload)
    };
    if !service.is_shared("output", name) {
        shapes.describe(result, part_doc(&shape, "result", id));
    }
    if service.is_s3() && (id == "GetBucketLocation" || operation.flag(UNWRAPPED)) {
        shapes.unwrap(result);
    }
    let has_body = match &shapes.types()[result].kind {
        Kind::Struct(of) => of.fields.iter().any(|field| field.source == Source::Json),
        _ => true,
    };
    Ok(if has_body {
        Outcome::Json(Type::Named(result))
    } else {
        Outcome::Response(result)
    })
}

/// Makes a structure whose members are in several places.
fn response<'d>(
    shapes: &mut Shapes<'d, '_>,
    name: &str,
    shape: &Node<'d>,
    members: &[(&'d str, Node<'d>)],
    payload: Option<&str>,
) -> TypeId {
    let definition = || TypeDef {
        is_named: true,
        doc: shape_doc(shape),
        ..TypeDef::new(name, place(shape), Kind::Struct(Struct::default()))
    };
    shapes.part(name, Part::Response, definition, |shapes| {
        let fields = members.iter().filter_map(|(name, member)| {
            let is_payload = payload == Some(*name);
            // Beside a payload, members without a place are not in the response.
            (is_payload || payload.is_none() || member.get_raw("location").is_some())
                .then(|| response_field(shapes, shape, name, member, is_payload))
        });
        fields.collect()
    })
}

fn response_field<'d>(
    shapes: &mut Shapes<'d, '_>,
    owner: &Node<'d>,
    name: &str,
    member: &Node<'d>,
    is_payload: bool,
) -> Field {
    let wire = member.text("locationName").unwrap_or(name);
    if is_payload {
        let ty = body(shapes, member);
        let is_always = matches!(ty, Type::Bytes | Type::Stream | Type::String);
        return Field {
            required: is_always || is_required(owner, name),
            doc: shapes.doc(member),
            source: Source::Body,
            ..Field::new(name, ty)
        };
    }
    let (place, source) = match member.text("location") {
        Some("header") => (Place::Header, Source::Header(wire.to_ascii_lowercase())),
        Some("headers") => (Place::Header, Source::HeaderPrefix(wire.to_ascii_lowercase())),
        Some("statusCode") => (Place::Header, Source::Status),
        _ => return shapes.field(owner, name, member),
    };
    let field = shapes.field_at(owner, name, member, wire, place);
    Field {
        // Every response has a status, and perhaps no header with a prefix.
        required: field.required || matches!(source, Source::Status | Source::HeaderPrefix(_)),
        name: name.to_owned(),
        source,
        ..field
    }
}

/// The type of a payload.
pub(super) fn body<'d>(shapes: &mut Shapes<'d, '_>, member: &Node<'d>) -> Type {
    match shapes.target(member).and_then(|(_, shape)| shape.text("type")) {
        Some("blob") if shapes.trait_of(member, "streaming") => Type::Stream,
        Some("blob") => Type::Bytes,
        Some("string") => Type::String,
        _ => shapes.read(member, shapes.body()),
    }
}

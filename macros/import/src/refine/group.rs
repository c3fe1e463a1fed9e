//! Optional query parameters become the members of one struct, and optional headers those of another.

use crate::model::Model;
use crate::model::operation::{Argument, Declaration, Role};
use crate::model::types::{Field, Kind, Struct, Type, TypeDef};

/// The fewest optional query parameters that are grouped.
const MIN_GROUP: usize = 3;

/// The fewest optional headers that are grouped.
const MIN_HEADERS: usize = 5;

/// The most arguments of a method. Beyond, required query parameters join the group.
const MAX_ARGUMENTS: usize = 7;

/// Groups the optional query parameters and headers of each operation, if it has many.
pub(crate) fn group(model: &mut Model) {
    let Model { operations, types, .. } = model;
    for operation in operations {
        let Ok(declaration) = &mut operation.declaration else {
            continue;
        };
        if let Some(group) = take_group(declaration) {
            let mut definition = TypeDef::new(&operation.id, "", Kind::Struct(group));
            definition.usage.is_query = true;
            let id = types.add(definition);
            let mut argument = Argument::new("options", Role::QueryFlatten, Type::Named(id));
            argument.required = true;
            let place = declaration
                .arguments
                .iter()
                .rposition(|argument| is_before(&argument.role));
            declaration
                .arguments
                .insert(place.map_or(0, |place| place + 1), argument);
        }
        if let Some((place, group)) = take_headers(declaration) {
            let name = format!("{} headers", operation.id);
            let mut definition = TypeDef::new(name, "", Kind::Struct(group));
            definition.usage.is_query = true;
            let id = types.add(definition);
            let mut argument = Argument::new("", Role::HeaderPrefix, Type::Named(id));
            "headers".clone_into(&mut argument.rust_name);
            argument.required = true;
            declaration.arguments.insert(place, argument);
        }
    }
}

/// Takes the headers that are grouped out of a declaration. Returns their place, which is behind the other headers, too.
fn take_headers(declaration: &mut Declaration) -> Option<(usize, Struct)> {
    // An empty list would be an empty header.
    let is_grouped = |argument: &Argument| {
        argument.role == Role::Header && !argument.required && !matches!(argument.ty, Type::List(_))
    };
    let arguments = &declaration.arguments;
    let first = arguments.iter().position(is_grouped)?;
    if arguments.iter().filter(|argument| is_grouped(argument)).count() < MIN_HEADERS {
        return None;
    }
    let is_other = |argument: &&Argument| argument.role == Role::Header && !is_grouped(argument);
    let place = first + arguments.iter().skip(first).filter(is_other).count();
    let headers = declaration.arguments.extract_if(.., |argument| is_grouped(argument));
    // The case of names does not matter, and lower case needs fewer attributes.
    let fields = headers.map(|argument| Field {
        name: argument.name.to_ascii_lowercase(),
        ..field(argument)
    });
    let fields = fields.collect();
    Some((
        place,
        Struct {
            fields,
            ..Struct::default()
        },
    ))
}

fn field(argument: Argument) -> Field {
    Field {
        rust_name: argument.rust_name,
        required: argument.required,
        doc: argument.doc,
        limits: argument.limits,
        ..Field::new(argument.name, argument.ty)
    }
}

/// Takes the parameters that are grouped out of a declaration.
fn take_group(declaration: &mut Declaration) -> Option<Struct> {
    let arguments = &declaration.arguments;
    let optional = arguments.iter().filter(|argument| is_grouped(argument)).count();
    let takes_required = arguments.len() > MAX_ARGUMENTS
        && (optional >= MIN_GROUP
            || arguments.iter().filter(|argument| argument.role == Role::Query).count() >= MIN_GROUP);
    if optional < MIN_GROUP && !takes_required {
        return None;
    }
    let left = arguments.len() - optional + 1;
    let all = takes_required && left > MAX_ARGUMENTS;
    let fields = declaration
        .arguments
        .extract_if(.., |argument| {
            is_grouped(argument) || all && argument.role == Role::Query
        })
        .map(field);
    Some(Struct {
        fields: fields.collect(),
        ..Struct::default()
    })
}

fn is_grouped(argument: &Argument) -> bool {
    argument.role == Role::Query && !argument.required
}

/// Whether arguments of a role stand before the group.
fn is_before(role: &Role) -> bool {
    !matches!(role, Role::Header | Role::HeaderPrefix | Role::Body(_) | Role::Part)
}

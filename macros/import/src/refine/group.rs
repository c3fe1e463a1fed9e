//! Optional query parameters become the members of one struct.

use crate::model::Model;
use crate::model::operation::{Argument, Declaration, Role};
use crate::model::types::{Field, Kind, Struct, Type, TypeDef};

/// The fewest optional query parameters that are grouped.
const MIN_GROUP: usize = 3;

/// The most arguments of a method. Beyond, required query parameters join the group.
const MAX_ARGUMENTS: usize = 7;

/// Groups three or more optional query parameters of each operation.
pub(crate) fn group_queries(model: &mut Model) {
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
        .map(|argument| Field {
            rust_name: argument.rust_name,
            required: argument.required,
            doc: argument.doc,
            limits: argument.limits,
            ..Field::new(argument.name, argument.ty)
        });
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

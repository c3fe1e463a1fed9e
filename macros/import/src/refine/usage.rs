//! Where values of each type go: into requests, out of responses, or both.

use std::collections::HashSet;

use crate::model::Model;
use crate::model::operation::{Argument, Outcome, Role};
use crate::model::types::{Direction, Field, Kind, Source, Type, TypeId, Types, Usage};

/// Sets the usage of the types that operations lead to, and lists these in order. Members that a type never sends or receives
/// are removed.
pub(crate) fn trace(model: &mut Model) {
    let Model {
        operations,
        types,
        written,
        ..
    } = model;
    let declarations = || {
        operations
            .iter()
            .filter_map(|operation| operation.declaration.as_ref().ok())
    };
    let mut request = Walk::new(Direction::Request);
    let mut response = Walk::new(Direction::Response);
    for declaration in declarations() {
        declaration
            .arguments
            .iter()
            .for_each(|argument| request.start(types, &argument.ty));
        match &declaration.outcome {
            Outcome::Json(ty) => {
                response.start(types, ty);
                result(types, ty);
            }
            Outcome::Linked(item) => response.start(types, &item.ty),
            Outcome::JsonLines(ty) | Outcome::JsonEvents(ty) => response.start(types, ty),
            Outcome::Response(id) => {
                response.start(types, &Type::Named(*id));
                result(types, &Type::Named(*id));
            }
            Outcome::Nothing | Outcome::Text | Outcome::Bytes | Outcome::Stream | Outcome::Events => {}
        }
    }
    for id in types.ids() {
        let usage = Usage {
            request: request.seen.contains(&id),
            response: response.seen.contains(&id),
            ..types[id].usage
        };
        types[id].usage = usage;
        if let Kind::Struct(of) = &mut types[id].kind {
            let is_used = |field: &Field| match field.direction {
                Direction::Both => true,
                Direction::Request => usage.request,
                Direction::Response => usage.response,
            };
            of.fields.retain(is_used);
            // In a type of both directions, a member of one direction is absent in the other.
            let one_way = of.fields.iter_mut().filter(|field| field.direction != Direction::Both);
            one_way
                .filter(|_| usage.request && usage.response)
                .for_each(|field| field.required = false);
        }
    }
    // The order: each operation's arguments and result, each type before the types of its members.
    let mut order = Walk::new(Direction::Both);
    for declaration in declarations() {
        let groups = |argument: &&Argument| matches!(argument.role, Role::QueryFlatten | Role::HeaderPrefix);
        let (groups, others): (Vec<_>, Vec<_>) = declaration.arguments.iter().partition(groups);
        groups
            .iter()
            .chain(&others)
            .for_each(|argument| order.start(types, &argument.ty));
        match &declaration.outcome {
            Outcome::Json(ty) | Outcome::JsonLines(ty) | Outcome::JsonEvents(ty) => order.start(types, ty),
            Outcome::Linked(item) => order.start(types, &item.ty),
            Outcome::Response(id) => order.start(types, &Type::Named(*id)),
            Outcome::Nothing | Outcome::Text | Outcome::Bytes | Outcome::Stream | Outcome::Events => {}
        }
    }
    *written = order.order;
}

/// Marks the type of a result, and those that its variants or its body are read as.
fn result(types: &mut Types, ty: &Type) {
    let Type::Named(id) = *ty else { return };
    if types[id].usage.is_result {
        return;
    }
    types[id].usage.is_result = true;
    let inner: Vec<Type> = match &types[id].kind {
        Kind::ByStatus(cases) => cases.iter().filter_map(|case| case.ty.clone()).collect(),
        Kind::Struct(of) => {
            let bodies = of.fields.iter().filter(|field| field.source == Source::Body);
            bodies.map(|field| field.ty.clone()).collect()
        }
        Kind::Enum(_) | Kind::OneOf(_) => Vec::new(),
    };
    for ty in &inner {
        result(types, ty);
    }
}

/// Makes the members of responses optional, except ids.
pub(crate) fn relax(model: &mut Model) {
    for id in model.types.ids() {
        let usage = model.types[id].usage;
        if let Kind::Struct(of) = &mut model.types[id].kind
            && usage.response
            && !usage.request
        {
            of.fields
                .iter_mut()
                .filter(|field| !is_id(&field.name))
                .for_each(|field| field.required = false);
        }
    }
}

fn is_id(name: &str) -> bool {
    ["id", "Id", "ID"].contains(&name) || name.ends_with("_id") || name.ends_with("Id") || name.ends_with("ID")
}

/// The types that values lead to in one direction, in order.
struct Walk {
    direction: Direction,
    seen: HashSet<TypeId>,
    order: Vec<TypeId>,
}

impl Walk {
    fn new(direction: Direction) -> Self {
        Self {
            direction,
            seen: HashSet::new(),
            order: Vec::new(),
        }
    }

    fn start(&mut self, types: &Types, ty: &Type) {
        let mut open: Vec<TypeId> = named(ty).into_iter().collect();
        while let Some(id) = open.pop() {
            if !self.seen.insert(id) {
                continue;
            }
            self.order.push(id);
            let mut inner: Vec<TypeId> = match &types[id].kind {
                Kind::Struct(of) => {
                    let fields = of.fields.iter().filter(|field| self.goes(field.direction));
                    fields
                        .map(|field| &field.ty)
                        .chain(of.rest.as_ref().map(|rest| &rest.ty))
                        .filter_map(named)
                        .collect()
                }
                Kind::OneOf(of) => of
                    .variants
                    .iter()
                    .filter_map(|variant| named(variant.ty.as_ref()?))
                    .collect(),
                Kind::ByStatus(cases) => cases.iter().filter_map(|case| named(case.ty.as_ref()?)).collect(),
                Kind::Enum(_) => Vec::new(),
            };
            inner.reverse();
            open.append(&mut inner);
        }
    }

    fn goes(&self, direction: Direction) -> bool {
        self.direction == Direction::Both || direction == Direction::Both || direction == self.direction
    }
}

/// The named type that a type is, or has as items.
pub(crate) fn named(mut ty: &Type) -> Option<TypeId> {
    loop {
        match ty {
            Type::Named(id) => return Some(*id),
            Type::List(item) | Type::Map(item) | Type::Xml(_, item) => ty = &item.ty,
            Type::Boxed(inner) => ty = inner,
            _ => return None,
        }
    }
}

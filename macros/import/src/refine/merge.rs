//! Enums that stand at several places of a description under the same name become one type.

use std::collections::HashMap;

use crate::model::Model;
use crate::model::operation::Outcome;
use crate::model::types::{EnumValue, Kind, Type, TypeId, Types};

/// Merges inline enums with the same member name and the same values. They are named as the member.
pub(crate) fn merge_enums(model: &mut Model) {
    let mut alike: HashMap<(String, Vec<EnumValue>), Vec<TypeId>> = HashMap::new();
    for (id, definition) in model.types.iter() {
        if let Kind::Enum(values) = &definition.kind
            && !definition.is_named
        {
            let values = values.iter().map(|value| EnumValue::new(&value.value)).collect();
            alike
                .entry((member(&definition.name).to_owned(), values))
                .or_default()
                .push(id);
        }
    }
    let merged: Vec<(String, Vec<TypeId>)> = alike
        .into_iter()
        .filter(|(_, ids)| ids.len() > 1)
        .map(|((name, _), ids)| (name, ids))
        .collect();
    let mut replaced: HashMap<TypeId, TypeId> = HashMap::new();
    for (name, ids) in &merged {
        let Some((first, others)) = ids.split_first() else {
            continue;
        };
        replaced.extend(others.iter().map(|other| (*other, *first)));
        // A name that two of them would have says nothing.
        if merged.iter().filter(|(other, _)| other == name).count() == 1 {
            model.types[*first].name.clone_from(name);
        }
    }
    if !replaced.is_empty() {
        each_type(model, |ty| {
            if let Type::Named(id) = ty
                && let Some(kept) = replaced.get(id)
            {
                *id = *kept;
            }
        });
    }
}

/// The last word of an inline type's name, which is the name of the member or parameter that has it.
fn member(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Visits each type that stands in a model, the items of lists and maps included.
fn each_type(model: &mut Model, mut visit: impl FnMut(&mut Type)) {
    let mut visit = |mut ty: &mut Type| {
        loop {
            visit(ty);
            match ty {
                Type::List(item) | Type::Map(item) | Type::Xml(_, item) => ty = &mut item.ty,
                Type::Boxed(inner) => ty = inner,
                _ => break,
            }
        }
    };
    for declaration in model
        .operations
        .iter_mut()
        .filter_map(|operation| operation.declaration.as_mut().ok())
    {
        declaration
            .arguments
            .iter_mut()
            .for_each(|argument| visit(&mut argument.ty));
        match &mut declaration.outcome {
            Outcome::Json(ty) | Outcome::JsonLines(ty) | Outcome::JsonEvents(ty) => visit(ty),
            Outcome::Linked(item) => visit(&mut item.ty),
            Outcome::Response(_)
            | Outcome::Nothing
            | Outcome::Text
            | Outcome::Bytes
            | Outcome::Stream
            | Outcome::Events => {}
        }
    }
    each_member(&mut model.types, visit);
}

/// Visits the types of members, variants and undeclared members.
fn each_member(types: &mut Types, mut visit: impl FnMut(&mut Type)) {
    for id in types.ids() {
        match &mut types[id].kind {
            Kind::Struct(of) => {
                of.fields.iter_mut().for_each(|field| visit(&mut field.ty));
                of.rest.iter_mut().for_each(|rest| visit(&mut rest.ty));
            }
            Kind::OneOf(of) => of
                .variants
                .iter_mut()
                .filter_map(|variant| variant.ty.as_mut())
                .for_each(&mut visit),
            Kind::ByStatus(cases) => cases
                .iter_mut()
                .filter_map(|case| case.ty.as_mut())
                .for_each(&mut visit),
            Kind::Enum(_) => {}
        }
    }
}

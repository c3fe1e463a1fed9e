//! The structs that are `Default`, so that a request is `NewIssue { title, ..NewIssue::default() }`.

use std::collections::HashSet;

use crate::model::types::{Field, Kind, Type, TypeId, Types};

/// Finds the structs of requests whose members all have a default, some of which are optional.
pub(super) fn find(types: &Types) -> HashSet<TypeId> {
    let candidates = types
        .iter()
        .filter(|(_, definition)| definition.usage.request || definition.usage.is_query);
    let mut found: HashSet<TypeId> = candidates
        .filter(|(_, definition)| match &definition.kind {
            Kind::Struct(of) => of
                .fields
                .iter()
                .any(|field| field.is_optional() || field.is_idempotency_token),
            _ => false,
        })
        .map(|(id, _)| id)
        .collect();
    // A struct that is found not to have a default takes it from those that contain it.
    loop {
        let without: Vec<TypeId> = found
            .iter()
            .copied()
            .filter(|id| !has_default(types, *id, &found))
            .collect();
        if without.is_empty() {
            return found;
        }
        for id in without {
            found.remove(&id);
        }
    }
}

fn has_default(types: &Types, id: TypeId, found: &HashSet<TypeId>) -> bool {
    match &types[id].kind {
        Kind::Struct(of) => of.fields.iter().all(|field| field_has_default(field, found)),
        _ => false,
    }
}

fn field_has_default(field: &Field, found: &HashSet<TypeId>) -> bool {
    if field.is_optional() || field.is_idempotency_token {
        return true;
    }
    match &field.ty {
        Type::DateTime | Type::EpochSeconds | Type::HttpDate | Type::Boxed(_) => false,
        Type::Named(id) => found.contains(id),
        _ => true,
    }
}

//! The structs of tagged alternatives, which do not declare the tag.

use std::collections::{HashMap, HashSet};

use crate::model::types::{Kind, OneOf, Struct, Tagging, Type, TypeDef, TypeId, Types};

/// Takes the tags out of the structs of alternatives. A struct that has other uses keeps it, and the alternative gets its own.
pub(super) fn drop_tags(types: &mut Types, roots: &HashSet<TypeId>) {
    let used = used(types, roots);
    let tags = tags(types);
    let mut own: HashMap<(TypeId, String), TypeId> = HashMap::new();
    for (id, tags) in tags {
        for tag in &tags {
            let target = if tags.len() == 1 && !used.contains(&id) {
                Some(id)
            } else {
                copy(types, id)
            };
            if let Some(target) = target {
                if let Kind::Struct(of) = &mut types[target].kind {
                    of.fields.retain(|field| field.name != *tag);
                }
                own.insert((id, tag.clone()), target);
            }
        }
    }
    for id in types.ids() {
        assign(types, id, &own);
    }
}

/// The types that are used by anything but tagged alternatives.
fn used(types: &mut Types, roots: &HashSet<TypeId>) -> HashSet<TypeId> {
    let mut used = roots.clone();
    for id in types.ids() {
        match &mut types[id].kind {
            Kind::Struct(of) => used.extend(of.types_mut().filter_map(|ty| ty.named())),
            Kind::OneOf(of) if matches!(of.tagging, Tagging::Internal(_)) => {}
            Kind::OneOf(of) => used.extend(of.variants.iter().filter_map(|variant| variant.ty.as_ref()?.named())),
            Kind::Enum(_) | Kind::ByStatus(_) => {}
        }
    }
    used
}

/// The structs of tagged alternatives, with the tags of all that they are alternatives of.
fn tags(types: &Types) -> Vec<(TypeId, Vec<String>)> {
    let mut found: Vec<(TypeId, Vec<String>)> = Vec::new();
    let mut positions: HashMap<TypeId, usize> = HashMap::new();
    for (_, definition) in types.iter() {
        let Kind::OneOf(OneOf {
            tagging: Tagging::Internal(tag),
            variants,
        }) = &definition.kind
        else {
            continue;
        };
        for variant in variants {
            let Some(Type::Named(id)) = variant.ty else { continue };
            let position = *positions.entry(id).or_insert(found.len());
            match found.get_mut(position) {
                Some((_, tags)) if tags.contains(tag) => {}
                Some((_, tags)) => tags.push(tag.clone()),
                None => found.push((id, vec![tag.clone()])),
            }
        }
    }
    found
}

/// Copies a struct for an alternative.
fn copy(types: &mut Types, id: TypeId) -> Option<TypeId> {
    let definition = &types[id];
    let Kind::Struct(of) = &definition.kind else {
        return None;
    };
    let copy = TypeDef {
        doc: definition.doc.clone(),
        ..TypeDef::new(
            format!("{} variant", definition.name),
            &definition.pointer,
            Kind::Struct(of.clone()),
        )
    };
    Some(types.add(copy))
}

/// Gives alternatives the structs without their tag; one without any member has no content.
fn assign(types: &mut Types, union: TypeId, own: &HashMap<(TypeId, String), TypeId>) {
    let Kind::OneOf(OneOf {
        tagging: Tagging::Internal(tag),
        variants,
    }) = &types[union].kind
    else {
        return;
    };
    let tag = tag.clone();
    let mut variants = variants.clone();
    for variant in &mut variants {
        let Some(Type::Named(id)) = variant.ty else { continue };
        let Some(target) = own.get(&(id, tag.clone())) else {
            continue;
        };
        let definition = &types[*target];
        if matches!(&definition.kind, Kind::Struct(Struct { fields, rest: None, .. }) if fields.is_empty()) {
            variant.ty = None;
            if variant.doc.text.is_empty() {
                variant.doc = definition.doc.clone();
            }
        } else {
            variant.ty = Some(Type::Named(*target));
        }
    }
    if let Kind::OneOf(of) = &mut types[union].kind {
        of.variants = variants;
    }
}

//! The hint for a file with many types: which of them bring most of the others.

use std::collections::{HashMap, HashSet};

use crate::model::Model;
use crate::model::operation::Outcome;
use crate::model::types::{Kind, Type, TypeDef, TypeId};
use crate::refine::named;

/// The most types without a hint.
const MANY: usize = 40;

/// The most types that a hint names, and the fewest types that each of them must save.
const MAX_NAMED: usize = 3;
const WORTH: usize = 4;

/// Returns the hint: the types without which the file has the fewest types.
pub(crate) fn hint(model: &Model) -> Option<String> {
    let all = model.written.len();
    if all <= MANY {
        return None;
    }
    let brought = brought(model);
    // Only types with a name of their own can be named on the command line.
    let candidates = model.written.iter().filter(|id| model.types[**id].is_named);
    let mut saved: Vec<_> = candidates
        .filter_map(|id| Some((*brought.get(id)?, schema(&model.types[*id]))))
        .filter(|(saved, _)| *saved >= WORTH)
        .collect();
    saved.sort_by(|(one, _), (other, _)| other.cmp(one));
    let saved = saved.iter().take(MAX_NAMED);
    let saved: Vec<_> = saved
        .map(|(saved, name)| format!("`--opaque {name}` saves {saved}"))
        .collect();
    (!saved.is_empty()).then(|| format!("{all} types are many: {}", saved.join(", ")))
}

/// Returns the name of a type in the description, which is the end of its JSON pointer.
fn schema(definition: &TypeDef) -> String {
    let name = definition.pointer.rsplit(['/', '#']).next().unwrap_or_default();
    name.replace("~1", "/").replace("~0", "~")
}

/// Returns the types that operations have as arguments and results.
fn roots(model: &Model) -> Vec<TypeId> {
    let declarations = model
        .operations
        .iter()
        .filter_map(|operation| operation.declaration.as_ref().ok());
    let mut roots = Vec::new();
    for declaration in declarations {
        roots.extend(declaration.arguments.iter().filter_map(|argument| named(&argument.ty)));
        roots.extend(match &declaration.outcome {
            Outcome::Json(ty) | Outcome::JsonLines(ty) | Outcome::JsonEvents(ty) => named(ty),
            Outcome::Linked(item) => named(&item.ty),
            Outcome::Response(id) => Some(*id),
            Outcome::Nothing | Outcome::Text | Outcome::Bytes | Outcome::Stream | Outcome::Events => None,
        });
    }
    roots
}

/// Returns how many types each type brings: itself, and those to which nothing else leads. These are what it dominates in the
/// graph of the types; see Cooper, Harvey and Kennedy, “A Simple, Fast Dominance Algorithm”.
#[expect(
    clippy::indexing_slicing,
    reason = "all indices are those of types, or that of the operations"
)]
fn brought(model: &Model) -> HashMap<TypeId, usize> {
    let roots = roots(model);
    let order = postorder(model, &roots);
    let numbers: HashMap<TypeId, usize> = order.iter().enumerate().map(|(number, id)| (*id, number)).collect();
    // The operations are the last node.
    let start = order.len();
    let mut leading = vec![Vec::new(); start];
    for id in &roots {
        leading[numbers[id]].push(start);
    }
    for (number, id) in order.iter().enumerate() {
        for id in inner(&model.types[*id]) {
            leading[numbers[&id]].push(number);
        }
    }
    // The next dominator of each node, once it is known.
    let mut next = vec![None; start];
    let common = |next: &[Option<usize>], mut one: usize, mut other: usize| {
        while one != other {
            let lower = if one < other { &mut one } else { &mut other };
            *lower = next[*lower].unwrap_or(start);
        }
        one
    };
    let mut is_settled = false;
    while !is_settled {
        is_settled = true;
        for number in (0..start).rev() {
            let known = leading[number]
                .iter()
                .copied()
                .filter(|node| *node == start || next[*node].is_some());
            let found = known.reduce(|one, other| common(&next, one, other));
            if found != next[number] {
                next[number] = found;
                is_settled = false;
            }
        }
    }
    let mut counts = vec![1; start + 1];
    for (number, next) in next.iter().enumerate() {
        counts[next.unwrap_or(start)] += counts[number];
    }
    order.into_iter().zip(counts).collect()
}

/// Returns the types that others lead to, each after those that it leads to.
fn postorder(model: &Model, roots: &[TypeId]) -> Vec<TypeId> {
    let mut seen = HashSet::new();
    let mut order = Vec::new();
    let mut open: Vec<(TypeId, bool)> = roots.iter().map(|id| (*id, false)).collect();
    while let Some((id, is_done)) = open.pop() {
        if is_done {
            order.push(id);
        } else if seen.insert(id) {
            open.push((id, true));
            open.extend(inner(&model.types[id]).map(|id| (id, false)));
        }
    }
    order
}

/// Returns the types of members and variants.
fn inner(definition: &TypeDef) -> impl Iterator<Item = TypeId> {
    let types: Vec<&Type> = match &definition.kind {
        Kind::Struct(of) => of
            .fields
            .iter()
            .map(|field| &field.ty)
            .chain(of.rest.as_ref().map(|rest| &rest.ty))
            .collect(),
        Kind::OneOf(of) => of.variants.iter().filter_map(|variant| variant.ty.as_ref()).collect(),
        Kind::ByStatus(cases) => cases.iter().filter_map(|case| case.ty.as_ref()).collect(),
        Kind::Enum(_) => Vec::new(),
    };
    types.into_iter().filter_map(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Doc;
    use crate::model::operation::{Argument, BodyFormat, Declaration, Operation, Role};
    use crate::model::types::{Field, Struct, Types};

    /// A type whose members have types.
    fn structure(types: &mut Types, name: &str, members: &[TypeId]) -> TypeId {
        let fields = members
            .iter()
            .map(|id| Field::new(types[*id].name.clone(), Type::Named(*id)))
            .collect();
        let kind = Kind::Struct(Struct {
            fields,
            ..Struct::default()
        });
        types.add(TypeDef {
            is_named: true,
            ..TypeDef::new("", format!("/components/schemas/{name}"), kind)
        })
    }

    fn model(types: Types, body: TypeId, result: TypeId) -> Model {
        let declaration = Declaration {
            method: "POST".to_owned(),
            template: Vec::new(),
            query: None,
            is_public: false,
            is_idempotent: false,
            host_prefix: None,
            headers: Vec::new(),
            checksum: None,
            content_type: None,
            arguments: vec![Argument::new("body", Role::Body(BodyFormat::Json), Type::Named(body))],
            outcome: Outcome::Json(Type::Named(result)),
            is_optional: false,
        };
        let operation = Operation {
            id: String::new(),
            rust_name: String::new(),
            request_line: String::new(),
            doc: Doc::default(),
            declaration: Ok(declaration),
        };
        Model {
            operations: vec![operation],
            written: types.ids().collect(),
            types,
            ..Model::default()
        }
    }

    #[test]
    fn types_that_only_one_type_leads_to_are_its_subtree() {
        let mut types = Types::default();
        let shared = structure(&mut types, "Shared", &[]);
        let leaves: Vec<_> = (0..30)
            .map(|index| structure(&mut types, &format!("Leaf{index}"), &[shared]))
            .collect();
        let account = structure(&mut types, "Account", &leaves[..25]);
        let person = structure(&mut types, "Person", &leaves[25..]);
        let rest: Vec<_> = (0..10)
            .map(|index| structure(&mut types, &format!("Other{index}"), &[]))
            .collect();
        let body = structure(&mut types, "Body", &[vec![account, person], rest].concat());
        let result = structure(&mut types, "Result", &[shared]);
        let hint = hint(&model(types, body, result)).unwrap();
        assert_eq!(
            hint,
            "45 types are many: `--opaque Body` saves 43, `--opaque Account` saves 26, `--opaque Person` saves 6"
        );
    }

    #[test]
    fn few_types_need_no_hint() {
        let mut types = Types::default();
        let only = structure(&mut types, "Only", &[]);
        assert_eq!(hint(&model(types, only, only)), None);
    }
}

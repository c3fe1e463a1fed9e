//! Boxes the members through which a type contains itself.

use crate::model::Model;
use crate::model::types::{Kind, Type, TypeId, Types};

/// How far a type has been searched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Boxes one member of each circle of types that contain each other without a list or a map between them.
pub(crate) fn break_circles(model: &mut Model) {
    let types = &mut model.types;
    let mut marks: Vec<Mark> = types.ids().map(|_| Mark::New).collect();
    for start in types.ids() {
        // Each entry is a type, and the number of the content that is looked at next.
        let mut path = vec![(start, 0)];
        while let Some((id, next)) = path.pop() {
            if next == 0 {
                match marks.get_mut(id.index()) {
                    Some(mark @ Mark::New) => *mark = Mark::Open,
                    _ => continue,
                }
            }
            let Some(content) = contents(types, id).nth(next) else {
                if let Some(mark) = marks.get_mut(id.index()) {
                    *mark = Mark::Done;
                }
                continue;
            };
            path.push((id, next + 1));
            if let Type::Named(inner) = *content {
                match marks.get(inner.index()) {
                    Some(Mark::New) => path.push((inner, 0)),
                    Some(Mark::Open) => *content = Type::Boxed(Box::new(Type::Named(inner))),
                    _ => {}
                }
            }
        }
    }
}

/// The types of the members or variants of a type.
fn contents(types: &mut Types, id: TypeId) -> Box<dyn Iterator<Item = &mut Type> + '_> {
    match &mut types[id].kind {
        Kind::Struct(of) => Box::new(of.fields.iter_mut().map(|field| &mut field.ty)),
        Kind::OneOf(of) => Box::new(of.variants.iter_mut().filter_map(|variant| variant.ty.as_mut())),
        Kind::ByStatus(cases) => Box::new(cases.iter_mut().filter_map(|case| case.ty.as_mut())),
        Kind::Enum(_) => Box::new(std::iter::empty()),
    }
}

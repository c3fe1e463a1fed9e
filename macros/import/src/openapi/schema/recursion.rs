//! Schemas that contain themselves other than through a member, such as a list of themselves.

use std::collections::HashMap;

use super::{Place, Schemas, Typed, annotation, scalar};
use crate::document::Node;
use crate::model::types::{Kind, Struct, Type, TypeId};

/// The most replacements in one type.
const MAX_REPLACED: usize = 16;

impl Schemas<'_> {
    /// The type of a schema that is being read. One of several types gets its id early; anything else has no name to refer to.
    pub(super) fn recursion(&mut self, place: Place<'_, '_>, id: Option<TypeId>) -> Typed {
        let Some(id) = id.or_else(|| self.hand_out(place)) else {
            return Typed::json("Any JSON, since the schema contains itself.");
        };
        let mut typed = Typed::new(Type::Named(id));
        annotation::apply(place.schema, &mut typed);
        typed
    }

    fn hand_out(&mut self, place: Place<'_, '_>) -> Option<TypeId> {
        let has = |keyword| place.schema.get_raw(keyword).is_some();
        let is_union = has("oneOf") || has("anyOf") || scalar::types(place.schema).len() > 1;
        let id = is_union
            .then(|| self.add(place, Kind::Struct(Struct::default())))
            .flatten()?;
        self.open.insert(place.schema.pointer().to_owned(), Some(id));
        self.undefined.insert(id);
        Some(id)
    }

    /// Notes that a schema has been read.
    pub(super) fn close(&mut self, schema: &Node<'_>, typed: &Typed) {
        let handed_out = self.open.remove(schema.pointer()).flatten();
        if let Some(id) = handed_out.filter(|id| self.undefined.remove(id)) {
            let is_circle = typed.ty.named() == Some(id);
            let with = if is_circle { Type::Json } else { typed.ty.clone() };
            self.replaced.insert(id, with);
        }
    }

    /// Replaces the types that recursive references have got, but that turned out to be other types.
    pub(super) fn take_replaced(&mut self) -> HashMap<TypeId, Type> {
        let replaced = std::mem::take(&mut self.replaced);
        if replaced.is_empty() {
            return replaced;
        }
        for typed in self.known.values_mut().chain(self.known_otherwise.values_mut()) {
            replace(&mut typed.ty, &replaced);
        }
        for id in self.types.ids() {
            match &mut self.types[id].kind {
                Kind::Struct(of) => of.types_mut().for_each(|ty| replace(ty, &replaced)),
                Kind::OneOf(of) => {
                    let types = of.variants.iter_mut().filter_map(|variant| variant.ty.as_mut());
                    types.for_each(|ty| replace(ty, &replaced));
                }
                Kind::Enum(_) | Kind::ByStatus(_) => {}
            }
        }
        replaced
    }
}

pub(super) fn replace(mut ty: &mut Type, replaced: &HashMap<TypeId, Type>) {
    let mut count = 0;
    loop {
        match ty {
            Type::Named(id) => match replaced.get(id) {
                Some(_) if count == MAX_REPLACED => {
                    *ty = Type::Json;
                    return;
                }
                Some(with) => {
                    *ty = with.clone();
                    count += 1;
                }
                None => return,
            },
            Type::List(item) | Type::Map(item) | Type::Xml(_, item) => ty = &mut item.ty,
            _ => return,
        }
    }
}

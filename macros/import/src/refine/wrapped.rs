//! Lists in requests whose items have an element of a name that matters: a struct with this element. Where lists are only read,
//! such names are ignored, and the lists stay lists.

use std::collections::HashMap;

use crate::model::Model;
use crate::model::types::{Around, Field, Item, Kind, Struct, Type, TypeDef, TypeId, Types, Wrapped};

/// The name of the elements that `rest_op::xml::List` writes.
const USUAL: &str = "member";

/// Makes structs of such lists in types that are sent, and of the same lists in other types. Returns whether there are any.
pub(crate) fn name_items(model: &mut Model) -> bool {
    let types = &mut model.types;
    let xml = types.ids().filter(|id| types[*id].is_xml);
    let (sent, read): (Vec<TypeId>, Vec<TypeId>) = xml.partition(|id| types[*id].usage.request);
    let mut structs = Structs::default();
    for id in sent {
        structs.enter(types, id);
    }
    structs.is_complete = true;
    if !structs.known.is_empty() {
        for id in read {
            structs.enter(types, id);
        }
    }
    !structs.known.is_empty()
}

/// The structs that have been made of lists.
#[derive(Default)]
struct Structs {
    known: HashMap<(Wrapped, String), TypeId>,
    /// No others are made.
    is_complete: bool,
}

impl Structs {
    /// Replaces the lists in a type.
    fn enter(&mut self, types: &mut Types, id: TypeId) {
        let mut kind = std::mem::replace(&mut types[id].kind, Kind::Enum(Vec::new()));
        match &mut kind {
            Kind::Struct(of) => of.types_mut().for_each(|ty| self.wrap(types, ty)),
            Kind::OneOf(of) => {
                let inner = of.variants.iter_mut().filter_map(|variant| variant.ty.as_mut());
                inner.for_each(|ty| self.wrap(types, ty));
            }
            Kind::Enum(_) | Kind::ByStatus(_) => {}
        }
        types[id].kind = kind;
    }

    /// Replaces the lists that a type is or contains, the inner ones first.
    fn wrap(&mut self, types: &mut Types, ty: &mut Type) {
        match ty {
            Type::Boxed(inner) => self.wrap(types, inner),
            Type::List(item) | Type::Map(item) => self.wrap(types, &mut item.ty),
            Type::Xml(around, item) => {
                self.wrap(types, &mut item.ty);
                if let Around::List(wrapped) = around
                    && wrapped.item != USUAL
                    && let Some(id) = self.of(types, wrapped, item)
                {
                    *ty = Type::Named(id);
                }
            }
            _ => {}
        }
    }

    /// Returns the struct of a list.
    fn of(&mut self, types: &mut Types, wrapped: &Wrapped, item: &Item) -> Option<TypeId> {
        let key = (wrapped.clone(), format!("{item:?}"));
        if let Some(id) = self.known.get(&key) {
            return Some(*id);
        }
        if self.is_complete {
            return None;
        }
        let name = wrapped.item.rsplit(['}', ':']).next().unwrap_or_default();
        let items = Field {
            written_name: Some(wrapped.item.clone()).filter(|written| written != name),
            rust_name: "items".to_owned(),
            required: true,
            ..Field::new(name, Type::List(Box::new(item.clone())))
        };
        let of = Struct {
            fields: vec![items],
            ..Struct::default()
        };
        let id = types.add(TypeDef {
            is_named: wrapped.pointer.is_some(),
            is_xml: true,
            ..TypeDef::new(
                &wrapped.name,
                wrapped.pointer.as_deref().unwrap_or_default(),
                Kind::Struct(of),
            )
        });
        self.known.insert(key, id);
        Some(id)
    }
}

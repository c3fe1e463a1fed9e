//! Reads schemas into types.
//!
//! Every schema is read once, under its pointer. Structs are registered when they are found, and their members are read from a
//! queue: neither recursive schemas nor long chains of references lead to deep recursion here.

mod all_of;
mod annotation;
mod enumeration;
mod limits;
mod members;
mod name;
mod object;
mod one_of;
mod recursion;
mod scalar;
mod tagged;
#[cfg(test)]
mod tests;
mod union;
mod variant;
mod xml;

use std::collections::{HashMap, HashSet, VecDeque};

use crate::document::Node;
use crate::model::types::{Kind, Limits, Struct, Type, TypeDef, TypeId, Types};
use crate::model::{Doc, Left};
use crate::names;

use members::Members;

pub(crate) use xml::Way;

/// The most schemas without members of their own, such as lists, inside each other.
const MAX_DEPTH: usize = 64;

/// The most types of one import.
const MAX_TYPES: usize = 100_000;

/// A schema as a type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Typed {
    pub(crate) ty: Type,
    /// `null` is a value, in any of the spellings of 3.0 and 3.1.
    pub(crate) nullable: bool,
    pub(crate) limits: Limits,
    /// The documentation of the schema where it is used; that of the definition is on the definition.
    pub(crate) doc: Doc,
    /// `readOnly` and `writeOnly`.
    pub(crate) is_read_only: bool,
    pub(crate) is_write_only: bool,
}

impl Typed {
    fn new(ty: Type) -> Self {
        Self {
            ty,
            nullable: false,
            limits: Limits::default(),
            doc: Doc::default(),
            is_read_only: false,
            is_write_only: false,
        }
    }

    /// Any JSON, with the reason why no type is more precise.
    fn json(note: impl Into<String>) -> Self {
        let mut typed = Self::new(Type::Json);
        typed.doc.notes.push(note.into());
        typed
    }
}

/// Reads schemas, each definition once.
pub(crate) struct Schemas<'o> {
    /// The names of schemas that become `Type::Json`.
    opaque: &'o [String],
    types: Types,
    /// The schemas that have been read, by pointer.
    known: HashMap<String, Typed>,
    /// Those of JSON while XML is read, and the other way round.
    known_otherwise: HashMap<String, Typed>,
    is_xml: bool,
    /// The schemas that are being read, with the type that a recursive reference to them has got.
    open: HashMap<String, Option<TypeId>>,
    /// Types that recursive references have got, and that are not defined.
    undefined: HashSet<TypeId>,
    /// The types that replace them if they are never defined.
    replaced: HashMap<TypeId, Type>,
    /// Structs whose members are not read yet: type, pointer and name.
    pending: VecDeque<(TypeId, String, String)>,
    /// The types that operations name, other than through members.
    roots: HashSet<TypeId>,
    depth: usize,
}

/// A schema, and what its type is named after.
#[derive(Clone, Copy)]
struct Place<'p, 'd> {
    schema: &'p Node<'d>,
    name: &'p str,
    is_named: bool,
}

impl<'o> Schemas<'o> {
    pub(crate) fn new(opaque: &'o [String]) -> Self {
        Self {
            opaque,
            types: Types::default(),
            known: HashMap::new(),
            known_otherwise: HashMap::new(),
            is_xml: false,
            open: HashMap::new(),
            undefined: HashSet::new(),
            replaced: HashMap::new(),
            pending: VecDeque::new(),
            roots: HashSet::new(),
            depth: 0,
        }
    }

    /// Reads a schema, or the reference to one. The name is a base for that of an inline type: `list issues result`.
    pub(crate) fn read(&mut self, schema: &Node<'_>, name: &str) -> Result<Typed, Left> {
        let mut typed = self.schema(schema, name)?;
        let replaced = self.complete(schema);
        recursion::replace(&mut typed.ty, &replaced);
        self.roots.extend(typed.ty.named());
        Ok(typed)
    }

    /// Reads the members of an object, with those of `allOf`, without making a type of it. `None` for any other schema.
    pub(crate) fn members(&mut self, schema: &Node<'_>, name: &str) -> Result<Option<Struct>, Left> {
        let target = schema.clone().resolved()?;
        let (name, _) = name::of_target(&target, name);
        let members = Members::of(&target, &name);
        if !members.is_struct() {
            return Ok(None);
        }
        let (mut of, _) = self.fields(&members);
        let replaced = self.complete(schema);
        for ty in of.types_mut() {
            recursion::replace(ty, &replaced);
            self.roots.extend(ty.named());
        }
        Ok(Some(of))
    }

    pub(crate) fn types(&self) -> &Types {
        &self.types
    }

    /// For types that are not made of schemas, and what operations say about types.
    pub(crate) fn types_mut(&mut self) -> &mut Types {
        &mut self.types
    }

    pub(crate) fn into_types(mut self) -> Types {
        variant::drop_tags(&mut self.types, &self.roots);
        self.types
    }

    /// Reads a schema, or the reference to one; the members of structs are read later.
    fn schema(&mut self, schema: &Node<'_>, name: &str) -> Result<Typed, Left> {
        if schema.reference().is_none() {
            return Ok(match name::of_component(schema.pointer()) {
                Some(name) => self.definition(schema, &name, true),
                None => self.definition(schema, name, false),
            });
        }
        let target = schema.clone().resolved()?;
        let (name, is_named) = name::of_target(&target, name);
        let mut typed = self.definition(&target, &name, is_named);
        if let Type::Named(id) = typed.ty
            && self.types[id].pointer == target.pointer()
        {
            typed.doc = Doc::default();
        }
        annotation::apply(schema, &mut typed);
        Ok(typed)
    }

    /// Reads a schema that may be broken: then it is any JSON.
    fn schema_or_json(&mut self, schema: &Node<'_>, name: &str) -> Typed {
        self.schema(schema, name).unwrap_or_else(|left| {
            let mut typed = Typed::json(format!("Any JSON, since {}.", left.reason));
            annotation::apply(schema, &mut typed);
            typed
        })
    }

    /// Reads the schema that another one consists of. Unless it is named itself, it has the name of that one.
    fn part(&mut self, schema: &Node<'_>, place: Place<'_, '_>) -> Typed {
        let is_inline = schema.reference().is_none() && name::of_component(schema.pointer()).is_none();
        if is_inline {
            self.definition(schema, place.name, place.is_named)
        } else {
            self.schema_or_json(schema, place.name)
        }
    }

    /// Reads a schema that is not a reference.
    fn definition(&mut self, schema: &Node<'_>, name: &str, is_named: bool) -> Typed {
        let pointer = schema.pointer();
        if let Some(typed) = self.known.get(pointer) {
            return typed.clone();
        }
        let place = Place { schema, name, is_named };
        if let Some(open) = self.open.get(pointer) {
            return self.recursion(place, *open);
        }
        if self.depth == MAX_DEPTH {
            return Typed::json("Any JSON, since the schema is nested too deeply.");
        }
        self.depth += 1;
        self.open.insert(pointer.to_owned(), None);
        let mut typed = self.fresh(place);
        annotation::apply(schema, &mut typed);
        self.depth -= 1;
        self.close(schema, &typed);
        self.known.insert(pointer.to_owned(), typed.clone());
        typed
    }

    fn fresh(&mut self, place: Place<'_, '_>) -> Typed {
        let schema = place.schema;
        if place.is_named && self.is_opaque(place.name) {
            return Typed::new(Type::Json);
        }
        if schema.get_raw("x-expansionResources").is_some() {
            // The id of an object, unless the request asks for the object.
            return Typed::new(Type::String);
        }
        if let Some(typed) = self.enumeration(place) {
            return typed;
        }
        if schema
            .get_raw("allOf")
            .is_some_and(|parts| parts.items().next().is_some())
        {
            return self.all_of(place);
        }
        if let Some(typed) = self.one_of(place) {
            return typed;
        }
        self.plain(place)
    }

    fn is_opaque(&self, name: &str) -> bool {
        self.opaque
            .iter()
            .any(|opaque| opaque == name || *opaque == names::type_name(name))
    }

    /// Adds a type; `None` if there are too many.
    fn add(&mut self, place: Place<'_, '_>, kind: Kind) -> Option<TypeId> {
        if self.types.len() >= MAX_TYPES {
            return None;
        }
        let definition = TypeDef {
            is_named: place.is_named,
            is_xml: self.is_xml,
            doc: annotation::doc(place.schema),
            ..TypeDef::new(place.name, place.schema.pointer(), kind)
        };
        Some(self.types.add(definition))
    }

    /// Defines the type of a place, under the id that recursive references to it have got.
    fn define(&mut self, place: Place<'_, '_>, kind: Kind) -> Typed {
        let handed_out = self.open.get(place.schema.pointer()).copied().flatten();
        let id = match handed_out {
            Some(id) => {
                self.undefined.remove(&id);
                self.types[id].kind = kind;
                Some(id)
            }
            None => self.add(place, kind),
        };
        match id {
            Some(id) => Typed::new(Type::Named(id)),
            None => Typed::json("Any JSON, since the description has too many types."),
        }
    }

    /// Defines a struct, whose members are read later.
    fn define_struct(&mut self, place: Place<'_, '_>) -> Typed {
        let typed = self.define(place, Kind::Struct(Struct::default()));
        if let Type::Named(id) = typed.ty {
            let pointer = place.schema.pointer().to_owned();
            self.pending.push_back((id, pointer, place.name.to_owned()));
        }
        typed
    }

    /// Reads the members of all structs that have been found. Returns what became of types that recursive references have got.
    fn complete(&mut self, document: &Node<'_>) -> HashMap<TypeId, Type> {
        while let Some((id, pointer, name)) = self.pending.pop_front() {
            if let Some(schema) = document.at(&pointer) {
                let (mut of, notes) = self.fields(&Members::of(&schema, &name));
                of.types_mut().for_each(object::make_json);
                self.types[id].kind = Kind::Struct(of);
                self.types[id].doc.notes.extend(notes);
            }
        }
        self.take_replaced()
    }
}

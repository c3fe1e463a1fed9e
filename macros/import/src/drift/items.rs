//! The items of a Rust source, by name, and types as they are behind aliases and wrappers.

use std::collections::HashMap;

use syn::visit_mut::{self, VisitMut};
use syn::{
    File, GenericArgument, Generics, Item, ItemEnum, ItemStruct, ItemType, PathArguments, PathSegment, TraitItem, Type,
};

use super::declared::{self, Operation};

/// Generic types that are read and written as their last type argument is, or as a list or a map of it.
const WRAPPERS: [&str; 23] = [
    "Arc",
    "BTreeMap",
    "BTreeSet",
    "Box",
    "Conditional",
    "Cow",
    "FlatMap",
    "HashMap",
    "HashSet",
    "IndexMap",
    "Json",
    "JsonEvents",
    "JsonLines",
    "Linked",
    "List",
    "Map",
    "Option",
    "Patch",
    "Rc",
    "Response",
    "Sensitive",
    "Vec",
    "VecDeque",
];

/// The most aliases and wrappers around a type.
const MAX_LAYERS: usize = 32;

/// The items of a source.
#[derive(Default)]
pub(super) struct Items<'f> {
    pub(super) operations: Vec<Operation>,
    structs: HashMap<String, &'f ItemStruct>,
    enums: HashMap<String, &'f ItemEnum>,
    aliases: HashMap<String, &'f ItemType>,
}

/// A type definition, and the types that its parameters are.
pub(super) enum Definition<'f> {
    Struct(&'f ItemStruct, Parameters),
    Enum(&'f ItemEnum, Parameters),
}

impl Definition<'_> {
    pub(super) fn name(&self) -> String {
        match self {
            Self::Struct(item, _) => item.ident.to_string(),
            Self::Enum(item, _) => item.ident.to_string(),
        }
    }
}

/// Type arguments by the names of their parameters.
#[derive(Default)]
pub(super) struct Parameters(HashMap<String, Type>);

impl<'f> Items<'f> {
    /// Collects the items of a file and of the modules in it.
    pub(super) fn of(file: &'f File) -> Self {
        let mut items = Self::default();
        let mut open: Vec<&Item> = file.items.iter().rev().collect();
        while let Some(item) = open.pop() {
            match item {
                Item::Mod(module) => open.extend(module.content.iter().flat_map(|(_, items)| items.iter().rev())),
                Item::Struct(item) => _ = items.structs.insert(item.ident.to_string(), item),
                Item::Enum(item) => _ = items.enums.insert(item.ident.to_string(), item),
                Item::Type(item) => _ = items.aliases.insert(item.ident.to_string(), item),
                Item::Trait(item) => items.operations.extend(item.items.iter().filter_map(|item| match item {
                    TraitItem::Fn(method) => declared::operation(method),
                    _ => None,
                })),
                _ => {}
            }
        }
        items
    }

    /// Returns the type behind references, aliases, lists, maps and other wrappers, if the source defines it.
    pub(super) fn definition(&self, ty: &Type) -> Option<Definition<'f>> {
        let mut ty = ty.clone();
        for _ in 0..MAX_LAYERS {
            let segment = last_segment(&ty)?;
            let name = segment.ident.to_string();
            if let Some(item) = self.structs.get(&name) {
                return Some(Definition::Struct(item, Parameters::of(&item.generics, segment)));
            }
            if let Some(item) = self.enums.get(&name) {
                return Some(Definition::Enum(item, Parameters::of(&item.generics, segment)));
            }
            ty = match self.aliases.get(&name) {
                Some(alias) => Parameters::of(&alias.generics, segment).apply(&alias.ty),
                None if WRAPPERS.contains(&name.as_str()) => (*arguments(segment).last()?).clone(),
                None => return None,
            };
        }
        None
    }

    /// Returns a type with its aliases resolved.
    pub(super) fn resolved(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        for _ in 0..MAX_LAYERS {
            let alias =
                last_segment(&ty).and_then(|segment| Some((self.aliases.get(&segment.ident.to_string())?, segment)));
            let Some((alias, segment)) = alias else { break };
            ty = Parameters::of(&alias.generics, segment).apply(&alias.ty);
        }
        ty
    }

    /// Whether a value may be missing.
    pub(super) fn is_option(&self, ty: &Type) -> bool {
        let ty = self.resolved(ty);
        last_segment(&ty).is_some_and(|segment| segment.ident == "Option" || segment.ident == "Patch")
    }

    /// Returns the result and the error of an operation.
    pub(super) fn outcome(&self, output: &Type) -> (Option<Type>, Option<Type>) {
        let output = self.resolved(output);
        let Some(segment) = last_segment(&output) else {
            return (None, None);
        };
        let mut arguments = arguments(segment).into_iter().cloned();
        let (result, error) = (arguments.next(), arguments.next());
        if segment.ident == "Call" {
            return (result, error);
        }
        // `Result<T, Error<E>>`
        let error = error
            .as_ref()
            .and_then(|error| self::arguments(last_segment(error)?).first().map(|ty| (*ty).clone()));
        (result, error)
    }
}

impl Parameters {
    fn of(generics: &Generics, segment: &PathSegment) -> Self {
        let names = generics.type_params().map(|parameter| parameter.ident.to_string());
        Self(names.zip(arguments(segment).into_iter().cloned()).collect())
    }

    /// Replaces the parameters in a type.
    pub(super) fn apply(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        Substitution(&self.0).visit_type_mut(&mut ty);
        ty
    }
}

struct Substitution<'p>(&'p HashMap<String, Type>);

impl VisitMut for Substitution<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        let parameter = match ty {
            Type::Path(path) => path.path.get_ident().and_then(|ident| self.0.get(&ident.to_string())),
            _ => None,
        };
        match parameter {
            Some(argument) => *ty = argument.clone(),
            None => visit_mut::visit_type_mut(self, ty),
        }
    }
}

fn without_references(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => without_references(&reference.elem),
        Type::Paren(paren) => without_references(&paren.elem),
        Type::Group(group) => without_references(&group.elem),
        ty => ty,
    }
}

/// Returns the last name of the path that a type is, or that its items are.
fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match without_references(ty) {
        Type::Path(path) => path.path.segments.last(),
        Type::Slice(slice) => last_segment(&slice.elem),
        Type::Array(array) => last_segment(&array.elem),
        _ => None,
    }
}

/// Returns the type arguments.
fn arguments(segment: &PathSegment) -> Vec<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return Vec::new();
    };
    let arguments = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    arguments.collect()
}

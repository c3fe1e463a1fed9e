//! The shape of a type as it is written. An alias is not resolved.

use syn::{GenericArgument, PathArguments, PathSegment, Type, TypePath};

/// The smart pointers that serialize as what they point to.
pub(crate) const POINTERS: &[&str] = &["Arc", "Box", "Cow", "Rc"];

const OPTION: &[&str] = &["Option"];

/// The type behind references, parentheses and these wrappers.
pub(crate) fn behind<'a>(ty: &'a Type, wrappers: &[&str]) -> &'a Type {
    match without_parentheses(ty) {
        Type::Reference(reference) => behind(&reference.elem, wrappers),
        ty => parameter_of(ty, wrappers).map_or(ty, |ty| behind(ty, wrappers)),
    }
}

/// The type of the value, behind references, smart pointers and `Option`.
pub(crate) fn value_type(ty: &Type) -> &Type {
    behind(ty, &[OPTION, POINTERS].concat())
}

/// The type of the values in a list; the type of the value if it is not written as a list.
pub(crate) fn item_type(ty: &Type) -> &Type {
    match value_type(ty) {
        Type::Array(array) => value_type(&array.elem),
        Type::Slice(slice) => value_type(&slice.elem),
        ty => parameter_of(ty, &["Vec"]).map_or(ty, value_type),
    }
}

/// Whether the type is an array, possibly behind references and `Option`.
pub(crate) fn is_array(ty: &Type) -> bool {
    matches!(behind(ty, OPTION), Type::Array(_))
}

/// Whether the type is a tuple. `()` serializes as nothing.
pub(crate) fn is_tuple(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(tuple) if !tuple.elems.is_empty())
}

/// The type in `Option<…>`.
pub(crate) fn option_of(ty: &Type) -> Option<&Type> {
    parameter_of(ty, OPTION)
}

/// The first type parameter of a generic type of the standard library, given by its name.
fn parameter_of<'a>(ty: &'a Type, names: &[&str]) -> Option<&'a Type> {
    const STANDARD: [&str; 9] = ["alloc", "borrow", "boxed", "core", "option", "rc", "std", "sync", "vec"];
    let Type::Path(TypePath { qself: None, path, .. }) = without_parentheses(ty) else {
        return None;
    };
    let mut segments = path.segments.iter().rev();
    let last = segments.next()?;
    let is_one_of = |segment: &PathSegment, names: &[&str]| names.iter().any(|name| segment.ident == name);
    if !is_one_of(last, names) || !segments.all(|segment| is_one_of(segment, &STANDARD)) {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The last name of a path; `None` if the type is not a path. A macro can expand to any type.
pub(crate) fn last_name(ty: &Type) -> Option<String> {
    match without_parentheses(ty) {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        Type::Macro(_) => Some(String::new()),
        _ => None,
    }
}

/// The type without parentheses and the invisible groups of `macro_rules!`.
pub(crate) fn without_parentheses(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => without_parentheses(&group.elem),
        Type::Paren(paren) => without_parentheses(&paren.elem),
        ty => ty,
    }
}

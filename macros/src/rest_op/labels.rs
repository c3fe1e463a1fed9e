//! Labels and arguments, brought together by their names. A label and an argument that only differ in spelling are one
//! mistake, not two.

use quote::ToTokens;
use syn::{GenericArgument, LitStr, PathArguments, PathSegment, Type};

use crate::errors::Errors;
use crate::rest_op::argument::Argument;
use crate::rest_op::body_format::Tuples;
use crate::rest_op::expand::{parameter_of, value_type};
use crate::rest_op::host_prefix::HostPrefix;
use crate::rest_op::piece::Piece;
use crate::rest_op::role::{Location, Role};
use crate::rest_op::template::Template;
use crate::rules::Rule;
use crate::suggest;

/// A label, and the literal that it stands in.
#[derive(Clone, Copy)]
struct Label<'a> {
    name: &'a str,
    literal: &'a LitStr,
}

/// The labels of the template and of the host prefix.
pub(crate) struct Labels<'a> {
    labels: Vec<Label<'a>>,
    /// Whether these are all. If not, an argument without a role may belong to one that could not be read.
    complete: bool,
}

impl<'a> Labels<'a> {
    pub(crate) fn new(template: Option<&'a Template>, host_prefix: Option<&'a HostPrefix>) -> Self {
        let path = template.map(|template| (template.path.as_slice(), &template.literal));
        let host = host_prefix.map(|prefix| (prefix.pieces.as_slice(), &prefix.literal));
        let mut labels: Vec<Label> = Vec::new();
        for (pieces, literal) in path.into_iter().chain(host) {
            for name in pieces.iter().filter_map(Piece::label) {
                if !labels.iter().any(|label| label.name == name) {
                    labels.push(Label { name, literal });
                }
            }
        }
        let complete = template.is_some_and(|template| template.all_labels_known)
            && host_prefix.is_none_or(|prefix| prefix.all_labels_known);
        Self { labels, complete }
    }

    /// Gives each label its argument, and each argument its one role.
    pub(crate) fn bind(&self, arguments: &[Argument], errors: &mut Errors) {
        let mut unbound = self.unbound(arguments);
        let mut idle = self.idle(arguments);
        pair(&mut unbound, &mut idle, self.complete, errors);
        // The argument of a label may be the one whose name could not be read.
        if arguments.iter().all(|argument| argument.ident.is_some()) {
            for label in unbound {
                check_has_argument(label, errors);
            }
        }
        if self.complete {
            for argument in idle {
                check_has_role(argument, errors);
            }
        }
        for argument in arguments {
            let is_label = self.contains(&argument.name);
            check_one_role(argument, is_label, errors);
            let is_path = is_label && argument.roles.iter().all(Role::is_path);
            if !is_path || check_one_value(argument, errors) {
                check_not_tuple(argument, is_label, errors);
            }
        }
    }

    fn contains(&self, name: &str) -> bool {
        self.labels.iter().any(|label| label.name == name)
    }

    /// The labels that no argument is named after.
    fn unbound(&self, arguments: &[Argument]) -> Vec<Label<'a>> {
        let is_bound = |label: &Label| arguments.iter().any(|argument| argument.name == label.name);
        self.labels.iter().copied().filter(|label| !is_bound(label)).collect()
    }

    /// The arguments that nothing gives a role.
    fn idle<'b>(&self, arguments: &'b [Argument]) -> Vec<&'b Argument> {
        let is_idle = |argument: &&Argument| {
            argument.roles.iter().all(Role::is_path)
                && argument.all_attributes_known
                && argument.ident.is_some()
                && !self.contains(&argument.name)
        };
        arguments.iter().filter(is_idle).collect()
    }
}

/// Pairs what has nearly one name, or is all that is left over; and takes each pair off.
fn pair(unbound: &mut Vec<Label>, idle: &mut Vec<&Argument>, complete: bool, errors: &mut Errors) {
    unbound.retain(|label| {
        let nearest = suggest::nearest(label.name, idle.iter().map(|argument| argument.name.as_str()));
        let Some(at) = nearest.and_then(|name| idle.iter().position(|argument| argument.name == name)) else {
            return true;
        };
        check_name(label, idle.remove(at), errors);
        false
    });
    if let ([label], [argument], true) = (unbound.as_slice(), idle.as_slice(), complete) {
        check_name(label, argument, errors);
        unbound.clear();
        idle.clear();
    }
}

fn check_name(label: &Label, argument: &Argument, errors: &mut Errors) {
    let (label, name) = (label.name, &argument.name);
    let is_snake_case = !label.contains(char::is_uppercase);
    let remedy = if is_snake_case {
        format!("rename it to `{label}`")
    } else {
        format!("write `<{name}>`")
    };
    let message = format!("argument `{name}` does not match label `<{label}>`; {remedy}");
    errors.report(Rule::MisnamedArgument, &argument.ident, message);
}

fn check_has_argument(label: Label, errors: &mut Errors) {
    let message = format!("label `<{0}>` has no argument; add `{0}: &str`", label.name);
    errors.report(Rule::LabelWithoutArgument, label.literal, message);
}

fn check_has_role(argument: &Argument, errors: &mut Errors) {
    if let Some(role) = argument.role() {
        let message = format!(
            "`#[path]` on argument `{0}`, which is no label; put `<{0}>` into the template",
            argument.name
        );
        errors.report(Rule::PathWithoutLabel, &role.attribute, message);
        return;
    }
    let message = format!(
        "argument `{0}` has no role; write `#[query]`, `#[header(\"…\")]` or `#[body]` before it, or put `<{0}>` into the template",
        argument.name
    );
    errors.report(Rule::ArgumentWithoutRole, &argument.ident, message);
}

fn check_one_role(argument: &Argument, is_label: bool, errors: &mut Errors) {
    let name = &argument.name;
    let of_label = is_label && argument.role().is_some_and(Role::is_path);
    for role in argument.roles.iter().skip(usize::from(!is_label || of_label)) {
        let written = role.attribute.path().to_token_stream();
        let message = if is_label {
            format!("argument `{name}` is a path parameter, by `<{name}>` in the template; remove `#[{written}]`")
        } else {
            format!("argument `{name}` has a role already; remove `#[{written}]`")
        };
        errors.report(Rule::TwoRoles, &role.attribute, message);
    }
}

/// Whether the type of a label is that of one value. An alias shows what it is when the request is built.
fn check_one_value(argument: &Argument, errors: &mut Errors) -> bool {
    const LISTS: [&str; 6] = ["BTreeSet", "BinaryHeap", "HashSet", "LinkedList", "Vec", "VecDeque"];
    let name = &argument.name;
    let several = ("a list", "write the type of one item");
    let (found, remedy) = match value(&argument.ty) {
        Type::Array(_) | Type::Slice(_) => several,
        Type::Path(path) => match path.path.segments.last().map(|segment| segment.ident.to_string()) {
            Some(last) if last == "Option" => ("an `Option`", "write the type without `Option`"),
            Some(last) if LISTS.contains(&last.as_str()) => several,
            _ => return true,
        },
        _ => return true,
    };
    let message = format!("argument `{name}` is {found}, but label `<{name}>` has one value; {remedy}");
    errors.report(Rule::LabelWithoutValue, &argument.ty, message);
    false
}

/// The type behind references, parentheses and pointers, which serialize as what they point to.
fn value(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => value(&group.elem),
        Type::Paren(paren) => value(&paren.elem),
        Type::Reference(reference) => value(&reference.elem),
        Type::Path(path) => path.path.segments.last().and_then(pointee).map_or(ty, value),
        ty => ty,
    }
}

/// The type in `Box<…>` and its like.
fn pointee(pointer: &PathSegment) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &pointer.arguments else {
        return None;
    };
    match arguments.args.last()? {
        GenericArgument::Type(ty) if ["Arc", "Box", "Cow", "Rc"].iter().any(|name| pointer.ident == name) => Some(ty),
        _ => None,
    }
}

/// Every role but that of a body in JSON or bytes takes one value, or a list of them, or what has names.
fn check_not_tuple(argument: &Argument, is_label: bool, errors: &mut Errors) {
    const ONE_VALUE: &str =
        "a tuple is not one value; write an argument for each of its values, or a type that is sent as text";
    let location = match argument.role() {
        // That of a pattern is one mistake with it.
        _ if argument.ident.is_none() => return,
        Some(Role { with: Some(_), .. }) => return,
        Some(role) => &role.location,
        None if is_label => &Location::Path,
        None => return,
    };
    let ty = value_type(&argument.ty);
    let message = match location.tuples() {
        Tuples::Unnamed if is_tuple(ty) => "a tuple has no names; write a struct or a map",
        Tuples::OneValue if is_tuple(element(ty)) => ONE_VALUE,
        _ => return,
    };
    errors.report(Rule::TupleArgument, &argument.ty, message);
}

/// Whether a type is written as a tuple. `()` is nothing to be sent.
fn is_tuple(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(tuple) if !tuple.elems.is_empty())
}

/// The type of an element; or the type itself, if it is not written as a list.
fn element(ty: &Type) -> &Type {
    match ty {
        Type::Array(array) => value_type(&array.elem),
        Type::Slice(slice) => value_type(&slice.elem),
        ty => parameter_of(ty, &["Vec", "vec::Vec", "std::vec::Vec", "alloc::vec::Vec"]).map_or(ty, value_type),
    }
}

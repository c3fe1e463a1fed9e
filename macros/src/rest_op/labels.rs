//! Matches labels and arguments by their names. A label and an argument that differ only in spelling are one mistake.

use quote::ToTokens;
use syn::{LitStr, Type};

use crate::errors::Errors;
use crate::rest_op::argument::Argument;
use crate::rest_op::host_prefix::HostPrefix;
use crate::rest_op::piece::Piece;
use crate::rest_op::style::{Role, Style, Takes};
use crate::rest_op::template::Template;
use crate::rest_op::type_shape::{POINTERS, behind, is_tuple, item_type, last_name, value_type};
use crate::rules::Rule;
use crate::suggest;

/// A label, and the literal that contains it.
#[derive(Clone, Copy)]
struct Label<'a> {
    name: &'a str,
    literal: &'a LitStr,
}

/// The labels of the template and of the host prefix.
pub(crate) struct Labels<'a> {
    labels: Vec<Label<'a>>,
    /// Whether every label could be read. If not, an argument without a role may belong to one that could not.
    all_known: bool,
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
        let all_known = template.is_some_and(|template| template.all_labels_known)
            && host_prefix.is_none_or(|prefix| prefix.all_labels_known);
        Self { labels, all_known }
    }

    /// Checks that each label has an argument, and each argument one role.
    pub(crate) fn check(&self, arguments: &[Argument], errors: &mut Errors) {
        let mut unbound = self.unbound(arguments);
        let mut idle = self.idle(arguments);
        report_pairs(&mut unbound, &mut idle, self.all_known, errors);
        // A label may belong to an argument whose name could not be read.
        if arguments.iter().all(|argument| argument.ident.is_some()) {
            for label in unbound {
                report_unbound(label, errors);
            }
        }
        if self.all_known {
            for argument in idle {
                report_idle(argument, errors);
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

    /// The labels without an argument of that name.
    fn unbound(&self, arguments: &[Argument]) -> Vec<Label<'a>> {
        let is_bound = |label: &Label| arguments.iter().any(|argument| argument.name == label.name);
        self.labels.iter().copied().filter(|label| !is_bound(label)).collect()
    }

    /// The arguments without a role.
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

/// Reports and removes the pairs of a label and an argument that have similar names, or are the only ones left.
fn report_pairs(unbound: &mut Vec<Label>, idle: &mut Vec<&Argument>, all_known: bool, errors: &mut Errors) {
    unbound.retain(|label| {
        let nearest = suggest::nearest(label.name, idle.iter().map(|argument| argument.name.as_str()));
        let Some(at) = nearest.and_then(|name| idle.iter().position(|argument| argument.name == name)) else {
            return true;
        };
        report_misnamed(label, idle.remove(at), errors);
        false
    });
    if let ([label], [argument], true) = (unbound.as_slice(), idle.as_slice(), all_known) {
        report_misnamed(label, argument, errors);
        unbound.clear();
        idle.clear();
    }
}

fn report_misnamed(label: &Label, argument: &Argument, errors: &mut Errors) {
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

fn report_unbound(label: Label, errors: &mut Errors) {
    let message = format!("label `<{0}>` has no argument; add `{0}: &str`", label.name);
    errors.report(Rule::LabelWithoutArgument, label.literal, message);
}

fn report_idle(argument: &Argument, errors: &mut Errors) {
    if let Some(role) = argument.role() {
        let message = format!(
            "`#[path]` on argument `{0}`, which is not a label; put `<{0}>` into the template",
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
    // A label may have `#[path]` as well.
    let has_path = argument.role().is_some_and(Role::is_path);
    for role in argument.roles.iter().skip(usize::from(!is_label || has_path)) {
        let written = role.attribute.path().to_token_stream();
        let message = if is_label {
            format!("argument `{name}` is the value of label `<{name}>`; remove `#[{written}]`")
        } else {
            format!("argument `{name}` already has a role; remove `#[{written}]`")
        };
        errors.report(Rule::TwoRoles, &role.attribute, message);
    }
}

/// Checks that the argument of a label has one value, as far as its type shows it. An alias is checked by the runtime.
fn check_one_value(argument: &Argument, errors: &mut Errors) -> bool {
    const LISTS: [&str; 6] = ["BTreeSet", "BinaryHeap", "HashSet", "LinkedList", "Vec", "VecDeque"];
    let name = &argument.name;
    let list = ("a list", "write the type of one item");
    let (found, remedy) = match behind(&argument.ty, POINTERS) {
        Type::Array(_) | Type::Slice(_) => list,
        ty => match last_name(ty).as_deref() {
            Some("Option") => ("an `Option`", "write the type without `Option`"),
            Some(name) if LISTS.contains(&name) => list,
            _ => return true,
        },
    };
    let message = format!("argument `{name}` is {found}, but label `<{name}>` takes one value; {remedy}");
    errors.report(Rule::LabelWithoutValue, &argument.ty, message);
    false
}

fn check_not_tuple(argument: &Argument, is_label: bool, errors: &mut Errors) {
    let takes = match argument.role() {
        // A tuple pattern is one mistake with its type.
        _ if argument.ident.is_none() => return,
        Some(role) if role.with.is_some() => return,
        Some(role) => role.style.takes,
        None if is_label => Style::LABEL.takes,
        None => return,
    };
    let message = match takes {
        Takes::Values if is_tuple(item_type(&argument.ty)) => {
            "a tuple is not a single value; write an argument for each of its elements, or a type that is sent as text"
        }
        Takes::Entries | Takes::Nested if is_tuple(value_type(&argument.ty)) => {
            "a tuple has no names; write a struct or a map"
        }
        _ => return,
    };
    errors.report(Rule::TupleArgument, &argument.ty, message);
}

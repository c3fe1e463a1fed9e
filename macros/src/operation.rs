//! An operation as a whole: brings the attribute and the method together, and checks what only shows there.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::ext::IdentExt;

use crate::argument::Argument;
use crate::attribute::Attribute;
use crate::errors::Errors;
use crate::krate::Krate;
use crate::piece::Piece;
use crate::role::{Format, Location, Role};
use crate::rules::Rule;
use crate::signature::Method;
use crate::suggest;
use crate::template::{Constant, Template};
use crate::verb::Verb;

/// A sound operation, ready to be expanded.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) krate: Krate,
    pub(crate) name: String,
    pub(crate) verb: Verb,
    pub(crate) host_prefix: Vec<Piece>,
    pub(crate) path: Vec<Piece>,
    pub(crate) query: Vec<Constant>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) authenticated: bool,
    pub(crate) idempotent: bool,
}

/// An argument and what it fills.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) ty: syn::Type,
    pub(crate) location: Location,
    pub(crate) with: Option<syn::Path>,
    pub(crate) checks: Vec<syn::Expr>,
}

impl Operation {
    /// Brings the parts together. `None` if one is missing, which has been reported.
    pub(crate) fn new(attribute: Attribute, method: &Method, errors: &mut Errors) -> Option<Self> {
        let Attribute {
            verb,
            template,
            options,
        } = attribute;
        let labels = Labels::new(template.as_ref(), &options.host_prefix);
        check_labels(&labels, &method.arguments, errors);
        for argument in &method.arguments {
            check_one_role(argument, &labels, errors);
        }
        check_bodies(verb, &method.arguments, errors);
        check_query_keys(template.as_ref(), &method.arguments, errors);
        check_headers(&method.arguments, errors);

        let (verb, template) = (verb?, template?);
        Some(Self {
            krate: options.krate,
            name: method.signature.ident.unraw().to_string(),
            verb,
            host_prefix: options.host_prefix.map(|prefix| prefix.pieces).unwrap_or_default(),
            path: template.path,
            query: template.query,
            parameters: method.arguments.iter().map(Parameter::new).collect::<Option<_>>()?,
            authenticated: !options.unauthenticated,
            idempotent: options.idempotent || verb.is_idempotent(),
        })
    }
}

impl Parameter {
    pub(crate) fn new(argument: &Argument) -> Option<Self> {
        let role = argument.roles.first();
        Some(Self {
            ident: argument.ident.clone()?,
            name: argument.name()?,
            ty: argument.ty.clone(),
            location: role.map_or(Location::Path, |role| role.location.clone()),
            with: role.and_then(|role| role.with.clone()),
            checks: argument.checks.clone(),
        })
    }
}

/// The labels of the template and of the host prefix, each with the literal that it stands in.
struct Labels<'a> {
    labels: Vec<(&'a str, &'a syn::LitStr)>,
    /// Whether these are all.
    complete: bool,
}

impl<'a> Labels<'a> {
    fn new(template: Option<&'a Template>, host_prefix: &'a Option<crate::host_prefix::HostPrefix>) -> Self {
        let path = template
            .iter()
            .flat_map(|template| labels(&template.path, &template.literal));
        let host = host_prefix
            .iter()
            .flat_map(|prefix| labels(&prefix.pieces, &prefix.literal));
        let complete = template.is_some_and(|template| template.all_labels_known)
            && host_prefix.as_ref().is_none_or(|prefix| prefix.all_labels_known);
        Self {
            labels: path.chain(host).collect(),
            complete,
        }
    }

    fn contains(&self, name: &str) -> bool {
        self.labels.iter().any(|(label, _)| *label == name)
    }
}

fn labels<'a>(pieces: &'a [Piece], literal: &'a syn::LitStr) -> impl Iterator<Item = (&'a str, &'a syn::LitStr)> {
    pieces
        .iter()
        .filter_map(Piece::label)
        .map(move |label| (label, literal))
}

/// Labels without argument, and arguments without role: one of each that belong together are one mistake.
fn check_labels(labels: &Labels, arguments: &[Argument], errors: &mut Errors) {
    let names: Vec<String> = arguments.iter().filter_map(Argument::name).collect();
    let mut lonely: Vec<&Argument> = arguments
        .iter()
        .filter(|argument| argument.roles.is_empty() && argument.all_attributes_known)
        .filter(|argument| argument.name().is_some_and(|name| !labels.contains(&name)))
        .collect();
    let mut unfilled: Vec<(&str, &syn::LitStr)> = Vec::new();
    for &(label, literal) in &labels.labels {
        if !names.iter().any(|name| name == label) && !unfilled.iter().any(|(other, _)| *other == label) {
            unfilled.push((label, literal));
        }
    }
    unfilled.retain(|(label, _)| {
        let name = suggest::nearest(
            label,
            lonely
                .iter()
                .filter_map(|argument| argument.ident.as_ref())
                .map(Ident::to_string)
                .collect::<Vec<_>>()
                .iter()
                .map(String::as_str),
        )
        .map(str::to_owned);
        name.is_none_or(|name| !check_misnamed(label, &name, &mut lonely, errors))
    });
    if let ([(label, _)], [argument], true) = (unfilled.as_slice(), lonely.as_slice(), labels.complete)
        && let Some(name) = argument.ident.as_ref().map(Ident::to_string)
    {
        check_misnamed(label, &name, &mut lonely, errors);
        return;
    }
    // The argument of a label may be the one whose name could not be read.
    if arguments.iter().all(|argument| argument.ident.is_some()) {
        for (label, literal) in unfilled {
            check_filled(label, literal, errors);
        }
    }
    if labels.complete {
        for argument in lonely {
            check_has_role(argument, errors);
        }
    }
}

/// Reports the argument `name` as the one that `label` means, and takes it off those that are left.
fn check_misnamed(label: &str, name: &str, lonely: &mut Vec<&Argument>, errors: &mut Errors) -> bool {
    let Some(at) = lonely
        .iter()
        .position(|argument| argument.ident.as_ref().is_some_and(|ident| ident == name))
    else {
        return false;
    };
    let argument = lonely.remove(at);
    let message = format!("argument `{name}` does not match label `<{label}>`; rename it to `{label}`");
    errors.report(Rule::MisnamedArgument, &argument.ident, message);
    true
}

fn check_filled(label: &str, literal: &syn::LitStr, errors: &mut Errors) {
    let message = format!("label `<{label}>` has no argument; add `{label}: &str`");
    errors.report(Rule::LabelWithoutArgument, literal, message);
}

fn check_has_role(argument: &Argument, errors: &mut Errors) {
    let Some(name) = argument.name() else {
        return;
    };
    let message = format!(
        "argument `{name}` has no role; write `#[query]`, `#[header(\"…\")]` or `#[body]` before it, or put `<{name}>` into the template"
    );
    errors.report(Rule::ArgumentWithoutRole, &argument.ident, message);
}

/// The template and attributes together give one role.
fn check_one_role(argument: &Argument, labels: &Labels, errors: &mut Errors) {
    let Some(name) = argument.name() else {
        return;
    };
    let in_template = labels.contains(&name);
    for role in argument.roles.iter().skip(usize::from(!in_template)) {
        let written = role.attribute.to_token_stream().to_string().replace(' ', "");
        let message = if in_template {
            format!("argument `{name}` is a path parameter, by `<{name}>` in the template; remove `{written}`")
        } else {
            format!("argument `{name}` has two roles; remove `{written}`")
        };
        errors.report(Rule::TwoRoles, &role.attribute, message);
    }
}

/// The role that counts, of an argument that is no path parameter by name.
fn role(argument: &Argument) -> Option<&Role> {
    argument.roles.first()
}

fn check_bodies(verb: Option<Verb>, arguments: &[Argument], errors: &mut Errors) {
    let mut bodies = arguments
        .iter()
        .filter_map(role)
        .filter(|role| matches!(role.location, Location::Body(_)));
    let Some(first) = bodies.next() else {
        return;
    };
    if let Some(verb) = verb.filter(|verb| !verb.takes_body()) {
        let message = format!(
            "a {} request has no body; write `#[query]`, or another verb such as `POST`",
            verb.name()
        );
        errors.report(Rule::BodyWithoutMeaning, &first.attribute, message);
    }
    for second in bodies {
        let message = "second body; a request has one: put both into a struct";
        errors.report(Rule::TwoBodies, &second.attribute, message);
    }
}

fn check_query_keys(template: Option<&Template>, arguments: &[Argument], errors: &mut Errors) {
    let mut seen: Vec<&str> = template
        .iter()
        .flat_map(|template| &template.query)
        .map(|constant| constant.key.as_str())
        .collect();
    for role in arguments.iter().filter_map(role) {
        if let Location::Query(key) = &role.location {
            if seen.contains(&key.as_str()) {
                let message = format!("query parameter `{key}` is given twice; remove one, or pass a list");
                errors.report(Rule::DuplicateQueryKey, &role.attribute, message);
            }
            seen.push(key);
        }
    }
}

fn check_headers(arguments: &[Argument], errors: &mut Errors) {
    let mut seen: Vec<(&str, bool)> = Vec::new();
    for role in arguments.iter().filter_map(role) {
        let header = match &role.location {
            Location::Header(name) => (name.as_str(), false),
            Location::HeaderPrefix(prefix) => (prefix.as_str(), true),
            _ => continue,
        };
        if seen.contains(&header) {
            let message = format!("header `{}` is given twice; remove one, or pass a list", header.0);
            errors.report(Rule::DuplicateHeader, &role.attribute, message);
        }
        seen.push(header);
    }
}

impl Format {
    /// The variant of the runtime's `Format`.
    pub(crate) fn variant(self) -> &'static str {
        match self {
            Self::Json => "Json",
            Self::Form => "Form",
            Self::Text => "Text",
            Self::Bytes => "Bytes",
            Self::Stream => "Stream",
        }
    }
}

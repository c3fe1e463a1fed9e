//! An operation as a whole: brings the attribute and the method together, and checks what only shows there.

use proc_macro2::Ident;
use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::rest_op::argument::Argument;
use crate::rest_op::attribute::Attribute;
use crate::rest_op::http_method::HttpMethod;
use crate::rest_op::labels::Labels;
use crate::rest_op::piece::Piece;
use crate::rest_op::role::Location;
use crate::rest_op::template::{Constant, Template};
use crate::rest_op::trait_fn::TraitFn;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;

/// A sound operation, ready to be expanded.
pub(crate) struct Operation {
    pub(crate) runtime: RuntimePath,
    pub(crate) name: String,
    pub(crate) verb: HttpMethod,
    pub(crate) host_prefix: Vec<Piece>,
    pub(crate) path: Vec<Piece>,
    pub(crate) query: Vec<Constant>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) authenticated: bool,
    pub(crate) idempotent: bool,
}

/// An argument and what it fills.
#[derive(Clone)]
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
    pub(crate) fn new(attribute: Attribute, method: &TraitFn, errors: &mut Errors) -> Option<Self> {
        let Attribute {
            verb,
            template,
            options,
        } = attribute;
        Labels::new(template.as_ref(), options.host_prefix.as_ref()).bind(&method.arguments, errors);
        check_idempotent(verb, options.idempotent.as_ref(), errors);
        check_bodies(verb, options.get_body, &method.arguments, errors);
        check_query_keys(template.as_ref(), &method.arguments, errors);
        check_headers(&method.arguments, errors);

        let (verb, template) = (verb?, template?);
        Some(Self {
            runtime: options.runtime,
            name: method.signature.ident.unraw().to_string(),
            verb,
            host_prefix: options.host_prefix.map(|prefix| prefix.pieces).unwrap_or_default(),
            path: template.path,
            query: template.query,
            parameters: method.arguments.iter().map(Parameter::new).collect::<Option<_>>()?,
            authenticated: !options.unauthenticated,
            idempotent: options.idempotent.is_some() || verb.is_idempotent(),
        })
    }
}

impl Parameter {
    pub(crate) fn new(argument: &Argument) -> Option<Self> {
        let role = argument.role();
        Some(Self {
            ident: argument.ident.clone()?,
            name: argument.name.clone(),
            ty: argument.ty.clone(),
            location: role.map_or(Location::Path, |role| role.location.clone()),
            with: role.and_then(|role| role.with.clone()),
            checks: argument.checks.clone(),
        })
    }
}

fn check_idempotent(verb: Option<HttpMethod>, option: Option<&Ident>, errors: &mut Errors) {
    if let (Some(verb), Some(option)) = (verb.filter(|verb| verb.is_idempotent()), option) {
        let message = format!(
            "`idempotent` says nothing beside {}, which may be repeated anyway; remove it",
            verb.name()
        );
        errors.report(Rule::IdempotentWithoutMeaning, option, message);
    }
}

fn check_bodies(verb: Option<HttpMethod>, get_body: bool, arguments: &[Argument], errors: &mut Errors) {
    let bodies = arguments
        .iter()
        .filter_map(|argument| Some((argument.role()?, &argument.name)));
    let mut bodies = bodies.filter(|(role, _)| matches!(role.location, Location::Body(_)));
    let Some((first, first_name)) = bodies.next() else {
        return;
    };
    let allowed = |verb: &HttpMethod| verb.takes_body() || get_body && *verb == HttpMethod::Get;
    if let Some(verb) = verb.filter(|verb| !allowed(verb)) {
        let remedy = match verb {
            HttpMethod::Get => "write `#[query]`, another verb, or the option `get_body` if the service wants one",
            _ => "write `#[query]`, or another verb",
        };
        let message = format!("a {} request has no body; {remedy}", verb.name());
        errors.report(Rule::BodyWithoutMeaning, &first.attribute, message);
    }
    for (second, name) in bodies {
        let message = format!("argument `{name}` is a second body; put it and `{first_name}` into one struct");
        errors.report(Rule::TwoBodies, &second.attribute, message);
    }
}

fn check_query_keys(template: Option<&Template>, arguments: &[Argument], errors: &mut Errors) {
    let mut seen: Vec<&str> = template
        .iter()
        .flat_map(|template| &template.query)
        .map(|constant| constant.key.as_str())
        .collect();
    for role in arguments.iter().filter_map(Argument::role) {
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
    for role in arguments.iter().filter_map(Argument::role) {
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

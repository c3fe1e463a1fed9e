//! An operation: the attribute and the method together, and the rules that concern both.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Expr, Path, Type};

use crate::errors::Errors;
use crate::rest_op::argument::Argument;
use crate::rest_op::attribute::Attribute;
use crate::rest_op::http_method::HttpMethod;
use crate::rest_op::labels::Labels;
use crate::rest_op::piece::{LabelName, Piece};
use crate::rest_op::role::{LABEL, Location, Style};
use crate::rest_op::template::{Constant, Template};
use crate::rest_op::trait_fn::TraitFn;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;

/// A sound operation, ready to be expanded. Labels contain indices into the parameters.
pub(crate) struct Operation {
    pub(crate) runtime: RuntimePath,
    pub(crate) name: String,
    pub(crate) method: HttpMethod,
    pub(crate) host_prefix: Vec<Piece<usize>>,
    pub(crate) path: Vec<Piece<usize>>,
    pub(crate) query: Vec<Constant>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) authenticated: bool,
    pub(crate) idempotent: bool,
}

/// An argument that has a role.
pub(crate) struct Parameter {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) style: &'static Style,
    /// The query key, or the name or the prefix of a header; empty for the other locations.
    pub(crate) key: String,
    pub(crate) with: Option<Path>,
    pub(crate) checks: Vec<Expr>,
}

impl Operation {
    /// Combines the attribute and the method. `None` has been reported.
    pub(crate) fn new(attribute: Attribute, trait_fn: &TraitFn, errors: &mut Errors) -> Option<Self> {
        let Attribute {
            method,
            template,
            options,
        } = attribute;
        let arguments = &trait_fn.arguments;
        Labels::new(template.as_ref(), options.host_prefix.as_ref()).check(arguments, errors);
        check_idempotent(method, options.idempotent.as_ref(), errors);
        check_bodies(method, options.get_body, arguments, errors);
        check_query_keys(template.as_ref(), arguments, errors);
        check_headers(arguments, errors);

        let (method, template) = (method?, template?);
        let host_prefix = options.host_prefix.map(|prefix| prefix.pieces);
        Some(Self {
            runtime: options.runtime,
            name: trait_fn.signature.ident.unraw().to_string(),
            method,
            host_prefix: bind(host_prefix.unwrap_or_default(), arguments)?,
            path: bind(template.path, arguments)?,
            query: template.query,
            parameters: arguments.iter().map(Parameter::new).collect::<Option<_>>()?,
            authenticated: !options.unauthenticated,
            idempotent: options.idempotent.is_some() || method.is_idempotent(),
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
            style: role.map_or(LABEL, |role| role.style),
            key: role.map(|role| role.key.clone()).unwrap_or_default(),
            with: role.and_then(|role| role.with.clone()),
            checks: argument.checks.clone(),
        })
    }
}

/// Replaces the names in labels by the indices of the arguments.
fn bind(pieces: Vec<Piece<LabelName>>, arguments: &[Argument]) -> Option<Vec<Piece<usize>>> {
    let index = |name: LabelName| {
        let name = name?;
        arguments.iter().position(|argument| argument.name == name)
    };
    pieces.into_iter().map(|piece| piece.try_map(index)).collect()
}

fn check_idempotent(method: Option<HttpMethod>, option: Option<&Ident>, errors: &mut Errors) {
    if let (Some(method), Some(option)) = (method.filter(|method| method.is_idempotent()), option) {
        let message = format!(
            "`idempotent` has no effect with {}, which is always idempotent; remove it",
            method.name()
        );
        errors.report(Rule::IdempotentWithoutMeaning, option, message);
    }
}

fn check_bodies(method: Option<HttpMethod>, get_body: bool, arguments: &[Argument], errors: &mut Errors) {
    let roles = arguments
        .iter()
        .filter_map(|argument| Some((argument.role()?, &argument.name)));
    let mut bodies = roles.filter(|(role, _)| matches!(role.style.location, Location::Body(_)));
    let Some((first, first_name)) = bodies.next() else {
        return;
    };
    let takes_body = |method: &HttpMethod| method.takes_body() || get_body && *method == HttpMethod::Get;
    if let Some(method) = method.filter(|method| !takes_body(method)) {
        let remedy = match method {
            HttpMethod::Get => {
                "write `#[query]` or another verb, or the option `get_body` if the service requires a body"
            }
            _ => "write `#[query]` or another verb",
        };
        let message = format!("a {} request has no body; {remedy}", method.name());
        errors.report(Rule::BodyWithoutMeaning, &first.attribute, message);
    }
    for (second, name) in bodies {
        let message = format!("argument `{name}` is a second body; put it and `{first_name}` into one struct");
        errors.report(Rule::TwoBodies, &second.attribute, message);
    }
}

fn check_query_keys(template: Option<&Template>, arguments: &[Argument], errors: &mut Errors) {
    let constants = template.iter().flat_map(|template| &template.query);
    let mut seen: Vec<&str> = constants.map(|constant| constant.key.as_str()).collect();
    let roles = arguments.iter().filter_map(Argument::role);
    for role in roles.filter(|role| role.style.location == Location::Query) {
        let key = role.key.as_str();
        if seen.contains(&key) {
            let message = format!("query parameter `{key}` is given twice; remove one, or pass a list");
            errors.report(Rule::DuplicateQueryKey, &role.attribute, message);
        }
        seen.push(key);
    }
}

fn check_headers(arguments: &[Argument], errors: &mut Errors) {
    let mut seen: Vec<(Location, &str)> = Vec::new();
    let roles = arguments.iter().filter_map(Argument::role);
    for role in roles.filter(|role| matches!(role.style.location, Location::Header | Location::HeaderPrefix)) {
        let header = (role.style.location, role.key.as_str());
        if seen.contains(&header) {
            let message = format!("header `{}` is given twice; remove one, or pass a list", role.key);
            errors.report(Rule::DuplicateHeader, &role.attribute, message);
        }
        seen.push(header);
    }
}

//! An operation as a whole: brings the attribute and the method together, and checks what only shows there.

use std::time::Duration;

use proc_macro2::Ident;
use syn::LitStr;
use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::rest_op::argument::Argument;
use crate::rest_op::attribute::Attribute;
use crate::rest_op::http_method::HttpMethod;
use crate::rest_op::labels::Labels;
use crate::rest_op::options::{ConstantHeader, Options};
use crate::rest_op::piece::Piece;
use crate::rest_op::role::{Location, Role};
use crate::rest_op::template::{Constant, Template};
use crate::rest_op::trait_fn::TraitFn;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;

/// A sound operation, ready to be expanded.
pub(crate) struct Operation {
    pub(crate) runtime: RuntimePath,
    pub(crate) name: String,
    pub(crate) verb: HttpMethod,
    pub(crate) template: LitStr,
    pub(crate) host_prefix: Vec<Piece>,
    pub(crate) path: Vec<Piece>,
    pub(crate) query: Vec<Constant>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) content_type: Option<LitStr>,
    pub(crate) authenticated: bool,
    pub(crate) idempotent: bool,
    pub(crate) retries: bool,
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
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
        check_idempotent(verb.as_ref(), &options, errors);
        check_limits(&options, errors);
        check_bodies(verb.as_ref(), options.get_body, &method.arguments, errors);
        check_members(&method.arguments, errors);
        check_content_type(verb.as_ref(), &options, &method.arguments, errors);
        check_query_keys(template.as_ref(), &method.arguments, errors);
        check_headers(&options.headers, &method.arguments, errors);

        let (verb, template) = (verb?, template?);
        Some(Self {
            runtime: options.runtime,
            name: method.signature.ident.unraw().to_string(),
            idempotent: options.idempotent.is_some() || verb.is_idempotent(),
            verb,
            host_prefix: options.host_prefix.map(|prefix| prefix.pieces).unwrap_or_default(),
            template: template.literal,
            path: template.path,
            query: template.query,
            parameters: method.arguments.iter().map(Parameter::new).collect::<Option<_>>()?,
            headers: options
                .headers
                .into_iter()
                .map(|header| (header.name, header.value))
                .collect(),
            content_type: options.content_type,
            authenticated: !options.unauthenticated,
            retries: options.retry_none.is_none(),
            timeout: options.timeout.map(|limit| limit.length),
            attempt_timeout: options.attempt_timeout.map(|limit| limit.length),
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

fn check_idempotent(verb: Option<&HttpMethod>, options: &Options, errors: &mut Errors) {
    let Some(option) = &options.idempotent else {
        return;
    };
    let message = if let Some(verb) = verb.filter(|verb| verb.is_idempotent()) {
        format!(
            "`idempotent` says nothing beside {}, which may be repeated anyway; remove it",
            verb.name()
        )
    } else if options.retry_none.is_some() {
        "`idempotent` says nothing beside `retry = none`; remove one".to_owned()
    } else {
        return;
    };
    errors.report(Rule::IdempotentWithoutMeaning, option, message);
}

fn check_limits(options: &Options, errors: &mut Errors) {
    if let (Some(timeout), Some(attempt)) = (&options.timeout, &options.attempt_timeout)
        && attempt.length > timeout.length
    {
        let message = format!(
            "`attempt_timeout` is longer than `timeout = {}`, which ends the call before; write a shorter one",
            timeout.literal.token()
        );
        errors.report(Rule::AttemptAboveTimeout, &attempt.literal, message);
    }
}

/// The roles that fill the body, with the names of their arguments.
fn bodies(arguments: &[Argument]) -> impl Iterator<Item = (&Role, &str)> {
    arguments
        .iter()
        .filter_map(|argument| Some((argument.role()?, argument.name.as_str())))
        .filter(|(role, _)| role.location.is_in_body())
}

fn takes_body(verb: &HttpMethod, get_body: bool) -> bool {
    verb.takes_body() || get_body && verb.name() == "GET"
}

fn check_bodies(verb: Option<&HttpMethod>, get_body: bool, arguments: &[Argument], errors: &mut Errors) {
    let Some((first, first_name)) = bodies(arguments).next() else {
        return;
    };
    if let Some(verb) = verb.filter(|verb| !takes_body(verb, get_body)) {
        let remedy = match verb.name() {
            "GET" => "write `#[query]`, another verb, or the option `get_body` if the service wants one",
            _ => "write `#[query]`, or another verb",
        };
        let message = format!("a {} request has no body; {remedy}", verb.name());
        errors.report(Rule::BodyWithoutMeaning, &first.attribute, message);
    }
    let is_member = |role: &Role| matches!(role.location, Location::Member(_));
    for (second, name) in bodies(arguments).skip(1) {
        let message = match (is_member(first), is_member(second)) {
            (true, true) => continue,
            (false, false) => format!("argument `{name}` is a second body; put it and `{first_name}` into one struct"),
            (true, false) => format!("argument `{name}` is a body beside the member `{first_name}`; write `#[member]`"),
            (false, true) => {
                format!("argument `{name}` is a member beside the body `{first_name}`; write `#[member]` on both")
            }
        };
        errors.report(Rule::TwoBodies, &second.attribute, message);
    }
}

fn check_members(arguments: &[Argument], errors: &mut Errors) {
    let mut seen: Vec<&str> = Vec::new();
    for (role, _) in bodies(arguments) {
        if let Location::Member(name) = &role.location {
            if seen.contains(&name.as_str()) {
                let message = format!("member `{name}` is given twice; remove one, or pass a list");
                errors.report(Rule::DuplicateMember, &role.attribute, message);
            }
            seen.push(name);
        }
    }
}

fn check_content_type(verb: Option<&HttpMethod>, options: &Options, arguments: &[Argument], errors: &mut Errors) {
    let Some(content_type) = &options.content_type else {
        return;
    };
    let is_header = |role: &&Role| matches!(&role.location, Location::Header(name) if name == "content-type");
    if let Some(role) = arguments.iter().filter_map(Argument::role).find(is_header) {
        let message = "an argument is the header `content-type`, as the option `content_type` is; remove one";
        errors.report(Rule::ContentTypeWithoutMeaning, &role.attribute, message);
        return;
    }
    // What fills the body may be one of those that could not be read.
    if !arguments.iter().all(|argument| argument.all_attributes_known) {
        return;
    }
    let message = match bodies(arguments).next() {
        Some((role, _)) => match &role.location {
            Location::Body(format) if !format.takes_content_type => {
                format!("the media type of a {} is fixed; remove `content_type`", format.option)
            }
            _ => return,
        },
        None if verb.is_some_and(|verb| !takes_body(verb, options.get_body)) => {
            "there is no body whose media type `content_type` could be; remove it".to_owned()
        }
        None if is_json(&content_type.value()) => return,
        None => "there is no body whose media type `content_type` could be; write `#[body]` before an argument, or remove it".to_owned(),
    };
    errors.report(Rule::ContentTypeWithoutMeaning, content_type, message);
}

/// Whether a body of this media type is JSON, so that an empty object can be sent.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim_end();
    let subtype = essence.split('/').next_back().unwrap_or_default().to_ascii_lowercase();
    subtype == "json" || subtype.ends_with("+json") || subtype.starts_with("x-amz-json-")
}

fn check_query_keys(template: Option<&Template>, arguments: &[Argument], errors: &mut Errors) {
    let mut seen: Vec<&str> = template
        .iter()
        .flat_map(|template| &template.query)
        .map(|constant| constant.key.as_str())
        .collect();
    for role in arguments.iter().filter_map(Argument::role) {
        if let Some(key) = role.location.query_key() {
            if seen.contains(&key) {
                let message = format!("query parameter `{key}` is given twice; remove one, or pass a list");
                errors.report(Rule::DuplicateQueryKey, &role.attribute, message);
            }
            seen.push(key);
        }
    }
}

fn check_headers(constants: &[ConstantHeader], arguments: &[Argument], errors: &mut Errors) {
    let mut seen: Vec<(&str, bool)> = constants.iter().map(|header| (header.name.as_str(), false)).collect();
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

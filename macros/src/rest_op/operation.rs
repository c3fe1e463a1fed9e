//! An operation: the attribute and the method together, and the rules that concern both.

use std::time::Duration;

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Expr, LitStr, Path, Type};

use crate::errors::Errors;
use crate::rest_op::argument::Argument;
use crate::rest_op::attribute::Attribute;
use crate::rest_op::http_method::HttpMethod;
use crate::rest_op::labels::Labels;
use crate::rest_op::options::{Checksum, OperationOptions};
use crate::rest_op::piece::{LabelName, Piece};
use crate::rest_op::style::{Location, Role, Style};
use crate::rest_op::template::{Constant, Template};
use crate::rest_op::trait_fn::TraitFn;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;

/// A sound operation, ready to be expanded. Labels contain indices into the parameters.
pub(crate) struct Operation {
    pub(crate) runtime: RuntimePath,
    pub(crate) name: String,
    pub(crate) method: HttpMethod,
    pub(crate) template: LitStr,
    pub(crate) host_prefix: Vec<Piece<usize>>,
    pub(crate) path: Vec<Piece<usize>>,
    pub(crate) query: Vec<Constant>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) content_type: Option<LitStr>,
    pub(crate) checksum: Option<Checksum>,
    pub(crate) authenticated: bool,
    pub(crate) idempotent: bool,
    pub(crate) retries: bool,
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
}

/// An argument that has a role.
pub(crate) struct Parameter {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) style: &'static Style,
    /// The query key, the name of a member, or the name or prefix of a header; empty for the other locations.
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
        check_idempotent(method.as_ref(), &options, errors);
        check_limits(&options, errors);
        check_bodies(method.as_ref(), options.get_body, arguments, errors);
        check_members(arguments, errors);
        check_content_type(method.as_ref(), &options, arguments, errors);
        check_query_keys(template.as_ref(), arguments, errors);
        check_headers(&options, arguments, errors);
        check_checksum(&options, arguments, errors);

        let (method, template) = (method?, template?);
        let host_prefix = options.host_prefix.map(|prefix| prefix.pieces);
        let headers = options.headers.into_iter().map(|header| (header.name, header.value));
        Some(Self {
            runtime: options.runtime,
            name: trait_fn.signature.ident.unraw().to_string(),
            idempotent: options.idempotent.is_some() || method.is_idempotent(),
            method,
            template: template.literal,
            host_prefix: bind(host_prefix.unwrap_or_default(), arguments)?,
            path: bind(template.path, arguments)?,
            query: template.query,
            parameters: arguments.iter().map(Parameter::new).collect::<Option<_>>()?,
            headers: headers.collect(),
            content_type: options.content_type,
            checksum: options.checksum,
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
            style: role.map_or(&Style::LABEL, |role| role.style),
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

fn check_idempotent(method: Option<&HttpMethod>, options: &OperationOptions, errors: &mut Errors) {
    let Some(option) = &options.idempotent else {
        return;
    };
    let message = if let Some(method) = method.filter(|method| method.is_idempotent()) {
        format!(
            "`idempotent` has no effect with {}, which is always idempotent; remove it",
            method.name()
        )
    } else if options.retry_none.is_some() {
        "`idempotent` has no effect with `retry = none`; remove one".to_owned()
    } else {
        return;
    };
    errors.report(Rule::IdempotentWithoutMeaning, option, message);
}

fn check_limits(options: &OperationOptions, errors: &mut Errors) {
    if let (Some(timeout), Some(attempt)) = (&options.timeout, &options.attempt_timeout)
        && attempt.length > timeout.length
    {
        let message = format!(
            "`attempt_timeout` is longer than `timeout = {}`, which ends the call first; write a shorter one",
            timeout.literal.token()
        );
        errors.report(Rule::AttemptAboveTimeout, &attempt.literal, message);
    }
}

/// The roles of the body or of its members, with the names of their arguments.
fn bodies(arguments: &[Argument]) -> impl Iterator<Item = (&Role, &str)> {
    arguments
        .iter()
        .filter_map(|argument| Some((argument.role()?, argument.name.as_str())))
        .filter(|(role, _)| role.style.is_in_body())
}

/// Whether all roles are known. An argument whose attributes could not be read may be the body.
fn is_body_known(arguments: &[Argument]) -> bool {
    arguments.iter().all(|argument| argument.all_attributes_known)
}

fn takes_body(method: &HttpMethod, get_body: bool) -> bool {
    method.takes_body() || get_body && method.name() == "GET"
}

fn check_bodies(method: Option<&HttpMethod>, get_body: bool, arguments: &[Argument], errors: &mut Errors) {
    let Some((first, first_name)) = bodies(arguments).next() else {
        return;
    };
    if let Some(method) = method.filter(|method| !takes_body(method, get_body)) {
        let remedy = match method.name() {
            "GET" => "write `#[query]` or another verb, or the option `get_body` if the service requires a body",
            _ => "write `#[query]` or another verb",
        };
        let message = format!("a {} request has no body; {remedy}", method.name());
        errors.report(Rule::BodyWithoutMeaning, &first.attribute, message);
    }
    for (second, name) in bodies(arguments).skip(1) {
        let message = match (first.style.attribute, second.style.attribute) {
            ("member", "member") | ("part", "part") => continue,
            ("body", "body") => {
                format!("argument `{name}` is a second body; put it and `{first_name}` into one struct")
            }
            ("body", several) => {
                format!("argument `{name}` is a {several} beside the body `{first_name}`; write `#[{several}]` on both")
            }
            (several, other) => {
                format!("argument `{name}` is a {other} beside the {several} `{first_name}`; write `#[{several}]`")
            }
        };
        errors.report(Rule::TwoBodies, &second.attribute, message);
    }
}

fn check_members(arguments: &[Argument], errors: &mut Errors) {
    let mut seen: Vec<&str> = Vec::new();
    for (role, _) in bodies(arguments).filter(|(role, _)| role.style.location == Location::Member) {
        let name = role.key.as_str();
        if seen.contains(&name) {
            let message = format!("member `{name}` is given twice; remove one, or pass a list");
            errors.report(Rule::DuplicateMember, &role.attribute, message);
        }
        seen.push(name);
    }
}

fn check_content_type(
    method: Option<&HttpMethod>,
    options: &OperationOptions,
    arguments: &[Argument],
    errors: &mut Errors,
) {
    let is_header = |role: &&Role| role.style.location == Location::Header && role.key == "content-type";
    let header = arguments.iter().filter_map(Argument::role).find(is_header);
    let has_parts = bodies(arguments).any(|(role, _)| role.style.location == Location::Part);
    if let (Some(role), true) = (header, has_parts) {
        let message = "the media type of parts is fixed, since it contains their boundary; remove the argument";
        errors.report(Rule::ContentTypeWithoutMeaning, &role.attribute, message);
    }
    let Some(content_type) = &options.content_type else {
        return;
    };
    if let Some(role) = header {
        let message = "an argument and the option `content_type` both set the header `content-type`; remove one";
        errors.report(Rule::ContentTypeWithoutMeaning, &role.attribute, message);
        return;
    }
    if !is_body_known(arguments) {
        return;
    }
    let message = match bodies(arguments).next() {
        Some((role, _)) if role.style.allows("content_type") => return,
        Some((role, _)) => {
            let format = role.style.options.first().unwrap_or(&role.style.attribute);
            format!("the media type of `{format}` is fixed; remove `content_type`")
        }
        None if method.is_some_and(|method| !takes_body(method, options.get_body)) => {
            "`content_type` requires a body; remove it".to_owned()
        }
        None if is_json(&content_type.value()) => return,
        None => "`content_type` requires a body; write `#[body]` before an argument, or remove it".to_owned(),
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
    let constants = template.iter().flat_map(|template| &template.query);
    let mut seen: Vec<&str> = constants.map(|constant| constant.key.as_str()).collect();
    let roles = arguments.iter().filter_map(Argument::role);
    for role in roles.filter(|role| role.style.has_query_key()) {
        let key = role.key.as_str();
        if seen.contains(&key) {
            let message = format!("query parameter `{key}` is given twice; remove one, or pass a list");
            errors.report(Rule::DuplicateQueryKey, &role.attribute, message);
        }
        seen.push(key);
    }
}

fn check_headers(options: &OperationOptions, arguments: &[Argument], errors: &mut Errors) {
    let constants = options.headers.iter().map(|header| header.name.as_str());
    let checksum = options.checksum.as_ref().map(|checksum| checksum.header);
    if let Some(checksum) = &options.checksum
        && options.headers.iter().any(|header| header.name == checksum.header)
    {
        let message = format!("header `{}` is given twice; remove one", checksum.header);
        errors.report(Rule::DuplicateHeader, &checksum.literal, message);
    }
    let mut seen: Vec<(Location, &str)> = constants.chain(checksum).map(|name| (Location::Header, name)).collect();
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

fn check_checksum(options: &OperationOptions, arguments: &[Argument], errors: &mut Errors) {
    let Some(checksum) = options.checksum.as_ref().filter(|_| is_body_known(arguments)) else {
        return;
    };
    let location = bodies(arguments).next().map(|(role, _)| role.style.location);
    let written = checksum.literal.token();
    let message = match location {
        None => "`checksum` requires a body; write `#[body]` before an argument, or remove it".to_owned(),
        Some(Location::Body("Stream")) => format!(
            "the checksum of a stream is not known before it is sent; remove `checksum`, and send it by an argument \
             `#[header({written})]`"
        ),
        Some(Location::Part) => "`checksum` is not supported for parts; remove it".to_owned(),
        Some(_) => return,
    };
    errors.report(Rule::ChecksumWithoutMeaning, &checksum.literal, message);
}

//! The options of the attribute, which follow the template.

mod checksum;
mod constant_header;
mod time_limit;

use proc_macro2::Ident;
use quote::ToTokens;
use syn::LitStr;

pub(crate) use self::checksum::Checksum;
pub(crate) use self::constant_header::ConstantHeader;
pub(crate) use self::time_limit::TimeLimit;
use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::header;
use crate::rest_op::host_prefix::HostPrefix;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;
use crate::suggest;

/// The options of an operation. Their mistakes have been reported.
#[derive(Default)]
pub(crate) struct OperationOptions {
    /// `auth = none`
    pub(crate) unauthenticated: bool,
    /// `idempotent`
    pub(crate) idempotent: Option<Ident>,
    /// `get_body`
    pub(crate) get_body: bool,
    /// `host_prefix = "…"`
    pub(crate) host_prefix: Option<HostPrefix>,
    /// `header("name" = "value")`
    pub(crate) headers: Vec<ConstantHeader>,
    /// `content_type = "…"`
    pub(crate) content_type: Option<LitStr>,
    /// `checksum = "…"`
    pub(crate) checksum: Option<Checksum>,
    /// `timeout = "…"`
    pub(crate) timeout: Option<TimeLimit>,
    /// `attempt_timeout = "…"`
    pub(crate) attempt_timeout: Option<TimeLimit>,
    /// `retry = none`
    pub(crate) retry_none: Option<Ident>,
    /// `crate = path`
    pub(crate) runtime: RuntimePath,
}

/// Reads an option into its field, and reports its mistakes.
type Parse = fn(&mut OperationOptions, &AttrArg, &mut Errors);

const RULE: Rule = Rule::BadOptionValue;

/// Every option. A new one is a row here, and a field above.
const OPTIONS: &[(&str, Parse)] = &[
    ("auth", |options, arg, errors| {
        options.unauthenticated = parse_none(arg, errors).is_some();
    }),
    ("idempotent", |options, arg, errors| {
        options.idempotent = arg.parse_flag(RULE, errors);
    }),
    ("get_body", |options, arg, errors| {
        options.get_body = arg.parse_flag(RULE, errors).is_some();
    }),
    ("host_prefix", |options, arg, errors| {
        let literal = arg.parse_string("\"data.\"", RULE, errors);
        options.host_prefix = literal.map(|literal| HostPrefix::parse(literal, errors));
    }),
    (REPEATABLE, |options, arg, errors| {
        let header = ConstantHeader::parse(arg, &options.headers, errors);
        options.headers.extend(header);
    }),
    ("content_type", |options, arg, errors| {
        options.content_type = parse_media_type(arg, errors);
    }),
    ("checksum", |options, arg, errors| {
        options.checksum = Checksum::parse(arg, errors);
    }),
    ("timeout", |options, arg, errors| {
        options.timeout = TimeLimit::parse(arg, errors);
    }),
    ("attempt_timeout", |options, arg, errors| {
        options.attempt_timeout = TimeLimit::parse(arg, errors);
    }),
    ("retry", |options, arg, errors| {
        options.retry_none = parse_none(arg, errors);
    }),
    ("crate", |options, arg, errors| {
        options.runtime = RuntimePath::parse(arg, RULE, errors);
    }),
];

/// The option that may be given more than once.
const REPEATABLE: &str = "header";

/// Whether the argument has the name of an option.
pub(super) fn is_option(arg: &AttrArg) -> bool {
    arg.any_name().is_some_and(|name| parser_of(&name).is_some())
}

impl OperationOptions {
    pub(super) fn parse(args: impl IntoIterator<Item = AttrArg>, errors: &mut Errors) -> Self {
        let mut options = Self::default();
        let mut given: Vec<Ident> = Vec::new();
        for arg in args {
            let Some(name) = arg.any_name() else {
                report_unexpected(&arg, errors);
                continue;
            };
            if name != REPEATABLE && given.contains(&name) {
                let message = format!("option `{name}` is given twice; remove one");
                errors.report(Rule::RepeatedOption, &name, message);
                continue;
            }
            match parser_of(&name) {
                Some(parse) => parse(&mut options, &arg, errors),
                None => report_unknown(&name, errors),
            }
            given.push(name);
        }
        options
    }
}

fn parser_of(name: &Ident) -> Option<Parse> {
    let mut rows = OPTIONS.iter();
    rows.find(|(option, _)| name == option).map(|(_, parse)| *parse)
}

fn names() -> Vec<&'static str> {
    OPTIONS.iter().map(|(name, _)| *name).collect()
}

/// Reads `auth = none` or `retry = none`. `None` has been reported.
fn parse_none(arg: &AttrArg, errors: &mut Errors) -> Option<Ident> {
    let name = arg.any_name()?;
    let is_none = matches!(arg, AttrArg::Named { value, .. } if value.to_string() == "none");
    if !is_none {
        let message = format!("`{name}` takes only `none`; write `{name} = none` or remove it");
        errors.report(RULE, arg.value(), message);
    }
    is_none.then_some(name)
}

/// Reads a media type (RFC 9110, section 8.3.1). `None` has been reported.
fn parse_media_type(arg: &AttrArg, errors: &mut Errors) -> Option<LitStr> {
    let literal = arg.parse_string("\"application/merge-patch+json\"", RULE, errors)?;
    let text = literal.value();
    let essence = text.split(';').next().unwrap_or_default().trim_end();
    let is_legal = |c: char| (' '..='~').contains(&c);
    let is_media_type = essence
        .split_once('/')
        .is_some_and(|(kind, subtype)| header::is_token(kind) && header::is_token(subtype));
    if is_media_type && text.chars().all(is_legal) && text.trim() == text {
        return Some(literal);
    }
    let written = literal.token();
    let message = format!("`{written}` is not a media type; write one such as `\"application/json\"`");
    errors.report(Rule::IllegalMediaType, &literal, message);
    None
}

fn report_unexpected(arg: &AttrArg, errors: &mut Errors) {
    let tokens = arg.to_token_stream().to_string();
    let remedy = if tokens == "," {
        "remove it".to_owned()
    } else {
        format!("remove it, or write an option: {}", suggest::list(&names()))
    };
    let message = format!("unexpected `{tokens}`; {remedy}");
    errors.report(Rule::UnexpectedTokens, arg, message);
}

fn report_unknown(name: &Ident, errors: &mut Errors) {
    let remedy = suggest::remedy(&name.to_string(), &names());
    let message = format!("unknown option `{name}`; {remedy}");
    errors.report(Rule::UnknownOption, name, message);
}

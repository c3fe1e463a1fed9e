//! The options of the attribute, which follow the template.

use proc_macro2::Ident;
use quote::ToTokens;

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
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
    /// `crate = path`
    pub(crate) runtime: RuntimePath,
}

/// Reads an option, and reports its mistakes.
type Parse = fn(&mut OperationOptions, &AttrArg, &mut Errors);

/// Every option. A new one is a row here, and a field above.
const OPTIONS: &[(&str, Parse)] = &[
    ("auth", |options, arg, errors| {
        options.unauthenticated = parse_auth(arg, errors);
    }),
    ("idempotent", |options, arg, errors| {
        options.idempotent = arg.parse_flag(Rule::BadOptionValue, errors);
    }),
    ("get_body", |options, arg, errors| {
        options.get_body = arg.parse_flag(Rule::BadOptionValue, errors).is_some();
    }),
    ("host_prefix", |options, arg, errors| {
        let literal = arg.parse_string("\"data.\"", Rule::BadOptionValue, errors);
        options.host_prefix = literal.map(|literal| HostPrefix::parse(literal, errors));
    }),
    ("crate", |options, arg, errors| {
        options.runtime = RuntimePath::parse(arg, Rule::BadOptionValue, errors);
    }),
];

/// Whether the argument has the name of an option.
pub(super) fn is_option(arg: &AttrArg) -> bool {
    arg.key().is_some_and(|name| parser_of(&name).is_some())
}

impl OperationOptions {
    pub(super) fn parse(args: impl IntoIterator<Item = AttrArg>, errors: &mut Errors) -> Self {
        let mut options = Self::default();
        let mut given: Vec<String> = Vec::new();
        for arg in args {
            let Some(name) = arg.key() else {
                report_superfluous(&arg, errors);
                continue;
            };
            if given.contains(&name) {
                let message = format!("option `{name}` is given twice; remove one");
                errors.report(Rule::RepeatedOption, arg.name(), message);
                continue;
            }
            match parser_of(&name) {
                Some(parse) => parse(&mut options, &arg, errors),
                None => report_unknown(&name, &arg, errors),
            }
            given.push(name);
        }
        options
    }
}

fn parser_of(name: &str) -> Option<Parse> {
    OPTIONS
        .iter()
        .find(|(option, _)| *option == name)
        .map(|(_, parse)| *parse)
}

fn names() -> Vec<&'static str> {
    OPTIONS.iter().map(|(name, _)| *name).collect()
}

fn parse_auth(arg: &AttrArg, errors: &mut Errors) -> bool {
    let is_none = matches!(arg, AttrArg::Named { value, .. } if value.to_string() == "none");
    if !is_none {
        let message = "`auth` takes only `none`; write `auth = none` or remove it";
        errors.report(Rule::BadOptionValue, arg.value(), message);
    }
    is_none
}

fn report_superfluous(arg: &AttrArg, errors: &mut Errors) {
    let tokens = arg.to_token_stream().to_string();
    let remedy = if tokens == "," {
        "remove it".to_owned()
    } else {
        format!("remove it, or write an option: {}", suggest::list(&names()))
    };
    let message = format!("superfluous `{tokens}`; {remedy}");
    errors.report(Rule::SuperfluousTokens, arg, message);
}

fn report_unknown(name: &str, arg: &AttrArg, errors: &mut Errors) {
    let remedy = suggest::remedy(name, &names());
    let message = format!("unknown option `{name}`; {remedy}");
    errors.report(Rule::UnknownOption, arg.name(), message);
}

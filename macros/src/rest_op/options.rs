//! What follows the template in the attribute: the options of an operation.

use std::time::Duration;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Lit, LitStr};

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::header;
use crate::rest_op::host_prefix::HostPrefix;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;
use crate::suggest;

/// The options that were given.
#[derive(Default)]
pub(crate) struct Options {
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
    /// `timeout = "…"`
    pub(crate) timeout: Option<TimeLimit>,
    /// `attempt_timeout = "…"`
    pub(crate) attempt_timeout: Option<TimeLimit>,
    /// `retry = none`
    pub(crate) retry_none: Option<Ident>,
    /// `crate = path`
    pub(crate) runtime: RuntimePath,
}

/// A header that every request of the operation carries.
pub(crate) struct ConstantHeader {
    /// In lower case.
    pub(crate) name: String,
    pub(crate) value: String,
}

/// A time limit.
pub(crate) struct TimeLimit {
    pub(crate) literal: LitStr,
    pub(crate) length: Duration,
}

const NAMES: [&str; 10] = [
    "auth",
    "idempotent",
    "get_body",
    "host_prefix",
    "header",
    "content_type",
    "timeout",
    "attempt_timeout",
    "retry",
    "crate",
];

/// The name of an option, also of `name(…)`.
pub(crate) fn name_of(part: &AttrArg) -> Option<Ident> {
    if let AttrArg::Other(tokens) = part {
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        return match trees.as_slice() {
            [TokenTree::Ident(name), TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
                Some(name.clone())
            }
            _ => None,
        };
    }
    part.name().cloned()
}

/// Whether it is an option, whatever its value.
pub(crate) fn is_option(part: &AttrArg) -> bool {
    name_of(part).is_some_and(|name| NAMES.iter().any(|option| name == option))
}

impl Options {
    pub(crate) fn read(parts: impl IntoIterator<Item = AttrArg>, errors: &mut Errors) -> Self {
        let mut options = Self::default();
        let mut given: Vec<Ident> = Vec::new();
        for part in parts {
            let Some(name) = name_of(&part) else {
                report_superfluous(&part, errors);
                continue;
            };
            if name != "header" && given.contains(&name) {
                let message = format!("option `{name}` is given twice; remove one");
                errors.report(Rule::RepeatedOption, &name, message);
                continue;
            }
            options.read_option(&name, &part, errors);
            given.push(name);
        }
        options
    }

    fn read_option(&mut self, name: &Ident, part: &AttrArg, errors: &mut Errors) {
        match name.to_string().as_str() {
            "auth" => self.unauthenticated = parse_none(part, errors).is_some(),
            "retry" => self.retry_none = parse_none(part, errors),
            "idempotent" => self.idempotent = parse_flag(name, part, errors),
            "get_body" => self.get_body = parse_flag(name, part, errors).is_some(),
            "host_prefix" => {
                let literal = parse_string(name, part, "data.", errors);
                self.host_prefix = literal.map(|literal| HostPrefix::read(literal, errors));
            }
            "header" => self.headers.extend(parse_header(part, &self.headers, errors)),
            "content_type" => self.content_type = parse_media_type(name, part, errors),
            "timeout" => self.timeout = parse_time_limit(name, part, errors),
            "attempt_timeout" => self.attempt_timeout = parse_time_limit(name, part, errors),
            "crate" => self.runtime = parse_crate(part, errors).unwrap_or_default(),
            unknown => {
                let remedy = suggest::remedy(unknown, &NAMES);
                errors.report(Rule::UnknownOption, name, format!("unknown option `{name}`; {remedy}"));
            }
        }
    }
}

fn report_superfluous(part: &AttrArg, errors: &mut Errors) {
    let tokens = part.to_token_stream().to_string();
    let remedy = if tokens == "," {
        "remove it".to_owned()
    } else {
        format!("remove it, or write an option: {}", suggest::list(&NAMES))
    };
    errors.report(
        Rule::SuperfluousTokens,
        part,
        format!("superfluous `{tokens}`; {remedy}"),
    );
}

/// `auth = none`, `retry = none`
fn parse_none(part: &AttrArg, errors: &mut Errors) -> Option<Ident> {
    match (part, name_of(part)) {
        (AttrArg::Named { name, value, .. }, _) if value.to_string() == "none" => Some(name.clone()),
        (_, Some(name)) => {
            let message = format!("option `{name}` takes `none` alone; write `{name} = none`, or leave it out");
            errors.report(Rule::BadOptionValue, part.value(), message);
            None
        }
        (_, None) => None,
    }
}

fn parse_flag(name: &Ident, part: &AttrArg, errors: &mut Errors) -> Option<Ident> {
    if !matches!(part, AttrArg::Flag(_)) {
        let message = format!("option `{name}` takes no value; write `{name}`");
        errors.report(Rule::BadOptionValue, part.value(), message);
        return None;
    }
    Some(name.clone())
}

fn parse_string(name: &Ident, part: &AttrArg, example: &str, errors: &mut Errors) -> Option<LitStr> {
    let literal = part.string();
    if literal.is_none() {
        let message = format!("option `{name}` takes a string; write `{name} = \"{example}\"`");
        errors.report(Rule::BadOptionValue, part.value(), message);
    }
    literal
}

fn parse_crate(part: &AttrArg, errors: &mut Errors) -> Option<RuntimePath> {
    let path = part.path();
    if path.is_none() {
        errors.report(
            Rule::BadOptionValue,
            part.value(),
            "option `crate` takes a path; write `crate = path::to::rest_op`",
        );
    }
    path.map(RuntimePath::new)
}

/// `header("name" = "value")`
fn parse_header(part: &AttrArg, given: &[ConstantHeader], errors: &mut Errors) -> Option<ConstantHeader> {
    let Some((literal, value)) = header_literals(part) else {
        let message = "option `header` takes a name and a value; write `header(\"x-name\" = \"value\")`";
        errors.report(Rule::BadOptionValue, part.value(), message);
        return None;
    };
    let name = header::read_sent(&literal, "remove the option", errors)?;
    if name == "content-type" {
        let message = format!(
            "header `content-type` is that of the body; write `content_type = {}`",
            value.token()
        );
        errors.report(Rule::ContentTypeAsHeader, &literal, message);
        return None;
    }
    if given.iter().any(|header| header.name == name) {
        let message = format!("header `{name}` is given twice; remove one");
        errors.report(Rule::DuplicateHeader, &literal, message);
        return None;
    }
    let text = value.value();
    let is_legal = |c: char| c == '\t' || (' '..='~').contains(&c);
    if text.is_empty() || text.trim() != text || !text.chars().all(is_legal) {
        let message = format!(
            "`{}` cannot be the value of header `{name}`; write printable ASCII without spaces at its ends",
            value.token()
        );
        errors.report(Rule::IllegalHeaderValue, &value, message);
        return None;
    }
    Some(ConstantHeader { name, value: text })
}

fn header_literals(part: &AttrArg) -> Option<(LitStr, LitStr)> {
    let AttrArg::Other(tokens) = part else {
        return None;
    };
    let group = tokens.clone().into_iter().find_map(|tree| match tree {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    })?;
    let (mut name, mut value) = (TokenStream::new(), TokenStream::new());
    let mut is_value = false;
    for tree in group {
        if !is_value && matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '=') {
            is_value = true;
        } else if is_value {
            value.extend([tree]);
        } else {
            name.extend([tree]);
        }
    }
    Some((string(name)?, string(value)?))
}

/// A string literal, also one that a `macro_rules!` has passed on.
fn string(tokens: TokenStream) -> Option<LitStr> {
    match syn::parse2(tokens).ok()? {
        Lit::Str(literal) => Some(literal),
        _ => None,
    }
}

fn parse_media_type(name: &Ident, part: &AttrArg, errors: &mut Errors) -> Option<LitStr> {
    let literal = parse_string(name, part, "application/merge-patch+json", errors)?;
    let text = literal.value();
    let essence = text.split(';').next().unwrap_or_default().trim_end();
    let is_legal = |c: char| (' '..='~').contains(&c);
    let is_media_type = essence
        .split_once('/')
        .is_some_and(|(kind, subtype)| header::is_token(kind) && header::is_token(subtype));
    if is_media_type && text.chars().all(is_legal) && text.trim() == text {
        return Some(literal);
    }
    let message = format!(
        "`{}` is not a media type; write one such as `\"application/json\"`",
        literal.token()
    );
    errors.report(Rule::IllegalMediaType, &literal, message);
    None
}

fn parse_time_limit(name: &Ident, part: &AttrArg, errors: &mut Errors) -> Option<TimeLimit> {
    let literal = parse_string(name, part, "30s", errors)?;
    if let Some(length) = duration(&literal.value()) {
        return Some(TimeLimit { literal, length });
    }
    let message = format!(
        "`{}` is not a duration; write a whole number above 0 and `ms`, `s`, `m` or `h`, such as `\"30s\"`",
        literal.token()
    );
    errors.report(Rule::BadDuration, &literal, message);
    None
}

/// `500ms`, `30s`, `15m`, `1h`
fn duration(text: &str) -> Option<Duration> {
    const UNITS: [(&str, u64); 4] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(digits);
    let milliseconds = UNITS.iter().find(|(name, _)| *name == unit)?.1;
    let length: u64 = number.parse().ok()?;
    let length = length.checked_mul(milliseconds).filter(|length| *length > 0)?;
    Some(Duration::from_millis(length))
}

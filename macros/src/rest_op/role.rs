//! The roles that an argument's attribute can give it: `#[query]`, `#[header]` and `#[body]`, with what stands in their
//! parentheses.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Attribute, LitStr, Meta, Path};

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::header;
use crate::rules::Rule;
use crate::suggest;

/// A role, as its attribute gives it.
#[derive(Clone)]
pub(crate) struct Role {
    pub(crate) location: Location,
    /// The module of `with = path::to::module`.
    pub(crate) with: Option<Path>,
    pub(crate) attribute: Attribute,
}

/// The part of the request that an argument fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// The name occurs in the template or in the host prefix.
    Path,
    /// `#[query]`, `#[query("key")]`
    Query(String),
    /// `#[query(flatten)]`
    QueryFlatten,
    /// `#[header("name")]`
    Header(String),
    /// `#[header(prefix = "name-")]`
    HeaderPrefix(String),
    /// `#[body]`, `#[body(form)]`
    Body(Format),
}

/// The format of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Form,
    Text,
    Bytes,
    Stream,
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

/// What a role's parentheses hold, each at most once.
#[derive(Default)]
struct Parts {
    text: Option<LitStr>,
    flag: Option<Ident>,
    prefix: Option<LitStr>,
    with: Option<(Ident, Path)>,
}

impl Role {
    pub(crate) const NAMES: [&str; 3] = ["query", "header", "body"];

    /// Reads the attribute named `role`. `None` has been reported.
    pub(crate) fn read(role: &str, attribute: &Attribute, argument: &str, errors: &mut Errors) -> Option<Self> {
        let tokens = check_parentheses(role, attribute, argument, errors)?;
        let parts = Parts::read(role, tokens, errors)?;
        let location = match role {
            "query" => read_query(&parts, argument, errors)?,
            "header" => read_header(&parts, attribute, argument, errors)?,
            _ => read_body(&parts),
        };
        let with = match parts.with {
            Some((name, path)) => Some(check_with(&location, &name, path, errors)?),
            None => None,
        };
        Some(Self {
            location,
            with,
            attribute: attribute.clone(),
        })
    }
}

/// What stands in the parentheses. None at all are fine; empty ones, and `=`, are not.
fn check_parentheses(role: &str, attribute: &Attribute, argument: &str, errors: &mut Errors) -> Option<TokenStream> {
    let (problem, remedy) = match &attribute.meta {
        Meta::Path(_) => return Some(TokenStream::new()),
        Meta::List(list) if !list.tokens.is_empty() => return Some(list.tokens.clone()),
        Meta::List(_) if role == "header" => ("empty parentheses after", example_header(argument)),
        Meta::List(_) => ("empty parentheses after", format!("#[{role}]")),
        Meta::NameValue(pair) => ("`=` after", format!("#[{role}({})]", pair.value.to_token_stream())),
    };
    errors.report(
        Rule::MalformedRole,
        attribute,
        format!("{problem} `{role}`; write `{remedy}`"),
    );
    None
}

impl Parts {
    fn read(role: &str, tokens: TokenStream, errors: &mut Errors) -> Option<Self> {
        let mut parts = Self::default();
        let mut sound = true;
        for part in AttrArg::split(tokens) {
            sound &= match (role, part.name().map(Ident::to_string).as_deref(), &part) {
                (_, Some("with"), _) => {
                    read_with(&part, errors).is_some_and(|with| check_unrepeated(&mut parts.with, with, &part, errors))
                }
                ("query" | "header", None, AttrArg::Text(text)) => {
                    check_unrepeated(&mut parts.text, text.clone(), &part, errors)
                }
                ("header", Some("prefix"), AttrArg::Named { .. }) => check_string(&part, errors)
                    .is_some_and(|prefix| check_unrepeated(&mut parts.prefix, prefix, &part, errors)),
                ("query", Some("flatten"), AttrArg::Flag(flag))
                | ("body", Some("form" | "text" | "bytes" | "stream"), AttrArg::Flag(flag)) => {
                    check_unrepeated(&mut parts.flag, flag.clone(), &part, errors)
                }
                (_, name, _) => check_unknown(role, name, &part, errors),
            };
        }
        sound.then_some(parts)
    }
}

/// Fills a place that can be filled once.
fn check_unrepeated<T>(place: &mut Option<T>, value: T, part: &AttrArg, errors: &mut Errors) -> bool {
    if place.is_some() {
        let message = format!("`{}` is one too many; remove it", part.to_token_stream());
        errors.report(Rule::RepeatedRoleOption, part, message);
        return false;
    }
    *place = Some(value);
    true
}

fn read_with(part: &AttrArg, errors: &mut Errors) -> Option<(Ident, Path)> {
    Some((part.name()?.clone(), part.module(Rule::BadWith, errors)?))
}

fn check_string(part: &AttrArg, errors: &mut Errors) -> Option<LitStr> {
    let prefix = part.string();
    if prefix.is_none() {
        errors.report(
            Rule::BadRoleOption,
            part.value(),
            "`prefix` takes a string; write `prefix = \"x-meta-\"`",
        );
    }
    prefix
}

fn check_unknown(role: &str, name: Option<&str>, part: &AttrArg, errors: &mut Errors) -> bool {
    let tokens = part.to_token_stream().to_string();
    if tokens == "," {
        errors.report(
            Rule::UnknownRoleOption,
            part,
            format!("superfluous `,` in `#[{role}]`; remove it"),
        );
        return false;
    }
    let known: &[&str] = match role {
        "query" => &["flatten", "with"],
        "header" => &["prefix", "with"],
        _ => &["form", "text", "bytes", "stream", "with"],
    };
    let remedy = match (role, name, part.string()) {
        ("body", Some("json"), _) => "write `#[body]`: JSON is the default".to_owned(),
        ("header", Some("flatten"), _) => "write `prefix = \"\"`".to_owned(),
        ("header", Some("prefix"), None) => "write `prefix = \"x-meta-\"`".to_owned(),
        (_, Some(name), _) if known.contains(&name) => format!("write `{name}`"),
        (_, Some(name), _) if suggest::nearest(name, known.iter().copied()).is_some() => suggest::remedy(name, known),
        ("query" | "header", _, Some(text)) => format!("write `#[{role}({})]`", text.to_token_stream()),
        ("query" | "header", Some(name), _) if matches!(part, AttrArg::Flag(_)) => {
            format!("write `#[{role}(\"{name}\")]`")
        }
        _ => format!("write {}", suggest::list(known)),
    };
    errors.report(
        Rule::UnknownRoleOption,
        part,
        format!("unknown option `{tokens}` of `#[{role}]`; {remedy}"),
    );
    false
}

fn read_query(parts: &Parts, argument: &str, errors: &mut Errors) -> Option<Location> {
    match (&parts.text, &parts.flag) {
        (Some(_), Some(flag)) => {
            errors.report(
                Rule::ConflictingRoleOptions,
                flag,
                "`flatten` has no key of its own; remove the key or `flatten`",
            );
            None
        }
        (Some(key), None) if key.value().is_empty() => {
            errors.report(
                Rule::EmptyKey,
                key,
                format!("empty key of a query parameter; write `#[query(\"{argument}\")]`"),
            );
            None
        }
        (Some(key), None) => Some(Location::Query(key.value())),
        (None, Some(_)) => Some(Location::QueryFlatten),
        (None, None) => Some(Location::Query(argument.to_owned())),
    }
}

fn read_header(parts: &Parts, attribute: &Attribute, argument: &str, errors: &mut Errors) -> Option<Location> {
    match (&parts.text, &parts.prefix) {
        (Some(_), Some(prefix)) => {
            let message = "a header has a name or a prefix, not both; remove one";
            errors.report(Rule::ConflictingRoleOptions, prefix, message);
            None
        }
        (Some(name), None) => header::read_sent(name, errors).map(Location::Header),
        (None, Some(prefix)) => header::read_prefix(prefix, errors).map(Location::HeaderPrefix),
        (None, None) => {
            let remedy = example_header(argument);
            errors.report(
                Rule::MissingHeaderName,
                attribute,
                format!("`#[header]` without a name; write `{remedy}`"),
            );
            None
        }
    }
}

fn read_body(parts: &Parts) -> Location {
    Location::Body(match parts.flag.as_ref().map(Ident::to_string).as_deref() {
        Some("form") => Format::Form,
        Some("text") => Format::Text,
        Some("bytes") => Format::Bytes,
        Some("stream") => Format::Stream,
        _ => Format::Json,
    })
}

/// `with` serializes a value; a body of bytes or a form has none.
fn check_with(location: &Location, name: &Ident, path: Path, errors: &mut Errors) -> Option<Path> {
    let format = match location {
        Location::Body(Format::Form) => "form",
        Location::Body(Format::Text) => "text",
        Location::Body(Format::Bytes) => "bytes",
        Location::Body(Format::Stream) => "stream",
        _ => return Some(path),
    };
    let message = format!("`with` has no meaning beside `{format}`; remove it, or write `#[body(with = …)]` for JSON");
    errors.report(Rule::ConflictingRoleOptions, name, message);
    None
}

fn example_header(argument: &str) -> String {
    format!("#[header(\"{}\")]", argument.trim_matches('_').replace('_', "-"))
}

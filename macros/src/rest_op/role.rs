//! The roles that an argument's attribute can give it, with what stands in their parentheses.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Attribute, LitStr, Meta, Path};

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::header;
use crate::rest_op::body_format::{BodyFormat, Tuples};
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
    /// `#[query(comma)]`: the key, and the encoded separator.
    QueryJoined(String, &'static str),
    /// `#[query(flatten)]`
    QueryFlatten,
    /// `#[query("filter", brackets)]`; with an empty key `#[query(flatten, brackets)]`.
    QueryBrackets(String),
    /// `#[header("name")]`
    Header(String),
    /// `#[header(prefix = "name-")]`
    HeaderPrefix(String),
    /// `#[body]`, `#[body(form)]`
    Body(BodyFormat),
    /// `#[member]`, `#[member("Name")]`
    Member(String),
}

impl Location {
    /// The function of the runtime that takes the value.
    pub(crate) fn constructor(&self) -> &'static str {
        match self {
            Self::Path | Self::Query(_) | Self::QueryJoined(..) | Self::Header(_) => "text",
            Self::QueryFlatten | Self::HeaderPrefix(_) => "entries",
            Self::QueryBrackets(_) => "nested",
            Self::Body(format) => format.constructor,
            Self::Member(_) => "json",
        }
    }

    /// Where a tuple is a mistake.
    pub(crate) fn tuples(&self) -> Tuples {
        match self {
            Self::Path | Self::Query(_) | Self::QueryJoined(..) | Self::Header(_) => Tuples::OneValue,
            Self::QueryFlatten | Self::HeaderPrefix(_) | Self::QueryBrackets(_) => Tuples::Unnamed,
            Self::Body(format) => format.tuples,
            Self::Member(_) => Tuples::Allowed,
        }
    }

    /// Whether it fills the body, or a part of it.
    pub(crate) fn is_in_body(&self) -> bool {
        matches!(self, Self::Body(_) | Self::Member(_))
    }

    /// The key of a query parameter.
    pub(crate) fn query_key(&self) -> Option<&str> {
        match self {
            Self::Query(key) | Self::QueryJoined(key, _) => Some(key),
            Self::QueryBrackets(key) if !key.is_empty() => Some(key),
            _ => None,
        }
    }

    pub(crate) fn is_stream(&self) -> bool {
        *self == Self::Body(BodyFormat::STREAM)
    }
}

/// How the items of a list stand in one query parameter: the option, and the separator as OpenAPI writes it.
const STYLES: [(&str, &str); 3] = [("comma", ","), ("pipe", "%7C"), ("space", "%20")];

/// What the parentheses of a role may hold, beside `with`.
struct Options {
    role: &'static str,
    /// Whether a key or name may stand first.
    text: bool,
    /// Whether `prefix = "…"` may.
    prefix: bool,
}

const ROLES: [Options; 5] = [
    Options {
        role: "query",
        text: true,
        prefix: false,
    },
    Options {
        role: "header",
        text: true,
        prefix: true,
    },
    Options {
        role: "body",
        text: false,
        prefix: false,
    },
    Options {
        role: "member",
        text: true,
        prefix: false,
    },
    Options {
        role: "path",
        text: false,
        prefix: false,
    },
];

impl Options {
    /// The words that may stand alone.
    fn flags(&self) -> Vec<&'static str> {
        match self.role {
            "query" => {
                let styles = STYLES.iter().map(|(style, _)| *style);
                ["flatten"].into_iter().chain(styles).chain(["brackets"]).collect()
            }
            "body" => BodyFormat::options().chain(["brackets"]).collect(),
            _ => Vec::new(),
        }
    }

    /// Everything that has a name.
    fn names(&self) -> Vec<&'static str> {
        let prefix = self.prefix.then_some("prefix");
        self.flags().into_iter().chain(prefix).chain(["with"]).collect()
    }
}

/// What a role's parentheses hold, each at most once.
#[derive(Default)]
struct Parts {
    text: Option<LitStr>,
    /// A style of a query parameter, or the format of a body.
    kind: Option<Ident>,
    brackets: Option<Ident>,
    flatten: Option<Ident>,
    prefix: Option<LitStr>,
    with: Option<(Ident, Path)>,
}

impl Role {
    /// Whether an argument's attribute of this name gives a role.
    pub(crate) fn is_named(name: &str) -> bool {
        ROLES.iter().any(|options| options.role == name)
    }

    /// Whether it is `#[path]`, which an argument may have beside its label.
    pub(crate) fn is_path(&self) -> bool {
        self.location == Location::Path
    }

    /// Reads the attribute named `role`. `None` has been reported.
    pub(crate) fn read(role: &str, attribute: &Attribute, argument: &str, errors: &mut Errors) -> Option<Self> {
        let options = ROLES.iter().find(|options| options.role == role)?;
        let tokens = parse_parentheses(role, attribute, argument, errors)?;
        let parts = Parts::read(options, tokens, errors)?;
        let location = match role {
            "query" => read_query(&parts, argument, errors)?,
            "header" => read_header(&parts, attribute, argument, errors)?,
            "member" => read_member(&parts, argument, errors)?,
            "path" => Location::Path,
            _ => read_body(&parts, errors)?,
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

/// What stands in the parentheses. None at all are fine, but for `#[path]`; empty ones, and `=`, are not.
fn parse_parentheses(role: &str, attribute: &Attribute, argument: &str, errors: &mut Errors) -> Option<TokenStream> {
    let (problem, remedy) = match &attribute.meta {
        Meta::Path(_) if role == "path" => {
            let message =
                format!("`#[path]` says nothing without `with`; remove it, and put `<{argument}>` into the template");
            errors.report(Rule::MalformedRole, attribute, message);
            return None;
        }
        Meta::Path(_) => return Some(TokenStream::new()),
        Meta::List(list) if !list.tokens.is_empty() => return Some(list.tokens.clone()),
        Meta::List(_) if role == "header" => ("empty parentheses after", example_header(argument)),
        Meta::List(_) if role == "path" => ("empty parentheses after", "#[path(with = path::to::module)]".to_owned()),
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
    fn read(options: &Options, tokens: TokenStream, errors: &mut Errors) -> Option<Self> {
        let mut parts = Self::default();
        let mut sound = true;
        for part in AttrArg::split(tokens) {
            sound &= match (part.name().map(Ident::to_string).as_deref(), &part) {
                (Some("with"), _) => {
                    read_with(&part, errors).is_some_and(|with| fill(&mut parts.with, with, &part, errors))
                }
                (None, AttrArg::Text(text)) if options.text => match &parts.kind {
                    Some(style) => report_key_behind_style(options.role, text, style, errors),
                    None => fill(&mut parts.text, text.clone(), &part, errors),
                },
                (Some("prefix"), AttrArg::Named { .. }) if options.prefix => {
                    parse_prefix(&part, errors).is_some_and(|prefix| fill(&mut parts.prefix, prefix, &part, errors))
                }
                (Some(name), AttrArg::Flag(flag)) if options.flags().contains(&name) => {
                    let slot = match name {
                        "brackets" => &mut parts.brackets,
                        "flatten" => &mut parts.flatten,
                        _ => &mut parts.kind,
                    };
                    fill(slot, flag.clone(), &part, errors)
                }
                (name, _) => report_unknown(options, name, &part, errors),
            };
        }
        sound.then_some(parts)
    }
}

/// Fills a place that can be filled once.
fn fill<T>(place: &mut Option<T>, value: T, part: &AttrArg, errors: &mut Errors) -> bool {
    if place.is_some() {
        let message = format!("`{}` is one too many; remove it", part.to_token_stream());
        errors.report(Rule::RepeatedRoleOption, part, message);
        return false;
    }
    *place = Some(value);
    true
}

fn report_key_behind_style(role: &str, key: &LitStr, style: &Ident, errors: &mut Errors) -> bool {
    let key_token = key.token();
    let message = format!("the key stands before `{style}`; write `#[{role}({key_token}, {style})]`");
    errors.report(Rule::KeyBehindStyle, key, message);
    false
}

fn read_with(part: &AttrArg, errors: &mut Errors) -> Option<(Ident, Path)> {
    Some((part.name()?.clone(), part.module(Rule::BadWith, errors)?))
}

fn parse_prefix(part: &AttrArg, errors: &mut Errors) -> Option<LitStr> {
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

fn report_unknown(options: &Options, name: Option<&str>, part: &AttrArg, errors: &mut Errors) -> bool {
    let role = options.role;
    let tokens = part.to_token_stream().to_string();
    if tokens == "," {
        errors.report(
            Rule::UnknownRoleOption,
            part,
            format!("superfluous `,` in `#[{role}]`; remove it"),
        );
        return false;
    }
    let known = options.names();
    let remedy = match (role, name, part.string()) {
        ("body", Some("json"), _) => "write `#[body]`: JSON is the default".to_owned(),
        ("body" | "member", Some("flatten"), _) => "remove it: a struct is one object as it is".to_owned(),
        ("header", Some("flatten"), _) => "write `prefix = \"\"`".to_owned(),
        ("header", Some("prefix"), None) => "write `prefix = \"x-meta-\"`".to_owned(),
        (_, Some(name), _) if known.contains(&name) => format!("write `{name}`"),
        (_, Some(name), _) if suggest::nearest(name, known.iter().copied()).is_some() => suggest::remedy(name, &known),
        (_, _, Some(text)) if options.text => format!("write `#[{role}({})]`", text.to_token_stream()),
        (_, Some(name), _) if options.text && matches!(part, AttrArg::Flag(_)) => {
            format!("write `#[{role}(\"{name}\")]`")
        }
        _ => format!("write {}", suggest::list(&known)),
    };
    errors.report(
        Rule::UnknownRoleOption,
        part,
        format!("unknown option `{tokens}` of `#[{role}]`; {remedy}"),
    );
    false
}

fn read_query(parts: &Parts, argument: &str, errors: &mut Errors) -> Option<Location> {
    let key = || parts.text.as_ref().map_or_else(|| argument.to_owned(), LitStr::value);
    if let (Some(_), Some(flatten)) = (&parts.text, &parts.flatten) {
        let message = "`flatten` has no key of its own; remove the key or `flatten`";
        errors.report(Rule::ConflictingRoleOptions, flatten, message);
        return None;
    }
    if parts.text.as_ref().is_some_and(|key| key.value().is_empty()) {
        errors.report(
            Rule::EmptyKey,
            &parts.text,
            format!("empty key of a query parameter; write `#[query(\"{argument}\")]`"),
        );
        return None;
    }
    match (&parts.kind, &parts.flatten, &parts.brackets) {
        (Some(style), Some(other), _) | (Some(style), _, Some(other)) => {
            let message =
                format!("`{style}` is for a list of scalars, and has no meaning beside `{other}`; remove one");
            errors.report(Rule::ConflictingRoleOptions, style, message);
            None
        }
        (Some(style), None, None) => {
            let separator = STYLES.iter().find(|(name, _)| style == name)?.1;
            Some(Location::QueryJoined(key(), separator))
        }
        (None, Some(_), Some(_)) => Some(Location::QueryBrackets(String::new())),
        (None, Some(_), None) => Some(Location::QueryFlatten),
        (None, None, Some(_)) => Some(Location::QueryBrackets(key())),
        (None, None, None) => Some(Location::Query(key())),
    }
}

fn read_header(parts: &Parts, attribute: &Attribute, argument: &str, errors: &mut Errors) -> Option<Location> {
    match (&parts.text, &parts.prefix) {
        (Some(_), Some(prefix)) => {
            let message = "a header has a name or a prefix, not both; remove one";
            errors.report(Rule::ConflictingRoleOptions, prefix, message);
            None
        }
        (Some(name), None) => header::read_sent(name, "remove the argument", errors).map(Location::Header),
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

fn read_member(parts: &Parts, argument: &str, errors: &mut Errors) -> Option<Location> {
    let Some(name) = &parts.text else {
        return Some(Location::Member(argument.to_owned()));
    };
    if name.value().is_empty() {
        let message = format!("empty name of a member; write `#[member(\"{argument}\")]`");
        errors.report(Rule::EmptyKey, name, message);
        return None;
    }
    Some(Location::Member(name.value()))
}

fn read_body(parts: &Parts, errors: &mut Errors) -> Option<Location> {
    let format = parts.kind.as_ref().map(Ident::to_string);
    let format = format.map_or(Some(BodyFormat::JSON), |option| BodyFormat::from_option(&option))?;
    let Some(brackets) = &parts.brackets else {
        return Some(Location::Body(format));
    };
    if format == BodyFormat::FORM {
        return Some(Location::Body(BodyFormat::NESTED_FORM));
    }
    let message = "`brackets` is for the keys of a form; write `#[body(form, brackets)]`, or remove it";
    errors.report(Rule::ConflictingRoleOptions, brackets, message);
    None
}

/// `with` serializes a value in the one way that its place has.
fn check_with(location: &Location, name: &Ident, path: Path, errors: &mut Errors) -> Option<Path> {
    let message = match location {
        Location::QueryJoined(..) | Location::QueryBrackets(_) => {
            "`with` has no meaning beside a style; remove one".to_owned()
        }
        Location::Body(format) if *format == BodyFormat::NESTED_FORM => {
            "`with` has no meaning beside `brackets`; remove one".to_owned()
        }
        Location::Body(format) if !format.takes_with => format!(
            "`with` has no meaning beside `{}`; remove it, or write `#[body(with = …)]` for JSON",
            format.option
        ),
        _ => return Some(path),
    };
    errors.report(Rule::ConflictingRoleOptions, name, message);
    None
}

fn example_header(argument: &str) -> String {
    format!("#[header(\"{}\")]", argument.trim_matches('_').replace('_', "-"))
}

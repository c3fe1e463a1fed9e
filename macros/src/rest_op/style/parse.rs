//! Reads the attribute of a role: a string, options, and `with = path::to::module`, each at most once.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident};
use syn::{Attribute, LitStr, Meta, Path};

use super::{KeySource, Role, Style, styles_of};
use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::header;
use crate::rules::Rule;
use crate::suggest;

/// The arguments of the attribute.
#[derive(Default)]
struct RoleArgs {
    text: Option<LitStr>,
    /// The options that choose a style.
    options: Vec<AttrArg>,
    prefix: Option<LitStr>,
    with: Option<(Ident, Path)>,
}

impl Role {
    /// Reads an attribute that states a role. `None` has been reported.
    pub(crate) fn parse(role: &str, attribute: &Attribute, argument: &str, errors: &mut Errors) -> Option<Self> {
        let tokens = parse_parentheses(role, attribute, argument, errors)?;
        let args = RoleArgs::parse(role, tokens, errors)?;
        let style = choose_style(role, &args, errors)?;
        let key = parse_key(style, &args, attribute, argument, errors)?;
        let is_sound = check_with(style, args.with.as_ref(), errors);
        is_sound.then(|| Self {
            style,
            key,
            with: args.with.map(|(_, path)| path),
            attribute: attribute.clone(),
        })
    }
}

/// Returns the content of the parentheses, which may be omitted. Empty parentheses and `=` are reported.
fn parse_parentheses(role: &str, attribute: &Attribute, argument: &str, errors: &mut Errors) -> Option<TokenStream> {
    let is_label = takes(role, KeySource::Label);
    let (problem, remedy) = match &attribute.meta {
        Meta::Path(_) if is_label => {
            let message = format!(
                "`#[{role}]` has no effect without `with`; remove it, and put `<{argument}>` into the template"
            );
            errors.report(Rule::MalformedRole, attribute, message);
            return None;
        }
        Meta::Path(_) => return Some(TokenStream::new()),
        Meta::List(list) if !list.tokens.is_empty() => return Some(list.tokens.clone()),
        Meta::List(_) if takes(role, KeySource::Header) => ("empty parentheses after", example_header(argument)),
        Meta::List(_) if is_label => ("empty parentheses after", format!("#[{role}(with = path::to::module)]")),
        Meta::List(_) => ("empty parentheses after", format!("#[{role}]")),
        Meta::NameValue(pair) => ("`=` after", format!("#[{role}({})]", pair.value.to_token_stream())),
    };
    let message = format!("{problem} `{role}`; write `{remedy}`");
    errors.report(Rule::MalformedRole, attribute, message);
    None
}

impl RoleArgs {
    fn parse(role: &str, tokens: TokenStream, errors: &mut Errors) -> Option<Self> {
        let mut args = Self::default();
        let mut is_sound = true;
        for arg in AttrArg::split(tokens) {
            is_sound &= args.add(role, &arg, errors);
        }
        is_sound.then_some(args)
    }

    fn add(&mut self, role: &str, arg: &AttrArg, errors: &mut Errors) -> bool {
        match (arg.key().as_deref(), arg) {
            (Some("with"), _) => match (arg.name(), arg.parse_module(Rule::BadWith, errors)) {
                (Some(name), Some(path)) => fill(&mut self.with, (name.clone(), path), arg, errors),
                _ => false,
            },
            (None, AttrArg::Text(text)) if takes_text(role) => {
                check_key_first(role, text, self, errors) && fill(&mut self.text, text.clone(), arg, errors)
            }
            (Some("prefix"), AttrArg::Named { .. }) if takes(role, KeySource::Prefix) => {
                let prefix = arg.parse_string("\"x-meta-\"", Rule::BadRoleOption, errors);
                prefix.is_some_and(|prefix| {
                    let is_first = fill(&mut self.prefix, prefix, arg, errors);
                    is_first && self.add_option(role, arg, errors)
                })
            }
            (Some(name), AttrArg::Flag(_)) if name != "prefix" && options(role).contains(&name) => {
                self.add_option(role, arg, errors)
            }
            (name, _) => {
                report_unknown(role, name, arg, errors);
                false
            }
        }
    }

    /// Adds an option, if there is a style with it and those before it.
    fn add_option(&mut self, role: &str, arg: &AttrArg, errors: &mut Errors) -> bool {
        let is_repeated = self.options.iter().any(|option| option.key() == arg.key());
        if is_repeated {
            report_unexpected(arg, errors);
            return false;
        }
        self.options.push(arg.clone());
        let is_possible = styles_of(role).any(|style| self.is_part_of(style));
        if let (false, [before @ .., _]) = (is_possible, self.options.as_slice()) {
            let conflicts = |option: &&AttrArg| !styles_of(role).any(|style| has(style, option) && has(style, arg));
            let other = before.iter().find(conflicts).or(before.first());
            report_combination(arg, &other, "one", errors);
        }
        is_possible
    }

    /// Whether the style has all options that are given.
    fn is_part_of(&self, style: &Style) -> bool {
        self.options.iter().all(|option| has(style, option))
    }
}

fn has(style: &Style, option: &AttrArg) -> bool {
    option.key().is_some_and(|key| style.options.contains(&key.as_str()))
}

fn fill<T>(slot: &mut Option<T>, value: T, arg: &AttrArg, errors: &mut Errors) -> bool {
    let is_first = slot.is_none();
    if is_first {
        *slot = Some(value);
    } else {
        report_unexpected(arg, errors);
    }
    is_first
}

/// The style that has the given options and no others.
fn choose_style(role: &str, args: &RoleArgs, errors: &mut Errors) -> Option<&'static Style> {
    let mut candidates = styles_of(role).filter(|style| args.is_part_of(style));
    let exact = candidates
        .clone()
        .find(|style| style.options.len() == args.options.len());
    if let (None, Some(style)) = (exact, candidates.next()) {
        let given = args.options.first().map(ToTokens::to_token_stream).unwrap_or_default();
        let message = format!(
            "`{given}` requires another option; write `#[{role}({})]`",
            style.options.join(", ")
        );
        errors.report(Rule::ConflictingRoleOptions, given, message);
    }
    exact
}

fn parse_key(
    style: &Style,
    args: &RoleArgs,
    attribute: &Attribute,
    argument: &str,
    errors: &mut Errors,
) -> Option<String> {
    match (style.key, &args.text) {
        (KeySource::None | KeySource::Label, None) => Some(String::new()),
        (KeySource::None | KeySource::Label, Some(_)) => {
            let option = args.options.first()?;
            let message = format!("`{0}` takes no key; remove the key or `{0}`", option.key()?);
            errors.report(Rule::ConflictingRoleOptions, option, message);
            None
        }
        (KeySource::Key, None) => Some(argument.to_owned()),
        (KeySource::Key, Some(key)) => {
            let key = Some(key.value()).filter(|key| !key.is_empty());
            if key.is_none() {
                let message = format!(
                    "empty string in `#[{0}]`; write `#[{0}(\"{argument}\")]`",
                    style.attribute
                );
                errors.report(Rule::EmptyKey, &args.text, message);
            }
            key
        }
        (KeySource::Header, Some(name)) => header::parse_request_header(name, "remove the argument", errors),
        (KeySource::Header, None) => {
            let message = format!("`#[header]` without a name; write `{}`", example_header(argument));
            errors.report(Rule::MissingHeaderName, attribute, message);
            None
        }
        (KeySource::Prefix, None) => header::parse_prefix(args.prefix.as_ref()?, errors),
        (KeySource::Prefix, Some(_)) => {
            let message = "a header has a name or a prefix, not both; remove one";
            errors.report(Rule::ConflictingRoleOptions, &args.prefix, message);
            None
        }
    }
}

/// Checks that the key precedes the options.
fn check_key_first(role: &str, key: &LitStr, args: &RoleArgs, errors: &mut Errors) -> bool {
    let has_key = |style: &Style| style.key == KeySource::Key && args.is_part_of(style);
    let Some(option) = args.options.first().filter(|_| styles_of(role).any(has_key)) else {
        return true;
    };
    let (key_token, option) = (key.token(), option.to_token_stream());
    let message = format!("the key must precede `{option}`; write `#[{role}({key_token}, {option})]`");
    errors.report(Rule::KeyAfterStyle, key, message);
    false
}

/// Checks that `with`, if it is given, can serialize the value.
fn check_with(style: &Style, with: Option<&(Ident, Path)>, errors: &mut Errors) -> bool {
    let (Some((name, _)), false) = (with, style.allows("with")) else {
        return true;
    };
    let remedy = match style.attribute {
        "body" => "it, or write `#[body(with = …)]` for JSON",
        _ => "one",
    };
    let option = style.options.last().copied().unwrap_or_default();
    report_combination(name, &format_ident!("{option}"), remedy, errors);
    false
}

fn report_combination(option: &impl ToTokens, other: &impl ToTokens, remedy: &str, errors: &mut Errors) {
    let (written, other) = (option.to_token_stream(), other.to_token_stream());
    let message = format!("`{written}` cannot be combined with `{other}`; remove {remedy}");
    errors.report(Rule::ConflictingRoleOptions, option, message);
}

fn report_unexpected(arg: &AttrArg, errors: &mut Errors) {
    let message = format!("unexpected `{}`; remove it", arg.to_token_stream());
    errors.report(Rule::RepeatedRoleOption, arg, message);
}

fn report_unknown(role: &str, name: Option<&str>, arg: &AttrArg, errors: &mut Errors) {
    let tokens = arg.to_token_stream().to_string();
    if tokens == "," {
        let message = format!("unexpected `,` in `#[{role}]`; remove it");
        errors.report(Rule::UnknownRoleOption, arg, message);
        return;
    }
    let mut known = options(role);
    known.push("with");
    let remedy = match (role, name, arg.string()) {
        ("body", Some("json"), _) => "write `#[body]`: JSON is the default".to_owned(),
        ("body" | "member", Some("flatten"), _) => "remove it, since a struct is sent as one object".to_owned(),
        ("part", Some("json" | "flatten"), _) => "remove it, and pass `Part::json(&value)`".to_owned(),
        ("part", Some("file_name" | "filename" | "media_type" | "content_type"), _) => {
            "remove it, and set it on a `Part`".to_owned()
        }
        ("header", Some("flatten"), _) => "write `prefix = \"\"`".to_owned(),
        ("header", Some("prefix"), None) => "write `prefix = \"x-meta-\"`".to_owned(),
        (_, Some(name), _) if known.contains(&name) => format!("write `{name}`"),
        (_, Some(name), _) if suggest::nearest(name, known.iter().copied()).is_some() => suggest::remedy(name, &known),
        (_, _, Some(text)) if takes_text(role) => format!("write `#[{role}({})]`", text.to_token_stream()),
        (_, Some(name), _) if takes_text(role) && matches!(arg, AttrArg::Flag(_)) => {
            format!("write `#[{role}(\"{name}\")]`")
        }
        _ => format!("write {}", suggest::list(&known)),
    };
    let message = format!("unknown option `{tokens}` of `#[{role}]`; {remedy}");
    errors.report(Rule::UnknownRoleOption, arg, message);
}

/// The options of a role in the order of the table.
fn options(role: &str) -> Vec<&'static str> {
    let mut options = Vec::new();
    for option in styles_of(role).flat_map(|style| style.options) {
        if !options.contains(option) {
            options.push(*option);
        }
    }
    options
}

fn takes(role: &str, key: KeySource) -> bool {
    styles_of(role).any(|style| style.key == key)
}

fn takes_text(role: &str) -> bool {
    takes(role, KeySource::Key) || takes(role, KeySource::Header)
}

fn example_header(argument: &str) -> String {
    format!("#[header(\"{}\")]", argument.trim_matches('_').replace('_', "-"))
}

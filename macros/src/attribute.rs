//! The attribute's own tokens: `#[rest_op(VERB, "TEMPLATE", OPTION*)]`.

use std::collections::VecDeque;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use crate::errors::Errors;
use crate::host_prefix::HostPrefix;
use crate::krate::Krate;
use crate::part::Part;
use crate::rules::Rule;
use crate::suggest;
use crate::template::Template;
use crate::verb::Verb;

/// What the attribute says. A part that is missing or could not be read has been reported.
pub(crate) struct Attribute {
    pub(crate) verb: Option<Verb>,
    pub(crate) template: Option<Template>,
    pub(crate) options: Options,
}

/// What follows the template.
#[derive(Default)]
pub(crate) struct Options {
    /// `auth = none`
    pub(crate) unauthenticated: bool,
    /// `idempotent`
    pub(crate) idempotent: bool,
    /// `get_body`
    pub(crate) get_body: bool,
    /// `host_prefix = "…"`
    pub(crate) host_prefix: Option<HostPrefix>,
    /// `crate = path`
    pub(crate) krate: Krate,
}

const OPTIONS: [&str; 5] = ["auth", "idempotent", "get_body", "host_prefix", "crate"];

impl Attribute {
    pub(crate) fn read(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut parts = VecDeque::from(Part::split(tokens));
        let (verb, template) = if parts.front().is_none_or(is_option) {
            check_present(parts.front(), errors);
            (None, None)
        } else {
            let verb = read_verb(&mut parts, errors);
            (verb, read_template(&mut parts, verb, errors))
        };
        let options = Options::read(parts, errors);
        Self {
            verb,
            template,
            options,
        }
    }
}

/// Takes the verb off the parts.
fn read_verb(parts: &mut VecDeque<Part>, errors: &mut Errors) -> Option<Verb> {
    let part = parts.pop_front()?;
    match &part {
        Part::Flag(name) => check_verb(name, errors),
        Part::Text(text) => check_unquoted(text, errors).or_else(|| {
            parts.push_front(part);
            None
        }),
        Part::Named { .. } => {
            check_is_verb(&part, errors);
            None
        }
        Part::Other(tokens) => {
            let mut trees = tokens.clone().into_iter();
            let Some(TokenTree::Ident(name)) = trees.next() else {
                check_is_verb(&part, errors);
                return None;
            };
            let verb = check_verb(&name, errors);
            parts.push_front(check_comma(&name, &trees.collect::<Vec<_>>(), errors));
            verb
        }
    }
}

fn is_option(part: &Part) -> bool {
    part.name()
        .is_some_and(|name| OPTIONS.iter().any(|option| name == option))
}

fn check_present(option: Option<&Part>, errors: &mut Errors) {
    let message = "missing verb and template; write `#[rest_op(GET, \"/path\")]`";
    errors.report(Rule::MissingVerb, option.and_then(Part::name), message);
}

fn check_is_verb(part: &Part, errors: &mut Errors) {
    let verbs = suggest::list(&Verb::NAMES);
    let message = format!("`{}` is no verb; write {verbs}", part.to_token_stream());
    errors.report(Rule::MissingVerb, part, message);
}

fn check_verb(name: &Ident, errors: &mut Errors) -> Option<Verb> {
    let text = name.to_string();
    let verb = Verb::from_name(&text);
    if verb.is_none() {
        let upper = text.to_ascii_uppercase();
        let remedy = match Verb::from_name(&upper) {
            Some(_) => format!("write `{upper}`"),
            None => suggest::remedy(&text, &Verb::NAMES),
        };
        errors.report(Rule::UnknownVerb, name, format!("unknown verb `{text}`; {remedy}"));
    }
    verb
}

/// A verb in quotes, or a template where the verb should be.
fn check_unquoted(text: &LitStr, errors: &mut Errors) -> Option<Verb> {
    let value = text.value();
    let verb = Verb::from_name(&value.to_ascii_uppercase());
    if let Some(verb) = verb {
        let message = format!("verb `\"{value}\"` in quotes; write `{}`", verb.name());
        errors.report(Rule::QuotedVerb, text, message);
    } else {
        let message = format!("missing verb before the template; write `GET, \"{value}\"`");
        errors.report(Rule::MissingVerb, text, message);
    }
    verb
}

/// What follows a verb up to the next comma: most likely the template, behind a comma that is missing.
fn check_comma(verb: &Ident, rest: &[TokenTree], errors: &mut Errors) -> Part {
    let template = rest.iter().rposition(|tree| matches!(tree, TokenTree::Literal(_)));
    let part = Part::new(template.and_then(|at| rest.get(at..)).unwrap_or(rest).to_vec());
    let written = match &part {
        Part::Text(text) => text.to_token_stream().to_string(),
        _ => "\"/path\"".to_owned(),
    };
    let at = rest.first().cloned();
    errors.report(
        Rule::MissingComma,
        at,
        format!("missing comma after the verb; write `{verb}, {written}`"),
    );
    part
}

/// Takes the template off the parts.
fn read_template(parts: &mut VecDeque<Part>, verb: Option<Verb>, errors: &mut Errors) -> Option<Template> {
    let verb = verb.map_or("GET", Verb::name);
    let Some(part) = parts.pop_front() else {
        let message = format!("missing template; write `{verb}, \"/path\"`");
        errors.report(Rule::MissingTemplate, TokenStream::new(), message);
        return None;
    };
    match part {
        Part::Text(literal) => return Some(Template::read(literal, errors)),
        Part::Flag(ref name) | Part::Named { ref name, .. } if is_option(&part) => {
            let message = format!("missing template before `{name}`; write `{verb}, \"/path\"`");
            errors.report(Rule::MissingTemplate, name, message);
            parts.push_front(part);
        }
        Part::Named { ref value, .. } if part.string().is_some() => {
            let message = format!("the template stands without a name; write `{value}`");
            errors.report(Rule::TemplateNotString, &part, message);
        }
        Part::Flag(_) | Part::Named { .. } | Part::Other(_) => {
            errors.report(
                Rule::TemplateNotString,
                &part,
                "the template is not a string; write `\"/path\"`",
            );
        }
    }
    None
}

impl Options {
    fn read(parts: VecDeque<Part>, errors: &mut Errors) -> Self {
        let mut options = Self::default();
        let mut given: Vec<String> = Vec::new();
        for part in parts {
            let Some(name) = part.name().map(Ident::to_string) else {
                check_superfluous(&part, errors);
                continue;
            };
            if given.contains(&name) {
                let message = format!("option `{name}` is given twice; remove one");
                errors.report(Rule::RepeatedOption, part.name(), message);
                continue;
            }
            match name.as_str() {
                "auth" => options.unauthenticated = check_auth(&part, errors),
                "idempotent" => options.idempotent = check_flag(&name, &part, errors),
                "get_body" => options.get_body = check_flag(&name, &part, errors),
                "host_prefix" => {
                    options.host_prefix =
                        check_host_prefix(&part, errors).map(|literal| HostPrefix::read(literal, errors));
                }
                "crate" => options.krate = check_crate(&part, errors).unwrap_or_default(),
                _ => check_unknown(&name, &part, errors),
            }
            given.push(name);
        }
        options
    }
}

fn check_superfluous(part: &Part, errors: &mut Errors) {
    let tokens = part.to_token_stream().to_string();
    let remedy = if tokens == "," {
        "remove it".to_owned()
    } else {
        format!("remove it, or write an option: {}", suggest::list(&OPTIONS))
    };
    errors.report(Rule::SuperfluousPart, part, format!("superfluous `{tokens}`; {remedy}"));
}

fn check_auth(part: &Part, errors: &mut Errors) -> bool {
    let is_none = matches!(part, Part::Named { value, .. } if value.to_string() == "none");
    if !is_none {
        let message = "option `auth` takes `none` alone; write `auth = none`, or leave it out";
        errors.report(Rule::BadOptionValue, part, message);
    }
    is_none
}

fn check_flag(name: &str, part: &Part, errors: &mut Errors) -> bool {
    let is_flag = matches!(part, Part::Flag(_));
    if !is_flag {
        let message = format!("option `{name}` takes no value; write `{name}`");
        errors.report(Rule::BadOptionValue, part, message);
    }
    is_flag
}

fn check_host_prefix(part: &Part, errors: &mut Errors) -> Option<LitStr> {
    let literal = part.string();
    if literal.is_none() {
        let message = "option `host_prefix` takes a string; write `host_prefix = \"data.\"`";
        errors.report(Rule::BadOptionValue, part, message);
    }
    literal
}

fn check_crate(part: &Part, errors: &mut Errors) -> Option<Krate> {
    let path = part.path();
    if path.is_none() {
        errors.report(
            Rule::BadOptionValue,
            part,
            "option `crate` takes a path; write `crate = path::to::rest_op`",
        );
    }
    path.map(Krate::new)
}

fn check_unknown(name: &str, part: &Part, errors: &mut Errors) {
    let remedy = suggest::remedy(name, &OPTIONS);
    errors.report(
        Rule::UnknownOption,
        part.name(),
        format!("unknown option `{name}`; {remedy}"),
    );
}

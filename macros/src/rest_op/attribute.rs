//! The attribute's own tokens: `#[rest_op(VERB, "TEMPLATE", OPTION*)]`.

use std::collections::VecDeque;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use crate::attr_arg::{AttrArg, is_punct};
use crate::errors::Errors;
use crate::rest_op::host_prefix::HostPrefix;
use crate::rest_op::http_method::HttpMethod;
use crate::rest_op::template::Template;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;
use crate::suggest;

/// What the attribute says. A part that is missing or could not be read has been reported.
pub(crate) struct Attribute {
    pub(crate) verb: Option<HttpMethod>,
    pub(crate) template: Option<Template>,
    pub(crate) options: OperationOptions,
}

/// What follows the template.
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

const OPTIONS: [&str; 5] = ["auth", "idempotent", "get_body", "host_prefix", "crate"];

impl Attribute {
    pub(crate) fn read(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut parts = VecDeque::from(AttrArg::split(tokens));
        put_options_last(&mut parts, errors);
        let (verb, template) = if let Some(part) = parts.pop_front_if(|part| !is_option(part)) {
            read_operation(part, &mut parts, errors)
        } else {
            report_missing(parts.front(), errors);
            (None, None)
        };
        let options = OperationOptions::read(parts, errors);
        Self {
            verb,
            template,
            options,
        }
    }
}

/// Puts options that stand before the template behind it, and reports the first of them.
fn put_options_last(parts: &mut VecDeque<AttrArg>, errors: &mut Errors) {
    let is_verb = |part: &AttrArg| matches!(part, AttrArg::Flag(name) if is_verb(name));
    let position = parts.iter().position(is_template);
    let Some(last) = position.or_else(|| parts.iter().position(is_verb)) else {
        return;
    };
    let (early, operation): (Vec<AttrArg>, Vec<AttrArg>) = parts.drain(..=last).partition(is_option);
    if let Some(name) = early.first().and_then(AttrArg::name) {
        let message = format!("option `{name}` stands before the template; move it behind the template");
        errors.report(Rule::OptionBeforeTemplate, name, message);
    }
    for part in operation.into_iter().chain(early).rev() {
        parts.push_front(part);
    }
}

/// Reads the verb from its part, and the template from the next one.
fn read_operation(
    part: AttrArg,
    parts: &mut VecDeque<AttrArg>,
    errors: &mut Errors,
) -> (Option<HttpMethod>, Option<Template>) {
    let verb = match &part {
        AttrArg::Flag(name) => check_verb(name, errors),
        AttrArg::Text(text) => check_unquoted(text, errors).or_else(|| {
            parts.push_front(part);
            None
        }),
        AttrArg::Named { .. } | AttrArg::Other(_) => {
            let (path, rest) = split_path(part.to_token_stream());
            match (path.as_slice(), rest.as_slice()) {
                ([_, .., name], []) => check_word(name, &part, errors),
                ([.., name], _) if !matches!(part, AttrArg::Named { .. }) || is_verb(name) => {
                    let verb = check_verb(name, errors);
                    let template = check_comma(name, &rest, errors);
                    return (verb, template.map(|literal| Template::read(literal, errors)));
                }
                _ => {
                    let name = split_path(part.value()).0.pop();
                    let text = part.string().and_then(|text| text.parse().ok());
                    match name.or(text) {
                        Some(name) => check_word(&name, &part, errors),
                        None => report_no_verb(&part, errors),
                    }
                }
            }
        }
    };
    (verb, read_template(parts, verb, errors))
}

/// The words of the path that the tokens start with, and the rest.
fn split_path(tokens: TokenStream) -> (Vec<Ident>, Vec<TokenTree>) {
    let mut words = Vec::new();
    let mut rest: VecDeque<TokenTree> = tokens.into_iter().collect();
    loop {
        let colons = rest.iter().take_while(|tree| is_punct(tree, ':')).count();
        let follows = |tree: &TokenTree| matches!(tree, TokenTree::Ident(_));
        if !(colons == 2 || colons == 0 && words.is_empty()) || !rest.get(colons).is_some_and(follows) {
            return (words, rest.into());
        }
        rest.drain(..colons);
        if let Some(TokenTree::Ident(word)) = rest.pop_front() {
            words.push(word);
        }
    }
}

fn is_option(part: &AttrArg) -> bool {
    part.name()
        .is_some_and(|name| OPTIONS.iter().any(|option| name == option))
}

/// Whether this is the template, perhaps behind a verb that no comma parts from it.
fn is_template(part: &AttrArg) -> bool {
    match part {
        AttrArg::Text(text) => HttpMethod::from_name(&text.value().to_ascii_uppercase()).is_none(),
        AttrArg::Other(tokens) => matches!(tokens.clone().into_iter().last(), Some(TokenTree::Literal(_))),
        AttrArg::Flag(_) | AttrArg::Named { .. } => false,
    }
}

fn is_verb(name: &Ident) -> bool {
    HttpMethod::from_name(&name.to_string()).is_some()
}

fn report_missing(option: Option<&AttrArg>, errors: &mut Errors) {
    let message = "missing verb and template; write `#[rest_op(GET, \"/path\")]`";
    errors.report(Rule::MissingVerb, option.and_then(AttrArg::name), message);
}

fn report_no_verb(part: &AttrArg, errors: &mut Errors) -> Option<HttpMethod> {
    let verbs = suggest::list(&HttpMethod::NAMES);
    let message = format!("`{}` is no verb; write {verbs}", part.to_token_stream());
    errors.report(Rule::MissingVerb, part, message);
    None
}

/// A verb as a path, or with a name: `Method::GET`, `method = GET`.
fn check_word(name: &Ident, part: &AttrArg, errors: &mut Errors) -> Option<HttpMethod> {
    let Some(verb) = HttpMethod::from_name(&name.to_string().to_ascii_uppercase()) else {
        return report_no_verb(part, errors);
    };
    let written = match part {
        AttrArg::Named { name, value, .. } => format!("{name} = {}", without_spaces(value)),
        part => without_spaces(part),
    };
    let message = format!("`{written}` is not a plain verb; write `{}`", verb.name());
    errors.report(Rule::VerbNotWord, part, message);
    Some(verb)
}

fn without_spaces(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}

fn check_verb(name: &Ident, errors: &mut Errors) -> Option<HttpMethod> {
    let text = name.to_string();
    let verb = HttpMethod::from_name(&text);
    if verb.is_none() {
        let upper = text.to_ascii_uppercase();
        let remedy = match HttpMethod::from_name(&upper) {
            Some(_) => format!("write `{upper}`"),
            None => suggest::remedy(&text, &HttpMethod::NAMES),
        };
        errors.report(Rule::UnknownVerb, name, format!("unknown verb `{text}`; {remedy}"));
    }
    verb
}

/// A verb in quotes, or a template where the verb should be.
fn check_unquoted(text: &LitStr, errors: &mut Errors) -> Option<HttpMethod> {
    let value = text.value();
    let verb = HttpMethod::from_name(&value.to_ascii_uppercase());
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
fn check_comma(verb: &Ident, rest: &[TokenTree], errors: &mut Errors) -> Option<LitStr> {
    let last = match rest {
        [TokenTree::Group(group)] => group.stream().into_iter().last(),
        rest => rest.last().cloned(),
    };
    let template: Option<LitStr> = last.and_then(|tree| syn::parse2(tree.into()).ok());
    let written = template
        .as_ref()
        .map_or("\"/path\"".to_owned(), |template| template.token().to_string());
    let message = format!("missing comma after the verb; write `{verb}, {written}`");
    errors.report(Rule::MissingComma, rest.first(), message);
    template
}

/// Takes the template off the parts.
fn read_template(parts: &mut VecDeque<AttrArg>, verb: Option<HttpMethod>, errors: &mut Errors) -> Option<Template> {
    let verb = verb.map_or("GET", HttpMethod::name);
    let Some(part) = parts.pop_front() else {
        let message = format!("missing template; write `{verb}, \"/path\"`");
        errors.report(Rule::MissingTemplate, TokenStream::new(), message);
        return None;
    };
    match part {
        AttrArg::Text(literal) => return Some(Template::read(literal, errors)),
        AttrArg::Flag(ref name) | AttrArg::Named { ref name, .. } if is_option(&part) => {
            let message = format!("missing template before `{name}`; write `{verb}, \"/path\"`");
            errors.report(Rule::MissingTemplate, name, message);
            parts.push_front(part);
        }
        AttrArg::Named { ref value, .. } if part.string().is_some() => {
            let message = format!("the template stands without a name; write `{value}`");
            errors.report(Rule::TemplateNotString, &part, message);
        }
        AttrArg::Flag(_) | AttrArg::Named { .. } | AttrArg::Other(_) => {
            let mut trees: VecDeque<TokenTree> = part.to_token_stream().into_iter().collect();
            let first: Option<LitStr> = trees.pop_front().and_then(|tree| syn::parse2(tree.into()).ok());
            let option = AttrArg::new(trees.into());
            if let Some(template) = first.filter(|_| is_option(&option)) {
                let message = format!("missing comma after the template; write `{},`", template.token());
                errors.report(Rule::MissingComma, option.name(), message);
                parts.push_front(option);
                return Some(Template::read(template, errors));
            }
            let message = format!(
                "template `{}` is not a string; write `\"/path\"`",
                without_spaces(&part)
            );
            errors.report(Rule::TemplateNotString, &part, message);
        }
    }
    None
}

impl OperationOptions {
    fn read(parts: VecDeque<AttrArg>, errors: &mut Errors) -> Self {
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
                "idempotent" => options.idempotent = check_flag(&part, errors),
                "get_body" => options.get_body = check_flag(&part, errors).is_some(),
                "host_prefix" => {
                    options.host_prefix =
                        check_host_prefix(&part, errors).map(|literal| HostPrefix::read(literal, errors));
                }
                "crate" => options.runtime = check_crate(&part, errors).unwrap_or_default(),
                _ => check_unknown(&name, &part, errors),
            }
            given.push(name);
        }
        options
    }
}

fn check_superfluous(part: &AttrArg, errors: &mut Errors) {
    let tokens = part.to_token_stream().to_string();
    let remedy = if tokens == "," {
        "remove it".to_owned()
    } else {
        format!("remove it, or write an option: {}", suggest::list(&OPTIONS))
    };
    errors.report(
        Rule::SuperfluousTokens,
        part,
        format!("superfluous `{tokens}`; {remedy}"),
    );
}

fn check_auth(part: &AttrArg, errors: &mut Errors) -> bool {
    let is_none = matches!(part, AttrArg::Named { value, .. } if value.to_string() == "none");
    if !is_none {
        let message = "option `auth` takes `none` alone; write `auth = none`, or leave it out";
        errors.report(Rule::BadOptionValue, part.value(), message);
    }
    is_none
}

fn check_flag(part: &AttrArg, errors: &mut Errors) -> Option<Ident> {
    if let AttrArg::Named { name, .. } = part {
        let message = format!("option `{name}` takes no value; write `{name}`");
        errors.report(Rule::BadOptionValue, part.value(), message);
        return None;
    }
    part.name().cloned()
}

fn check_host_prefix(part: &AttrArg, errors: &mut Errors) -> Option<LitStr> {
    let literal = part.string();
    if literal.is_none() {
        let message = "option `host_prefix` takes a string; write `host_prefix = \"data.\"`";
        errors.report(Rule::BadOptionValue, part.value(), message);
    }
    literal
}

fn check_crate(part: &AttrArg, errors: &mut Errors) -> Option<RuntimePath> {
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

fn check_unknown(name: &str, part: &AttrArg, errors: &mut Errors) {
    let remedy = suggest::remedy(name, &OPTIONS);
    errors.report(
        Rule::UnknownOption,
        part.name(),
        format!("unknown option `{name}`; {remedy}"),
    );
}

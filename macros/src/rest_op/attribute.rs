//! The attribute's own tokens: `#[rest_op(VERB, "TEMPLATE", OPTION*)]`.

use std::collections::VecDeque;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use crate::attr_arg::{AttrArg, is_punct};
use crate::errors::Errors;
use crate::rest_op::http_method::HttpMethod;
use crate::rest_op::options::{Options, is_option, name_of};
use crate::rest_op::template::Template;
use crate::rules::Rule;
use crate::suggest;

/// What the attribute says. A part that is missing or could not be read has been reported.
pub(crate) struct Attribute {
    pub(crate) verb: Option<HttpMethod>,
    pub(crate) template: Option<Template>,
    pub(crate) options: Options,
}

impl Attribute {
    pub(crate) fn read(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut parts = VecDeque::from(AttrArg::split(tokens));
        put_options_last(&mut parts, errors);
        let (verb, template) = if let Some(part) = parts.pop_front_if(|part| !is_option(part)) {
            read_operation(&part, &mut parts, errors)
        } else {
            report_missing(parts.front(), errors);
            (None, None)
        };
        let options = Options::read(parts, errors);
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
    if let Some(name) = early.first().and_then(name_of) {
        let message = format!("option `{name}` stands before the template; move it behind the template");
        errors.report(Rule::OptionBeforeTemplate, &name, message);
    }
    for part in operation.into_iter().chain(early).rev() {
        parts.push_front(part);
    }
}

/// Reads the verb from its part, and the template from the next one.
fn read_operation(
    part: &AttrArg,
    parts: &mut VecDeque<AttrArg>,
    errors: &mut Errors,
) -> (Option<HttpMethod>, Option<Template>) {
    let verb = match part {
        AttrArg::Flag(name) => check_verb(name, errors),
        AttrArg::Text(text) => {
            let Ok(verb) = read_quoted(text, parts.front(), errors) else {
                return (None, Some(Template::read(text.clone(), errors)));
            };
            verb
        }
        AttrArg::Named { .. } | AttrArg::Other(_) => {
            let (path, rest) = split_path(part.to_token_stream());
            match (path.as_slice(), rest.as_slice()) {
                ([_, .., name], []) => check_word(name, part, errors),
                ([.., name], _) if !matches!(part, AttrArg::Named { .. }) || is_verb(name) => {
                    let verb = check_verb(name, errors);
                    let template = check_comma(name, &rest, errors);
                    return (verb, template.map(|literal| Template::read(literal, errors)));
                }
                _ => {
                    let name = split_path(part.value()).0.pop();
                    let text = part.string().and_then(|text| text.parse().ok());
                    match name.or(text) {
                        Some(name) => check_word(&name, part, errors),
                        None => report_no_verb(part, errors),
                    }
                }
            }
        }
    };
    let template = read_template(parts, verb.as_ref(), errors);
    (verb, template)
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

/// There is a template where the verb should be, which has been reported.
struct MissingVerb;

/// A string where the verb should be: a method that is no verb, a verb that needs no quotes, or the template.
fn read_quoted(text: &LitStr, next: Option<&AttrArg>, errors: &mut Errors) -> Result<Option<HttpMethod>, MissingVerb> {
    let value = text.value();
    if let Some(verb) = HttpMethod::from_name(&value.to_ascii_uppercase()) {
        let message = format!("verb `\"{value}\"` in quotes; write `{}`", verb.name());
        errors.report(Rule::QuotedVerb, text, message);
        return Ok(Some(verb));
    }
    let is_method = HttpMethod::extension(&value).is_some() && value == value.to_ascii_uppercase();
    if value.starts_with('/') || !is_method && !next.is_some_and(is_template) {
        let message = format!("missing verb before the template; write `GET, \"{value}\"`");
        errors.report(Rule::MissingVerb, text, message);
        return Err(MissingVerb);
    }
    let method = HttpMethod::extension(&value);
    if method.is_none() {
        let message = format!(
            "`{}` cannot be the method of a call; write a token such as `\"PROPFIND\"`, but neither `CONNECT` nor `TRACE`",
            text.token()
        );
        errors.report(Rule::IllegalMethod, text, message);
    }
    Ok(method)
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
fn read_template(parts: &mut VecDeque<AttrArg>, verb: Option<&HttpMethod>, errors: &mut Errors) -> Option<Template> {
    let verb = verb.map_or("GET".to_owned(), HttpMethod::written);
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

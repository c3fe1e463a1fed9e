//! The tokens of the attribute: `#[rest_op(VERB, "TEMPLATE", OPTION*)]`.

use std::collections::VecDeque;
use std::iter::Peekable;
use std::vec::IntoIter;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::rest_op::http_method::HttpMethod;
use crate::rest_op::options::{OperationOptions, is_option};
use crate::rest_op::template::Template;
use crate::rules::Rule;
use crate::suggest;
use crate::tokens::{compact, is_punct};

/// The parts of the attribute. A part that is missing or could not be read has been reported.
pub(crate) struct Attribute {
    /// The verb.
    pub(crate) method: Option<HttpMethod>,
    pub(crate) template: Option<Template>,
    pub(crate) options: OperationOptions,
}

impl Attribute {
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut args = move_options_last(AttrArg::split(tokens), errors).into_iter().peekable();
        let (method, template, option) = if let Some(first) = args.next_if(|arg| !is_option(arg)) {
            parse_operation(&first, &mut args, errors)
        } else {
            let message = "missing verb and template; write `#[rest_op(GET, \"/path\")]`";
            errors.report(Rule::MissingVerb, args.peek().and_then(AttrArg::any_name), message);
            (None, None, None)
        };
        Self {
            method,
            template: template.map(|literal| Template::parse(literal, errors)),
            options: OperationOptions::parse(option.into_iter().chain(args), errors),
        }
    }
}

/// Moves options that precede the template after it, and reports the first of them.
fn move_options_last(args: Vec<AttrArg>, errors: &mut Errors) -> Vec<AttrArg> {
    let is_method = |arg: &AttrArg| matches!(arg, AttrArg::Flag(name) if is_method(name));
    let last = args
        .iter()
        .position(is_template)
        .or_else(|| args.iter().position(is_method));
    let mut args = args.into_iter();
    let operation = args.by_ref().take(last.map_or(0, |last| last + 1));
    let (early, operation): (Vec<AttrArg>, Vec<AttrArg>) = operation.partition(is_option);
    if let Some(name) = early.first().and_then(AttrArg::any_name) {
        let message = format!("option `{name}` precedes the template; move it after the template");
        errors.report(Rule::OptionBeforeTemplate, name, message);
    }
    operation.into_iter().chain(early).chain(args).collect()
}

/// Whether this is the template, possibly after a verb without a comma.
fn is_template(arg: &AttrArg) -> bool {
    match arg {
        AttrArg::Text(text) => HttpMethod::from_name(&text.value().to_ascii_uppercase()).is_none(),
        AttrArg::Other(tokens) => matches!(tokens.clone().into_iter().last(), Some(TokenTree::Literal(_))),
        AttrArg::Flag(_) | AttrArg::Named { .. } => false,
    }
}

fn is_method(name: &Ident) -> bool {
    HttpMethod::from_name(&name.to_string()).is_some()
}

/// Reads the verb and the template. An option may follow the template without a comma.
fn parse_operation(
    first: &AttrArg,
    args: &mut Peekable<IntoIter<AttrArg>>,
    errors: &mut Errors,
) -> (Option<HttpMethod>, Option<LitStr>, Option<AttrArg>) {
    if let Some((name, rest)) = split_method(first) {
        let method = parse_method(&name, errors);
        return (method, parse_without_comma(&name, &rest, errors), None);
    }
    let method = match first {
        AttrArg::Flag(name) => parse_method(name, errors),
        AttrArg::Text(text) => match parse_quoted(text, args.peek(), errors) {
            Ok(method) => method,
            Err(MissingVerb) => return (None, Some(text.clone()), None),
        },
        AttrArg::Named { .. } | AttrArg::Other(_) => parse_word(first, errors),
    };
    let (template, option) = parse_template(args, method.as_ref(), errors);
    (method, template, option)
}

/// Splits `GET "/path"` and the like into the verb and what follows it without a comma.
fn split_method(arg: &AttrArg) -> Option<(Ident, Vec<TokenTree>)> {
    let (mut words, rest) = split_path(arg.to_token_stream());
    let name = words.pop()?;
    let is_split = match arg {
        AttrArg::Other(_) => !rest.is_empty(),
        AttrArg::Named { .. } => is_method(&name),
        AttrArg::Text(_) | AttrArg::Flag(_) => false,
    };
    is_split.then_some((name, rest))
}

/// The words of the path at the start of the tokens, and the other tokens.
fn split_path(tokens: TokenStream) -> (Vec<Ident>, Vec<TokenTree>) {
    let mut words = Vec::new();
    let mut rest: VecDeque<TokenTree> = tokens.into_iter().collect();
    loop {
        let colons = rest.iter().take_while(|tree| is_punct(tree, ':')).count();
        let is_word = |tree: &TokenTree| matches!(tree, TokenTree::Ident(_));
        if !(colons == 2 || colons == 0 && words.is_empty()) || !rest.get(colons).is_some_and(is_word) {
            return (words, rest.into());
        }
        rest.drain(..colons);
        if let Some(TokenTree::Ident(word)) = rest.pop_front() {
            words.push(word);
        }
    }
}

fn parse_method(name: &Ident, errors: &mut Errors) -> Option<HttpMethod> {
    let text = name.to_string();
    let method = HttpMethod::from_name(&text);
    if method.is_none() {
        let upper = text.to_ascii_uppercase();
        let remedy = match HttpMethod::from_name(&upper) {
            Some(_) => format!("write `{upper}`"),
            None => suggest::remedy(&text, &HttpMethod::NAMES),
        };
        errors.report(Rule::UnknownVerb, name, format!("unknown verb `{text}`; {remedy}"));
    }
    method
}

/// The verb is missing before a template, which has been reported.
struct MissingVerb;

/// Reads a string in the place of the verb: a method that is not a verb, a verb that needs no quotes, or the template.
fn parse_quoted(text: &LitStr, next: Option<&AttrArg>, errors: &mut Errors) -> Result<Option<HttpMethod>, MissingVerb> {
    let value = text.value();
    if let Some(method) = HttpMethod::from_name(&value.to_ascii_uppercase()) {
        let message = format!("verb `\"{value}\"` in quotes; write `{}`", method.name());
        errors.report(Rule::QuotedVerb, text, message);
        return Ok(Some(method));
    }
    let method = HttpMethod::extension(&value);
    let is_upper = value == value.to_ascii_uppercase();
    if value.starts_with('/') || !(method.is_some() && is_upper || next.is_some_and(is_template)) {
        let message = format!("missing verb before the template; write `GET, \"{value}\"`");
        errors.report(Rule::MissingVerb, text, message);
        return Err(MissingVerb);
    }
    if method.is_none() {
        let message = format!(
            "`{}` is not supported as a method; write a token such as `\"PROPFIND\"`, but neither `CONNECT` nor `TRACE`",
            text.token()
        );
        errors.report(Rule::IllegalMethod, text, message);
    }
    Ok(method)
}

/// Reads a verb that is not one word: `Method::GET`, `method = GET`.
fn parse_word(arg: &AttrArg, errors: &mut Errors) -> Option<HttpMethod> {
    let word = split_path(arg.value()).0.pop();
    let word = word.or_else(|| arg.string().and_then(|text| text.parse().ok()));
    let method = word.and_then(|word| HttpMethod::from_name(&word.to_string().to_ascii_uppercase()));
    if let Some(method) = &method {
        let written = match arg {
            AttrArg::Named { name, value, .. } => format!("{name} = {}", compact(value)),
            arg => compact(arg),
        };
        let message = format!("`{written}` is not a single word; write `{}`", method.name());
        errors.report(Rule::VerbNotWord, arg, message);
    } else {
        let methods = suggest::list(&HttpMethod::NAMES);
        let message = format!("`{}` is not a verb; write {methods}", arg.to_token_stream());
        errors.report(Rule::MissingVerb, arg, message);
    }
    method
}

/// Reads the template that follows the verb without a comma. `None` if something else does.
fn parse_without_comma(verb: &Ident, rest: &[TokenTree], errors: &mut Errors) -> Option<LitStr> {
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

/// Reads the template, and an option that follows it without a comma.
fn parse_template(
    args: &mut Peekable<IntoIter<AttrArg>>,
    method: Option<&HttpMethod>,
    errors: &mut Errors,
) -> (Option<LitStr>, Option<AttrArg>) {
    let method = method.map_or("GET".to_owned(), HttpMethod::written);
    let Some(arg) = args.next_if(|arg| !is_option(arg)) else {
        let option = args.peek().and_then(AttrArg::any_name);
        let place = option
            .as_ref()
            .map_or(String::new(), |name| format!(" before `{name}`"));
        let message = format!("missing template{place}; write `{method}, \"/path\"`");
        errors.report(Rule::MissingTemplate, option, message);
        return (None, None);
    };
    let message = match &arg {
        AttrArg::Text(literal) => return (Some(literal.clone()), None),
        AttrArg::Named { value, .. } if arg.string().is_some() => {
            format!("the template takes no name; write `{value}`")
        }
        AttrArg::Flag(_) | AttrArg::Named { .. } | AttrArg::Other(_) => {
            let mut trees = arg.to_token_stream().into_iter();
            let template: Option<LitStr> = trees.next().and_then(|tree| syn::parse2(tree.into()).ok());
            let option = AttrArg::new(trees.collect());
            if let Some(template) = template.filter(|_| is_option(&option)) {
                let message = format!("missing comma after the template; write `{},`", template.token());
                errors.report(Rule::MissingComma, option.any_name(), message);
                return (Some(template), Some(option));
            }
            format!("template `{}` is not a string; write `\"/path\"`", compact(&arg))
        }
    };
    errors.report(Rule::TemplateNotString, &arg, message);
    (None, None)
}

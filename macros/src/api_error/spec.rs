//! The attributes of the type: the accepted responses that are errors, and the places of the code and the message.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Lit, LitStr};

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::header;
use crate::json_path;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;
use crate::suggest;
use crate::tokens::is_punct;

#[derive(Default)]
pub(super) struct Spec {
    whens: Vec<When>,
    /// Whether there is a `when`, even one that could not be read.
    has_when: bool,
    code_at: Option<LitStr>,
    message_at: Option<LitStr>,
    code_header: Option<String>,
    /// The name of the method that returns the response, at its place in the attribute.
    pub(super) response: Option<Ident>,
}

/// A condition under which an accepted response is an error.
enum When {
    /// `when("path")`
    Present(LitStr),
    /// `when("path" = "text")`
    Text(LitStr, LitStr),
    /// `when("path" = 1)`, in JSON.
    Literal(LitStr, String),
    /// `when(xml_root = "Error")`
    XmlRoot(LitStr),
}

const KEYS: [&str; 6] = ["when", "code_at", "message_at", "code_header", "response", "crate"];

impl Spec {
    pub(super) fn parse(args: &[AttrArg], errors: &mut Errors) -> Self {
        let mut spec = Self::default();
        for arg in args {
            match arg.any_name().map(|name| name.to_string()).as_deref() {
                Some("when") => {
                    spec.has_when = true;
                    spec.whens.extend(parse_when(arg, errors));
                }
                Some("code_at") => fill(&mut spec.code_at, parse_path(arg, "code", errors), arg, errors),
                Some("message_at") => fill(&mut spec.message_at, parse_path(arg, "message", errors), arg, errors),
                Some("code_header") => fill(&mut spec.code_header, parse_header(arg, errors), arg, errors),
                Some("response") => {
                    arg.parse_flag(Rule::BadResponseOption, errors);
                    fill(&mut spec.response, arg.any_name(), arg, errors);
                }
                name => report_unknown(name, arg, errors),
            }
        }
        spec
    }

    /// Whether a response with a status of 2xx can be an error.
    pub(super) fn has_when(&self) -> bool {
        self.has_when
    }

    fn is_empty(&self) -> bool {
        self.whens.is_empty() && self.code_at.is_none() && self.message_at.is_none() && self.code_header.is_none()
    }

    /// The constant of the implementation, and the statement that reads a response again that was read without it.
    pub(super) fn expand(&self, runtime: &RuntimePath, response: &Ident) -> Option<(TokenStream, TokenStream)> {
        if self.is_empty() {
            return None;
        }
        let reply = Ident::new("reply", Span::mixed_site());
        let private = quote!(#runtime::private);
        let whens = self.whens.iter().map(|when| match when {
            When::Present(path) => quote!(#private::is_present(#reply, #path)),
            When::Text(path, text) => quote!(#private::is_text(#reply, #path, #text)),
            When::Literal(path, literal) => quote!(#private::is_literal(#reply, #path, #literal)),
            When::XmlRoot(name) => quote!(#private::is_xml_root(#reply, #name)),
        });
        let when = self.has_when().then(|| quote!(#(#whens)||*));
        let at = |path: &LitStr| quote!(#private::text_at(#reply, #path));
        let code = match (&self.code_header, &self.code_at) {
            (None, path) => path.as_ref().map(at),
            (Some(name), path) => {
                let else_at = path.as_ref().map_or_else(|| quote!(#private::usual_code(#reply)), at);
                Some(quote!(#private::text_of_header(#reply, #name).or_else(|| #else_at)))
            }
        };
        let message = self.message_at.as_ref().map(at);
        let [when, code, message] = [when, code, message].map(|value| {
            let none = || quote!(::core::option::Option::None);
            value.map_or_else(none, |value| quote!(::core::option::Option::Some(|#reply| #value)))
        });
        let constant = quote! {
            const SPEC: ::core::option::Option<&'static #private::ErrorSpec> =
                ::core::option::Option::Some(&#private::ErrorSpec {
                    when: #when,
                    code: #code,
                    message: #message,
                });
        };
        let reread = quote! {
            let #response = #private::read_by(#response, <Self as #runtime::ApiError>::SPEC);
        };
        Some((constant, reread))
    }
}

/// Reads `when(condition)`. `None` has been reported.
fn parse_when(arg: &AttrArg, errors: &mut Errors) -> Option<When> {
    let (_, inner) = arg.list().or_else(|| report_when(arg, errors))?;
    let conditions = AttrArg::split(inner);
    let [condition] = conditions.as_slice() else {
        return report_when(arg, errors);
    };
    let path = |path: LitStr, errors: &mut Errors| json_path::check(&path, Rule::BadErrorPath, errors).then_some(path);
    match condition {
        AttrArg::Text(text) => path(text.clone(), errors).map(When::Present),
        AttrArg::Named { name, .. } if name == "xml_root" => {
            let name = condition.string().filter(is_xml_name);
            if name.is_none() {
                let message = "`xml_root` takes the name of an element; write `when(xml_root = \"Error\")`";
                errors.report(Rule::BadWhen, condition.value(), message);
            }
            name.map(When::XmlRoot)
        }
        AttrArg::Other(tokens) => {
            let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
            let (key, value) = match trees.as_slice() {
                [key, equals, value @ ..] if is_punct(equals, '=') => (key.to_token_stream(), value),
                _ => return report_when(arg, errors),
            };
            let Ok(key) = syn::parse2::<LitStr>(key) else {
                return report_when(arg, errors);
            };
            let key = path(key, errors)?;
            let value: TokenStream = value.iter().cloned().collect();
            match syn::parse2(value.clone()) {
                Ok(Lit::Str(text)) => Some(When::Text(key, text)),
                Ok(Lit::Bool(literal)) => Some(When::Literal(key, literal.value.to_string())),
                Ok(Lit::Int(literal)) if literal.suffix().is_empty() => {
                    Some(When::Literal(key, literal.base10_digits().to_owned()))
                }
                Ok(Lit::Float(literal)) if literal.suffix().is_empty() => {
                    Some(When::Literal(key, literal.base10_digits().to_owned()))
                }
                _ => report_value(condition, &value, errors),
            }
        }
        _ => report_when(arg, errors),
    }
}

fn is_xml_name(name: &LitStr) -> bool {
    let name = name.value();
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || "<>/&:\"'".contains(c))
}

fn report_when<T>(arg: &AttrArg, errors: &mut Errors) -> Option<T> {
    let message =
        "`when` takes one condition; write `when(\"path\")`, `when(\"path\" = value)` or `when(xml_root = \"Error\")`";
    errors.report(Rule::BadWhen, arg, message);
    None
}

fn report_value<T>(condition: &AttrArg, value: &TokenStream, errors: &mut Errors) -> Option<T> {
    let (at, problem) = if value.is_empty() {
        (condition.to_token_stream(), "the condition has no value".to_owned())
    } else {
        (value.clone(), format!("`{value}` is not a JSON literal"))
    };
    let message = format!("{problem}; write a string, a number, `true` or `false`");
    errors.report(Rule::BadWhen, at, message);
    None
}

/// Reads `code_at = "path"` or `message_at = "path"`. `None` has been reported.
fn parse_path(arg: &AttrArg, what: &str, errors: &mut Errors) -> Option<LitStr> {
    let path = arg.string();
    if path.is_none() {
        let message = format!("`{what}_at` takes a path in JSON; write `{what}_at = \"error.{what}\"`");
        errors.report(Rule::BadErrorPath, arg.value(), message);
    }
    path.filter(|path| json_path::check(path, Rule::BadErrorPath, errors))
}

/// Reads `code_header = "name"`. `None` has been reported.
fn parse_header(arg: &AttrArg, errors: &mut Errors) -> Option<String> {
    let name = arg.string();
    if name.is_none() {
        let message = "`code_header` takes the name of a header; write `code_header = \"x-ms-error-code\"`";
        errors.report(Rule::BadCodeHeader, arg.value(), message);
    }
    header::parse_name(&name?, errors)
}

/// Stores the value in a slot that may be filled only once.
fn fill<T>(slot: &mut Option<T>, value: Option<T>, arg: &AttrArg, errors: &mut Errors) {
    if let (Some(_), Some(name)) = (&slot, arg.any_name()) {
        errors.report(Rule::RepeatedErrorOption, arg, format!("second `{name}`; remove one"));
    }
    *slot = value.or(slot.take());
}

fn report_unknown(name: Option<&str>, arg: &AttrArg, errors: &mut Errors) {
    let remedy = match name {
        Some("code" | "status" | "all" | "other") => "put it on a variant".to_owned(),
        name => suggest::remedy(name.unwrap_or_default(), &KEYS),
    };
    let message = format!("unknown option `{}` of an error type; {remedy}", arg.to_token_stream());
    errors.report(Rule::UnknownErrorOption, arg, message);
}

//! The attributes of the type itself: which accepted responses are errors, and where an error's name and message are.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Lit, LitStr};

use crate::attr_arg::{AttrArg, is_punct};
use crate::errors::Errors;
use crate::header;
use crate::json_path;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;
use crate::suggest;

#[derive(Default)]
pub(super) struct Spec {
    whens: Vec<When>,
    /// Also where what it says cannot be read.
    has_when: bool,
    code_at: Option<LitStr>,
    message_at: Option<LitStr>,
    code_header: Option<String>,
}

/// What makes an error of an accepted response.
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

const KEYS: [&str; 5] = ["when", "code_at", "message_at", "code_header", "crate"];

impl Spec {
    pub(super) fn read(parts: &[AttrArg], errors: &mut Errors) -> Self {
        let mut spec = Self::default();
        for part in parts {
            let list = part.list();
            let name = list.as_ref().map(|(name, _)| name).or(part.name());
            match name.map(Ident::to_string).as_deref() {
                Some("when") => {
                    spec.has_when = true;
                    spec.whens.extend(read_when(part, errors));
                }
                Some("code_at") => fill(&mut spec.code_at, read_path(part, "code", errors), part, errors),
                Some("message_at") => fill(&mut spec.message_at, read_path(part, "message", errors), part, errors),
                Some("code_header") => fill(&mut spec.code_header, read_header(part, errors), part, errors),
                name => report_unknown(name, part, errors),
            }
        }
        spec
    }

    /// Whether a 2xx can be an error.
    pub(super) fn has_when(&self) -> bool {
        self.has_when
    }

    fn is_empty(&self) -> bool {
        self.whens.is_empty() && self.code_at.is_none() && self.message_at.is_none() && self.code_header.is_none()
    }

    /// The constant of the implementation, and the statement that rereads a response which was read without it.
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

/// `None` has been reported.
fn read_when(part: &AttrArg, errors: &mut Errors) -> Option<When> {
    let (_, inner) = part.list().or_else(|| report_when(part, errors))?;
    let conditions = AttrArg::split(inner);
    let [condition] = conditions.as_slice() else {
        return report_when(part, errors);
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
                _ => return report_when(part, errors),
            };
            let Ok(key) = syn::parse2::<LitStr>(key) else {
                return report_when(part, errors);
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
        _ => report_when(part, errors),
    }
}

fn is_xml_name(name: &LitStr) -> bool {
    let name = name.value();
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || "<>/&:\"'".contains(c))
}

fn report_when<T>(part: &AttrArg, errors: &mut Errors) -> Option<T> {
    let message =
        "`when` takes one condition; write `when(\"path\")`, `when(\"path\" = value)` or `when(xml_root = \"Error\")`";
    errors.report(Rule::BadWhen, part, message);
    None
}

fn report_value<T>(condition: &AttrArg, value: &TokenStream, errors: &mut Errors) -> Option<T> {
    let (at, problem) = if value.is_empty() {
        (condition.to_token_stream(), "a condition has no value".to_owned())
    } else {
        (value.clone(), format!("`{value}` is not a literal of JSON"))
    };
    errors.report(
        Rule::BadWhen,
        at,
        format!("{problem}; write a string, a number, `true` or `false`"),
    );
    None
}

fn read_path(part: &AttrArg, what: &str, errors: &mut Errors) -> Option<LitStr> {
    let path = part.string();
    if path.is_none() {
        let message = format!("`{what}_at` takes a path in JSON; write `{what}_at = \"error.{what}\"`");
        errors.report(Rule::BadErrorPath, part.value(), message);
    }
    path.filter(|path| json_path::check(path, Rule::BadErrorPath, errors))
}

fn read_header(part: &AttrArg, errors: &mut Errors) -> Option<String> {
    let name = part.string();
    if name.is_none() {
        let message = "`code_header` takes the name of a header; write `code_header = \"x-ms-error-code\"`";
        errors.report(Rule::BadCodeHeader, part.value(), message);
    }
    header::read(&name?, errors)
}

/// Fills a place that can be filled once.
fn fill<T>(place: &mut Option<T>, value: Option<T>, part: &AttrArg, errors: &mut Errors) {
    if let (Some(_), Some(name)) = (&place, part.name()) {
        errors.report(Rule::RepeatedErrorOption, part, format!("second `{name}`; remove one"));
    }
    *place = value.or(place.take());
}

fn report_unknown(name: Option<&str>, part: &AttrArg, errors: &mut Errors) {
    let remedy = match name {
        Some("code" | "status" | "all" | "other") => "put it on a variant".to_owned(),
        name => suggest::remedy(name.unwrap_or_default(), &KEYS),
    };
    let message = format!("unknown option `{}` of an error type; {remedy}", part.to_token_stream());
    errors.report(Rule::UnknownErrorOption, part, message);
}

//! The items and the token of a page, and the rules on them.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{
    Data, DeriveInput, Field, Fields, FieldsNamed, GenericArgument, LitStr, PathArguments, PathSegment, Token, Type,
};

use super::next::{Carrier, NextArg};
use crate::attr_arg::AttrArg;
use crate::derive;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::suggest;

pub(super) struct Parts<'a> {
    /// The field that is the `Vec`, or that of a list whose content is one.
    pub(super) items: TokenStream,
    /// The type of an item.
    pub(super) item: &'a Type,
    pub(super) next: Next<'a>,
    pub(super) more: Option<FieldPath>,
}

pub(super) enum Next<'a> {
    Token(Carrier, TokenSource<'a>),
    Page(LitStr),
    Offset(LitStr),
}

/// The field that contains the token.
pub(super) enum TokenSource<'a> {
    Field(&'a Field),
    Path(FieldPath),
}

/// A dotted path of fields.
pub(super) struct FieldPath {
    pub(super) literal: LitStr,
    pub(super) fields: Punctuated<Ident, Token![.]>,
}

/// The keys of the type.
#[derive(Default)]
struct Container {
    next: Option<(AttrArg, NextArg)>,
    at: Option<(AttrArg, FieldPath)>,
    more: Option<(AttrArg, FieldPath)>,
}

/// The keys of the fields.
#[derive(Default)]
struct Marked<'a> {
    items: Option<(TokenStream, &'a Type)>,
    next: Option<(&'a Field, AttrArg, Carrier)>,
}

const KEYS: [&str; 5] = ["items", "next", "at", "more", "crate"];

impl<'a> Parts<'a> {
    /// Reads the type. `None` has been reported.
    pub(super) fn parse(input: &'a DeriveInput, options: &[AttrArg], errors: &mut Errors) -> Option<Self> {
        let fields = parse_shape(input, errors)?;
        let container = parse_container(options, fields, errors);
        let marked = parse_fields(fields, errors);
        let (container, marked) = (container?, marked?);
        if marked.items.is_none() {
            let message = "no field contains the items; write `#[page(items)]` before the field that is the list";
            errors.report(Rule::NoItems, &input.ident, message);
        }
        let next = parse_next(input, container.next, container.at, marked.next, errors);
        let (items, item) = marked.items?;
        Some(Self {
            items,
            item,
            next: next?,
            more: container.more.map(|(_, path)| path),
        })
    }
}

fn parse_shape<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Option<&'a FieldsNamed> {
    let (kind, at) = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return Some(fields),
            Fields::Unnamed(_) | Fields::Unit => ("a struct without named fields", input.ident.to_token_stream()),
        },
        Data::Enum(data) => ("an enum", data.enum_token.to_token_stream()),
        Data::Union(data) => ("a union", data.union_token.to_token_stream()),
    };
    let message =
        format!("`Page` cannot be derived for {kind}; derive it for a struct with named fields, or implement it");
    errors.report(Rule::PageShape, at, message);
    None
}

/// Reads the attributes of the type, except `crate`.
fn parse_container(options: &[AttrArg], fields: &FieldsNamed, errors: &mut Errors) -> Option<Container> {
    let mut container = Container::default();
    let mut sound = true;
    for arg in options {
        sound &= match arg.key().as_deref() {
            Some("next") => {
                NextArg::parse(arg, errors).is_some_and(|next| fill(&mut container.next, arg, next, errors))
            }
            Some("at") => FieldPath::parse(arg, "meta.next_cursor", fields, errors)
                .is_some_and(|path| fill(&mut container.at, arg, path, errors)),
            Some("more") => FieldPath::parse(arg, "has_more", fields, errors)
                .is_some_and(|path| fill(&mut container.more, arg, path, errors)),
            Some("items") => report_unknown(arg, "write it before the field that is the list", errors),
            name => report_unknown(arg, &suggest::remedy(name.unwrap_or_default(), &KEYS), errors),
        };
    }
    sound.then_some(container)
}

fn parse_fields<'a>(fields: &'a FieldsNamed, errors: &mut Errors) -> Option<Marked<'a>> {
    let mut marked = Marked::default();
    let mut sound = true;
    for field in &fields.named {
        let Some(args) = derive::parse_args(&field.attrs, "page", errors) else {
            sound = false;
            continue;
        };
        let mut first = None;
        for arg in args {
            sound &= match arg.key().as_deref() {
                Some("items" | "next") if first.is_some() => {
                    report_repeated(&arg, "a field has only one key; remove this", errors);
                    false
                }
                Some("items") => parse_items(field, &arg, &mut marked, errors),
                Some("next") => parse_field_next(field, &arg, &mut marked, errors),
                Some(key @ ("at" | "more" | "crate")) => {
                    let remedy = format!("write `{key}` on the type");
                    report_unknown(&arg, &remedy, errors)
                }
                name => report_unknown(&arg, &suggest::remedy(name.unwrap_or_default(), &KEYS), errors),
            };
            first = first.or(Some(arg));
        }
    }
    sound.then_some(marked)
}

fn parse_items<'a>(field: &'a Field, arg: &AttrArg, marked: &mut Marked<'a>, errors: &mut Errors) -> bool {
    if arg.parse_flag(Rule::BadPageKey, errors).is_none() {
        return false;
    }
    if marked.items.is_some() {
        errors.report(Rule::TwoItems, arg, "second `items`; remove one");
        return false;
    }
    let (Some(name), Some((list, item))) = (&field.ident, item(&field.ty)) else {
        let message = "the items are not a `Vec`; write `Vec<…>`, with `#[serde(default)]` if it may be absent";
        errors.report(Rule::ItemsNotVec, &field.ty, message);
        return false;
    };
    let items = if list == "Vec" { quote!(#name) } else { quote!(#name.0) };
    marked.items = Some((items, item));
    true
}

fn parse_field_next<'a>(field: &'a Field, arg: &AttrArg, marked: &mut Marked<'a>, errors: &mut Errors) -> bool {
    let Some(next) = NextArg::parse(arg, errors) else {
        return false;
    };
    let carrier = match next {
        NextArg::Token(carrier) => carrier,
        NextArg::Page(_) | NextArg::Offset(_) => {
            let message = "`page` and `offset` take no token; write `next` on the type";
            errors.report(Rule::MisplacedNext, arg, message);
            return false;
        }
    };
    if marked.next.is_some() {
        report_second_next(arg, errors);
        return false;
    }
    marked.next = Some((field, arg.clone(), carrier));
    true
}

/// Combines `next` on the type or on a field with `at`. `None` has been reported.
fn parse_next<'a>(
    input: &DeriveInput,
    on_type: Option<(AttrArg, NextArg)>,
    at: Option<(AttrArg, FieldPath)>,
    on_field: Option<(&'a Field, AttrArg, Carrier)>,
    errors: &mut Errors,
) -> Option<Next<'a>> {
    if let (Some(_), Some((_, second, _))) = (&on_type, &on_field) {
        report_second_next(second, errors);
        return None;
    }
    let message = match (on_type, at, on_field) {
        (None, None, Some((field, _, carrier))) => return Some(Next::Token(carrier, TokenSource::Field(field))),
        (Some((_, NextArg::Token(carrier))), Some((_, path)), _) => {
            return Some(Next::Token(carrier, TokenSource::Path(path)));
        }
        (Some((_, NextArg::Page(key))), None, _) => return Some(Next::Page(key)),
        (Some((_, NextArg::Offset(key))), None, _) => return Some(Next::Offset(key)),
        (Some((arg, NextArg::Token(_))), None, _) => (
            arg.to_token_stream(),
            "`next` on a type requires the path of the token; write `at = \"…\"` beside it, or write `next` before the field of the token",
        ),
        (_, Some((arg, _)), _) => (
            arg.to_token_stream(),
            "`at` without a token; write `next = query(\"…\")` beside it, or remove it",
        ),
        (None, None, None) => {
            let message =
                "the next page is unknown; write `#[page(next = query(\"…\"))]` before the field of the token";
            errors.report(Rule::NoNext, &input.ident, message);
            return None;
        }
    };
    errors.report(Rule::MisplacedNext, message.0, message.1);
    None
}

impl FieldPath {
    fn parse(arg: &AttrArg, example: &str, fields: &FieldsNamed, errors: &mut Errors) -> Option<Self> {
        let literal = arg.string();
        let path = literal.as_ref().and_then(|literal| {
            literal
                .parse_with(Punctuated::<Ident, Token![.]>::parse_separated_nonempty)
                .ok()
        });
        let (Some(literal), Some(path)) = (literal, path) else {
            let name = arg.key().unwrap_or_default();
            let message = format!("`{name}` takes a path of fields; write `{name} = \"{example}\"`");
            errors.report(Rule::BadPageKey, arg.value(), message);
            return None;
        };
        let names = fields.named.iter().filter_map(|field| field.ident.as_ref());
        if let Some(first) = path.first()
            && !names.clone().any(|name| name == first)
        {
            let names: Vec<String> = names.map(Ident::to_string).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let remedy = suggest::remedy(&first.to_string(), &names);
            errors.report(Rule::BadPageKey, &literal, format!("no field `{first}`; {remedy}"));
            return None;
        }
        Some(Self { literal, fields: path })
    }
}

/// Stores the value in a slot that may be filled only once.
fn fill<T>(slot: &mut Option<(AttrArg, T)>, arg: &AttrArg, value: T, errors: &mut Errors) -> bool {
    if slot.is_some() {
        match arg.key() {
            Some(name) if name != "next" => report_repeated(arg, &format!("second `{name}`; remove one"), errors),
            _ => report_second_next(arg, errors),
        }
        return false;
    }
    *slot = Some((arg.clone(), value));
    true
}

fn report_second_next(arg: &AttrArg, errors: &mut Errors) {
    errors.report(Rule::TwoNexts, arg, "second `next`; remove one");
}

fn report_repeated(arg: &AttrArg, message: &str, errors: &mut Errors) {
    errors.report(Rule::RepeatedPageKey, arg, message);
}

fn report_unknown(arg: &AttrArg, remedy: &str, errors: &mut Errors) -> bool {
    let message = format!("unknown key `{}`; {remedy}", arg.to_token_stream());
    errors.report(Rule::UnknownPageKey, arg, message);
    false
}

/// The names and the `T` in `Vec<T>` or `xml::List<T>`.
fn item(ty: &Type) -> Option<(&Ident, &Type)> {
    let path = match ty {
        Type::Group(group) => return item(&group.elem),
        Type::Paren(paren) => return item(&paren.elem),
        Type::Path(path) => &path.path,
        _ => return None,
    };
    let is_list = |last: &&PathSegment| last.ident == "Vec" || last.ident == "List";
    let last = path.segments.last().filter(is_list)?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            GenericArgument::Type(item) => Some((&last.ident, item)),
            _ => None,
        },
        _ => None,
    }
}

/// The probable type of the items in a type with mistakes.
pub(super) fn likely_item(input: &DeriveInput) -> TokenStream {
    let fields = match &input.data {
        Data::Struct(data) => data.fields.iter().collect(),
        _ => Vec::new(),
    };
    let is_marked = |field: &&&Field| {
        let args = derive::parse_args(&field.attrs, "page", &mut Errors::default());
        args.is_some_and(|args| args.iter().any(|arg| arg.name().is_some_and(|name| name == "items")))
    };
    let mut marked = fields.iter().filter(is_marked).chain(&fields);
    let likely = marked.find_map(|field| item(&field.ty));
    likely.map_or_else(|| quote!(()), |(_, item)| item.to_token_stream())
}

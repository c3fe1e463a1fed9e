//! What a page is made of, and the rules on it as a whole.

use proc_macro2::Ident;
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{Data, DeriveInput, Field, Fields, FieldsNamed, GenericArgument, LitStr, PathArguments, Token, Type};

use super::way::{Carrier, Way};
use crate::attr_arg::AttrArg;
use crate::derive;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::suggest;

pub(super) struct Parts<'a> {
    pub(super) items: &'a Ident,
    /// What the items are.
    pub(super) item: &'a Type,
    pub(super) next: Next<'a>,
    pub(super) more: Option<FieldPath>,
}

pub(super) enum Next<'a> {
    Token(Carrier, Place<'a>),
    Page(LitStr),
    Offset(LitStr),
}

/// Where the token is.
pub(super) enum Place<'a> {
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
    next: Option<(AttrArg, Way)>,
    at: Option<(AttrArg, FieldPath)>,
    more: Option<(AttrArg, FieldPath)>,
}

/// The keys of the fields.
#[derive(Default)]
struct Marked<'a> {
    items: Option<(&'a Ident, &'a Type)>,
    next: Option<(&'a Field, AttrArg, Carrier)>,
}

const KEYS: [&str; 5] = ["items", "next", "at", "more", "crate"];

impl<'a> Parts<'a> {
    /// Reads the type; `None` has been reported.
    pub(super) fn read(input: &'a DeriveInput, options: &[AttrArg], errors: &mut Errors) -> Option<Self> {
        let fields = read_shape(input, errors)?;
        let container = read_container(options, fields, errors);
        let marked = read_fields(fields, errors);
        let (container, marked) = (container?, marked?);
        if marked.items.is_none() {
            let message = "no field has the items; write `#[page(items)]` before the field that is the list";
            errors.report(Rule::NoItems, &input.ident, message);
        }
        let next = read_next(input, container.next, container.at, marked.next, errors);
        let (items, item) = marked.items?;
        Some(Self {
            items,
            item,
            next: next?,
            more: container.more.map(|(_, path)| path),
        })
    }
}

fn read_shape<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Option<&'a FieldsNamed> {
    let (kind, at) = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return Some(fields),
            Fields::Unnamed(_) | Fields::Unit => ("a struct without named fields", input.ident.to_token_stream()),
        },
        Data::Enum(data) => ("an enum", data.enum_token.to_token_stream()),
        Data::Union(data) => ("a union", data.union_token.to_token_stream()),
    };
    let message = format!("`Page` on {kind}; derive it on a struct with named fields, or implement it");
    errors.report(Rule::PageShape, at, message);
    None
}

/// Reads the attributes of the type but for `crate`.
fn read_container(options: &[AttrArg], fields: &FieldsNamed, errors: &mut Errors) -> Option<Container> {
    let mut container = Container::default();
    let mut sound = true;
    for part in options {
        sound &= match part.name().map(Ident::to_string).as_deref() {
            Some("next") => Way::read(part, errors).is_some_and(|way| fill(&mut container.next, part, way, errors)),
            Some("at") => FieldPath::read(part, "meta.next_cursor", fields, errors)
                .is_some_and(|path| fill(&mut container.at, part, path, errors)),
            Some("more") => FieldPath::read(part, "has_more", fields, errors)
                .is_some_and(|path| fill(&mut container.more, part, path, errors)),
            Some("items") => report_unknown(part, "put it before the field that is the list", errors),
            name => report_unknown(part, &suggest::remedy(name.unwrap_or_default(), &KEYS), errors),
        };
    }
    sound.then_some(container)
}

fn read_fields<'a>(fields: &'a FieldsNamed, errors: &mut Errors) -> Option<Marked<'a>> {
    let mut marked = Marked::default();
    let mut sound = true;
    for field in &fields.named {
        let Some(parts) = derive::parts(&field.attrs, "page", errors) else {
            sound = false;
            continue;
        };
        let mut first = None;
        for part in parts {
            sound &= match part.name().map(Ident::to_string).as_deref() {
                Some("items" | "next") if first.is_some() => {
                    report_repeated(&part, "a field has one key; remove this", errors);
                    false
                }
                Some("items") => read_items(field, &part, &mut marked, errors),
                Some("next") => read_field_next(field, &part, &mut marked, errors),
                Some(key @ ("at" | "more" | "crate")) => {
                    let remedy = format!("put `{key}` on the type");
                    report_unknown(&part, &remedy, errors)
                }
                name => report_unknown(&part, &suggest::remedy(name.unwrap_or_default(), &KEYS), errors),
            };
            first = first.or(Some(part));
        }
    }
    sound.then_some(marked)
}

fn read_items<'a>(field: &'a Field, part: &AttrArg, marked: &mut Marked<'a>, errors: &mut Errors) -> bool {
    let AttrArg::Flag(_) = part else {
        errors.report(Rule::BadPageKey, part.value(), "`items` takes no value; write `items`");
        return false;
    };
    if marked.items.is_some() {
        errors.report(Rule::TwoItems, part, "second `items`; remove one");
        return false;
    }
    let (Some(name), Some(item)) = (&field.ident, item(&field.ty)) else {
        let message = "the items are not a `Vec`; write `Vec<…>`, with `#[serde(default)]` where it may be absent";
        errors.report(Rule::ItemsNotVec, &field.ty, message);
        return false;
    };
    marked.items = Some((name, item));
    true
}

fn read_field_next<'a>(field: &'a Field, part: &AttrArg, marked: &mut Marked<'a>, errors: &mut Errors) -> bool {
    let Some(way) = Way::read(part, errors) else {
        return false;
    };
    let carrier = match way {
        Way::Token(carrier) => carrier,
        Way::Page(_) | Way::Offset(_) => {
            errors.report(
                Rule::MisplacedNext,
                part,
                "pages are counted without a token; put this on the type",
            );
            return false;
        }
    };
    if marked.next.is_some() {
        report_second_next(part, errors);
        return false;
    }
    marked.next = Some((field, part.clone(), carrier));
    true
}

/// One `next`, on a field or on the type.
fn read_next<'a>(
    input: &DeriveInput,
    on_type: Option<(AttrArg, Way)>,
    at: Option<(AttrArg, FieldPath)>,
    on_field: Option<(&'a Field, AttrArg, Carrier)>,
    errors: &mut Errors,
) -> Option<Next<'a>> {
    if let (Some(_), Some((_, second, _))) = (&on_type, &on_field) {
        report_second_next(second, errors);
        return None;
    }
    let message = match (on_type, at, on_field) {
        (None, None, Some((field, _, carrier))) => return Some(Next::Token(carrier, Place::Field(field))),
        (Some((_, Way::Token(carrier))), Some((_, path)), _) => {
            return Some(Next::Token(carrier, Place::Path(path)));
        }
        (Some((_, Way::Page(key))), None, _) => return Some(Next::Page(key)),
        (Some((_, Way::Offset(key))), None, _) => return Some(Next::Offset(key)),
        (Some((part, Way::Token(_))), None, _) => (
            part.to_token_stream(),
            "nothing says where the token is; write `at = \"…\"` beside it, or put it before the token's field",
        ),
        (_, Some((part, _)), _) => (
            part.to_token_stream(),
            "`at` is where a token is; write `next = query(\"…\")` beside it, or remove it",
        ),
        (None, None, None) => {
            let message =
                "nothing leads to the next page; write `#[page(next = query(\"…\"))]` before the token's field";
            errors.report(Rule::NoNext, &input.ident, message);
            return None;
        }
    };
    errors.report(Rule::MisplacedNext, message.0, message.1);
    None
}

impl FieldPath {
    fn read(part: &AttrArg, example: &str, fields: &FieldsNamed, errors: &mut Errors) -> Option<Self> {
        let literal = part.string();
        let path = literal.as_ref().and_then(|literal| {
            literal
                .parse_with(Punctuated::<Ident, Token![.]>::parse_separated_nonempty)
                .ok()
        });
        let (Some(literal), Some(path)) = (literal, path) else {
            let name = part.name().map(Ident::to_string).unwrap_or_default();
            let message = format!("`{name}` takes a path of fields; write `{name} = \"{example}\"`");
            errors.report(Rule::BadPageKey, part.value(), message);
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

/// Fills a place that can be filled once.
fn fill<T>(place: &mut Option<(AttrArg, T)>, part: &AttrArg, value: T, errors: &mut Errors) -> bool {
    if place.is_some() {
        match part.name().map(Ident::to_string) {
            Some(name) if name != "next" => report_repeated(part, &format!("second `{name}`; remove one"), errors),
            _ => report_second_next(part, errors),
        }
        return false;
    }
    *place = Some((part.clone(), value));
    true
}

fn report_second_next(part: &AttrArg, errors: &mut Errors) {
    errors.report(Rule::TwoNexts, part, "second `next`; remove one");
}

fn report_repeated(part: &AttrArg, message: &str, errors: &mut Errors) {
    errors.report(Rule::RepeatedPageKey, part, message);
}

fn report_unknown(part: &AttrArg, remedy: &str, errors: &mut Errors) -> bool {
    let message = format!("unknown key `{}`; {remedy}", part.to_token_stream());
    errors.report(Rule::UnknownPageKey, part, message);
    false
}

/// The `T` of a `Vec<T>`.
fn item(ty: &Type) -> Option<&Type> {
    let path = match ty {
        Type::Group(group) => return item(&group.elem),
        Type::Paren(paren) => return item(&paren.elem),
        Type::Path(path) => &path.path,
        _ => return None,
    };
    let last = path.segments.last().filter(|last| last.ident == "Vec")?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            GenericArgument::Type(item) => Some(item),
            _ => None,
        },
        _ => None,
    }
}

/// What the items seem to be of a type with mistakes.
pub(super) fn likely_item(input: &DeriveInput) -> proc_macro2::TokenStream {
    let fields = match &input.data {
        Data::Struct(data) => data.fields.iter().collect(),
        _ => Vec::new(),
    };
    let is_marked = |field: &&&Field| {
        let parts = derive::parts(&field.attrs, "page", &mut Errors::default());
        parts.is_some_and(|parts| parts.iter().any(|part| part.name().is_some_and(|name| name == "items")))
    };
    let mut marked = fields.iter().filter(is_marked).chain(&fields);
    let likely = marked.find_map(|field| item(&field.ty));
    likely.map_or_else(|| quote!(()), ToTokens::to_token_stream)
}

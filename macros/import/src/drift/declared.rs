//! Reads sound declarations, as far as they are compared: the attribute `#[rest_op]`, the roles of arguments, and the attributes
//! of the derives.
//!
//! The macros have their own parser, which finds every mistake. To share it, it would have to be a crate of its own, which every
//! program that uses rest-op would compile. Instead, a test of the macros includes this file and `attribute`, and proves that both read the same
//! in all declarations of the repository. Therefore, they use syn alone.

use syn::ext::IdentExt;
use syn::{Attribute, FnArg, Lit, Pat, ReturnType, TraitItemFn, Type, Variant};

use super::attribute::{self, Arg, args, is_named};

/// A declared operation.
pub(crate) struct Operation {
    /// The name of the method.
    pub(crate) name: String,
    pub(crate) method: String,
    /// The template as it is written.
    pub(crate) template: String,
    /// The path, in which labels are `{}`.
    pub(crate) path: String,
    /// The constants of the query.
    pub(crate) query: Vec<String>,
    /// The constant headers; names are in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) output: Option<Type>,
    pub(crate) is_deprecated: bool,
}

/// An argument of an operation.
pub(crate) struct Argument {
    pub(crate) place: Place,
    /// The query key, or the name of a member, a part or a header, which is in lower case; empty for the other places.
    pub(crate) key: String,
    pub(crate) ty: Type,
}

/// The part of the request that an argument fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    /// The members are query parameters.
    QueryFlatten,
    Header,
    HeaderPrefix,
    Body,
    Member,
    Part,
}

/// Reads a method. `None` if it is not an operation, or not a sound one.
pub(crate) fn operation(item: &TraitItemFn) -> Option<Operation> {
    let attribute = item.attrs.iter().find(|attribute| is_named(attribute, "rest_op"))?;
    let mut args = args(attribute).into_iter();
    let (Arg::Name(method) | Arg::Text(method)) = args.next()? else {
        return None;
    };
    let Arg::Text(template) = args.next()? else { return None };
    let (path, query) = template
        .split_once('?')
        .map_or((template.as_str(), None), |(path, query)| (path, Some(query)));
    let headers = args.filter_map(|arg| constant_header(&arg));
    let headers: Vec<_> = headers.collect();
    Some(Operation {
        name: item.sig.ident.unraw().to_string(),
        method,
        path: without_names(path),
        query: query
            .into_iter()
            .flat_map(|query| query.split('&'))
            .map(|constant| constant.replace('\'', "%27"))
            .collect(),
        headers,
        template: template.clone(),
        arguments: item.sig.inputs.iter().filter_map(argument).collect(),
        output: match &item.sig.output {
            ReturnType::Type(_, ty) => Some((**ty).clone()),
            ReturnType::Default => None,
        },
        is_deprecated: is_deprecated(&item.attrs),
    })
}

/// Reads `header("name" = "value")`.
fn constant_header(arg: &Arg) -> Option<(String, String)> {
    let Arg::List(name, args) = arg else { return None };
    match args.as_slice() {
        [Arg::TextValue(header, value)] if name == "header" => Some((header.to_ascii_lowercase(), value.clone())),
        _ => None,
    }
}

/// Replaces each label by `{}`.
fn without_names(path: &str) -> String {
    let mut template = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((literal, label)) = rest.split_once('<') {
        template.push_str(literal);
        template.push_str("{}");
        rest = label.split_once('>').map_or("", |(_, rest)| rest);
    }
    template + rest
}

/// Reads an argument. Without an attribute, the template or the host prefix names it.
fn argument(input: &FnArg) -> Option<Argument> {
    let FnArg::Typed(input) = input else { return None };
    let Pat::Ident(pattern) = &*input.pat else { return None };
    let name = || pattern.ident.unraw().to_string();
    let (place, key) = input
        .attrs
        .iter()
        .find_map(|attribute| role(attribute, &name))
        .unwrap_or((Place::Path, String::new()));
    Some(Argument {
        place,
        key,
        ty: (*input.ty).clone(),
    })
}

/// Reads the attribute of a role.
fn role(attribute: &Attribute, name: &dyn Fn() -> String) -> Option<(Place, String)> {
    let args = args(attribute);
    let has = |flag: &str| args.iter().any(|arg| matches!(arg, Arg::Name(name) if name == flag));
    let text = args.iter().find_map(|arg| match arg {
        Arg::Text(text) => Some(text.clone()),
        _ => None,
    });
    let prefix = args.iter().find_map(|arg| match arg {
        Arg::Value(name, Lit::Str(prefix)) if name == "prefix" => Some(prefix.value().to_ascii_lowercase()),
        _ => None,
    });
    let key = || text.clone().unwrap_or_else(name);
    Some(match attribute.path().get_ident()?.to_string().as_str() {
        "query" if has("flatten") => (Place::QueryFlatten, String::new()),
        "query" => (Place::Query, key()),
        "header" => match prefix {
            Some(prefix) => (Place::HeaderPrefix, prefix),
            None => (Place::Header, key().to_ascii_lowercase()),
        },
        "body" => (Place::Body, String::new()),
        "member" => (Place::Member, key()),
        "part" => (Place::Part, key()),
        "path" => (Place::Path, String::new()),
        _ => return None,
    })
}

/// Whether an item is marked as deprecated, by its attribute or in words.
fn is_deprecated(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let text = match &attribute.meta {
            syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => attribute::text(&pair.value),
            _ => None,
        };
        attribute.path().is_ident("deprecated") || text.is_some_and(|text| text.to_lowercase().contains("deprecated"))
    })
}

/// The codes and the statuses that a variant of an error is chosen for. With `all`, a status belongs to its codes.
pub(crate) fn errors(variant: &Variant) -> (Vec<String>, Vec<u16>) {
    let (mut codes, mut statuses) = (Vec::new(), Vec::new());
    let mut add = |arg: &Arg, is_all: bool| match arg {
        Arg::Value(name, Lit::Str(code)) if name == "code" => codes.push(code.value()),
        Arg::Value(name, Lit::Int(code)) if name == "code" => codes.push(code.base10_digits().to_owned()),
        Arg::Value(name, Lit::Int(status)) if name == "status" && !is_all => {
            statuses.extend(status.base10_parse::<u16>());
        }
        _ => {}
    };
    for arg in variant
        .attrs
        .iter()
        .filter(|attribute| is_named(attribute, "api_error"))
        .flat_map(args)
    {
        match &arg {
            Arg::List(name, inner) if name == "all" => inner.iter().for_each(|arg| add(arg, true)),
            arg => add(arg, false),
        }
    }
    (codes, statuses)
}

//! Recognises pages by the names of their members, where the description does not mention pages.

use std::collections::HashMap;

use crate::model::Model;
use crate::model::operation::{Declaration, Outcome, Role};
use crate::model::types::{Field, Kind, Next, Page, Struct, Type, TypeId, Types};

/// The members that have a token, and the parameters that take it, both without case and separators.
const TOKENS: &[(&str, &[&str])] = &[
    (
        "nextcursor",
        &["cursor", "nextcursor", "startcursor", "pagecursor", "after"],
    ),
    ("nextpagecursor", &["cursor", "pagecursor"]),
    ("cursor", &["cursor"]),
    ("nextpagetoken", &["pagetoken", "nextpagetoken"]),
    ("nexttoken", &["nexttoken", "token"]),
    ("pagetoken", &["pagetoken"]),
    ("nextpage", &["page", "nextpage"]),
    ("continuationtoken", &["continuationtoken", "continuation"]),
    ("nextcontinuationtoken", &["continuationtoken"]),
    ("nextmarker", &["marker", "nextmarker"]),
    ("nextstreamposition", &["streamposition"]),
    ("continue", &["continue"]),
    ("endcursor", &["after", "cursor"]),
    ("after", &["after"]),
];

/// The members that have the URL of the next page.
const URLS: &[&str] = &[
    "nextlink",
    "odatanextlink",
    "nextpageurl",
    "nextpageuri",
    "nexturl",
    "nextpagelink",
];

/// The objects that have the token beside the items.
const HOLDERS: &[&str] = &[
    "meta",
    "metadata",
    "paging",
    "pagination",
    "pageinfo",
    "pages",
    "responsemetadata",
    "links",
    "cursors",
    "page",
];

/// The parameters that have the number of items to skip, and those that have the size of a page.
const OFFSETS: &[&str] = &["offset", "skip", "startat"];
const SIZES: &[&str] = &["limit", "pagesize", "perpage", "maxresults", "count", "top"];

/// The members that say whether there are more pages.
const MORE: &[&str] = &["hasmore", "hasnextpage", "hasnext", "morepages"];

/// The members that have the items, if there are several lists.
const ITEMS: &[&str] = &[
    "items", "data", "results", "value", "values", "entries", "records", "elements", "objects",
];

/// Marks the results that look like pages. A type that operations request in different ways stays as it is.
pub(crate) fn guess(model: &mut Model) {
    let Model { operations, types, .. } = model;
    let mut found: HashMap<TypeId, Option<Page>> = HashMap::new();
    for declaration in operations
        .iter()
        .filter_map(|operation| operation.declaration.as_ref().ok())
    {
        if let Outcome::Json(Type::Named(id)) = declaration.outcome
            && let Kind::Struct(of) = &types[id].kind
            && of.page.is_none()
        {
            let page = guess_page(types, of, declaration);
            let known = found.entry(id).or_insert_with(|| page.clone());
            if *known != page {
                *known = None;
            }
        }
    }
    for (id, page) in found {
        if let Kind::Struct(of) = &mut types[id].kind {
            of.page = page;
        }
    }
}

fn guess_page(types: &Types, of: &Struct, declaration: &Declaration) -> Option<Page> {
    let items = items(of)?;
    let (token, next) = next(types, of, declaration)?;
    // The flag stands beside the token, or beside the items.
    let holder = token.split_last().map_or(&[][..], |(_, holder)| holder);
    let more = match inner(types, of, holder).and_then(flag) {
        Some(flag) => [holder, &[flag.to_owned()]].concat(),
        None => flag(of).map(str::to_owned).into_iter().collect(),
    };
    Some(Page {
        items,
        next,
        token,
        more,
        is_guess: true,
    })
}

/// The member with the items: the only list, or the only one with a usual name.
fn items(of: &Struct) -> Option<String> {
    let lists: Vec<&Field> = of
        .fields
        .iter()
        .filter(|field| matches!(field.ty, Type::List(_)))
        .collect();
    let usual: Vec<&Field> = lists
        .iter()
        .copied()
        .filter(|field| ITEMS.contains(&plain(&field.name).as_str()))
        .collect();
    match (lists.as_slice(), usual.as_slice()) {
        ([only], _) | (_, [only]) => Some(only.name.clone()),
        _ => None,
    }
}

/// The path to the token, and where the next request has it.
fn next(types: &Types, of: &Struct, declaration: &Declaration) -> Option<(Vec<String>, Next)> {
    let holders = of
        .fields
        .iter()
        .filter(|field| HOLDERS.contains(&plain(&field.name).as_str()));
    let holders = holders.filter_map(|field| Some((vec![field.name.clone()], structure(types, &field.ty)?)));
    for (path, of) in std::iter::once((Vec::new(), of)).chain(holders) {
        let scalars = of
            .fields
            .iter()
            .filter(|field| matches!(field.ty, Type::String | Type::I32 | Type::I64 | Type::U32 | Type::U64));
        for field in scalars {
            let name = plain(&field.name);
            let mut parameters = TOKENS
                .iter()
                .filter(|(token, _)| *token == name)
                .flat_map(|(_, parameters)| *parameters);
            let parameter = parameters.find_map(|parameter| request_token(types, declaration, parameter));
            let url = || URLS.contains(&name.as_str()) && field.ty == Type::String && declaration.method == "GET";
            if let Some(next) = parameter.or_else(|| url().then_some(Next::Url)) {
                let token = path.into_iter().chain([field.name.clone()]).collect();
                return Some((token, next));
            }
        }
    }
    let offset = offset(declaration)?;
    Some((Vec::new(), Next::Offset(offset)))
}

/// The query parameter with the number of items to skip, if another one has the size of a page. The number of a page is not
/// enough: some services count pages from 0, and one of them would be skipped.
fn offset(declaration: &Declaration) -> Option<String> {
    let number = |names: &[&str]| {
        declaration.arguments.iter().find(|argument| {
            let is_number = matches!(argument.ty, Type::I32 | Type::I64 | Type::U32 | Type::U64);
            argument.role == Role::Query && is_number && names.contains(&plain(&argument.name).as_str())
        })
    };
    number(SIZES)?;
    number(OFFSETS).map(|offset| offset.name.clone())
}

/// Where a request has the parameter of this plain name.
fn request_token(types: &Types, declaration: &Declaration, parameter: &str) -> Option<Next> {
    declaration.arguments.iter().find_map(|argument| match argument.role {
        Role::Query if plain(&argument.name) == parameter => Some(Next::Query(argument.name.clone())),
        Role::Body(crate::model::operation::BodyFormat::Json) => {
            let body = structure(types, &argument.ty)?;
            let field = body.fields.iter().find(|field| plain(&field.name) == parameter)?;
            Some(Next::Body(field.name.clone()))
        }
        _ => None,
    })
}

/// The struct that a path of members leads to.
fn inner<'t>(types: &'t Types, of: &'t Struct, path: &[String]) -> Option<&'t Struct> {
    path.iter().try_fold(of, |of, name| {
        let field = of.fields.iter().find(|field| field.name == *name)?;
        structure(types, &field.ty)
    })
}

fn structure<'t>(types: &'t Types, ty: &Type) -> Option<&'t Struct> {
    match ty {
        Type::Named(id) => match &types[*id].kind {
            Kind::Struct(of) => Some(of),
            _ => None,
        },
        _ => None,
    }
}

fn flag(of: &Struct) -> Option<&str> {
    let mut flags = of.fields.iter().filter(|field| field.ty == Type::Bool);
    flags
        .find(|field| MORE.contains(&plain(&field.name).as_str()))
        .map(|field| field.name.as_str())
}

/// A name without case and separators.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|character| character.is_alphanumeric())
        .map(|character| character.to_ascii_lowercase())
        .collect()
}

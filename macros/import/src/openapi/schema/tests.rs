//! Tests of schemas, which compare all types of a small description in a short notation: `issue { id: u64, title?: string | null }`.

#![expect(clippy::needless_pass_by_value, reason = "schemas are written where they are passed")]

mod all_of;
mod enums;
mod hostile;
mod objects;
mod one_of;
mod scalars;
mod tags;

use serde_json::{Value, json};

use super::{Schemas, Typed};
use crate::document::Node;
use crate::model::Left;
use crate::model::types::{Item, Kind, Struct, Tagging, Type, Types};

/// Reads the schema `start` of a description with these schemas.
fn try_read(schemas: &Value) -> Result<(Typed, Types), Left> {
    let document = json!({ "components": { "schemas": schemas } });
    let root = Node::root(&document);
    let mut reader = Schemas::new(&[]);
    let start = json!({ "$ref": "#/components/schemas/start" });
    let typed = reader.read(&at(&root, &start), "place")?;
    Ok((typed, reader.into_types()))
}

/// The target of a reference.
fn at<'d>(root: &Node<'d>, reference: &Value) -> Node<'d> {
    root.follow(reference["$ref"].as_str().unwrap()).unwrap()
}

fn read(schemas: &Value) -> (Typed, Types) {
    try_read(schemas).unwrap()
}

/// All types that the schema `start` leads to.
fn types(schemas: Value) -> String {
    let (found, types) = read(&schemas);
    let mut text = Vec::new();
    if !matches!(found.ty, Type::Named(_)) || found.nullable {
        text.push(value(&found.ty, found.nullable, &types));
    }
    let mut found: Vec<_> = found.ty.named().into_iter().collect();
    let mut index = 0;
    while let Some(id) = found.get(index).copied() {
        index += 1;
        let definition = &types[id];
        let (inner, line): (Vec<&Type>, String) = match &definition.kind {
            Kind::Struct(of) => (
                of.fields
                    .iter()
                    .map(|field| &field.ty)
                    .chain(of.rest.iter().map(|rest| &rest.ty))
                    .collect(),
                format!("{} {{ {} }}", definition.name, members(of, &types)),
            ),
            Kind::Enum(values) => {
                let values: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
                (Vec::new(), format!("{} = {}", definition.name, values.join(" | ")))
            }
            Kind::OneOf(of) => {
                let variants = of.variants.iter().map(|variant| match &variant.ty {
                    Some(ty) => format!("{}: {}", variant.tag, value(ty, false, &types)),
                    None => variant.tag.clone(),
                });
                let by = match &of.tagging {
                    Tagging::Internal(tag) => format!(" by {tag}"),
                    Tagging::External => " by name".to_owned(),
                    Tagging::Untagged => String::new(),
                };
                let inner = of.variants.iter().filter_map(|variant| variant.ty.as_ref());
                (
                    inner.collect(),
                    format!("{}{by} = {}", definition.name, variants.collect::<Vec<_>>().join(" | ")),
                )
            }
            Kind::ByStatus(_) => unreachable!("schemas have no status"),
        };
        for id in inner.into_iter().filter_map(Type::named) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        text.push(line);
    }
    text.join("\n")
}

/// The type of a schema on its own.
fn ty(schema: Value) -> String {
    types(json!({ "start": schema }))
}

fn members(of: &Struct, types: &Types) -> String {
    let fields = of.fields.iter().map(|field| {
        let mark = if field.required { "" } else { "?" };
        format!("{}{mark}: {}", field.name, value(&field.ty, field.nullable, types))
    });
    let rest = of
        .rest
        .iter()
        .map(|rest| format!("..{}", value(&rest.ty, rest.nullable, types)));
    fields.chain(rest).collect::<Vec<_>>().join(", ")
}

fn value(ty: &Type, nullable: bool, types: &Types) -> String {
    let item = |item: &Item| value(&item.ty, item.nullable, types);
    let text = match ty {
        Type::Named(id) => types[*id].name.clone(),
        Type::List(of) => format!("[{}]", item(of)),
        Type::Map(of) => format!("{{{}}}", item(of)),
        other => format!("{other:?}").to_lowercase(),
    };
    if nullable { format!("{text} | null") } else { text }
}

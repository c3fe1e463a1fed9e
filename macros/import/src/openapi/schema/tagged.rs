//! Alternatives that a member of the object distinguishes: a `discriminator`, or a property with another value in each of them.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::members::Members;
use super::{Place, Schemas, Typed, annotation, enumeration, name};
use crate::document::Node;
use crate::model::Doc;
use crate::model::types::{Kind, OneOf, Tagging, Variant};

/// An alternative, references followed.
struct Candidate<'d> {
    raw: Node<'d>,
    target: Node<'d>,
    name: String,
    is_named: bool,
    members: Members<'d>,
}

impl Schemas<'_> {
    /// Reads alternatives that have a tag.
    pub(super) fn tagged(&mut self, place: Place<'_, '_>, variants: &[Node<'_>]) -> Option<Typed> {
        let candidates: Vec<Candidate<'_>> = variants
            .iter()
            .map(|variant| candidate(variant, place.name))
            .collect::<Option<_>>()?;
        let (tag, tags) = discriminated(place.schema, &candidates).or_else(|| distinguished(&candidates))?;
        let mut read = Vec::new();
        let mut nullable = false;
        for (candidate, tags) in candidates.iter().zip(&tags) {
            let inline = format!("{} {}", place.name, tags.first()?);
            let name = if candidate.is_named { &candidate.name } else { &inline };
            let typed = self.schema_or_json(&candidate.raw, name);
            nullable |= typed.nullable;
            let doc = if candidate.is_named {
                Doc::default()
            } else {
                annotation::doc(&candidate.target)
            };
            for tag in tags {
                let variant = Variant::new(tag, Some(typed.ty.clone()));
                read.push(Variant {
                    doc: doc.clone(),
                    ..variant
                });
            }
        }
        let typed = self.define(
            place,
            Kind::OneOf(OneOf {
                tagging: Tagging::Internal(tag),
                variants: read,
            }),
        );
        Some(Typed { nullable, ..typed })
    }
}

fn candidate<'d>(variant: &Node<'d>, name: &str) -> Option<Candidate<'d>> {
    let target = variant.clone().resolved().ok()?;
    let (name, is_named) = if variant.reference().is_some() {
        name::of_target(&target, name)
    } else {
        (name.to_owned(), false)
    };
    let members = Members::of(&target, &name);
    let is_object = members.is_struct() || members.is_object && members.others.is_empty() && members.unions.is_empty();
    is_object.then_some(Candidate {
        raw: variant.clone(),
        target,
        name,
        is_named,
        members,
    })
}

/// The property that a schema names as its discriminator.
pub(super) fn discriminator<'d>(schema: &Node<'d>) -> Option<&'d str> {
    let discriminator = schema.get_raw("discriminator")?;
    discriminator.text("propertyName").or(discriminator.value().as_str())
}

/// The tags by `discriminator`: those of its mapping, else the values of the property, else the names of the schemas.
fn discriminated(schema: &Node<'_>, candidates: &[Candidate<'_>]) -> Option<(String, Vec<Vec<String>>)> {
    let tag = discriminator(schema)?;
    let mapping = mapping(schema);
    let values = distinct(candidates.iter().map(|candidate| values(candidate, tag)));
    let tags = candidates.iter().enumerate().map(|(index, candidate)| {
        let mapped = mapping.get(candidate.target.pointer()).cloned();
        let own = || values.as_ref()?.get(index).cloned();
        let named = || candidate.is_named.then(|| vec![candidate.name.clone()]);
        mapped.or_else(own).or_else(named)
    });
    let tags = distinct(tags)?;
    Some((tag.to_owned(), tags))
}

/// The tags that `mapping` has for schemas, by their pointers.
fn mapping(schema: &Node<'_>) -> HashMap<String, Vec<String>> {
    let mut tags: HashMap<String, Vec<String>> = HashMap::new();
    let mapping = schema
        .get_raw("discriminator")
        .and_then(|discriminator| discriminator.get_raw("mapping"));
    for (tag, target) in mapping.iter().flat_map(Node::members) {
        let Some(target) = target.value().as_str() else {
            continue;
        };
        let is_name = !target.contains('/');
        let reference = if is_name {
            format!("#/components/schemas/{target}")
        } else {
            target.to_owned()
        };
        if let Ok(target) = schema.follow(&reference).and_then(Node::resolved) {
            tags.entry(target.pointer().to_owned())
                .or_default()
                .push(tag.to_owned());
        }
    }
    tags
}

/// The tags by a required property that has other values in each alternative.
fn distinguished(candidates: &[Candidate<'_>]) -> Option<(String, Vec<Vec<String>>)> {
    let first = candidates.first()?;
    first.members.properties.iter().find_map(|property| {
        let tags = candidates.iter().map(|candidate| {
            let values = values(candidate, property.name);
            values.filter(|_| candidate.members.is_required(property.name))
        });
        Some((property.name.to_owned(), distinct(tags)?))
    })
}

/// Returns the tags of all alternatives if each has some, and none has one of another's.
fn distinct(tags: impl Iterator<Item = Option<Vec<String>>>) -> Option<Vec<Vec<String>>> {
    let tags: Vec<Vec<String>> = tags.collect::<Option<_>>()?;
    let mut seen = HashSet::new();
    let are_distinct = tags.iter().flatten().all(|tag| seen.insert(tag));
    (are_distinct && tags.iter().all(|tags| !tags.is_empty())).then_some(tags)
}

/// The values of a property that is a text with few of them.
fn values(candidate: &Candidate<'_>, name: &str) -> Option<Vec<String>> {
    let property = candidate.members.get(name)?.schema.clone().resolved().ok()?;
    let values = enumeration::values(&property)?;
    let values = values.into_iter().map(Value::as_str);
    values.map(|value| value.map(str::to_owned)).collect()
}

//! `oneOf` and `anyOf`.

use super::members::Members;
use super::union::Alternative;
use super::{Place, Schemas, Typed, annotation};
use crate::document::Node;

impl Schemas<'_> {
    /// Reads a schema with alternatives. `None` if they add nothing to the rest of it.
    pub(super) fn one_of(&mut self, place: Place<'_, '_>) -> Option<Typed> {
        let variants = variants(place.schema)?;
        let adds_members = annotation::has_any(place.schema, &["properties", "required"]);
        if adds_members && Members::of(place.schema, place.name).is_struct() {
            return Some(self.define_struct(place));
        }
        if let [only] = variants.as_slice() {
            return Some(self.part(only, place));
        }
        if self.is_xml {
            return Some(Typed::json(
                "Any content, since XML does not show which alternative it is.",
            ));
        }
        let tagged = self.tagged(place, &variants);
        Some(tagged.unwrap_or_else(|| self.untagged(place, &variants)))
    }

    fn untagged(&mut self, place: Place<'_, '_>, variants: &[Node<'_>]) -> Typed {
        let alternatives = variants.iter().map(|variant| {
            let name = variant_name(variant, place.name);
            let typed = self.schema_or_json(variant, &name);
            let value = super::enumeration::single(variant);
            Alternative {
                label: label(variant),
                value,
                typed,
            }
        });
        let alternatives: Vec<Alternative> = alternatives.collect();
        self.union(place, &alternatives)
    }
}

/// Returns the alternatives of a schema, each once, without `null`. `None` if there are none, or if they only annotate the schema.
fn variants<'d>(schema: &Node<'d>) -> Option<Vec<Node<'d>>> {
    let mut found: Vec<Node<'d>> = Vec::new();
    for keyword in ["oneOf", "anyOf"] {
        for variant in schema.get_raw(keyword).iter().flat_map(Node::items) {
            let is_known = || found.iter().any(|other| other.value() == variant.value());
            if !annotation::is_null(&variant) && !is_known() {
                found.push(variant);
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    let adds_nothing = |variant: &Node<'_>| annotation::only_requires(variant) || !has_members(variant);
    let is_typed = schema.value().get("type").is_some() && found.iter().all(adds_nothing);
    let is_useless = found.is_empty() || is_typed || found.iter().all(annotation::only_requires);
    (!is_useless).then_some(found)
}

fn has_members(schema: &Node<'_>) -> bool {
    schema.object().is_some_and(|members| !members.is_empty())
}

/// Names an inline alternative.
fn variant_name(variant: &Node<'_>, name: &str) -> String {
    match variant.text("title").map(str::trim) {
        Some(title) if !title.is_empty() && title.len() <= 40 => format!("{name} {title}"),
        _ => name.to_owned(),
    }
}

/// The name of an alternative in a note.
fn label(variant: &Node<'_>) -> Option<String> {
    let target = variant.clone().resolved().ok()?;
    let (name, is_named) = super::name::of_target(&target, "");
    is_named.then_some(name)
}

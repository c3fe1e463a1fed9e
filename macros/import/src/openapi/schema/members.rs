//! The members of an object, gathered from a schema and all schemas of its `allOf`.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::{annotation, enumeration, name, scalar, tagged};
use crate::document::Node;

/// The most schemas that are merged into one.
const MAX_PARTS: usize = 500;

/// The members of all schemas of an object.
#[derive(Default)]
pub(super) struct Members<'d> {
    /// In the order of the description. A later property with a type replaces an earlier one of the same name.
    pub(super) properties: Vec<Property<'d>>,
    positions: HashMap<&'d str, usize>,
    required: HashSet<&'d str>,
    /// The schema of members that are not declared, and the name of the object's.
    pub(super) rest: Option<(Node<'d>, String)>,
    /// Alternatives that add something to the object.
    pub(super) unions: Vec<Node<'d>>,
    /// Schemas of `allOf` that are not objects.
    pub(super) others: Vec<Node<'d>>,
    /// Schemas of `allOf` that are not in the description.
    pub(super) missing: Vec<String>,
    pub(super) is_object: bool,
    /// The property that says which further members there are, if this is the base of other schemas.
    pub(super) discriminator: Option<&'d str>,
    seen: HashSet<String>,
}

/// A property, and where it is.
pub(super) struct Property<'d> {
    pub(super) name: &'d str,
    pub(super) schema: Node<'d>,
    /// The name of the object's schema, which is a base for that of an inline type.
    pub(super) owner: String,
    /// Further schemas of the same property that only annotate it.
    pub(super) annotations: Vec<Node<'d>>,
}

impl<'d> Members<'d> {
    pub(super) fn of(schema: &Node<'d>, name: &str) -> Self {
        let mut members = Self::default();
        members.gather(schema.clone(), name.to_owned(), 0);
        if members.unions.is_empty() {
            members.discriminator = tagged::discriminator(schema);
        }
        members
    }

    /// Whether this is an object with members, and nothing else.
    pub(super) fn is_struct(&self) -> bool {
        !self.properties.is_empty() && self.others.is_empty()
    }

    pub(super) fn is_required(&self, name: &str) -> bool {
        self.required.contains(name)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Property<'d>> {
        self.properties.get(*self.positions.get(name)?)
    }

    fn gather(&mut self, schema: Node<'d>, name: String, depth: usize) {
        let is_reference = schema.reference().is_some();
        let schema = match schema.resolved() {
            Ok(schema) => schema,
            Err(left) => return self.missing.push(left.reason),
        };
        if depth > super::MAX_DEPTH || self.seen.len() == MAX_PARTS || !self.seen.insert(schema.pointer().to_owned()) {
            return;
        }
        let name = if is_reference {
            name::of_target(&schema, &name).0
        } else {
            name
        };
        for part in schema.get_raw("allOf").iter().flat_map(Node::items) {
            self.gather(part, name.clone(), depth + 1);
        }
        for keyword in ["oneOf", "anyOf"] {
            self.gather_union(&schema, keyword, &name, depth);
        }
        let types = scalar::types(&schema);
        if enumeration::values(&schema).is_some() || !types.is_empty() && !types.contains(&"object") {
            self.others.push(schema);
            return;
        }
        self.is_object |= !types.is_empty();
        for (property, value) in schema.get_raw("properties").iter().flat_map(Node::members) {
            self.add(property, value, &name);
        }
        let required = schema.value().get("required").and_then(Value::as_array);
        self.required
            .extend(required.into_iter().flatten().filter_map(Value::as_str));
        let rest = schema.get_raw("additionalProperties").or_else(|| {
            let patterns = schema.get_raw("patternProperties")?;
            let mut patterns = patterns.members();
            let (_, only) = patterns.next()?;
            patterns.next().is_none().then_some(only)
        });
        if let Some(rest) = rest.filter(|rest| rest.object().is_some_and(|members| !members.is_empty())) {
            self.rest = Some((rest, name));
        }
    }

    /// Alternatives of which only one is not `null` are as good as `allOf`; those that only require members add nothing.
    fn gather_union(&mut self, schema: &Node<'d>, keyword: &str, name: &str, depth: usize) {
        let Some(union) = schema.get_raw(keyword) else {
            return;
        };
        let variants: Vec<Node<'d>> = union.items().filter(|variant| !annotation::is_null(variant)).collect();
        match variants.as_slice() {
            [] => {}
            [only] => self.gather(only.clone(), name.to_owned(), depth + 1),
            all if all.iter().all(annotation::only_requires) => {}
            _ => self.unions.push(schema.clone()),
        }
    }

    fn add(&mut self, name: &'d str, schema: Node<'d>, owner: &str) {
        let owner = owner.to_owned();
        let property = Property {
            name,
            schema,
            owner,
            annotations: Vec::new(),
        };
        let Some(earlier) = self
            .positions
            .get(name)
            .and_then(|position| self.properties.get_mut(*position))
        else {
            self.positions.insert(name, self.properties.len());
            self.properties.push(property);
            return;
        };
        if annotation::is_annotation(&property.schema) {
            earlier.annotations.push(property.schema);
        } else {
            *earlier = property;
        }
    }
}

//! Shapes of the JSON AST with the traits and the members that they have from mixins and from `apply`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use crate::document::Node;

/// The most mixins that lead to one.
const MAX_DEPTH: usize = 32;

type Traits<'d> = HashMap<&'d str, &'d Value>;

/// The shapes of a model.
pub(super) struct Ast<'d> {
    shapes: Option<&'d Map<String, Value>>,
    resolved: RefCell<HashMap<&'d str, Rc<Shape<'d>>>>,
}

/// A shape, or a member of one.
#[derive(Debug)]
pub(super) struct Shape<'d> {
    pub(super) id: &'d str,
    /// The type, such as `structure`; empty for members.
    pub(super) kind: &'d str,
    /// The shape as it stands.
    pub(super) value: &'d Value,
    pub(super) traits: Traits<'d>,
    /// Names and members.
    pub(super) members: Vec<(&'d str, Member<'d>)>,
}

/// A member of a shape.
#[derive(Clone, Debug)]
pub(super) struct Member<'d> {
    pub(super) target: &'d str,
    pub(super) traits: Traits<'d>,
}

impl<'d> Ast<'d> {
    pub(super) fn new(root: &Node<'d>) -> Self {
        Self {
            shapes: root.get_raw("shapes").and_then(|shapes| shapes.object()),
            resolved: RefCell::default(),
        }
    }

    /// The shapes as they stand.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'d str, &'d Value)> {
        self.shapes
            .into_iter()
            .flatten()
            .map(|(id, shape)| (id.as_str(), shape))
    }

    /// Returns a shape.
    pub(super) fn get(&self, id: &str) -> Option<Rc<Shape<'d>>> {
        self.resolve(id, 0)
    }

    fn resolve(&self, id: &str, depth: usize) -> Option<Rc<Shape<'d>>> {
        if let Some(shape) = self.resolved.borrow().get(id) {
            return Some(Rc::clone(shape));
        }
        let (id, value) = self.shapes?.get_key_value(id)?;
        let mut shape = Shape {
            id,
            kind: value.get("type")?.as_str()?,
            value,
            traits: Traits::new(),
            members: Vec::new(),
        };
        for mixin in targets(value, "mixins").filter(|_| depth < MAX_DEPTH) {
            if let Some(mixin) = self.resolve(mixin, depth + 1) {
                shape.mix_in(&mixin);
            }
        }
        shape.traits.extend(traits(value));
        shape.traits.extend(self.applied(id));
        let named = value.get("members").and_then(Value::as_object).into_iter().flatten();
        let single = ["member", "key", "value"].into_iter();
        let single = single.filter_map(|name| Some((name, value.get(name)?)));
        for (name, member) in named.map(|(name, member)| (name.as_str(), member)).chain(single) {
            if let Some(target) = member.get("target").and_then(Value::as_str) {
                shape.add(name, target, traits(member));
            }
        }
        for (name, member) in &mut shape.members {
            member.traits.extend(self.applied(&format!("{id}${name}")));
        }
        let shape = Rc::new(shape);
        self.resolved.borrow_mut().insert(id, Rc::clone(&shape));
        Some(shape)
    }

    /// The traits that a shape or a member has from elsewhere.
    fn applied(&self, id: &str) -> impl Iterator<Item = (&'d str, &'d Value)> + use<'d> {
        let apply = self.shapes.and_then(|shapes| shapes.get(id));
        let apply = apply.filter(|apply| apply.get("type").is_some_and(|kind| kind == "apply"));
        apply.into_iter().flat_map(traits)
    }
}

impl<'d> Shape<'d> {
    /// Adds what a mixin has. Its own traits stay there, as those do that it says are local.
    fn mix_in(&mut self, mixin: &Self) {
        const MIXIN: &str = "smithy.api#mixin";
        let local = mixin.traits.get(MIXIN).and_then(|mixin| mixin.get("localTraits"));
        let local = local.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let passed = mixin
            .traits
            .iter()
            .filter(|(id, _)| **id != MIXIN && !local.iter().any(|local| local == **id));
        self.traits.extend(passed);
        for (name, member) in &mixin.members {
            self.add(
                name,
                member.target,
                member.traits.iter().map(|(id, value)| (*id, *value)),
            );
        }
    }

    /// Adds a member, or traits to one that a mixin has.
    fn add(&mut self, name: &'d str, target: &'d str, traits: impl Iterator<Item = (&'d str, &'d Value)>) {
        match self.members.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => {
                known.target = target;
                known.traits.extend(traits);
            }
            None => self.members.push((
                name,
                Member {
                    target,
                    traits: traits.collect(),
                },
            )),
        }
    }

    /// Returns a trait, such as `smithy.api#required`.
    pub(super) fn get(&self, id: &str) -> Option<&'d Value> {
        self.traits.get(id).copied()
    }

    /// Returns the target of a member of the AST, such as `input`.
    pub(super) fn target(&self, name: &str) -> Option<&'d str> {
        self.value.get(name)?.get("target")?.as_str()
    }

    /// Returns the targets of a list of the AST, such as `errors`; of a single one, itself.
    pub(super) fn targets(&self, name: &str) -> impl Iterator<Item = &'d str> + use<'d> {
        self.target(name).into_iter().chain(targets(self.value, name))
    }

    /// The name without the namespace.
    pub(super) fn name(&self) -> &'d str {
        name(self.id)
    }

    /// The JSON pointer of the shape.
    pub(super) fn pointer(&self) -> String {
        format!("/shapes/{}", self.id.replace('~', "~0").replace('/', "~1"))
    }
}

impl<'d> Member<'d> {
    pub(super) fn get(&self, id: &str) -> Option<&'d Value> {
        self.traits.get(id).copied()
    }
}

/// The name of a shape without its namespace.
pub(super) fn name(id: &str) -> &str {
    id.rsplit_once('#').map_or(id, |(_, name)| name)
}

fn traits(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let traits = value.get("traits").and_then(Value::as_object);
    traits.into_iter().flatten().map(|(id, value)| (id.as_str(), value))
}

fn targets<'d>(value: &'d Value, name: &str) -> impl Iterator<Item = &'d str> + use<'d> {
    let list = value.get(name).and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(|item| item.get("target")?.as_str())
}

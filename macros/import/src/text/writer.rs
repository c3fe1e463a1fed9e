//! The writer of items: the model, the lines so far, and the names that they use.

use std::collections::{HashMap, HashSet};

use super::checks;
use super::defaults;
use super::described::{Places, places};
use super::lines::Lines;
use super::uses::Uses;
use crate::model::Model;
use crate::model::types::{Kind, TypeId};

/// Writes the items of a model.
pub(super) struct Writer<'m> {
    pub(super) model: &'m Model,
    pub(super) lines: Lines,
    /// The structs that are `Default`.
    pub(super) defaults: HashSet<TypeId>,
    /// The structs that have a method `check`.
    pub(super) checked: HashSet<TypeId>,
    /// The sizes of types in bytes, as far as they have been asked for.
    pub(super) sizes: HashMap<TypeId, usize>,
    pub(super) places: Places<'m>,
    uses: Uses,
}

impl<'m> Writer<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self {
            model,
            lines: Lines::default(),
            defaults: defaults::find(&model.types),
            checked: checks::find(model),
            sizes: HashMap::new(),
            places: places(model),
            uses: Uses::default(),
        }
    }

    /// Notes that an imported name is used, and returns it.
    pub(super) fn name(&mut self, name: &'static str) -> &'static str {
        self.uses.name(name)
    }

    /// Writes the definition of a type.
    pub(super) fn definition(&mut self, id: TypeId) {
        let model = self.model;
        let definition = &model.types[id];
        self.lines.gap();
        match &definition.kind {
            Kind::Struct(of) => self.structure(id, definition, of),
            Kind::Enum(values) => self.open_enum(id, definition, values),
            Kind::OneOf(of) => self.one_of(id, definition, of),
            Kind::ByStatus(cases) => self.by_status(id, definition, cases),
        }
    }

    pub(super) fn finish(self) -> (String, Uses) {
        (self.lines.finish(), self.uses)
    }
}

/// A name without `r#`, as serde and the macro see it.
pub(super) fn unraw(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// A string literal.
pub(super) fn literal(text: &str) -> String {
    format!("{text:?}")
}

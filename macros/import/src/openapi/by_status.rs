//! Results with a type for each status.

use super::operation::Context;
use crate::model::operation::Outcome;
use crate::model::types::{Kind, StatusCase, TypeDef};

/// Statuses and the names of their variants.
const STATUSES: &[(u16, &str)] = &[
    (200, "ok"),
    (201, "created"),
    (202, "accepted"),
    (203, "non authoritative"),
    (204, "no content"),
    (205, "reset content"),
    (206, "partial content"),
    (207, "multi status"),
    (300, "multiple choices"),
    (301, "moved permanently"),
    (302, "found"),
    (303, "see other"),
    (307, "temporary redirect"),
    (308, "permanent redirect"),
];

/// Adds the type of such a result.
pub(super) fn by_status(operation: &mut Context<'_, '_, '_>, variants: Vec<StatusCase>) -> Outcome {
    let name = format!("{} result", operation.id);
    let definition = TypeDef::new(name, operation.node.pointer(), Kind::ByStatus(variants));
    Outcome::Response(operation.schemas.types_mut().add(definition))
}

/// A base for the name of a variant; empty for statuses without a name.
pub(super) fn variant_name(status: u16) -> String {
    let known = STATUSES.iter().find(|(known, _)| *known == status);
    known.map_or_else(String::new, |(_, name)| (*name).to_owned())
}

//! Pages: `paginators-1.json`, whose object `pagination` is the member [`PAGINATORS`] of the root.

use crate::document::Node;
use crate::model::types::TypeId;

use super::service::Service;
use super::shapes::Shapes;

/// Marks the result of an operation as a page, if the model says so.
pub(super) fn add<'d>(
    service: &Service<'d>,
    shapes: &mut Shapes<'d, '_>,
    operation: &Node<'d>,
    result: TypeId,
    notes: &mut Vec<String>,
) {
    _ = (service, shapes, operation, result, notes);
}

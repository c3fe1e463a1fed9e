//! The parts of `multipart/form-data`.

use super::content::{Content, Sketch};
use super::operation::Context;
use crate::document::Node;
use crate::model::Left;
use crate::model::operation::{Argument, Role};
use crate::model::types::{Direction, Type};

/// Reads the parts of a body, in their order.
pub(super) fn read(
    operation: &mut Context<'_, '_, '_>,
    body: &Node<'_>,
    content: &Content<'_>,
) -> Result<Vec<Argument>, Left> {
    let undescribed = || content.node.left("the parts of the body are not described");
    let schema = content.schema.as_ref().ok_or_else(undescribed)?;
    if content.sketch()? == Sketch::Binary {
        let mut file = Argument::new("file", Role::Part, Type::Bytes);
        file.required = true;
        return Ok(vec![file]);
    }
    let members = operation.schemas.members(schema, &operation.name(body, "request"))?;
    let fields = members.map(|members| members.fields).unwrap_or_default();
    let parts: Vec<Argument> = fields
        .into_iter()
        .filter(|field| field.direction != Direction::Response && !field.name.is_empty())
        .map(|field| Argument {
            required: field.required,
            doc: field.doc,
            limits: field.limits,
            ..Argument::new(field.name, Role::Part, field.ty)
        })
        .collect();
    if parts.is_empty() {
        Err(undescribed())
    } else {
        Ok(parts)
    }
}

//! Pages that a document describes by the extension `x-ms-pageable`.

use super::operation::Context;
use crate::model::operation::Outcome;
use crate::model::types::{Kind, Next, Page, Type};

/// Marks the results of an operation as pages.
pub(super) fn mark(operation: &mut Context<'_, '_, '_>, outcomes: &[&Outcome]) {
    let Some(pageable) = operation.node.get_raw("x-ms-pageable") else {
        return;
    };
    let items = pageable.text("itemName").unwrap_or("value");
    let Some(next) = pageable.text("nextLinkName").filter(|_| operation.method == "GET") else {
        return;
    };
    let types = operation.schemas.types_mut();
    for outcome in outcomes {
        let Outcome::Json(Type::Named(id)) = outcome else {
            continue;
        };
        let Kind::Struct(of) = &mut types[*id].kind else {
            continue;
        };
        let has_items = of
            .fields
            .iter()
            .any(|field| field.name == items && matches!(field.ty, Type::List(_)));
        let has_next = of
            .fields
            .iter()
            .any(|field| field.name == next && field.ty == Type::String);
        if has_items && has_next && of.page.is_none() {
            of.page = Some(Page {
                items: items.to_owned(),
                next: Next::Url,
                token: vec![next.to_owned()],
                more: Vec::new(),
                is_guess: false,
            });
        }
    }
}

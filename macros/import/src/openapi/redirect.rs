//! Operations that only redirect: redirects are errors, unless a result takes their status.

use super::by_status::{by_status, variant_name};
use super::operation::Context;
use super::response::Success;
use crate::document::Node;
use crate::model::Doc;
use crate::model::types::{Field, Kind, Source, StatusCase, Struct, Type, TypeDef};

/// The statuses of redirects, with what is said about them.
pub(super) fn redirects(responses: &[(&str, Node<'_>)]) -> Vec<(u16, Doc)> {
    let redirects = responses.iter().filter_map(|(code, response)| {
        let status = code
            .parse()
            .ok()
            .filter(|status| [301, 302, 303, 307, 308].contains(status))?;
        let response = response.clone().resolved().ok()?;
        let doc = Doc {
            text: response.text("description").unwrap_or_default().trim().to_owned(),
            ..Doc::default()
        };
        Some((status, doc))
    });
    redirects.collect()
}

/// The result of an operation that only redirects: where to.
pub(super) fn redirect(operation: &mut Context<'_, '_, '_>, redirects: &[(u16, Doc)]) -> Success {
    let mut location = Field::new("location", Type::String);
    location.required = true;
    location.source = Source::Header("location".to_owned());
    "The URL of the redirect.".clone_into(&mut location.doc.text);
    let mut definition = TypeDef::new(
        format!("{} redirect", operation.id),
        operation.node.pointer(),
        Kind::Struct(Struct {
            fields: vec![location],
            ..Struct::default()
        }),
    );
    "A redirect.".clone_into(&mut definition.doc.text);
    let ty = Type::Named(operation.schemas.types_mut().add(definition));
    let variants = redirects.iter().map(|(status, doc)| StatusCase {
        status: *status,
        rust_name: variant_name(*status),
        ty: Some(ty.clone()),
        doc: doc.clone(),
    });
    let variants = variants.collect();
    Success {
        outcome: by_status(operation, variants),
        is_optional: false,
        accept: None,
    }
}

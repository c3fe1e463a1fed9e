//! One operation: its parameters, body and response together.

use super::arguments::Draft;
use super::errors::Errors;
use super::schema::Schemas;
use super::security::Security;
use super::server::Servers;
use super::template::Template;
use super::{body, parameter, response};
use crate::document::Node;
use crate::model::operation::{Declaration, Operation};
use crate::model::{Doc, Left};
use crate::select::Listed;

/// The context in which the parts of an operation are read.
pub(super) struct Context<'c, 'd, 'o> {
    pub(super) schemas: &'c mut Schemas<'o>,
    pub(super) id: &'c str,
    pub(super) method: &'c str,
    pub(super) node: &'c Node<'d>,
    /// Sentences for the documentation of the method.
    pub(super) notes: &'c mut Vec<String>,
}

impl Context<'_, '_, '_> {
    /// A base for the name of an inline type: the name of the component that has it, or one of the operation and its place.
    pub(super) fn name(&self, owner: &Node<'_>, place: &str) -> String {
        let mut segments = owner.pointer().split('/').skip(1);
        match (segments.next(), segments.next(), segments.next(), segments.next()) {
            (Some("components"), Some(_), Some(name), None) => name.replace("~1", "/").replace("~0", "~"),
            _ => format!("{} {place}", self.id),
        }
    }
}

/// Reads the operations of a document.
pub(super) struct Reader<'d, 'o> {
    pub(super) root: Node<'d>,
    pub(super) schemas: Schemas<'o>,
    pub(super) servers: Servers,
    pub(super) security: Security<'d>,
    pub(super) errors: Errors,
}

impl<'d> Reader<'d, '_> {
    pub(super) fn operation(&mut self, listed: &Listed) -> Operation {
        let mut doc = Doc {
            text: listed.summary.clone(),
            deprecated: listed.is_deprecated,
            ..Doc::default()
        };
        let declaration = match self.root.at(&listed.pointer) {
            Some(node) => {
                doc.url = node
                    .get_raw("externalDocs")
                    .and_then(|docs| docs.text("url"))
                    .map(str::to_owned);
                self.declare(listed, &node, &mut doc.notes)
            }
            None => Err(Left::new(
                &listed.pointer,
                "the description does not have the operation",
            )),
        };
        Operation {
            id: listed.id.clone(),
            rust_name: String::new(),
            request_line: format!("{} {}", listed.method, listed.path),
            doc,
            declaration,
        }
    }

    fn declare(&mut self, listed: &Listed, node: &Node<'d>, notes: &mut Vec<String>) -> Result<Declaration, Left> {
        if ["TRACE", "CONNECT"].contains(&listed.method.as_str()) {
            return Err(node.left(format!("rest-op does not support the method {}", listed.method)));
        }
        let item = listed.pointer.rsplit_once('/').and_then(|(item, _)| self.root.at(item));
        let parameters = parameter::merged(item.as_ref(), node)?;
        let names: Vec<&str> = parameters.iter().map(|parameter| parameter.name).collect();
        let mut template = Template::parse(&listed.path, &names).map_err(|reason| node.left(reason))?;
        let server = self.servers.of_operation(item.as_ref(), node);
        template.prefix(&server.prefix);
        notes.extend(server.note);
        let security = self.security.of_operation(node);
        let mut operation = Context {
            schemas: &mut self.schemas,
            id: &listed.id,
            method: &listed.method,
            node,
            notes,
        };
        let mut draft = Draft::new(template);
        draft.read(&mut operation, &parameters, &security)?;
        let body = body::read(&mut operation)?;
        let success = response::read(&mut operation)?;
        let Draft {
            template,
            mut headers,
            mut arguments,
        } = draft;
        headers.extend(success.accept.map(|accept| ("accept".to_owned(), accept)));
        arguments.extend(body.arguments);
        self.errors.add(node);
        let is_public = security.is_public();
        self.security.used(security);
        let template = template.finish().map_err(|reason| node.left(reason))?;
        Ok(Declaration {
            method: listed.method.clone(),
            query: template.query(),
            template: template.pieces,
            is_public,
            is_idempotent: false,
            host_prefix: None,
            headers,
            checksum: None,
            content_type: body.content_type,
            arguments,
            is_optional: success.is_optional,
            outcome: success.outcome,
        })
    }
}

//! Reads OpenAPI 3.0 and 3.1.

mod arguments;
mod body;
mod by_status;
mod constant;
mod content;
mod encoding;
mod errors;
mod listing;
mod media_type;
mod operation;
mod paging;
mod parameter;
mod part;
mod redirect;
mod response;
mod schema;
mod security;
mod server;
mod style;
mod template;
#[cfg(test)]
mod tests;
mod title;

use crate::Options;
use crate::document::Node;
use crate::model::Model;
use crate::select::Listed;

use errors::Errors;
use operation::Reader;
use schema::Schemas;
use security::Security;
use server::Servers;

pub(crate) use listing::list;

/// Reads chosen operations.
pub(crate) fn read(root: &Node<'_>, chosen: &[Listed], options: &Options) -> Model {
    let mut reader = Reader {
        root: root.clone(),
        schemas: Schemas::new(&options.opaque),
        servers: Servers::of(root, chosen),
        security: Security::of(root),
        errors: Errors::default(),
    };
    let operations = chosen.iter().map(|listed| reader.operation(listed)).collect();
    let (auth, auth_headers) = reader.security.hints();
    let info = root.get_raw("info");
    let text = |name| info.as_ref().and_then(|info| info.text(name)).unwrap_or_default();
    let title = text("title").trim();
    Model {
        title: title.to_owned(),
        version: text("version").trim().to_owned(),
        trait_name: title::trait_name(title),
        endpoint: reader.servers.endpoint(),
        auth,
        auth_headers,
        operations,
        types: reader.schemas.into_types(),
        errors: reader.errors.cases(),
        ..Model::default()
    }
}

//! Operations as declarations.

use crate::document::Node;
use crate::model::Left;
use crate::model::operation::{Argument, BodyFormat, Declaration, Role};

use super::input::{Input, is_token};
use super::service::{Protocol, Service};
use super::shapes::Shapes;
use super::uri::Uri;
use super::{place, result};

/// Declares an operation. Notes are sentences for its documentation.
pub(super) fn declare<'d>(
    service: &Service<'d>,
    shapes: &mut Shapes<'d, '_>,
    id: &str,
    operation: &Node<'d>,
    notes: &mut Vec<String>,
) -> Result<Declaration, Left> {
    let left = |reason: String| Left::new(place(operation), reason);
    if let Protocol::Other(name) = service.protocol() {
        return Err(left(format!("the protocol is {name}")));
    }
    let (method, uri) = service.request_line(operation);
    let input = Input::of(service, shapes, id, operation);
    if input.is_stream(shapes) {
        return Err(left("the request is an event stream".to_owned()));
    }
    let method = method.to_ascii_uppercase();
    if !is_token(&method) || ["CONNECT", "TRACE"].contains(&method.as_str()) {
        return Err(left(format!("the method `{method}` cannot be declared")));
    }
    let (uri, bucket) = match uri.strip_prefix("/{Bucket}") {
        Some(rest) if service.is_s3() => (format!("/{}", rest.trim_start_matches('/')), Some("Bucket")),
        _ => (uri.to_owned(), None),
    };
    let uri = Uri::parse(&uri).map_err(left)?;
    let mut headers = service.headers();
    let mut content_type = None;
    let mut arguments = match service.protocol() {
        Protocol::RestJson | Protocol::RestXml | Protocol::Other(_) => {
            input.rest(shapes, &uri, bucket, notes).map_err(left)?
        }
        Protocol::Json { version, target_prefix } => {
            headers.push(("x-amz-target".to_owned(), format!("{target_prefix}.{id}")));
            content_type = Some(format!("application/x-amz-json-{version}"));
            input.body(shapes, |_| true).map_err(left)?.into_iter().collect()
        }
    };
    let host_prefix = input
        .host_prefix(shapes, operation, &mut arguments, notes)
        .map_err(left)?
        .or_else(|| bucket.map(|label| format!("<{label}>.")));
    let outcome = result::outcome(service, shapes, id, operation)?;
    let checksum = checksum(operation, &mut arguments);
    if method == "HEAD" && arguments.iter().any(|argument| matches!(argument.role, Role::Body(_))) {
        return Err(left("a `HEAD` request has a body".to_owned()));
    }
    if operation
        .get_raw("endpointdiscovery")
        .is_some_and(|discovery| discovery.flag("required"))
    {
        notes.push("Served by an endpoint that the service returns; see `Client::with_endpoint`.".to_owned());
    }
    let is_repeatable = matches!(method.as_str(), "GET" | "HEAD" | "PUT" | "DELETE" | "OPTIONS");
    Ok(Declaration {
        is_idempotent: !is_repeatable && (operation.flag("idempotent") || operation.flag("readonly")),
        method,
        template: uri.template,
        query: uri.query,
        is_public: is_public(operation),
        host_prefix,
        headers,
        checksum,
        content_type,
        arguments,
        outcome,
        is_optional: false,
    })
}

/// The header with the checksum that an operation requires of a body in memory. Other ways to give one are removed.
fn checksum(operation: &Node<'_>, arguments: &mut Vec<Argument>) -> Option<&'static str> {
    const MD5: &str = "content-md5";
    const CRC32: &str = "x-amz-checksum-crc32";
    let of_choice = operation.get_raw("httpChecksum");
    let header = match of_choice.is_some_and(|checksum| checksum.flag("requestChecksumRequired")) {
        true => CRC32,
        false if operation.flag("httpChecksumRequired") => MD5,
        false => return None,
    };
    let is_in_memory = |argument: &Argument| match argument.role {
        Role::Body(format) => format != BodyFormat::Stream,
        _ => false,
    };
    if !arguments.iter().any(is_in_memory) {
        return None;
    }
    let others = [MD5, CRC32, "x-amz-sdk-checksum-algorithm"];
    arguments.retain(|argument| {
        let is_other = || others.contains(&argument.name.to_ascii_lowercase().as_str());
        argument.role != Role::Header || argument.required || !is_other()
    });
    Some(header)
}

/// Whether the service does not want a signature.
fn is_public(operation: &Node<'_>) -> bool {
    let auth = operation.get_raw("auth");
    let schemes: Vec<_> = auth.iter().flat_map(Node::items).collect();
    operation.text("authtype") == Some("none")
        || !schemes.is_empty() && schemes.iter().all(|scheme| scheme.value() == "smithy.api#noAuth")
}

//! Operations in the form of `service-2.json`, with their paginators.

use serde_json::{Map, Value, json};

use super::ast::Ast;
use super::service::Service;
use super::shapes::Shapes;
use super::{POINTER, REFERENCE, UNWRAPPED};

/// The traits that have the same name and meaning.
const COMMON: &[&str] = &["documentation", "deprecated", "idempotent", "readonly"];

/// Rewrites an operation: its name, itself, and its paginator.
pub(super) fn rewritten<'d>(
    ast: &Ast<'d>,
    service: &Service<'d>,
    shapes: &mut Shapes<'d, '_>,
    id: &'d str,
) -> Option<(String, Value, Option<Value>)> {
    let operation = ast.get(id).filter(|shape| shape.kind == "operation")?;
    let mut rewritten = Map::new();
    let mut add = |name: &str, value: Option<Value>| rewritten.extend(value.map(|value| (name.to_owned(), value)));
    for name in COMMON {
        let value = operation.get(&format!("smithy.api#{name}"));
        add(
            name,
            value.map(|value| if value.is_string() { value.clone() } else { true.into() }),
        );
    }
    let http = operation.get("smithy.api#http");
    let http = |name| http.and_then(|http| http.get(name)).cloned();
    add(
        "http",
        Some(json!({"method": http("method"), "requestUri": http("uri"), "responseCode": http("code")})),
    );
    for name in ["input", "output"] {
        let target = operation.target(name).filter(|target| *target != "smithy.api#Unit");
        let reference = target.map(|target| {
            let mut reference = shapes.reference(target);
            reference.extend(service.namespace().map(|of| ("xmlNamespace".to_owned(), of.clone())));
            Value::Object(reference)
        });
        add(name, reference);
    }
    let errors = operation.targets("errors").chain(service.errors());
    add(
        "errors",
        Some(errors.map(|error| Value::Object(shapes.reference(error))).collect()),
    );
    add("endpoint", operation.get("smithy.api#endpoint").cloned());
    let discovery = operation.get("aws.api#clientDiscoveredEndpoint");
    add("endpointdiscovery", discovery.cloned());
    let is_public = operation
        .get("smithy.api#auth")
        .is_some_and(|auth| auth.as_array().is_some_and(Vec::is_empty));
    let is_public = is_public || operation.get("smithy.api#optionalAuth").is_some();
    add("authtype", is_public.then(|| json!("none")));
    let pages = operation
        .get("smithy.api#externalDocumentation")
        .and_then(Value::as_object);
    add(REFERENCE, pages.and_then(|pages| pages.values().next()).cloned());
    add("httpChecksum", operation.get("aws.protocols#httpChecksum").cloned());
    let requires_checksum = operation.get("smithy.api#httpChecksumRequired");
    add("httpChecksumRequired", requires_checksum.map(|_| true.into()));
    let unwrapped = operation.get("aws.customizations#s3UnwrappedXmlOutput");
    add(UNWRAPPED, unwrapped.map(|_| true.into()));
    add(POINTER, Some(operation.pointer().into()));
    let paginator = operation.get("smithy.api#paginated").map(|paginated| {
        let get = |name| paginated.get(name).or_else(|| service.pagination()?.get(name));
        let names = [
            ("inputToken", "input_token"),
            ("outputToken", "output_token"),
            ("items", "result_key"),
            ("pageSize", "limit_key"),
        ];
        let members = names
            .iter()
            .filter_map(|(from, to)| Some(((*to).to_owned(), get(from)?.clone())));
        Value::Object(members.collect())
    });
    Some((operation.name().to_owned(), Value::Object(rewritten), paginator))
}

//! The service of a model: its operations, which may be those of resources, and its traits as metadata.

use std::collections::HashSet;
use std::rc::Rc;

use serde_json::{Map, Value, json};

use super::API_KEY;
use super::ast::{Ast, Shape};

/// The protocols that a service may have, the first of which is preferred.
const PROTOCOLS: &[(&str, &str)] = &[
    ("aws.protocols#restJson1", "rest-json"),
    ("aws.protocols#awsJson1_1", "json"),
    ("aws.protocols#awsJson1_0", "json"),
    ("aws.protocols#restXml", "rest-xml"),
    ("aws.protocols#awsQuery", "query"),
    ("aws.protocols#ec2Query", "ec2"),
    ("smithy.protocols#rpcv2Cbor", "smithy-rpc-v2-cbor"),
];

/// The schemes of authentication.
const SCHEMES: &[&str] = &[
    "aws.auth#sigv4",
    "smithy.api#httpApiKeyAuth",
    "smithy.api#httpBasicAuth",
    "smithy.api#httpBearerAuth",
];

/// The operations of resources.
const LIFECYCLE: &[&str] = &[
    "create",
    "put",
    "read",
    "update",
    "delete",
    "list",
    "operations",
    "collectionOperations",
];

/// The service of a model.
pub(super) struct Service<'d>(Rc<Shape<'d>>);

impl<'d> Service<'d> {
    /// Returns the first service of a model.
    pub(super) fn find(ast: &Ast<'d>) -> Option<Self> {
        let mut services = ast
            .all()
            .filter(|(_, shape)| shape.get("type").is_some_and(|kind| kind == "service"));
        services.find_map(|(id, _)| ast.get(id)).map(Self)
    }

    /// The ids of the operations, each once: those of the service, then those of its resources.
    pub(super) fn operations(&self, ast: &Ast<'d>) -> Vec<&'d str> {
        let mut operations: Vec<&str> = self.0.targets("operations").collect();
        let mut seen: HashSet<&str> = HashSet::new();
        let mut open: Vec<&str> = self.0.targets("resources").collect();
        open.reverse();
        while let Some(id) = open.pop() {
            let Some(resource) = ast.get(id).filter(|_| seen.insert(id)) else {
                continue;
            };
            operations.extend(LIFECYCLE.iter().flat_map(|name| resource.targets(name)));
            let mut inner: Vec<&str> = resource.targets("resources").collect();
            inner.reverse();
            open.append(&mut inner);
        }
        let mut seen = HashSet::new();
        operations.retain(|id| seen.insert(*id));
        operations
    }

    /// The name that a shape has in this service, if not its own.
    pub(super) fn renamed(&self, id: &str) -> Option<&'d str> {
        self.0.value.get("rename")?.get(id)?.as_str()
    }

    /// The errors of every operation.
    pub(super) fn errors(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        self.0.targets("errors")
    }

    /// The part of paginators that all operations share.
    pub(super) fn pagination(&self) -> Option<&'d Value> {
        self.0.get("smithy.api#paginated")
    }

    /// Whether members have other names in JSON.
    pub(super) fn has_json_names(&self) -> bool {
        self.0.get("aws.protocols#restJson1").is_some()
    }

    /// Whether bodies are XML.
    pub(super) fn is_xml(&self) -> bool {
        !self.has_json_names() && self.0.get("aws.protocols#restXml").is_some()
    }

    /// The namespace of the roots of requests.
    pub(super) fn namespace(&self) -> Option<&'d Value> {
        self.0.get("smithy.api#xmlNamespace").filter(|_| self.is_xml())
    }

    pub(super) fn metadata(&self) -> Value {
        let service = &self.0;
        let mut metadata = Map::new();
        let mut add = |name: &str, value: Option<Value>| {
            metadata.extend(
                value
                    .filter(|value| !value.is_null())
                    .map(|value| (name.to_owned(), value)),
            );
        };
        let version = service.value.get("version").and_then(Value::as_str);
        add("apiVersion", version.map(Value::from));
        add("serviceFullName", service.get("smithy.api#title").cloned());
        let aws = service.get("aws.api#service");
        let text = |name| aws.and_then(|aws| aws.get(name)?.as_str());
        let id = text("sdkId").unwrap_or(service.name());
        add("serviceId", Some(id.into()));
        if aws.is_some() {
            let name = id.to_lowercase();
            let prefix = text("endpointPrefix")
                .or(text("arnNamespace"))
                .map_or_else(|| name.replace(' ', ""), str::to_owned);
            add("endpointPrefix", Some(prefix.into()));
            let uid = || version.map(|version| format!("{}-{version}", name.replace(' ', "-")));
            add("uid", text("docId").map(str::to_owned).or_else(uid).map(Value::from));
        }
        let signing = service.get("aws.auth#sigv4").and_then(|sigv4| sigv4.get("name"));
        add("signingName", signing.cloned());
        let listed = service.get("smithy.api#auth").and_then(Value::as_array);
        let present = SCHEMES.iter().filter(|scheme| service.get(scheme).is_some());
        let present = || present.map(|scheme| json!(scheme)).collect();
        add("auth", Some(Value::Array(listed.cloned().unwrap_or_else(present))));
        add(API_KEY, service.get("smithy.api#httpApiKeyAuth").cloned());
        let protocols = PROTOCOLS.iter().filter(|(id, _)| service.get(id).is_some());
        let protocols: Vec<_> = protocols.collect();
        add("protocols", Some(protocols.iter().map(|(_, name)| *name).collect()));
        let json = protocols.iter().find(|(_, name)| *name == "json");
        add(
            "jsonVersion",
            json.map(|(id, _)| if id.ends_with("1_0") { "1.0" } else { "1.1" }.into()),
        );
        add("targetPrefix", Some(service.name().into()));
        Value::Object(metadata)
    }
}

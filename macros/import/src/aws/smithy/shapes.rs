//! Shapes in the form of `service-2.json`. Traits of members that bind them to a place become `location`.

use std::collections::{HashMap, HashSet, VecDeque};

use serde_json::{Map, Value, json};

use super::POINTER;
use super::ast::{Ast, Member, Shape, name};
use super::service::Service;

/// The traits that have the same name and meaning.
const COMMON: &[&str] = &[
    "documentation",
    "deprecated",
    "sensitive",
    "sparse",
    "streaming",
    "idempotencyToken",
    "hostLabel",
];

/// Rewrites the shapes that operations lead to.
pub(super) struct Shapes<'d, 'a> {
    ast: &'a Ast<'d>,
    service: &'a Service<'d>,
    /// The names of ids.
    names: HashMap<&'d str, String>,
    taken: HashSet<String>,
    /// Ids that have a name, but are not rewritten.
    open: VecDeque<&'d str>,
}

impl<'d, 'a> Shapes<'d, 'a> {
    pub(super) fn new(ast: &'a Ast<'d>, service: &'a Service<'d>) -> Self {
        Self {
            ast,
            service,
            names: HashMap::new(),
            taken: HashSet::new(),
            open: VecDeque::new(),
        }
    }

    /// Returns the reference to a shape, which is rewritten later. Shapes of the same name in several namespaces have their whole
    /// ids as names.
    pub(super) fn reference(&mut self, id: &'d str) -> Map<String, Value> {
        let name = self.names.entry(id).or_insert_with(|| {
            self.open.push_back(id);
            let short = self.service.renamed(id).unwrap_or_else(|| name(id));
            let name = if id.starts_with("smithy.api#") || self.taken.contains(short) {
                id
            } else {
                short
            };
            self.taken.insert(name.to_owned());
            name.to_owned()
        });
        Map::from_iter([("shape".to_owned(), Value::from(name.clone()))])
    }

    /// Rewrites the shapes that have been referred to, and those that they lead to.
    pub(super) fn into_rewritten(mut self) -> Map<String, Value> {
        let mut rewritten = Map::new();
        while let Some(id) = self.open.pop_front() {
            let shape = match self.ast.get(id) {
                Some(shape) => self.shape(&shape),
                None => prelude(id),
            };
            if let (Some(shape), Some(name)) = (shape, self.names.get(id)) {
                rewritten.insert(name.clone(), Value::Object(shape));
            }
        }
        rewritten
    }

    fn shape(&mut self, shape: &Shape<'d>) -> Option<Map<String, Value>> {
        let mut rewritten = Map::new();
        common(&mut rewritten, |id| shape.get(id));
        self.xml(&mut rewritten, |id| shape.get(id));
        rewritten.insert(POINTER.to_owned(), shape.pointer().into());
        let kind = match shape.kind {
            "list" | "set" => {
                let member = shape.members.iter().find(|(name, _)| *name == "member");
                rewritten.extend(member.map(|(_, member)| ("member".to_owned(), Value::Object(self.member(member)))));
                "list"
            }
            "map" => {
                let value = shape.members.iter().find(|(name, _)| *name == "value");
                rewritten.extend(value.map(|(_, member)| ("value".to_owned(), Value::Object(self.member(member)))));
                // Only XML has keys with names.
                let key = shape
                    .members
                    .iter()
                    .find(|(name, _)| *name == "key" && self.service.is_xml());
                rewritten.extend(key.map(|(_, member)| ("key".to_owned(), Value::Object(self.member(member)))));
                "map"
            }
            "enum" => {
                let values = shape.members.iter().map(|(name, member)| {
                    let mut value = Map::new();
                    common(&mut value, |id| member.get(id));
                    value.insert(
                        "value".to_owned(),
                        member
                            .get("smithy.api#enumValue")
                            .cloned()
                            .unwrap_or_else(|| json!(name)),
                    );
                    Value::Object(value)
                });
                rewritten.insert("enum".to_owned(), values.collect());
                "string"
            }
            "string" => {
                rewritten.extend(
                    shape
                        .get("smithy.api#enum")
                        .map(|values| ("enum".to_owned(), values.clone())),
                );
                "string"
            }
            "intEnum" | "byte" | "short" => "integer",
            "document" => {
                rewritten.insert("document".to_owned(), true.into());
                "structure"
            }
            "structure" | "union" => {
                self.structure(shape, &mut rewritten);
                "structure"
            }
            "service" | "operation" | "resource" | "apply" => return None,
            other => other,
        };
        rewritten.insert("type".to_owned(), kind.into());
        Some(rewritten)
    }

    fn structure(&mut self, shape: &Shape<'d>, rewritten: &mut Map<String, Value>) {
        let (mut members, mut required) = (Map::new(), Vec::new());
        for (name, member) in &shape.members {
            if member.get("smithy.api#required").is_some() {
                required.push(json!(name));
            }
            if member.get("smithy.api#httpPayload").is_some() {
                rewritten.insert("payload".to_owned(), json!(name));
            }
            let mut written = self.member(member);
            self.bind(name, member, &mut written);
            if member.get("smithy.api#httpPayload").is_some()
                && let Some(of_service) = self.service.namespace()
                && self
                    .ast
                    .get(member.target)
                    .is_none_or(|target| target.get("smithy.api#xmlNamespace").is_none())
            {
                written.entry("xmlNamespace").or_insert_with(|| of_service.clone());
            }
            members.insert((*name).to_owned(), Value::Object(written));
        }
        rewritten.insert("members".to_owned(), Value::Object(members));
        rewritten.insert("required".to_owned(), Value::Array(required));
        if shape.kind == "union" {
            let is_stream = rewritten.remove("streaming").is_some();
            rewritten.insert(if is_stream { "eventstream" } else { "union" }.to_owned(), true.into());
        }
        if let Some(error) = shape.get("smithy.api#error") {
            let mut details = Map::new();
            let status = shape.get("smithy.api#httpError");
            details.extend(status.map(|status| ("httpStatusCode".to_owned(), status.clone())));
            let query = shape
                .get("aws.protocols#awsQueryError")
                .and_then(|query| query.get("code"));
            details.extend(query.map(|code| ("code".to_owned(), code.clone())));
            rewritten.insert("error".to_owned(), Value::Object(details));
            if error == "server" {
                rewritten.insert("fault".to_owned(), true.into());
            }
        }
    }

    fn member(&mut self, member: &Member<'d>) -> Map<String, Value> {
        let mut rewritten = self.reference(member.target);
        common(&mut rewritten, |id| member.get(id));
        self.xml(&mut rewritten, |id| member.get(id));
        rewritten
    }

    /// Adds the traits of XML. The place of a member may have another name for it.
    fn xml(&self, rewritten: &mut Map<String, Value>, get: impl Fn(&str) -> Option<&'d Value>) {
        if !self.service.is_xml() {
            return;
        }
        let mut add = |name: &str, value: Option<Value>| rewritten.extend(value.map(|value| (name.to_owned(), value)));
        add("locationName", get("smithy.api#xmlName").cloned());
        add("xmlNamespace", get("smithy.api#xmlNamespace").cloned());
        add("xmlAttribute", get("smithy.api#xmlAttribute").map(|_| true.into()));
        add("flattened", get("smithy.api#xmlFlattened").map(|_| true.into()));
    }

    /// Adds the place of a member, and its name there.
    fn bind(&self, name: &str, member: &Member<'d>, rewritten: &mut Map<String, Value>) {
        let text = |id: &str| member.get(id).and_then(Value::as_str);
        let (location, wire) = if member.get("smithy.api#httpLabel").is_some() {
            ("uri", Some(name))
        } else if let Some(key) = text("smithy.api#httpQuery") {
            ("querystring", Some(key))
        } else if member.get("smithy.api#httpQueryParams").is_some() {
            ("querystring", None)
        } else if let Some(header) = text("smithy.api#httpHeader") {
            let media_type = |traits: Option<&Value>| traits.is_some_and(|media_type| media_type == "application/json");
            let target = self.ast.get(member.target);
            let of_target = target.as_ref().and_then(|target| target.get("smithy.api#mediaType"));
            if media_type(member.get("smithy.api#mediaType")) || media_type(of_target) {
                rewritten.insert("jsonvalue".to_owned(), true.into());
            }
            ("header", Some(header))
        } else if let Some(prefix) = text("smithy.api#httpPrefixHeaders") {
            ("headers", Some(prefix))
        } else if member.get("smithy.api#httpResponseCode").is_some() {
            ("statusCode", None)
        } else {
            let wire = text("smithy.api#jsonName").filter(|_| self.service.has_json_names());
            rewritten.extend(wire.map(|wire| ("locationName".to_owned(), json!(wire))));
            return;
        };
        rewritten.insert("location".to_owned(), location.into());
        rewritten.extend(wire.map(|wire| ("locationName".to_owned(), json!(wire))));
    }
}

/// Adds the traits that shapes and members both may have.
fn common<'d>(rewritten: &mut Map<String, Value>, get: impl Fn(&str) -> Option<&'d Value>) {
    for name in COMMON {
        if let Some(value) = get(&format!("smithy.api#{name}")) {
            let value = if value.is_string() { value.clone() } else { true.into() };
            rewritten.insert((*name).to_owned(), value);
        }
    }
    for id in ["smithy.api#length", "smithy.api#range"] {
        for bound in ["min", "max"] {
            let value = get(id).and_then(|limits| limits.get(bound));
            rewritten.extend(value.map(|value| (bound.to_owned(), value.clone())));
        }
    }
    let format = match get("smithy.api#timestampFormat").and_then(Value::as_str) {
        Some("date-time") => "iso8601",
        Some("epoch-seconds") => "unixTimestamp",
        Some("http-date") => "rfc822",
        _ => return,
    };
    rewritten.insert("timestampFormat".to_owned(), format.into());
}

/// The shapes that every model has.
fn prelude(id: &str) -> Option<Map<String, Value>> {
    let name = id.strip_prefix("smithy.api#")?;
    let shape = match name.strip_prefix("Primitive").unwrap_or(name) {
        "Unit" => json!({"type": "structure", "members": {}}),
        "Document" => json!({"type": "structure", "document": true}),
        "Byte" | "Short" => json!({"type": "integer"}),
        other => json!({"type": other.to_lowercase()}),
    };
    shape.as_object().cloned()
}

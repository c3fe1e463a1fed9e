//! Names in XML, and the types that a developer writes for lists and maps whose items are named otherwise than `member`,
//! `entry`, `key` and `value`.

use std::collections::BTreeMap;

use super::{
    model::{Model, Place},
    vectors::{Direction, Kind, Member, Operation, Protocol, Shape, Suite, Vectors, XmlNamespace},
};

/// Whether a list or a map is written with names of its own. They do not matter where it is read.
pub(crate) fn has_names(vectors: &Vectors, shape: &Shape) -> bool {
    let is_named = |member: &Option<Member>| {
        member
            .as_ref()
            .is_some_and(|member| member.location_name.is_some() || member.xml_namespace.is_some())
    };
    vectors.protocol.is_xml()
        && vectors.direction == Direction::Request
        && (is_named(&shape.member) || is_named(&shape.key) || is_named(&shape.value))
}

/// The names of the roots of requests, which forms do not have; the elements that replies are in.
pub(crate) fn elements<'a>(
    vectors: &Vectors,
    suite: &'a Suite,
    operations: impl Iterator<Item = &'a Operation>,
) -> BTreeMap<&'a str, String> {
    let mut elements = BTreeMap::new();
    if vectors.direction == Direction::Response {
        for (name, _) in suite.shapes.iter().filter(|(_, shape)| shape.exception) {
            if !suite.metadata.no_error_wrapping {
                elements.insert(name, "Error".to_owned());
            }
        }
        for output in operations.filter_map(|operation| operation.output.as_ref()) {
            if let Some(wrapper) = &output.result_wrapper {
                elements.insert(output.shape.as_str(), wrapper.clone());
            }
        }
        return elements;
    }
    if vectors.protocol == Protocol::AwsQuery {
        return elements;
    }
    for input in operations.filter_map(|operation| operation.input.as_ref()) {
        let Some(shape) = suite.shapes.get(&input.shape) else {
            continue;
        };
        let payload = shape.payload.as_deref().and_then(|payload| {
            let member = shape.members.get(payload)?;
            Some((payload, member, suite.shapes.get(&member.shape)?))
        });
        let (target, name, namespace) = if let Some((key, member, target)) = payload {
            let own = member.location_name.as_ref().filter(|name| *name != key);
            let name = own.or(target.location_name.as_ref()).unwrap_or(&member.shape);
            (&member.shape, name, &target.xml_namespace)
        } else {
            let name = shape.location_name.as_ref().or(input.location_name.as_ref());
            let namespace = match &shape.xml_namespace {
                None => &input.xml_namespace,
                given => given,
            };
            (&input.shape, name.unwrap_or(&input.shape), namespace)
        };
        elements.insert(target.as_str(), with_namespace(name, namespace.as_ref()));
    }
    elements
}

/// `{uri}name`, or `{prefix=uri}name`.
fn with_namespace(name: &str, namespace: Option<&XmlNamespace>) -> String {
    match namespace {
        None => name.to_owned(),
        Some(XmlNamespace { uri, prefix: None }) => format!("{{{uri}}}{name}"),
        Some(XmlNamespace {
            uri,
            prefix: Some(prefix),
        }) => format!("{{{prefix}={uri}}}{name}"),
    }
}

impl<'a> Model<'a> {
    /// The name that serde knows a member of the body by.
    pub(crate) fn body_name(&self, key: &'a str, member: &'a Member) -> Result<String, String> {
        let name = self.wire_name(key, member)?;
        if !self.protocol.is_xml() {
            return Ok(name.to_owned());
        }
        let is_read = self.direction == Direction::Response;
        let local = name.rsplit(':').next().unwrap_or(name);
        if member.xml_attribute {
            return Ok(format!("@{}", if is_read { local } else { name }));
        }
        if is_read {
            return Ok(local.to_owned());
        }
        let shape = self.shape(&member.shape)?;
        let namespace = match &shape.member {
            Some(item) if self.is_flattened(member, Place::Body)? => item.xml_namespace.as_ref(),
            _ => member.xml_namespace.as_ref().or(shape.xml_namespace.as_ref()),
        };
        Ok(with_namespace(name, namespace))
    }

    /// The types of a list or a map with names of its own, each with its name: the element around the items, and an
    /// entry.
    pub(crate) fn named_types(&self, shape_name: &str, shape: &Shape) -> Result<Vec<(String, String)>, String> {
        let name = self.type_name(shape_name)?;
        let field = |field: &str, wire: &str, member: Option<&Member>| {
            let member = member.ok_or("a list or map has no element shape")?;
            let wire = with_namespace(
                member.location_name.as_deref().unwrap_or(wire),
                member.xml_namespace.as_ref(),
            );
            let rename = if wire == field {
                String::new()
            } else {
                format!("    #[serde(rename = {wire:?})]\n")
            };
            let ty = self.element_type(member, Place::Body)?;
            Ok::<_, String>((rename, ty))
        };
        let container = |rename: &str, field: &str, ty: &str| {
            let source = format!(
                "#[derive(Debug, Serialize)]\npub struct {name} {{\n{rename}    pub {field}: Vec<{ty}>,\n}}\n\n"
            );
            (name.to_owned(), source)
        };
        if shape.kind == Kind::List {
            let (rename, ty) = field("items", "member", shape.member.as_ref())?;
            return Ok(vec![container(&rename, "items", &ty)]);
        }
        let (key_rename, key) = field("key", "key", shape.key.as_ref())?;
        let (value_rename, value) = field("value", "value", shape.value.as_ref())?;
        let entry = format!("{name}Entry");
        let source = format!(
            "#[derive(Debug, Serialize)]\npub struct {entry} {{\n{key_rename}    pub key: {key},\n\
             {value_rename}    pub value: {value},\n}}\n\n"
        );
        Ok(vec![
            container("    #[serde(rename = \"entry\")]\n", "entries", &entry),
            (entry, source),
        ])
    }
}

//! The form of the vectors: suites of shapes in the style of AWS service models, and the cases that use them.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value;

/// One file.
#[derive(Deserialize)]
pub(crate) struct Vectors {
    #[serde(default)]
    pub(crate) protocol: Protocol,
    pub(crate) direction: Direction,
    pub(crate) suites: Ordered<Suite>,
    pub(crate) cases: Vec<Case>,
}

impl Vectors {
    /// The cases of a suite, in the order of the file.
    pub(crate) fn cases_of<'a>(&'a self, suite: &'a str) -> impl Iterator<Item = &'a Case> {
        self.cases.iter().filter(move |case| case.suite == suite)
    }
}

/// The files of restJson1 do not name theirs.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(crate) enum Protocol {
    #[default]
    RestJson,
    #[serde(rename = "awsJson1_0", alias = "awsJson1_1")]
    AwsJson,
    #[serde(rename = "restXml")]
    RestXml,
    #[serde(rename = "awsQuery")]
    AwsQuery,
}

impl Protocol {
    /// Whether members are bound to places of HTTP, not all to the body.
    pub(crate) fn is_rest(self) -> bool {
        matches!(self, Self::RestJson | Self::RestXml)
    }

    pub(crate) fn is_xml(self) -> bool {
        matches!(self, Self::RestXml | Self::AwsQuery)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Direction {
    Request,
    Response,
}

/// Shapes that belong together.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Suite {
    pub(crate) description: Option<String>,
    #[serde(default)]
    pub(crate) shapes: Ordered<Shape>,
    pub(crate) client_endpoint: Option<String>,
    #[serde(default)]
    pub(crate) metadata: Metadata,
}

/// The part of a service's metadata that requests need.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Metadata {
    pub(crate) api_version: Option<String>,
    pub(crate) target_prefix: Option<String>,
    pub(crate) json_version: Option<String>,
    pub(crate) aws_query_compatible: Option<Value>,
    #[serde(default)]
    pub(crate) no_error_wrapping: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_excessive_bools, reason = "they are flags in the models")]
pub(crate) struct Shape {
    #[serde(rename = "type")]
    pub(crate) kind: Kind,
    #[serde(default)]
    pub(crate) members: Ordered<Member>,
    /// The member that is the whole body.
    pub(crate) payload: Option<String>,
    #[serde(default)]
    pub(crate) required: Vec<String>,
    /// The elements of a list.
    pub(crate) member: Option<Member>,
    /// The keys of a map.
    pub(crate) key: Option<Member>,
    /// The values of a map.
    pub(crate) value: Option<Member>,
    #[serde(default)]
    pub(crate) flattened: bool,
    pub(crate) xml_namespace: Option<XmlNamespace>,
    #[serde(rename = "enum")]
    pub(crate) values: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) union: bool,
    #[serde(default)]
    pub(crate) document: bool,
    #[serde(default)]
    pub(crate) exception: bool,
    pub(crate) error: Option<ErrorTrait>,
    #[serde(default)]
    pub(crate) sparse: bool,
    pub(crate) timestamp_format: Option<TimestampFormat>,
    pub(crate) media_type: Option<String>,
    pub(crate) location: Option<Location>,
    pub(crate) location_name: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Kind {
    Structure,
    List,
    Map,
    #[serde(alias = "character")]
    String,
    Blob,
    Boolean,
    Byte,
    Short,
    Integer,
    Long,
    Float,
    Double,
    Timestamp,
    /// A type that this reader does not know: the cases that need it fail, the others run.
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ErrorTrait {
    pub(crate) http_status_code: Option<u16>,
    /// The code on the wire, if it is not the name of the shape.
    pub(crate) code: Option<String>,
}

#[derive(PartialEq, Deserialize)]
pub(crate) struct XmlNamespace {
    pub(crate) uri: String,
    pub(crate) prefix: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum TimestampFormat {
    #[serde(rename = "iso8601")]
    DateTime,
    #[serde(rename = "unixTimestamp")]
    EpochSeconds,
    #[serde(rename = "rfc822")]
    HttpDate,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum Location {
    #[serde(rename = "uri")]
    Label,
    #[serde(rename = "querystring")]
    Query,
    #[serde(rename = "header")]
    Header,
    #[serde(rename = "headers")]
    PrefixHeaders,
    #[serde(rename = "statusCode")]
    Status,
}

/// A shape's use: as a member, as the element of a list or as the value of a map.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_excessive_bools, reason = "they are flags in the models")]
pub(crate) struct Member {
    pub(crate) shape: String,
    pub(crate) location: Option<Location>,
    pub(crate) location_name: Option<String>,
    pub(crate) timestamp_format: Option<TimestampFormat>,
    #[serde(default)]
    pub(crate) idempotency_token: bool,
    #[serde(default)]
    pub(crate) host_label: bool,
    #[serde(default)]
    pub(crate) jsonvalue: bool,
    pub(crate) default: Option<Value>,
    #[serde(default)]
    pub(crate) client_optional: bool,
    #[serde(default)]
    pub(crate) flattened: bool,
    #[serde(default)]
    pub(crate) xml_attribute: bool,
    pub(crate) xml_namespace: Option<XmlNamespace>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) suite: String,
    #[serde(default)]
    pub(crate) features: Vec<String>,
    pub(crate) applies: Applies,
    pub(crate) operation: Operation,
    #[serde(default)]
    pub(crate) params: Value,
    pub(crate) response: Option<Response>,
    pub(crate) expected: Expected,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Applies {
    Core,
    Optional,
    Service,
    Doubtful,
}

#[derive(PartialEq, Deserialize)]
pub(crate) struct Operation {
    pub(crate) name: String,
    pub(crate) http: Http,
    pub(crate) input: Option<Body>,
    pub(crate) output: Option<Body>,
    #[serde(default)]
    pub(crate) idempotent: bool,
    pub(crate) endpoint: Option<Endpoint>,
}

#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Http {
    #[serde(default = "post")]
    pub(crate) method: String,
    pub(crate) request_uri: String,
}

/// The default method of service models.
fn post() -> String {
    "POST".to_owned()
}

/// An input or an output, and how it stands in XML.
#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Body {
    pub(crate) shape: String,
    pub(crate) location_name: Option<String>,
    pub(crate) xml_namespace: Option<XmlNamespace>,
    pub(crate) result_wrapper: Option<String>,
}

#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Endpoint {
    pub(crate) host_prefix: Option<String>,
}

/// The response of a response case.
#[derive(Deserialize)]
pub(crate) struct Response {
    pub(crate) status: u16,
    #[serde(default)]
    pub(crate) headers: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) body: String,
}

/// The parameters of a request case, or the result of a response case.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
pub(crate) struct Expected {
    pub(crate) method: Option<String>,
    pub(crate) path: String,
    pub(crate) query: Vec<String>,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) forbid_headers: Vec<String>,
    pub(crate) require_headers: Vec<String>,
    pub(crate) forbid_query_params: Vec<String>,
    pub(crate) require_query_params: Vec<String>,
    pub(crate) body: Option<String>,
    pub(crate) body_media_type: Option<String>,
    pub(crate) host: Option<String>,
    pub(crate) result: Option<Value>,
    pub(crate) error: Option<ExpectedError>,
}

#[derive(Deserialize)]
pub(crate) struct ExpectedError {
    pub(crate) code: String,
    #[serde(default)]
    pub(crate) message: String,
    pub(crate) shape: Option<String>,
    #[serde(default)]
    pub(crate) members: Value,
}

/// A JSON object whose members keep the order in which they are written.
pub(crate) struct Ordered<T>(Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Ordered<T> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> + Clone {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&T> {
        self.iter().find(|(each, _)| *each == name).map(|(_, value)| value)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Ordered<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}

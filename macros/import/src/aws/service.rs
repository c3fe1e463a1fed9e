//! A service as a whole: its protocol, its endpoint, and how clients authenticate.

use serde_json::Value;

use crate::document::Node;

use super::smithy::{API_KEY, REFERENCE};

/// The metadata of a service.
pub(super) struct Service<'d> {
    root: Node<'d>,
    metadata: Option<Node<'d>>,
    protocol: Protocol<'d>,
}

/// How requests are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protocol<'d> {
    RestJson,
    RestXml,
    /// awsJson: the operation is in a header, the input in the body.
    Json {
        version: &'static str,
        target_prefix: &'d str,
    },
    /// A protocol that cannot be declared.
    Other(&'d str),
}

impl Protocol<'_> {
    /// Whether members may be in the URL and in headers.
    pub(super) fn is_rest(self) -> bool {
        matches!(self, Self::RestJson | Self::RestXml)
    }
}

impl<'d> Service<'d> {
    pub(super) fn new(root: &Node<'d>) -> Self {
        let metadata = root.get_raw("metadata");
        Self {
            protocol: metadata.as_ref().map_or(Protocol::Other("unknown"), protocol),
            root: root.clone(),
            metadata,
        }
    }

    pub(super) fn root(&self) -> &Node<'d> {
        &self.root
    }

    /// Whether several operations have a shape as their `input` or `output`.
    pub(super) fn is_shared(&self, role: &str, shape: &str) -> bool {
        let operations = self.root.get_raw("operations");
        let operations = operations
            .iter()
            .flat_map(|operations| operations.object().into_iter().flatten());
        let shapes = operations.filter_map(|(_, operation)| operation.get(role)?.get("shape")?.as_str());
        shapes.filter(|other| *other == shape).count() > 1
    }

    pub(super) fn protocol(&self) -> Protocol<'d> {
        self.protocol
    }

    pub(super) fn title(&self) -> &'d str {
        self.text("serviceFullName").unwrap_or_else(|| self.name())
    }

    /// The short name of the service.
    pub(super) fn name(&self) -> &'d str {
        let names = ["serviceId", "serviceAbbreviation", "serviceFullName", "endpointPrefix"];
        names.iter().find_map(|name| self.text(name)).unwrap_or("Service")
    }

    pub(super) fn version(&self) -> &'d str {
        self.text("apiVersion").unwrap_or_default()
    }

    /// The page of the API reference. For AWS, it is an address that is redirected there.
    pub(super) fn reference(&self, id: &str, operation: &Node<'_>) -> Option<String> {
        if let Some(page) = operation.text(REFERENCE) {
            return Some(page.to_owned());
        }
        let uid = self.text("uid")?;
        Some(format!("https://docs.aws.amazon.com/goto/WebAPI/{uid}/{id}"))
    }

    /// The method and the path of an operation.
    pub(super) fn request_line(&self, operation: &Node<'d>) -> (&'d str, &'d str) {
        let http = operation.get_raw("http");
        let text = |name| http.as_ref().and_then(|http| http.text(name));
        match self.protocol {
            Protocol::Json { .. } => ("POST", "/"),
            _ => (text("method").unwrap_or("POST"), text("requestUri").unwrap_or("/")),
        }
    }

    /// The URL of the service, with `{region}` where it has one in each region.
    pub(super) fn endpoint(&self) -> Option<String> {
        if let Some(host) = self.global_endpoint() {
            return Some(format!("https://{host}"));
        }
        let prefix = self.text("endpointPrefix")?;
        Some(format!("https://{prefix}.{{region}}.amazonaws.com"))
    }

    /// The host of a service without regions. That of S3 is the host of one of its regions.
    fn global_endpoint(&self) -> Option<&'d str> {
        self.text("globalEndpoint").filter(|_| !self.is_s3())
    }

    /// Whether this is Amazon S3, whose buckets are hosts, and whose errors may have the status 200.
    pub(super) fn is_s3(&self) -> bool {
        self.protocol == Protocol::RestXml && self.text("endpointPrefix") == Some("s3")
    }

    /// Sentences about clients.
    pub(super) fn notes(&self) -> Vec<String> {
        let s3 = "A bucket is a label of the host. For a bucket whose name has a dot, and for a server on an IP address, add \
                  `.path_style()` to the builder.";
        self.is_s3().then(|| s3.to_owned()).into_iter().collect()
    }

    /// The headers of every operation, which the model does not mention.
    pub(super) fn headers(&self) -> Vec<(String, String)> {
        match self.text("endpointPrefix") {
            Some("glacier") => vec![("x-amz-glacier-version".to_owned(), self.version().to_owned())],
            _ => Vec::new(),
        }
    }

    /// Each way to authenticate, in the order of the description.
    pub(super) fn auth(&self) -> Vec<String> {
        let schemes = self.metadata.as_ref().and_then(|metadata| metadata.get_raw("auth"));
        let schemes = schemes.as_ref().and_then(|schemes| schemes.value().as_array());
        let mut auth: Vec<String> = Vec::new();
        for scheme in schemes.into_iter().flatten().filter_map(Value::as_str) {
            auth.extend(self.scheme(scheme).filter(|scheme| !auth.contains(scheme)));
        }
        if auth.is_empty() {
            let scheme = match self.text("signatureVersion") {
                Some("bearer") => "smithy.api#httpBearerAuth",
                Some("none") | None => "",
                Some(_) => "aws.auth#sigv4",
            };
            auth.extend(self.scheme(scheme));
        }
        auth
    }

    fn scheme(&self, scheme: &str) -> Option<String> {
        match scheme {
            "aws.auth#sigv4" => {
                let name = self.text("signingName").or_else(|| self.text("endpointPrefix"))?;
                let region = if self.global_endpoint().is_some() {
                    "\"us-east-1\""
                } else {
                    "region"
                };
                Some(format!("SigV4::new({name:?}, {region}, credentials)"))
            }
            "smithy.api#httpBearerAuth" => Some("Bearer::new(token)".to_owned()),
            "smithy.api#httpApiKeyAuth" => {
                let trait_value = self.metadata.as_ref()?.get_raw(API_KEY)?;
                let name = trait_value.text("name")?;
                match trait_value.text("in")? {
                    "query" => Some(format!("ApiKey::query({name:?}, key)")),
                    _ => Some(format!("ApiKey::header({name:?}, key)")),
                }
            }
            "smithy.api#httpBasicAuth" => Some("Basic::new(user, password)".to_owned()),
            _ => None,
        }
    }

    fn text(&self, name: &str) -> Option<&'d str> {
        self.metadata.as_ref()?.text(name).filter(|text| !text.is_empty())
    }
}

/// The first protocol of a service that can be declared, or the one that is preferred.
fn protocol<'d>(metadata: &Node<'d>) -> Protocol<'d> {
    let listed = metadata.get_raw("protocols");
    let listed = listed.as_ref().and_then(|listed| listed.value().as_array());
    let preferred = metadata.text("protocol");
    let names = preferred
        .into_iter()
        .chain(listed.into_iter().flatten().filter_map(Value::as_str));
    let mut protocols = names.map(|name| match name {
        "rest-json" => Protocol::RestJson,
        "json" => Protocol::Json {
            version: if metadata.text("jsonVersion") == Some("1.1") {
                "1.1"
            } else {
                "1.0"
            },
            target_prefix: metadata.text("targetPrefix").unwrap_or_default(),
        },
        "rest-xml" => Protocol::RestXml,
        "query" => Protocol::Other("awsQuery"),
        "ec2" => Protocol::Other("ec2Query"),
        "smithy-rpc-v2-cbor" => Protocol::Other("rpcv2Cbor"),
        other => Protocol::Other(other),
    });
    let first = protocols.next();
    let declared = first
        .into_iter()
        .chain(protocols)
        .find(|protocol| !matches!(protocol, Protocol::Other(_)));
    declared.or(first).unwrap_or(Protocol::Other("unknown"))
}

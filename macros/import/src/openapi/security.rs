//! Security: how clients authenticate, and which operations need no credentials.

use super::parameter::Place;
use crate::document::Node;

/// The security schemes of a document, and those that chosen operations use.
pub(super) struct Security<'d> {
    root: Node<'d>,
    /// The alternatives of the operations so far, each of schemes that are used together.
    used: Vec<Vec<Scheme<'d>>>,
    /// An operation says nothing about credentials.
    is_unstated: bool,
}

/// A scheme with its name.
type Scheme<'d> = (&'d str, Node<'d>);

/// The security of one operation.
pub(super) struct Applied<'d> {
    /// The schemes of each alternative; `None` if the document does not say.
    alternatives: Option<Vec<Vec<Scheme<'d>>>>,
    is_public: bool,
}

impl<'d> Security<'d> {
    pub(super) fn of(root: &Node<'d>) -> Self {
        Self {
            root: root.clone(),
            used: Vec::new(),
            is_unstated: false,
        }
    }

    /// All schemes of the document.
    fn schemes(&self) -> Vec<Scheme<'d>> {
        let components = self.root.get_raw("components");
        let schemes = components.and_then(|components| components.get_raw("securitySchemes"));
        let resolved = |(name, scheme): Scheme<'d>| Some((name, scheme.resolved().ok()?));
        schemes.iter().flat_map(Node::members).filter_map(resolved).collect()
    }

    /// Returns the security of an operation: its own, or that of the document.
    pub(super) fn of_operation(&self, operation: &Node<'d>) -> Applied<'d> {
        let stated = operation.get_raw("security").or_else(|| self.root.get_raw("security"));
        let Some(stated) = stated.filter(|security| security.value().is_array()) else {
            return Applied {
                alternatives: None,
                is_public: false,
            };
        };
        let all = self.schemes();
        let alternatives: Vec<Vec<Scheme<'d>>> = stated
            .items()
            .map(|alternative| {
                let schemes = alternative
                    .members()
                    .filter_map(|(name, _)| all.iter().find(|(known, _)| *known == name));
                schemes.cloned().collect()
            })
            .collect();
        Applied {
            is_public: !all.is_empty() && stated.items().all(|alternative| alternative.members().next().is_none()),
            alternatives: Some(alternatives),
        }
    }

    /// Notes the schemes of an operation that is declared.
    pub(super) fn used(&mut self, applied: Applied<'d>) {
        self.is_unstated |= applied.alternatives.is_none();
        for alternative in applied.alternatives.into_iter().flatten() {
            let is_alternative = |used: &Vec<Scheme<'_>>| {
                used.iter()
                    .map(|(name, _)| name)
                    .eq(alternative.iter().map(|(name, _)| name))
            };
            if !alternative.is_empty() && !self.used.iter().any(is_alternative) {
                self.used.push(alternative);
            }
        }
    }

    /// How clients authenticate: the argument of `ClientBuilder::auth` for each alternative, and the headers with what else the
    /// first one needs.
    pub(super) fn hints(&self) -> (Vec<String>, Vec<String>) {
        let all = self
            .schemes()
            .into_iter()
            .filter(|_| self.is_unstated)
            .map(|scheme| vec![scheme]);
        let mut hints = Vec::new();
        let mut headers = Vec::new();
        for alternative in self.used.iter().cloned().chain(all) {
            let is_key = |scheme: &Node<'_>| scheme.text("type") == Some("apiKey") && !is_signature(scheme);
            let main = alternative
                .iter()
                .find(|(_, scheme)| !is_key(scheme) && hint(scheme).is_some())
                .or_else(|| alternative.iter().find(|(_, scheme)| hint(scheme).is_some()));
            let Some((main, scheme)) = main else { continue };
            if hints.is_empty() {
                let others = alternative
                    .iter()
                    .filter(|(name, scheme)| name != main && scheme.text("in") == Some("header"));
                headers.extend(others.filter_map(|(_, scheme)| scheme.text("name")).map(str::to_owned));
            }
            if let Some(hint) = hint(scheme).filter(|hint| !hints.contains(hint)) {
                hints.push(hint);
            }
        }
        (hints, headers)
    }
}

impl Applied<'_> {
    /// Whether requests have no credentials, although others of the document have.
    pub(super) fn is_public(&self) -> bool {
        self.is_public
    }

    /// Whether the authentication of the client sends a parameter.
    pub(super) fn sends(&self, place: Place, name: &str) -> bool {
        let mut schemes = self.alternatives.iter().flatten().flatten();
        schemes.any(|(_, scheme)| {
            if is_signature(scheme) {
                return matches!(place, Place::Header | Place::Query) && is_of_signature(name);
            }
            scheme.text("type") == Some("apiKey")
                && match (scheme.text("in"), place) {
                    (Some("header"), Place::Header) => {
                        scheme.text("name").is_some_and(|key| key.eq_ignore_ascii_case(name))
                    }
                    (Some("query"), Place::Query) | (Some("cookie"), Place::Cookie) => {
                        scheme.text("name") == Some(name)
                    }
                    _ => false,
                }
        })
    }
}

/// Whether requests are signed as AWS does.
fn is_signature(scheme: &Node<'_>) -> bool {
    scheme.text("x-amazon-apigateway-authtype") == Some("awsSigv4")
}

/// Whether a parameter is part of a signature.
fn is_of_signature(name: &str) -> bool {
    let parameter = name.to_ascii_lowercase();
    let parameter = parameter.strip_prefix("x-amz-").unwrap_or_default();
    [
        "algorithm",
        "content-sha256",
        "credential",
        "date",
        "security-token",
        "signature",
        "signedheaders",
    ]
    .contains(&parameter)
}

fn hint(scheme: &Node<'_>) -> Option<String> {
    if is_signature(scheme) {
        return Some("SigV4::new(service, region, credentials)".to_owned());
    }
    let bearer = || Some("Bearer::new(token)".to_owned());
    let is_http = |name: &str| {
        scheme
            .text("scheme")
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case(name))
    };
    match scheme.text("type")? {
        "oauth2" | "openIdConnect" => bearer(),
        "http" if is_http("bearer") || is_http("oauth") => bearer(),
        "http" if is_http("basic") => Some("Basic::new(user, password)".to_owned()),
        "apiKey" => {
            let name = scheme.text("name")?;
            let says_bearer = || scheme.text("description").is_some_and(|text| text.contains("Bearer"));
            match scheme.text("in")? {
                "header" if name.eq_ignore_ascii_case("authorization") && says_bearer() => bearer(),
                "header" => Some(format!("ApiKey::header({name:?}, key)")),
                "query" => Some(format!("ApiKey::query({name:?}, key)")),
                "cookie" => Some(format!("ApiKey::header(\"cookie\", {:?})", format!("{name}=…"))),
                _ => None,
            }
        }
        _ => None,
    }
}

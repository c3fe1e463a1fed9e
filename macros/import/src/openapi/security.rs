//! Security: how clients authenticate, and which operations need no credentials.

use super::parameter::Place;
use crate::document::Node;

/// The security schemes of a document, and those that chosen operations use.
pub(super) struct Security<'d> {
    root: Node<'d>,
    used: Vec<String>,
    /// An operation says nothing about credentials.
    is_unstated: bool,
}

/// The security of one operation.
pub(super) struct Applied<'d> {
    /// The names and definitions of the schemes; `None` if the document does not say.
    schemes: Option<Vec<(&'d str, Node<'d>)>>,
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
    fn schemes(&self) -> Vec<(&'d str, Node<'d>)> {
        let components = self.root.get_raw("components");
        let schemes = components.and_then(|components| components.get_raw("securitySchemes"));
        let resolved = |(name, scheme): (&'d str, Node<'d>)| Some((name, scheme.resolved().ok()?));
        schemes.iter().flat_map(Node::members).filter_map(resolved).collect()
    }

    /// Returns the security of an operation: its own, or that of the document.
    pub(super) fn of_operation(&self, operation: &Node<'d>) -> Applied<'d> {
        let stated = operation.get_raw("security").or_else(|| self.root.get_raw("security"));
        let Some(alternatives) = stated.filter(|security| security.value().is_array()) else {
            return Applied {
                schemes: None,
                is_public: false,
            };
        };
        let names: Vec<&str> = alternatives
            .items()
            .filter_map(|alternative| alternative.object())
            .flat_map(|alternative| alternative.keys().map(String::as_str))
            .collect();
        let all = self.schemes();
        Applied {
            is_public: names.is_empty() && !all.is_empty(),
            schemes: Some(all.into_iter().filter(|(name, _)| names.contains(name)).collect()),
        }
    }

    /// Notes the schemes of an operation that is declared.
    pub(super) fn used(&mut self, applied: &Applied<'d>) {
        let Some(schemes) = &applied.schemes else {
            self.is_unstated = true;
            return;
        };
        for (name, _) in schemes {
            if !self.used.iter().any(|used| used == name) {
                self.used.push((*name).to_owned());
            }
        }
    }

    /// How clients authenticate: the argument of `ClientBuilder::auth`, each alternative once.
    pub(super) fn hints(&self) -> Vec<String> {
        let mut hints = Vec::new();
        for (name, scheme) in self.schemes() {
            if !self.is_unstated && !self.used.iter().any(|used| used == name) {
                continue;
            }
            if let Some(hint) = hint(&scheme).filter(|hint| !hints.contains(hint)) {
                hints.push(hint);
            }
        }
        hints
    }
}

impl Applied<'_> {
    /// Whether requests have no credentials, although others of the document have.
    pub(super) fn is_public(&self) -> bool {
        self.is_public
    }

    /// Whether the authentication of the client sends a parameter.
    pub(super) fn sends(&self, place: Place, name: &str) -> bool {
        let mut schemes = self.schemes.iter().flatten();
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

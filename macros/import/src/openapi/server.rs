//! Servers: the endpoint of the client, and operations that are elsewhere.

use serde_json::Value;

use crate::document::Node;
use crate::select::Listed;

/// The first server of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Server {
    /// The URL; `None` if the server is that of the document.
    url: Option<String>,
    /// The path, if the URL is relative.
    path: String,
}

/// The servers of a document.
pub(super) struct Servers(Server);

/// Where an operation is.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Served {
    /// The path before the template.
    pub(super) prefix: String,
    /// The sentence for an operation that is not at the endpoint.
    pub(super) note: Option<String>,
}

impl Servers {
    /// Finds the endpoint: the first server of the document, or of its operations.
    pub(super) fn of(root: &Node<'_>, chosen: &[Listed]) -> Self {
        let of_operations = || {
            let nodes = chosen.iter().filter_map(|listed| {
                let (item, _) = listed.pointer.rsplit_once('/')?;
                Some((root.at(&listed.pointer)?, root.at(item)?))
            });
            nodes
                .flat_map(|(operation, item)| [operation, item])
                .find_map(|node| Server::first(&node))
        };
        Self(Server::first(root).or_else(of_operations).unwrap_or_default())
    }

    /// The URL that clients are made for.
    pub(super) fn endpoint(&self) -> Option<String> {
        self.0.url.clone()
    }

    /// Returns where an operation is.
    pub(super) fn of_operation(&self, item: Option<&Node<'_>>, operation: &Node<'_>) -> Served {
        let own = Server::first(operation).or_else(|| item.and_then(Server::first));
        let is_relative = self.0.url.is_none();
        match own {
            Some(own) if own != self.0 => match own.url {
                Some(url) => Served {
                    prefix: String::new(),
                    note: Some(format!("Served by <{url}>; see [`Client::with_endpoint`].")),
                },
                None if is_relative => Served {
                    prefix: own.path,
                    note: None,
                },
                None => Served {
                    prefix: String::new(),
                    note: Some(format!("Served at `{}/`; see [`Client::with_endpoint`].", own.path)),
                },
            },
            _ => Served {
                prefix: if is_relative {
                    self.0.path.clone()
                } else {
                    String::new()
                },
                note: None,
            },
        }
    }
}

impl Server {
    /// Reads the first server, by TLS if it is also there under the same name.
    fn first(owner: &Node<'_>) -> Option<Self> {
        let servers = owner.get_raw("servers")?;
        let mut servers = servers.items().filter_map(|server| Some(Self::parse(&url(&server)?)));
        let first = servers.next()?;
        let Some(name) = first.url.as_ref().and_then(|url| url.strip_prefix("http://")) else {
            return Some(first);
        };
        let by_tls = format!("https://{name}");
        let is_by_tls = servers.any(|server| server.url.as_ref() == Some(&by_tls));
        Some(if is_by_tls {
            Self {
                url: Some(by_tls),
                ..first
            }
        } else {
            first
        })
    }

    fn parse(url: &str) -> Self {
        let url = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        if let Some(rest) = url.strip_prefix("//") {
            return Self::absolute(format!("https://{rest}"));
        }
        if url.contains("://") {
            return Self::absolute(url.to_owned());
        }
        let path = url.trim_start_matches('.').trim_start_matches('/');
        let host = path.split('/').next().unwrap_or_default();
        // A name without a scheme.
        if !url.starts_with(['/', '.']) && (host.contains(['.', ':', '{'])) {
            return Self::absolute(format!("https://{path}"));
        }
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        Self {
            url: None,
            path: segments.iter().flat_map(|segment| ["/", segment]).collect(),
        }
    }

    fn absolute(url: String) -> Self {
        Self {
            url: Some(url),
            path: String::new(),
        }
    }
}

/// The URL of a server, with the defaults of its variables, or else their first values.
fn url(server: &Node<'_>) -> Option<String> {
    let mut url = server.text("url")?.trim().to_owned();
    for (name, variable) in server.get_raw("variables").iter().flat_map(Node::members) {
        let first = || variable.value().get("enum").and_then(|values| values.get(0));
        let value = match variable.value().get("default").or_else(first) {
            Some(Value::String(text)) => text.clone(),
            Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
            _ => continue,
        };
        url = url.replace(&format!("{{{name}}}"), &value);
    }
    Some(url)
}

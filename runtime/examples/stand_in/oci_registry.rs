//! A local container registry that keeps pushed content in memory and requires tokens, which it issues for a user name
//! and a password.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{Request, StatusCode};
use rest_op::Bytes;

use self::server::{ServerResponse, query, response};

#[path = "server.rs"]
mod server;

/// Blobs by digest, and digests of manifests by tag. All repositories share them.
#[derive(Default)]
struct Storage {
    blobs: BTreeMap<String, Bytes>,
    tags: BTreeMap<String, String>,
}

pub(crate) async fn start(user: &str, password: &str) -> std::io::Result<String> {
    let credentials = format!("Basic {}", STANDARD.encode(format!("{user}:{password}")));
    let storage = Arc::new(Mutex::new(Storage::default()));
    server::start(move |request| {
        if request.uri().path() == "/token" {
            return token(request, &credentials);
        }
        let scope = scope(request);
        if header(request, "authorization").strip_prefix("Bearer ") != Some(&STANDARD.encode(&scope)) {
            let realm = format!("http://{}/token", header(request, "host"));
            let challenge = format!("Bearer realm=\"{realm}\",service=\"stand-in\",scope=\"{scope}\"");
            return response(StatusCode::UNAUTHORIZED, &[("www-authenticate", &challenge)], "");
        }
        handle(request, &mut storage.lock().unwrap_or_else(PoisonError::into_inner))
    })
    .await
}

/// Issues a token for a scope. Its text is the access that it grants.
fn token(request: &Request<Bytes>, credentials: &str) -> ServerResponse {
    let scope = query(request, "scope").unwrap_or_default();
    if header(request, "authorization") != credentials || query(request, "service") != Some("stand-in") {
        return response(
            StatusCode::UNAUTHORIZED,
            &[],
            r#"{"details":"incorrect username or password"}"#,
        );
    }
    let scope = scope.replace("%3A", ":").replace("%2F", "/").replace("%2C", ",");
    let body = format!(r#"{{"token":"{}"}}"#, STANDARD.encode(scope));
    response(StatusCode::OK, &[], body)
}

/// The access that a token must grant.
fn scope(request: &Request<Bytes>) -> String {
    let path = request.uri().path().strip_prefix("/v2/").unwrap_or_default();
    let name = split(path).map_or(path, |(name, _)| name);
    let reads = matches!(request.method().as_str(), "GET" | "HEAD");
    format!("repository:{name}:{}", if reads { "pull" } else { "pull,push" })
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> &'a str {
    let value = request.headers().get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default()
}

fn handle(request: &Request<Bytes>, storage: &mut Storage) -> ServerResponse {
    let path = request.uri().path();
    let Some((name, rest)) = path.strip_prefix("/v2/").and_then(split) else {
        return response(StatusCode::NOT_FOUND, &[], "");
    };
    let rest = rest.replace("%3A", ":");
    match (
        request.method().as_str(),
        rest.split('/').collect::<Vec<_>>().as_slice(),
    ) {
        ("POST", ["blobs", "uploads", ""]) => {
            let location = format!("/v2/{name}/blobs/uploads/1?state=opaque%3D");
            response(StatusCode::ACCEPTED, &[("location", &location)], "")
        }
        ("PUT", ["blobs", "uploads", "1"]) if query(request, "state") == Some("opaque%3D") => {
            let digest = super::digest(request.body());
            if query(request, "digest").map(|given| given.replace("%3A", ":")) != Some(digest.clone()) {
                return response(
                    StatusCode::BAD_REQUEST,
                    &[],
                    r#"{"errors":[{"code":"DIGEST_INVALID"}]}"#,
                );
            }
            storage.blobs.insert(digest.clone(), request.body().clone());
            response(StatusCode::CREATED, &[("docker-content-digest", &digest)], "")
        }
        ("GET" | "HEAD", ["blobs", digest]) => match storage.blobs.get(*digest) {
            Some(blob) => response(StatusCode::OK, &[("docker-content-digest", digest)], blob.clone()),
            None => response(StatusCode::NOT_FOUND, &[], r#"{"errors":[{"code":"BLOB_UNKNOWN"}]}"#),
        },
        ("PUT", ["manifests", tag]) => {
            let digest = super::digest(request.body());
            storage.tags.insert((*tag).to_owned(), digest.clone());
            response(StatusCode::CREATED, &[("docker-content-digest", &digest)], "")
        }
        ("GET", ["tags", "list"]) => tags(request, storage),
        _ => response(StatusCode::NOT_FOUND, &[], r#"{"errors":[{"code":"UNSUPPORTED"}]}"#),
    }
}

/// Splits a path into the name of a repository and the rest.
fn split(path: &str) -> Option<(&str, &str)> {
    let at = ["/blobs/", "/manifests/", "/tags/"]
        .iter()
        .find_map(|part| path.find(part))?;
    Some((path.get(..at)?, path.get(at + 1..)?))
}

fn tags(request: &Request<Bytes>, storage: &Storage) -> ServerResponse {
    let size = query(request, "n")
        .and_then(|text| text.parse().ok())
        .unwrap_or(usize::MAX);
    let after = query(request, "last").unwrap_or("");
    let mut left = storage.tags.keys().filter(|tag| tag.as_str() > after);
    let page: Vec<&String> = left.by_ref().take(size).collect();
    let last = page.last().map_or("", |tag| tag.as_str());
    let link = format!("<{}?n={size}&last={last}>; rel=\"next\"", request.uri().path());
    let headers = [("link", link.as_str())];
    let quoted: Vec<String> = page.iter().map(|tag| format!("{tag:?}")).collect();
    let body = format!(r#"{{"name":"app","tags":[{}]}}"#, quoted.join(","));
    response(StatusCode::OK, if left.next().is_some() { &headers } else { &[] }, body)
}

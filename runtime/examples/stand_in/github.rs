//! A local replacement for api.github.com with an organization of five repositories.

use http::{Request, StatusCode};
use rest_op::Bytes;

use self::server::{ServerResponse, query, response};

#[path = "server.rs"]
mod server;

const REPOS: [&str; 5] = ["rust", "cargo", "book", "rustlings", "reference"];

pub(crate) async fn start() -> std::io::Result<String> {
    server::start(handle).await
}

fn handle(request: &Request<Bytes>) -> ServerResponse {
    let limit = ("x-ratelimit-remaining", "59");
    let path = request.uri().path();
    if !request.headers().contains_key("user-agent") {
        return response(
            StatusCode::FORBIDDEN,
            &[limit],
            r#"{"message":"Request forbidden by administrative rules."}"#,
        );
    }
    match path.strip_prefix("/repos/rust-lang/") {
        Some(name) if REPOS.contains(&name) => return response(StatusCode::OK, &[limit], repo(name)),
        _ => {}
    }
    match (path, query(request, "q")) {
        ("/orgs/rust-lang/repos", _) => page(request, &REPOS, limit, |repos| format!("[{repos}]")),
        ("/search/repositories", None | Some("")) => {
            let body =
                r#"{"message":"Validation Failed","errors":[{"resource":"Search","field":"q","code":"missing"}]}"#;
            response(StatusCode::UNPROCESSABLE_ENTITY, &[limit], body)
        }
        ("/search/repositories", Some(text)) => {
            let found: Vec<&str> = REPOS.into_iter().filter(|name| name.contains(text)).collect();
            page(request, &found, limit, |repos| {
                format!(r#"{{"total_count":{},"items":[{repos}]}}"#, found.len())
            })
        }
        _ => response(StatusCode::NOT_FOUND, &[limit], r#"{"message":"Not Found"}"#),
    }
}

/// A page of repositories, and the link to the next one.
fn page(
    request: &Request<Bytes>,
    names: &[&str],
    limit: (&str, &str),
    body: impl Fn(String) -> String,
) -> ServerResponse {
    let number = |key, otherwise| {
        query(request, key)
            .and_then(|text| text.parse().ok())
            .unwrap_or(otherwise)
    };
    let (size, page): (usize, usize) = (number("per_page", 30), number("page", 1));
    let repos: Vec<String> = names
        .iter()
        .skip(size * (page - 1))
        .take(size)
        .map(|name| repo(name))
        .collect();
    let host = request
        .headers()
        .get("host")
        .and_then(|host| host.to_str().ok())
        .unwrap_or("");
    let text = query(request, "q").map(|text| format!("&q={text}")).unwrap_or_default();
    let path = request.uri().path();
    let link = format!(
        "<http://{host}{path}?page={}&per_page={size}{text}>; rel=\"next\"",
        page + 1
    );
    let headers = [limit, ("link", link.as_str())];
    let headers = if size * page < names.len() {
        &headers[..]
    } else {
        &headers[..1]
    };
    response(StatusCode::OK, headers, body(repos.join(",")))
}

fn repo(name: &str) -> String {
    format!(
        r#"{{"full_name":"rust-lang/{name}","description":null,"stargazers_count":{}}}"#,
        name.len() * 1000
    )
}

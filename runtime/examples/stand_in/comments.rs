//! A local replacement for api.github.com with one issue, `octocat/hello-world#1`, that has three comments.

use std::sync::{Arc, Mutex, PoisonError};

use http::{Request, StatusCode};
use rest_op::Bytes;
use serde_json::{Value, json};

use self::server::{ServerResponse, query, response};

#[path = "server.rs"]
mod server;

const COMMENTS: &str = "/repos/octocat/hello-world/issues/1/comments";

pub(crate) async fn start() -> std::io::Result<String> {
    let texts = ["Does it work?", "Not yet.", "Please try again."]
        .map(str::to_owned)
        .to_vec();
    let texts = Arc::new(Mutex::new(texts));
    server::start(move |request| handle(request, &mut texts.lock().unwrap_or_else(PoisonError::into_inner))).await
}

fn handle(request: &Request<Bytes>, texts: &mut Vec<String>) -> ServerResponse {
    if request.uri().path() != COMMENTS {
        return response(StatusCode::NOT_FOUND, &[], r#"{"message":"Not Found"}"#);
    }
    if request.method() == "POST" {
        let sent: Value = serde_json::from_slice(request.body()).unwrap_or_default();
        texts.push(sent.get("body").and_then(Value::as_str).unwrap_or_default().to_owned());
        let created = comment(texts.len(), texts.last().map_or("", String::as_str));
        return response(StatusCode::CREATED, &[], created.to_string());
    }
    let number = |name| query(request, name).and_then(|text| text.parse::<usize>().ok());
    let (size, page) = (
        number("per_page").unwrap_or(30).max(1),
        number("page").unwrap_or(1).max(1),
    );
    let skipped = size.saturating_mul(page - 1);
    let numbered = texts.iter().enumerate().skip(skipped).take(size);
    let comments: Vec<Value> = numbered.map(|(index, text)| comment(index + 1, text)).collect();
    let next = format!("<{COMMENTS}?per_page={size}&page={}>; rel=\"next\"", page + 1);
    let has_next = texts.len() > skipped.saturating_add(size);
    let link: &[(&str, &str)] = if has_next { &[("link", &next)] } else { &[] };
    response(StatusCode::OK, link, Value::from(comments).to_string())
}

fn comment(number: usize, text: &str) -> Value {
    json!({
        "id": number,
        "node_id": format!("C{number}"),
        "url": format!("https://api.github.com/repos/octocat/hello-world/issues/comments/{number}"),
        "html_url": format!("https://github.com/octocat/hello-world/issues/1#issuecomment-{number}"),
        "issue_url": "https://api.github.com/repos/octocat/hello-world/issues/1",
        "author_association": "NONE",
        "created_at": "2026-01-05T12:00:00Z",
        "updated_at": "2026-01-05T12:00:00Z",
        "body": text,
        "user": null,
    })
}

//! A local replacement for Amazon `EventBridge` Scheduler that stores schedules by name and accepts any signature for
//! the service.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use http::{Request, StatusCode};
use rest_op::Bytes;

use self::server::{ServerResponse, query, response};

#[path = "server.rs"]
mod server;

pub(crate) async fn start() -> std::io::Result<String> {
    let names = Arc::new(Mutex::new(BTreeSet::new()));
    server::start(move |request| handle(request, &mut names.lock().unwrap_or_else(PoisonError::into_inner))).await
}

fn handle(request: &Request<Bytes>, names: &mut BTreeSet<String>) -> ServerResponse {
    let authorization = request
        .headers()
        .get("authorization")
        .and_then(|value| value.to_str().ok());
    if !authorization.is_some_and(|given| given.contains("/us-east-1/scheduler/aws4_request, SignedHeaders=")) {
        return refuse(
            StatusCode::FORBIDDEN,
            "MissingAuthenticationToken",
            "Sign for scheduler in us-east-1.",
        );
    }
    let name = request.uri().path().strip_prefix("/schedules/");
    match (request.method().as_str(), name) {
        ("POST", Some(name)) if names.insert(name.to_owned()) => {
            let arn = format!("arn:aws:scheduler:us-east-1:1:schedule/default/{name}");
            response(StatusCode::OK, &[], format!(r#"{{"ScheduleArn":"{arn}"}}"#))
        }
        ("POST", Some(name)) => {
            let message = format!("Schedule {name} already exists.");
            refuse(StatusCode::CONFLICT, "ConflictException", &message)
        }
        ("DELETE", Some(name)) if names.remove(name) => response(StatusCode::OK, &[], "{}"),
        ("GET", None) => page(request, names),
        _ => refuse(
            StatusCode::NOT_FOUND,
            "ResourceNotFoundException",
            "There is no such schedule.",
        ),
    }
}

fn refuse(status: StatusCode, code: &str, message: &str) -> ServerResponse {
    response(
        status,
        &[("x-amzn-errortype", code)],
        format!(r#"{{"Message":"{message}"}}"#),
    )
}

fn page(request: &Request<Bytes>, names: &BTreeSet<String>) -> ServerResponse {
    let size = query(request, "MaxResults")
        .and_then(|text| text.parse().ok())
        .unwrap_or(100);
    let (prefix, after) = (
        query(request, "NamePrefix").unwrap_or(""),
        query(request, "NextToken").unwrap_or(""),
    );
    let mut left = names
        .iter()
        .filter(|name| name.starts_with(prefix) && name.as_str() > after);
    let page: Vec<&String> = left.by_ref().take(size).collect();
    let token = match (left.next(), page.last()) {
        (Some(_), Some(last)) => format!("{last:?}"),
        _ => "null".to_owned(),
    };
    let schedule = |name: &&String| format!(r#"{{"Name":"{name}","CreationDate":1575326317.5}}"#);
    let schedules: Vec<String> = page.iter().map(schedule).collect();
    response(
        StatusCode::OK,
        &[],
        format!(r#"{{"Schedules":[{}],"NextToken":{token}}}"#, schedules.join(",")),
    )
}

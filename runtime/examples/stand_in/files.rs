//! A local service that keeps one file.

use std::sync::{Arc, Mutex, PoisonError};

use http::{Method, Request, StatusCode};
use rest_op::Bytes;

use self::server::response;

#[path = "server.rs"]
mod server;

pub(crate) async fn start() -> std::io::Result<String> {
    let file = Arc::new(Mutex::new(Bytes::new()));
    server::start(move |request: &Request<Bytes>| {
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        if request.method() == Method::PUT {
            file.clone_from(request.body());
            return response(StatusCode::CREATED, &[], "");
        }
        response(StatusCode::OK, &[], file.clone())
    })
    .await
}

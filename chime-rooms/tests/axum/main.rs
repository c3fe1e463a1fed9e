//! A server on this crate: a handler of axum whose state is `Arc<dyn ChimeRooms>`, tested with doubles.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use chime_rooms::rest_op::testing::{disconnected, error, timeout, violation};
use chime_rooms::rest_op::{Api, Call, Client, ErrorKind};
use chime_rooms::{ChimeError, ChimeRooms, Error, ListRooms, Room, RoomPage};
use serde_json::{Value, json};
use tower_service::Service;

// The app.

/// The error of a call as a response.
struct Failed(Error);

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let status = match (self.0.kind(), self.0.service()) {
            (_, Some(ChimeError::NotFound(_))) => StatusCode::NOT_FOUND,
            (ErrorKind::Refused, _) => StatusCode::BAD_REQUEST,
            (ErrorKind::Timeout, _) => StatusCode::GATEWAY_TIMEOUT,
            _ if self.0.is_retryable() => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::BAD_GATEWAY,
        };
        (status, self.0.to_string()).into_response()
    }
}

async fn rooms(
    State(chime): State<Arc<dyn ChimeRooms>>,
    Path(account): Path<String>,
) -> Result<Json<Vec<Room>>, Failed> {
    let rooms = chime.list_rooms(&account, &ListRooms::default()).items();
    Ok(Json(rooms.try_collect().await?))
}

fn app(chime: Arc<dyn ChimeRooms>) -> Router {
    Router::new().route("/{account}/rooms", get(rooms)).with_state(chime)
}

// Its tests.

struct Double(fn() -> Call<RoomPage, ChimeError>);

impl Api for Double {
    fn client(&self) -> &Client {
        unimplemented!("the app calls only overridden methods")
    }
}

impl ChimeRooms for Double {
    fn list_rooms(&self, _: &str, _: &ListRooms) -> Call<RoomPage, ChimeError> {
        (self.0)()
    }
}

/// Returns the status and the body of the response of the app.
async fn get_rooms(call: fn() -> Call<RoomPage, ChimeError>) -> (StatusCode, String) {
    let request = Request::get("/12a3456b/rooms").body(Body::empty()).unwrap();
    let response = app(Arc::new(Double(call))).call(request).await.unwrap();
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    (head.status, String::from_utf8(body.to_vec()).unwrap())
}

fn page(id: &str, next_token: Option<&str>) -> RoomPage {
    let room = Room {
        room_id: Some(id.to_owned()),
        ..Room::default()
    };
    RoomPage {
        rooms: vec![room],
        next_token: next_token.map(str::to_owned),
    }
}

#[tokio::test]
async fn handler_returns_the_rooms_of_all_pages() {
    let (status, body) = get_rooms(|| Call::ready_pages([Ok(page("a", Some("t"))), Ok(page("b", None))])).await;
    let rooms: Value = serde_json::from_str(&body).unwrap();
    let ids: Vec<&Value> = rooms.as_array().unwrap().iter().map(|room| &room["RoomId"]).collect();
    assert_eq!((status, ids), (StatusCode::OK, vec![&json!("a"), &json!("b")]));
}

#[tokio::test]
async fn handler_maps_the_kind_of_the_error_to_a_status() {
    for (call, status) in [
        (
            (|| Call::ready(Err(error(404, "NotFoundException", "no such account")))) as fn() -> _,
            StatusCode::NOT_FOUND,
        ),
        (
            || Call::ready(Err(violation("account_id", "is blank"))),
            StatusCode::BAD_REQUEST,
        ),
        (|| Call::ready(Err(timeout())), StatusCode::GATEWAY_TIMEOUT),
        (|| Call::ready(Err(disconnected())), StatusCode::SERVICE_UNAVAILABLE),
        (
            || Call::ready(Err(error(429, "ThrottledClientException", "slow down"))),
            StatusCode::SERVICE_UNAVAILABLE,
        ),
        (
            || Call::ready(Err(error(403, "ForbiddenException", "no"))),
            StatusCode::BAD_GATEWAY,
        ),
        // A page that announces another one is not the end of a listing.
        (|| Call::ready(Ok(page("a", Some("t")))), StatusCode::BAD_REQUEST),
    ] {
        let (answer, body) = get_rooms(call).await;
        assert_eq!(answer, status, "{body}");
    }
}

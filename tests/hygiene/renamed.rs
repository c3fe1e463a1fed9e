//! The runtime may have another name, for example when it is re-exported.

mod api {
    pub(crate) use ::rest_op as rest;
}

use api::rest::{Api, ApiError, Call, Client, ErrorResponse, FromResponse};

/// Uses the runtime under another name.
pub trait Rooms: Api {
    /// Gets a room.
    #[api::rest::rest_op(GET, "/rooms/<id>", crate = api::rest)]
    fn get_room(&self, #[check(api::rest::check::not_blank())] id: &str) -> Call<Room, RoomError>;

    /// Moves a room.
    #[api::rest::rest_op(POST, "/rooms/<id>", crate = api::rest)]
    fn move_room(&self, id: &str) -> Call<Moved, RoomError>;
}

impl Rooms for Client {}

/// Has JSON members and a header.
#[derive(FromResponse)]
#[from_response(crate = api::rest)]
pub struct Room {
    /// In JSON.
    pub name: String,
    /// In a header.
    #[from_response(header = "etag")]
    pub etag: Option<String>,
}

/// By its status.
#[derive(FromResponse)]
#[from_response(crate = api::rest)]
pub enum Moved {
    /// Not yet.
    #[from_response(status = 202)]
    Moving,
    /// At last.
    #[from_response(success)]
    Moved(Location),
}

/// A part of the body.
#[derive(serde::Deserialize, FromResponse)]
#[from_response(crate = api::rest, member = "room.location")]
pub struct Location {
    /// Its name.
    pub name: String,
}

/// Has a token in an object.
#[derive(Debug, api::rest::Page)]
#[page(crate = api::rest, next = query("cursor"), at = "room.id", more = "more")]
pub struct RoomPage {
    #[page(items)]
    rooms: Vec<String>,
    room: Option<Id>,
    more: bool,
}

/// Has the token.
#[derive(Debug)]
pub struct Id {
    id: String,
}

/// Has a code.
#[derive(Debug, ApiError)]
#[api_error(crate = api::rest, response, when("ok" = false), when(xml_root = "Error"), code_at = "code", code_header = "x-code")]
pub enum RoomError {
    /// By its code.
    #[api_error(code = "NotFound")]
    NotFound(ErrorResponse),
    /// All others.
    #[api_error(other)]
    Other(ErrorResponse),
}

#[test]
fn the_runtime_may_have_another_name() {
    let (line, _) = crate::sent(&crate::client().get_room("a"));
    assert_eq!(line, "GET https://rooms.example/rooms/a");
    let (line, _) = crate::sent(&crate::client().move_room("a"));
    assert_eq!(line, "POST https://rooms.example/rooms/a");
    let response = ErrorResponse::new(
        http::StatusCode::NOT_FOUND,
        http::HeaderMap::new(),
        api::rest::Bytes::new(),
    );
    let error = RoomError::from_error_response(response);
    assert!(matches!(&error, RoomError::Other(_)));
    assert_eq!(error.response().status(), http::StatusCode::NOT_FOUND);
    let reply = |status, body: &'static str| api::rest::Reply::new(status, http::HeaderMap::new(), body.into());
    let moved = Moved::from_response(reply(http::StatusCode::OK, r#"{"room":{"location":{"name":"b"}}}"#));
    assert!(matches!(moved, Ok(Moved::Moved(location)) if location.name == "b"));
    let moving = Moved::from_response(reply(http::StatusCode::ACCEPTED, ""));
    assert!(matches!(moving, Ok(Moved::Moving)));
    let page = RoomPage {
        rooms: Vec::new(),
        room: Some(Id { id: "a".to_owned() }),
        more: true,
    };
    assert_eq!(
        api::rest::Page::next(&page),
        Some(api::rest::Next::query("cursor", "a"))
    );
    let room = Room {
        name: String::new(),
        etag: None,
    };
    assert_eq!((room.name, room.etag), (String::new(), None));
}

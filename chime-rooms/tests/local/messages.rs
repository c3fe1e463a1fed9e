//! The operation on messages.

use chime_rooms::local::LocalRoom;

use crate::wire::{ACCOUNT, Request, start};

#[tokio::test]
async fn message_is_redacted() {
    let chime = start().await;
    chime.add_room(
        ACCOUNT,
        LocalRoom::new("a").room_id("room").message("message").message("other"),
    );
    let response = Request::to("POST", "/rooms/room/messages/message?operation=redact")
        .ask(&chime)
        .await;
    assert_eq!((response.status, response.body.as_str()), (200, "{}"));
    assert!(chime.is_redacted(ACCOUNT, "room", "message"));
    assert!(!chime.is_redacted(ACCOUNT, "room", "other"));
    let unknown = Request::to("POST", "/rooms/room/messages/unknown?operation=redact")
        .ask(&chime)
        .await;
    assert_eq!(unknown.status_and_name(), (404, "NotFoundException"));
}

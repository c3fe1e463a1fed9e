//! A page of rooms as the service sends it: what the server answers, and what offline calls decode.

use std::fmt::Write;

pub const ACCOUNT_ID: &str = "12a3456b-7c89-012d-3456-78901e23fb45";
/// Has characters that a URL must encode.
pub const NEXT_TOKEN: &str = "AAAAbbbb+cc/dd==";

/// The JSON of a page.
pub fn page(rooms: u32) -> Vec<u8> {
    let mut json = String::from(r#"{"Rooms":["#);
    for room in 0..rooms {
        let separator = if room == 0 { "" } else { "," };
        let (day, hour, millis) = (1 + room % 28, room % 24, room * 37 % 1000);
        write!(
            json,
            r#"{separator}{{"AccountId":"{ACCOUNT_ID}","CreatedBy":"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9","#
        )
        .unwrap();
        write!(
            json,
            r#""CreatedTimestamp":"2024-03-{day:02}T{hour:02}:20:33.{millis:03}Z","Name":"Room {room} of the team","#
        )
        .unwrap();
        write!(
            json,
            r#""RoomId":"f00dbabe-0000-4000-8000-{room:012x}","UpdatedTimestamp":"2025-07-{day:02}T{hour:02}:45:11Z"}}"#
        )
        .unwrap();
    }
    write!(json, r#"],"NextToken":"{NEXT_TOKEN}"}}"#).unwrap();
    json.into_bytes()
}

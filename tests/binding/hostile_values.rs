//! Values that would change the request beyond their parameter, in every parameter.

use chime_rooms::{ChimeRooms, ListRooms};
use rest_op::Client;
use rest_op_tests::fixture::ACCOUNT;

fn target(account_id: &str, options: &ListRooms) -> Result<String, String> {
    let client = Client::builder("https://chime.example").build().unwrap();
    let request = client
        .list_rooms(account_id, options)
        .request()
        .map_err(|error| error.to_string())?;
    Ok(request.uri().path_and_query().unwrap().as_str().to_owned())
}

const HOSTILE: [(&str, &str); 14] = [
    ("/", "%2F"),
    ("%", "%25"),
    ("+", "%2B"),
    ("~", "~"),
    ("*", "%2A"),
    ("'", "%27"),
    ("\"", "%22"),
    ("é", "%C3%A9"),
    ("漢", "%E6%BC%A2"),
    ("a b", "a%20b"),
    ("?a=b&c#d", "%3Fa%3Db%26c%23d"),
    ("../x", "..%2Fx"),
    ("%2e%2e", "%252e%252e"),
    ("\r\n\0", "%0D%0A%00"),
];

#[test]
fn every_value_is_encoded_in_the_path() {
    for (value, encoded) in HOSTILE.into_iter().filter(|(value, _)| !value.trim().is_empty()) {
        assert_eq!(
            target(value, &ListRooms::default()).unwrap(),
            format!("/accounts/{encoded}/rooms")
        );
    }
}

#[test]
fn every_value_is_encoded_in_the_query() {
    for (value, encoded) in HOSTILE {
        let value = Some(value.to_owned());
        let member = ListRooms {
            member_id: value.clone(),
            ..ListRooms::default()
        };
        assert_eq!(
            target(ACCOUNT, &member).unwrap(),
            format!("/accounts/{ACCOUNT}/rooms?member-id={encoded}")
        );
        let token = ListRooms {
            next_token: value,
            ..ListRooms::default()
        };
        assert_eq!(
            target(ACCOUNT, &token).unwrap(),
            format!("/accounts/{ACCOUNT}/rooms?next-token={encoded}")
        );
    }
}

#[test]
fn values_that_would_change_the_route_are_rejected() {
    for (value, message) in [
        ("", "is blank"),
        (" ", "is blank"),
        (".", "makes a path segment `.` or `..`"),
        ("..", "makes a path segment `.` or `..`"),
    ] {
        let error = target(value, &ListRooms::default()).unwrap_err();
        assert!(
            error.starts_with(&format!("list_rooms: `account_id` {message}")),
            "{error}"
        );
        assert!(error.ends_with("(nothing was sent)"), "{error}");
    }
}

//! The constraints of the service model: violations are reported by name, before anything is sent.

use chime_rooms::{
    BatchCreateRoomMembership, ChimeError, ChimeRooms, CreateRoom, CreateRoomMembership, ListRoomMemberships,
    ListRooms, MembershipItem, UpdateRoom, UpdateRoomMembership,
};
use rest_op::Call;
use rest_op_tests::fixture::signed_at_sample_time;

/// Returns the reason for which a call is rejected before anything is sent.
fn refused<T>(call: &Call<T, ChimeError>) -> String {
    call.request().unwrap_err().to_string()
}

#[test]
fn blank_labels_are_rejected_by_every_operation() {
    let chime = signed_at_sample_time("https://chime.example").build().unwrap();
    let (new, update) = (CreateRoom::new("Lounge"), UpdateRoom::default());
    let membership = CreateRoomMembership {
        member_id: "m".to_owned(),
        role: None,
    };
    let batch = BatchCreateRoomMembership::default();
    let blank = "\u{3000} ";
    for (message, labels) in [
        (refused(&chime.list_rooms(blank, &ListRooms::default())), 1),
        (refused(&chime.create_room(blank, &new)), 1),
        (refused(&chime.get_room(blank, blank)), 2),
        (refused(&chime.update_room(blank, blank, &update)), 2),
        (refused(&chime.delete_room(blank, blank)), 2),
        (
            refused(&chime.list_room_memberships(blank, blank, &ListRoomMemberships::default())),
            2,
        ),
        (refused(&chime.create_room_membership(blank, blank, &membership)), 2),
        (refused(&chime.batch_create_room_membership(blank, blank, &batch)), 2),
        (
            refused(&chime.update_room_membership(blank, blank, blank, &UpdateRoomMembership::default())),
            3,
        ),
        (refused(&chime.delete_room_membership(blank, blank, blank)), 3),
        (refused(&chime.redact_room_message(blank, blank, blank)), 3),
    ] {
        let blank = message.matches("_id` is blank; must contain a character").count();
        assert_eq!(blank, labels, "{message}");
        assert!(message.ends_with(" (nothing was sent)"), "{message}");
    }
}

#[test]
fn violated_constraints_name_the_member() {
    let chime = signed_at_sample_time("https://chime.example").build().unwrap();
    let token = |token: &str| {
        let new = CreateRoom {
            client_request_token: token.into(),
            ..CreateRoom::new("Lounge")
        };
        chime
            .create_room("a", &new)
            .request()
            .map(drop)
            .map_err(|error| error.to_string())
    };
    for good in ["ab", "-_", "A0-_z", &"x".repeat(64)] {
        assert_eq!(token(good), Ok(()), "{good}");
    }
    for bad in ["", "a", "a b", "é-é", "a\n", &"x".repeat(65)] {
        let message = "create_room: `room`: `client_request_token` must be 2 to 64 letters, digits, `-` and `_` (nothing was \
                       sent)";
        assert_eq!(token(bad), Err(message.to_owned()), "{bad}");
    }
    let items = |count| BatchCreateRoomMembership {
        membership_item_list: vec![MembershipItem::default(); count],
    };
    for count in [0, 50] {
        chime
            .batch_create_room_membership("a", "r", &items(count))
            .request()
            .unwrap();
    }
    assert_eq!(
        refused(&chime.batch_create_room_membership("a", "r", &items(51))),
        "batch_create_room_membership: `memberships`: `membership_item_list` has length 51; must be in ..=50 (nothing was \
         sent)"
    );
    let mut blank = items(3);
    blank.membership_item_list[1].member_id = Some(" ".to_owned());
    assert_eq!(
        refused(&chime.batch_create_room_membership("a", "r", &blank)),
        "batch_create_room_membership: `memberships`: `membership_item_list` has a blank `member_id` at index 1 (nothing was \
         sent)"
    );
    let options = ListRoomMemberships {
        max_results: Some(100),
        ..ListRoomMemberships::default()
    };
    assert_eq!(
        refused(&chime.list_room_memberships("a", "r", &options)),
        "list_room_memberships: `options`: `max_results` is 100; must be in 1..=99 (nothing was sent)"
    );
}

//! The operations: one method each, its HTTP line on top. What they take and give is declared by resource, in `rooms`
//! and `memberships`.

use rest_op::check::not_blank;
use rest_op::{Api, Call, Client, rest_op};

use crate::error::ChimeError;
use crate::memberships::{
    BatchCreateRoomMembership, BatchCreateRoomMembershipOutput, CreateRoomMembership, ListRoomMemberships,
    RoomMembershipOutput, RoomMembershipPage, UpdateRoomMembership,
};
use crate::rooms::{CreateRoom, ListRooms, RoomOutput, RoomPage, UpdateRoom};

/// The chat rooms of an Amazon Chime Enterprise account, their members and their messages.
pub trait ChimeRooms: Api {
    /// Lists the rooms of an account, or those that a user or bot is a member of: `GET /accounts/{accountId}/rooms`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_ListRooms.html)
    #[rest_op(GET, "/accounts/<account_id>/rooms")]
    fn list_rooms(
        &self,
        #[check(not_blank())] account_id: &str,
        #[query(flatten)]
        #[check(ListRooms::check)]
        options: &ListRooms,
    ) -> Call<RoomPage, ChimeError>;

    /// Gets a room: `GET /accounts/{accountId}/rooms/{roomId}`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_GetRoom.html)
    #[rest_op(GET, "/accounts/<account_id>/rooms/<room_id>")]
    fn get_room(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
    ) -> Call<RoomOutput, ChimeError>;

    /// Creates a room: `POST /accounts/{accountId}/rooms`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_CreateRoom.html)
    #[rest_op(POST, "/accounts/<account_id>/rooms")]
    fn create_room(
        &self,
        #[check(not_blank())] account_id: &str,
        #[body]
        #[check(CreateRoom::check)]
        room: &CreateRoom,
    ) -> Call<RoomOutput, ChimeError>;

    /// Renames a room: `POST /accounts/{accountId}/rooms/{roomId}`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_UpdateRoom.html)
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>")]
    fn update_room(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[body] room: &UpdateRoom,
    ) -> Call<RoomOutput, ChimeError>;

    /// Deletes a room: `DELETE /accounts/{accountId}/rooms/{roomId}`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_DeleteRoom.html)
    #[rest_op(DELETE, "/accounts/<account_id>/rooms/<room_id>")]
    fn delete_room(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
    ) -> Call<(), ChimeError>;

    /// Lists the members of a room: `GET /accounts/{accountId}/rooms/{roomId}/memberships`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_ListRoomMemberships.html)
    #[rest_op(GET, "/accounts/<account_id>/rooms/<room_id>/memberships")]
    fn list_room_memberships(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[query(flatten)]
        #[check(ListRoomMemberships::check)]
        options: &ListRoomMemberships,
    ) -> Call<RoomMembershipPage, ChimeError>;

    /// Adds a member to a room: `POST /accounts/{accountId}/rooms/{roomId}/memberships`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_CreateRoomMembership.html)
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>/memberships")]
    fn create_room_membership(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[body]
        #[check(CreateRoomMembership::check)]
        membership: &CreateRoomMembership,
    ) -> Call<RoomMembershipOutput, ChimeError>;

    /// Adds up to 50 members to a room:
    /// `POST /accounts/{accountId}/rooms/{roomId}/memberships?operation=batch-create`.
    ///
    /// Those who could not be added are in the result, which is no error.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_BatchCreateRoomMembership.html)
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>/memberships?operation=batch-create")]
    fn batch_create_room_membership(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[body]
        #[check(BatchCreateRoomMembership::check)]
        memberships: &BatchCreateRoomMembership,
    ) -> Call<BatchCreateRoomMembershipOutput, ChimeError>;

    /// Changes the role of a member; of users only, not of bots:
    /// `POST /accounts/{accountId}/rooms/{roomId}/memberships/{memberId}`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_UpdateRoomMembership.html)
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>/memberships/<member_id>")]
    fn update_room_membership(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[check(not_blank())] member_id: &str,
        #[body] membership: &UpdateRoomMembership,
    ) -> Call<RoomMembershipOutput, ChimeError>;

    /// Removes a member from a room: `DELETE /accounts/{accountId}/rooms/{roomId}/memberships/{memberId}`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_DeleteRoomMembership.html)
    #[rest_op(DELETE, "/accounts/<account_id>/rooms/<room_id>/memberships/<member_id>")]
    fn delete_room_membership(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[check(not_blank())] member_id: &str,
    ) -> Call<(), ChimeError>;

    /// Redacts a message of a room: `POST /accounts/{accountId}/rooms/{roomId}/messages/{messageId}?operation=redact`.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_RedactRoomMessage.html)
    #[rest_op(
        POST,
        "/accounts/<account_id>/rooms/<room_id>/messages/<message_id>?operation=redact"
    )]
    fn redact_room_message(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[check(not_blank())] message_id: &str,
    ) -> Call<(), ChimeError>;
}

impl ChimeRooms for Client {}

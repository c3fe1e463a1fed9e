//! The operations: one method each, with its HTTP line on top. Their inputs and outputs are declared in `rooms` and
//! `memberships`. The local service answers them in `local/operations.rs`, by the routes of `local/route.rs`, and
//! `tests/binding/operations.rs` of the workspace calls them all.

use rest_op::check::not_blank;
use rest_op::{Api, Call, Client, rest_op};

use crate::error::ChimeError;
use crate::memberships::{
    BatchCreateRoomMembership, BatchCreateRoomMembershipOutput, CreateRoomMembership, ListRoomMemberships,
    RoomMembershipOutput, RoomMembershipPage, UpdateRoomMembership,
};
use crate::rooms::{CreateRoom, ListRooms, RoomOutput, RoomPage, UpdateRoom};

/// The chat rooms of an Amazon Chime Enterprise account, their members and their messages.
///
/// # Errors
///
/// Every operation can return [`BadRequest`](ChimeError::BadRequest), [`Forbidden`](ChimeError::Forbidden),
/// [`NotFound`](ChimeError::NotFound), [`ServiceFailure`](ChimeError::ServiceFailure),
/// [`ServiceUnavailable`](ChimeError::ServiceUnavailable), [`ThrottledClient`](ChimeError::ThrottledClient) and
/// [`UnauthorizedClient`](ChimeError::UnauthorizedClient). An operation with further errors lists them.
///
/// An argument that violates a constraint is an error of the [kind](rest_op::Error::kind)
/// [`Refused`](rest_op::ErrorKind::Refused), and nothing is sent.
pub trait ChimeRooms: Api {
    /// Lists the rooms of an account, or only those of a user or bot.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_ListRooms.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors).
    ///
    /// ```
    /// use chime_rooms::{ChimeRooms, ListRooms};
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// let of_alejandro = ListRooms { member_id: Some("1ab2345c".to_owned()), ..Default::default() };
    /// let mut rooms = chime.list_rooms("12a3456b", &of_alejandro).items();
    /// while let Some(room) = rooms.next().await {
    ///     println!("{}", room?.name.unwrap_or_default());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(GET, "/accounts/<account_id>/rooms")]
    fn list_rooms(
        &self,
        #[check(not_blank())] account_id: &str,
        #[query(flatten)]
        #[check(ListRooms::check)]
        options: &ListRooms,
    ) -> Call<RoomPage, ChimeError>;

    /// Gets a room.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_GetRoom.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors).
    ///
    /// ```
    /// use chime_rooms::ChimeRooms;
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// let room = chime.get_room("12a3456b", "abcd1e2d").await?.room.unwrap_or_default();
    /// println!("created {:?}", room.created_timestamp);
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(GET, "/accounts/<account_id>/rooms/<room_id>")]
    fn get_room(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
    ) -> Call<RoomOutput, ChimeError>;

    /// Creates a room.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_CreateRoom.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors), [`ResourceLimitExceeded`](ChimeError::ResourceLimitExceeded).
    ///
    /// ```
    /// use chime_rooms::{ChimeRooms, CreateRoom};
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// // `new` generates a token, so a repeated request creates no second room.
    /// let output = chime.create_room("12a3456b", &CreateRoom::new("Standup")).await?;
    /// println!("{:?}", output.room.and_then(|room| room.room_id));
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(POST, "/accounts/<account_id>/rooms")]
    fn create_room(
        &self,
        #[check(not_blank())] account_id: &str,
        #[body]
        #[check(CreateRoom::check)]
        room: &CreateRoom,
    ) -> Call<RoomOutput, ChimeError>;

    /// Renames a room.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_UpdateRoom.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors).
    ///
    /// ```
    /// use chime_rooms::{ChimeRooms, UpdateRoom};
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// let renamed = UpdateRoom { name: Some("Retro".to_owned()) };
    /// chime.update_room("12a3456b", "abcd1e2d", &renamed).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>")]
    fn update_room(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[body] room: &UpdateRoom,
    ) -> Call<RoomOutput, ChimeError>;

    /// Deletes a room.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_DeleteRoom.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors).
    ///
    /// ```
    /// use chime_rooms::ChimeRooms;
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// chime.delete_room("12a3456b", "abcd1e2d").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(DELETE, "/accounts/<account_id>/rooms/<room_id>")]
    fn delete_room(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
    ) -> Call<(), ChimeError>;

    /// Lists the members of a room.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_ListRoomMemberships.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors).
    ///
    /// ```
    /// use chime_rooms::{ChimeRooms, ListRoomMemberships};
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// let mut pages = chime.list_room_memberships("12a3456b", "abcd1e2d", &ListRoomMemberships::default()).pages();
    /// while let Some(page) = pages.next().await {
    ///     println!("{} members", page?.room_memberships.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(GET, "/accounts/<account_id>/rooms/<room_id>/memberships")]
    fn list_room_memberships(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[query(flatten)]
        #[check(ListRoomMemberships::check)]
        options: &ListRoomMemberships,
    ) -> Call<RoomMembershipPage, ChimeError>;

    /// Adds a member to a room.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_CreateRoomMembership.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors), [`Conflict`](ChimeError::Conflict),
    /// [`ResourceLimitExceeded`](ChimeError::ResourceLimitExceeded).
    ///
    /// ```
    /// use chime_rooms::{ChimeRooms, CreateRoomMembership, Role};
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// let administrator = CreateRoomMembership { member_id: "1ab2345c".to_owned(), role: Some(Role::Administrator) };
    /// chime.create_room_membership("12a3456b", "abcd1e2d", &administrator).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>/memberships")]
    fn create_room_membership(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[body]
        #[check(CreateRoomMembership::check)]
        membership: &CreateRoomMembership,
    ) -> Call<RoomMembershipOutput, ChimeError>;

    /// Adds up to 50 members to a room.
    ///
    /// Members that could not be added are listed in the result. They do not make the call fail.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_BatchCreateRoomMembership.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors).
    ///
    /// ```
    /// use chime_rooms::{BatchCreateRoomMembership, ChimeRooms, MembershipItem};
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// let item = |id: &str| MembershipItem { member_id: Some(id.to_owned()), role: None };
    /// let batch = BatchCreateRoomMembership { membership_item_list: vec![item("1ab2345c"), item("2bc3456d")] };
    /// for error in chime.batch_create_room_membership("12a3456b", "abcd1e2d", &batch).await?.errors {
    ///     println!("{:?} was not added: {:?}", error.member_id, error.error_code);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>/memberships?operation=batch-create")]
    fn batch_create_room_membership(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[body]
        #[check(BatchCreateRoomMembership::check)]
        memberships: &BatchCreateRoomMembership,
    ) -> Call<BatchCreateRoomMembershipOutput, ChimeError>;

    /// Changes the role of a user, which bots do not support.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_UpdateRoomMembership.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors).
    ///
    /// ```
    /// use chime_rooms::{ChimeRooms, Role, UpdateRoomMembership};
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// let promoted = UpdateRoomMembership { role: Some(Role::Administrator) };
    /// chime.update_room_membership("12a3456b", "abcd1e2d", "1ab2345c", &promoted).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>/memberships/<member_id>")]
    fn update_room_membership(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[check(not_blank())] member_id: &str,
        #[body] membership: &UpdateRoomMembership,
    ) -> Call<RoomMembershipOutput, ChimeError>;

    /// Removes a member from a room.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_DeleteRoomMembership.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors).
    ///
    /// ```
    /// use chime_rooms::ChimeRooms;
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// chime.delete_room_membership("12a3456b", "abcd1e2d", "1ab2345c").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[rest_op(DELETE, "/accounts/<account_id>/rooms/<room_id>/memberships/<member_id>")]
    fn delete_room_membership(
        &self,
        #[check(not_blank())] account_id: &str,
        #[check(not_blank())] room_id: &str,
        #[check(not_blank())] member_id: &str,
    ) -> Call<(), ChimeError>;

    /// Redacts a message in a room.
    ///
    /// [Reference](https://docs.aws.amazon.com/chime/latest/APIReference/API_RedactRoomMessage.html)
    ///
    /// # Errors
    ///
    /// The [errors of every operation](ChimeRooms#errors).
    ///
    /// ```
    /// use chime_rooms::ChimeRooms;
    /// # async fn example(chime: &dyn ChimeRooms) -> Result<(), rest_op::Error<chime_rooms::ChimeError>> {
    /// chime.redact_room_message("12a3456b", "abcd1e2d", "m-1").await?;
    /// # Ok(())
    /// # }
    /// ```
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

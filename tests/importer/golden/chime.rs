//! Amazon Chime.
//!
//! From `service-2.json.gz`, version `2018-05-01`, SHA-256 `17b5a439201a8e53ca59c52d00de858340847e0c9949f6d01cc0430061aef6b1`:
//! `rest-op-import service-2.json.gz --op ListRooms --op GetRoom --op CreateRoom --op UpdateRoom --op DeleteRoom --op ListRoomMemberships --op CreateRoomMembership --op BatchCreateRoomMembership --op UpdateRoomMembership --op DeleteRoomMembership --op RedactRoomMessage`
//!
//! `Client::builder("https://chime.{region}.amazonaws.com").auth(SigV4::new("chime", region, credentials)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use rest_op::{
    Api, ApiError, Call, Client, ErrorResponse, FromResponse, IdempotencyToken, Page, check, rest_op,
    timestamp::DateTime,
};
use serde::{Deserialize, Serialize};

/// The operations of Amazon Chime.
pub trait Chime: Api {
    /// Lists the room details for the specified Amazon Chime Enterprise account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/ListRooms)
    #[rest_op(GET, "/accounts/<account_id>/rooms")]
    fn list_rooms(
        &self,
        account_id: &str,
        #[query(flatten)]
        #[check(ListRooms::check)]
        options: &ListRooms,
    ) -> Call<ListRoomsResponse, ChimeError>;

    /// Retrieves room details, such as the room name, for a room in an Amazon Chime Enterprise
    /// account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/GetRoom)
    #[rest_op(GET, "/accounts/<account_id>/rooms/<room_id>")]
    fn get_room(&self, account_id: &str, room_id: &str) -> Call<GetRoomResponse, ChimeError>;

    /// Creates a chat room for the specified Amazon Chime Enterprise account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/CreateRoom)
    #[rest_op(POST, "/accounts/<account_id>/rooms")]
    fn create_room(
        &self,
        account_id: &str,
        #[body]
        #[check(CreateRoom::check)]
        input: &CreateRoom,
    ) -> Call<CreateRoomResponse, ChimeError>;

    /// Updates room details, such as the room name, for a room in an Amazon Chime Enterprise
    /// account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/UpdateRoom)
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>")]
    fn update_room(
        &self,
        account_id: &str,
        room_id: &str,
        #[body] input: &UpdateRoom,
    ) -> Call<UpdateRoomResponse, ChimeError>;

    /// Deletes a chat room in an Amazon Chime Enterprise account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/DeleteRoom)
    #[rest_op(DELETE, "/accounts/<account_id>/rooms/<room_id>")]
    fn delete_room(&self, account_id: &str, room_id: &str) -> Call<(), ChimeError>;

    /// Lists the membership details for the specified room in an Amazon Chime Enterprise account,
    /// such as the members' IDs, email addresses, and names.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/ListRoomMemberships)
    #[rest_op(GET, "/accounts/<account_id>/rooms/<room_id>/memberships")]
    fn list_room_memberships(
        &self,
        account_id: &str,
        room_id: &str,
        #[query("max-results")]
        #[check(check::range(1..=99))]
        max_results: Option<i32>,
        #[query("next-token")] next_token: Option<&str>,
    ) -> Call<ListRoomMembershipsResponse, ChimeError>;

    /// Adds a member to a chat room in an Amazon Chime Enterprise account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/CreateRoomMembership)
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>/memberships")]
    fn create_room_membership(
        &self,
        account_id: &str,
        room_id: &str,
        #[body] input: &CreateRoomMembership,
    ) -> Call<CreateRoomMembershipResponse, ChimeError>;

    /// Adds up to 50 members to a chat room in an Amazon Chime Enterprise account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/BatchCreateRoomMembership)
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>/memberships?operation=batch-create")]
    fn batch_create_room_membership(
        &self,
        account_id: &str,
        room_id: &str,
        #[body]
        #[check(BatchCreateRoomMembership::check)]
        input: &BatchCreateRoomMembership,
    ) -> Call<BatchCreateRoomMembershipResponse, ChimeError>;

    /// Updates room membership details, such as the member role, for a room in an Amazon Chime
    /// Enterprise account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/UpdateRoomMembership)
    #[rest_op(POST, "/accounts/<account_id>/rooms/<room_id>/memberships/<member_id>")]
    fn update_room_membership(
        &self,
        account_id: &str,
        room_id: &str,
        member_id: &str,
        #[body] input: &UpdateRoomMembership,
    ) -> Call<UpdateRoomMembershipResponse, ChimeError>;

    /// Removes a member from a chat room in an Amazon Chime Enterprise account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/DeleteRoomMembership)
    #[rest_op(DELETE, "/accounts/<account_id>/rooms/<room_id>/memberships/<member_id>")]
    fn delete_room_membership(&self, account_id: &str, room_id: &str, member_id: &str) -> Call<(), ChimeError>;

    /// Redacts the specified message from the specified Amazon Chime channel.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/chime-2018-05-01/RedactRoomMessage)
    #[rest_op(
        POST,
        "/accounts/<account_id>/rooms/<room_id>/messages/<message_id>?operation=redact"
    )]
    fn redact_room_message(&self, account_id: &str, room_id: &str, message_id: &str) -> Call<(), ChimeError>;
}

impl Chime for Client {}

/// The optional parameters of [`list_rooms`](Chime::list_rooms).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListRooms {
    /// The member ID (user ID or bot ID).
    pub member_id: Option<String>,
    /// The maximum number of results to return in a single call.
    pub max_results: Option<i32>,
    /// The token to use to retrieve the next page of results.
    pub next_token: Option<String>,
}

impl ListRooms {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("max_results", self.max_results.as_ref(), check::range(1..=99))
            .finish()
    }
}

/// The result of `list_rooms`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
pub struct ListRoomsResponse {
    /// The room details.
    #[serde(default)]
    #[page(items)]
    pub rooms: Vec<Room>,
    /// The token to use to retrieve the next page of results.
    // The names of the members suggest these pages; the description does not mention them.
    #[page(next = query("next-token"))]
    pub next_token: Option<String>,
}

/// The Amazon Chime chat room details.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Room {
    /// The room ID.
    pub room_id: Option<String>,
    /// The room name.
    ///
    /// Sensitive.
    pub name: Option<String>,
    /// The Amazon Chime account ID.
    pub account_id: Option<String>,
    /// The identifier of the room creator.
    pub created_by: Option<String>,
    /// The room creation timestamp, in ISO 8601 format.
    pub created_timestamp: Option<DateTime>,
    /// The room update timestamp, in ISO 8601 format.
    pub updated_timestamp: Option<DateTime>,
}

/// The result of `get_room`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct GetRoomResponse {
    /// The room details.
    pub room: Option<Room>,
}

/// The body of `create_room`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateRoom {
    /// The room name.
    ///
    /// Sensitive.
    pub name: String,
    /// The idempotency token for the request.
    ///
    /// Sensitive.
    pub client_request_token: IdempotencyToken,
}

impl CreateRoom {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member(
                "client_request_token",
                Some(&self.client_request_token),
                check::length(2..=64),
            )
            .finish()
    }
}

/// The result of `create_room`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct CreateRoomResponse {
    /// The room details.
    pub room: Option<Room>,
}

/// The body of `update_room`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct UpdateRoom {
    /// The room name.
    ///
    /// Sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The result of `update_room`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct UpdateRoomResponse {
    /// The room details.
    pub room: Option<Room>,
}

/// The result of `list_room_memberships`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
pub struct ListRoomMembershipsResponse {
    /// The room membership details.
    #[serde(default)]
    #[page(items)]
    pub room_memberships: Vec<RoomMembership>,
    /// The token to use to retrieve the next page of results.
    // The names of the members suggest these pages; the description does not mention them.
    #[page(next = query("next-token"))]
    pub next_token: Option<String>,
}

/// The room membership details.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RoomMembership {
    /// The room ID.
    pub room_id: Option<String>,
    /// The member details, such as email address, name, member ID, and member type.
    pub member: Option<Member>,
    /// The membership role.
    pub role: Option<RoomMembershipRole>,
    /// The identifier of the user that invited the room member.
    pub invited_by: Option<String>,
    /// The room membership update timestamp, in ISO 8601 format.
    pub updated_timestamp: Option<DateTime>,
}

/// The member details, such as email address, name, member ID, and member type.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Member {
    /// The member ID (user ID or bot ID).
    pub member_id: Option<String>,
    /// The member type.
    pub member_type: Option<MemberType>,
    /// The member email address.
    ///
    /// Sensitive.
    pub email: Option<String>,
    /// The member name.
    ///
    /// Sensitive.
    pub full_name: Option<String>,
    /// The Amazon Chime account ID.
    pub account_id: Option<String>,
}

/// A member type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum MemberType {
    /// `User`
    User,
    /// `Bot`
    Bot,
    /// `Webhook`
    Webhook,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A room membership role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum RoomMembershipRole {
    /// `Administrator`
    Administrator,
    /// `Member`
    Member,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The body of `create_room_membership`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateRoomMembership {
    /// The Amazon Chime member ID (user ID or bot ID).
    pub member_id: String,
    /// The role of the member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<RoomMembershipRole>,
}

/// The result of `create_room_membership`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct CreateRoomMembershipResponse {
    /// The room membership details.
    pub room_membership: Option<RoomMembership>,
}

/// The body of `batch_create_room_membership`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BatchCreateRoomMembership {
    /// The list of membership items.
    pub membership_item_list: Vec<MembershipItem>,
}

impl BatchCreateRoomMembership {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member(
                "membership_item_list",
                Some(&self.membership_item_list),
                check::length(..=50),
            )
            .finish()
    }
}

/// Membership details, such as member ID and member role.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MembershipItem {
    /// The member ID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member_id: Option<String>,
    /// The member role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<RoomMembershipRole>,
}

/// The result of `batch_create_room_membership`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct BatchCreateRoomMembershipResponse {
    /// If the action fails for one or more of the member IDs in the request, a list of the member
    /// IDs is returned, along with error codes and error messages.
    pub errors: Option<Vec<MemberError>>,
}

/// The list of errors returned when a member action results in an error.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MemberError {
    /// The member ID.
    pub member_id: Option<String>,
    /// The error code.
    pub error_code: Option<ErrorCode>,
    /// The error message.
    pub error_message: Option<String>,
}

/// An error code.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum ErrorCode {
    /// `BadRequest`
    BadRequest,
    /// `Conflict`
    Conflict,
    /// `Forbidden`
    Forbidden,
    /// `NotFound`
    NotFound,
    /// `PreconditionFailed`
    PreconditionFailed,
    /// `ResourceLimitExceeded`
    ResourceLimitExceeded,
    /// `ServiceFailure`
    ServiceFailure,
    /// `AccessDenied`
    AccessDenied,
    /// `ServiceUnavailable`
    ServiceUnavailable,
    /// `Throttled`
    Throttled,
    /// `Throttling`
    Throttling,
    /// `Unauthorized`
    Unauthorized,
    /// `Unprocessable`
    Unprocessable,
    /// `VoiceConnectorGroupAssociationsExist`
    VoiceConnectorGroupAssociationsExist,
    /// `PhoneNumberAssociationsExist`
    PhoneNumberAssociationsExist,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The body of `update_room_membership`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct UpdateRoomMembership {
    /// The role of the member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<RoomMembershipRole>,
}

/// The result of `update_room_membership`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct UpdateRoomMembershipResponse {
    /// The room membership details.
    pub room_membership: Option<RoomMembership>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum ChimeError {
    /// The input parameters don't match the service's restrictions.
    #[api_error(code = "BadRequestException", status = 400)]
    BadRequest(ErrorResponse),
    /// The request exceeds the resource limit.
    #[api_error(code = "ResourceLimitExceededException")]
    ResourceLimitExceeded(ErrorResponse),
    /// The client is not currently authorized to make the request.
    #[api_error(code = "UnauthorizedClientException", status = 401)]
    UnauthorizedClient(ErrorResponse),
    /// The client is permanently forbidden from making the request.
    #[api_error(code = "ForbiddenException", status = 403)]
    Forbidden(ErrorResponse),
    /// One or more of the resources in the request does not exist in the system.
    #[api_error(code = "NotFoundException", status = 404)]
    NotFound(ErrorResponse),
    /// The request could not be processed because of conflict in the current state of the resource.
    #[api_error(code = "ConflictException", status = 409)]
    Conflict(ErrorResponse),
    /// The client exceeded its request rate limit.
    #[api_error(code = "ThrottledClientException", status = 429)]
    ThrottledClient(ErrorResponse),
    /// The service encountered an unexpected error.
    #[api_error(code = "ServiceFailureException", status = 500)]
    ServiceFailure(ErrorResponse),
    /// The service is currently unavailable.
    #[api_error(code = "ServiceUnavailableException", status = 503)]
    ServiceUnavailable(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}

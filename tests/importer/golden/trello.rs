//! Trello.
//!
//! From `trello.com.json.gz`, version `1.0`, SHA-256 `164cd2525048a9951c4d7190874e2aa511e1f3de7ecffbfb781b50544c32e3f2`:
//! `rest-op-import trello.com.json.gz --op getBoardsByIdBoard --op addBoards --op getBoardsCardsByIdBoard`
//!
//! `Client::builder("https://trello.com/1").auth(ApiKey::query("key", key)).build()?`
//! or `.auth(ApiKey::query("token", key))`

#![allow(dead_code, reason = "programs use a part of an API")]

use rest_op::{Api, ApiError, Bytes, Call, Client, ErrorResponse, rest_op};
use serde::Serialize;

/// The operations of Trello.
pub trait Trello: Api {
    /// `getBoardsByIdBoard()`.
    ///
    /// The description does not mention the body of the response.
    #[rest_op(GET, "/boards/<id_board>")]
    fn get_boards_by_id_board(
        &self,
        id_board: &str,
        #[query(flatten)] options: &GetBoardsByIdBoard,
    ) -> Call<Bytes, TrelloError>;

    /// `addBoards()`.
    #[rest_op(POST, "/boards")]
    fn add_boards(&self, #[body] body: &Boards) -> Call<(), TrelloError>;

    /// `getBoardsCardsByIdBoard()`.
    ///
    /// The description does not mention the body of the response.
    #[rest_op(GET, "/boards/<id_board>/cards")]
    fn get_boards_cards_by_id_board(
        &self,
        id_board: &str,
        #[query(flatten)] options: &GetBoardsCardsByIdBoard,
    ) -> Call<Bytes, TrelloError>;
}

impl Trello for Client {}

/// The optional parameters of [`get_boards_by_id_board`](Trello::get_boards_by_id_board).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GetBoardsByIdBoard {
    /// All or a comma-separated list of: `addAttachmentToCard`, `addChecklistToCard`,
    /// `addMemberToBoard`, `addMemberToCard`, `addMemberToOrganization`, `addToOrganizationBoard`,
    /// `commentCard`, `convertToCardFromCheckItem`…
    pub actions: Option<String>,
    /// True or false.
    pub actions_entities: Option<String>,
    /// True or false.
    pub actions_display: Option<String>,
    /// One of: count, list or minimal.
    pub actions_format: Option<String>,
    /// A date, null or `lastView`.
    pub actions_since: Option<String>,
    /// A number from 0 to 1000.
    pub actions_limit: Option<String>,
    /// All or a comma-separated list of: data, date, `idMemberCreator` or type.
    pub action_fields: Option<String>,
    /// True or false.
    pub action_member: Option<String>,
    /// All or a comma-separated list of: `avatarHash`, bio, `bioData`, confirmed, `fullName`,
    /// `idPremOrgsAdmin`, initials, `memberType`, products, status, url or username.
    pub action_member_fields: Option<String>,
    /// True or false.
    #[serde(rename = "action_memberCreator")]
    pub action_member_creator: Option<String>,
    /// All or a comma-separated list of: `avatarHash`, bio, `bioData`, confirmed, `fullName`,
    /// `idPremOrgsAdmin`, initials, `memberType`, products, status, url or username.
    #[serde(rename = "action_memberCreator_fields")]
    pub action_member_creator_fields: Option<String>,
    /// One of: all, closed, none, open or visible.
    pub cards: Option<String>,
    /// All or a comma-separated list of: badges, `checkItemStates`, closed, `dateLastActivity`,
    /// desc, `descData`, due, email, `idAttachmentCover`, `idBoard`, `idChecklists`, `idLabels`,
    /// `idList`, `idMembers`, `idMembersVoted`…
    pub card_fields: Option<String>,
    /// A boolean value or "cover" for only card cover attachments.
    pub card_attachments: Option<String>,
    /// All or a comma-separated list of: bytes, date, `edgeColor`, `idMember`, `isUpload`,
    /// `mimeType`, name, previews or url.
    pub card_attachment_fields: Option<String>,
    /// One of: all or none.
    pub card_checklists: Option<String>,
    /// True or false.
    pub card_stickers: Option<String>,
    /// One of: mine or none.
    #[serde(rename = "boardStars")]
    pub board_stars: Option<String>,
    /// One of: all or none.
    pub labels: Option<String>,
    /// All or a comma-separated list of: color, `idBoard`, name or uses.
    pub label_fields: Option<String>,
    /// A number from 0 to 1000.
    pub labels_limit: Option<String>,
    /// One of: all, closed, none or open.
    pub lists: Option<String>,
    /// All or a comma-separated list of: closed, `idBoard`, name, pos or subscribed.
    pub list_fields: Option<String>,
    /// All or a comma-separated list of: active, admin, deactivated, me or normal.
    pub memberships: Option<String>,
    /// True or false.
    pub memberships_member: Option<String>,
    /// All or a comma-separated list of: `avatarHash`, bio, `bioData`, confirmed, `fullName`,
    /// `idPremOrgsAdmin`, initials, `memberType`, products, status, url or username.
    pub memberships_member_fields: Option<String>,
    /// One of: admins, all, none, normal or owners.
    pub members: Option<String>,
    /// All or a comma-separated list of: `avatarHash`, bio, `bioData`, confirmed, `fullName`,
    /// `idPremOrgsAdmin`, initials, `memberType`, products, status, url or username.
    pub member_fields: Option<String>,
    /// One of: admins, all, none, normal or owners.
    #[serde(rename = "membersInvited")]
    pub members_invited: Option<String>,
    /// All or a comma-separated list of: `avatarHash`, bio, `bioData`, confirmed, `fullName`,
    /// `idPremOrgsAdmin`, initials, `memberType`, products, status, url or username.
    #[serde(rename = "membersInvited_fields")]
    pub members_invited_fields: Option<String>,
    /// One of: all or none.
    pub checklists: Option<String>,
    /// All or a comma-separated list of: `idBoard`, `idCard`, name or pos.
    pub checklist_fields: Option<String>,
    /// True or false.
    pub organization: Option<String>,
    /// All or a comma-separated list of: `billableMemberCount`, desc, `descData`, `displayName`,
    /// `idBoards`, invitations, invited, `logoHash`, memberships, name, `powerUps`, prefs,
    /// `premiumFeatures`, products, url or…
    pub organization_fields: Option<String>,
    /// All or a comma-separated list of: active, admin, deactivated, me or normal.
    pub organization_memberships: Option<String>,
    /// True or false.
    #[serde(rename = "myPrefs")]
    pub my_prefs: Option<String>,
    /// All or a comma-separated list of: closed, `dateLastActivity`, `dateLastView`, desc,
    /// `descData`, `idOrganization`, invitations, invited, `labelNames`, memberships, name, pinned,
    /// `powerUps`, prefs, `shortLink`…
    pub fields: Option<String>,
}

/// The boards.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Boards {
    /// True or false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<String>,
    /// A string with a length from 0 to 16384.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
    /// The id of the board to copy into the new board.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_board_source: Option<String>,
    /// The id or name of the organization to add the board to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_organization: Option<String>,
    /// Components of the source board to copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_from_source: Option<String>,
    /// A string with a length from 0 to 16384.
    #[serde(rename = "labelNames/blue", skip_serializing_if = "Option::is_none")]
    pub label_names_blue: Option<String>,
    /// A string with a length from 0 to 16384.
    #[serde(rename = "labelNames/green", skip_serializing_if = "Option::is_none")]
    pub label_names_green: Option<String>,
    /// A string with a length from 0 to 16384.
    #[serde(rename = "labelNames/orange", skip_serializing_if = "Option::is_none")]
    pub label_names_orange: Option<String>,
    /// A string with a length from 0 to 16384.
    #[serde(rename = "labelNames/purple", skip_serializing_if = "Option::is_none")]
    pub label_names_purple: Option<String>,
    /// A string with a length from 0 to 16384.
    #[serde(rename = "labelNames/red", skip_serializing_if = "Option::is_none")]
    pub label_names_red: Option<String>,
    /// A string with a length from 0 to 16384.
    #[serde(rename = "labelNames/yellow", skip_serializing_if = "Option::is_none")]
    pub label_names_yellow: Option<String>,
    /// A string with a length from 1 to 16384.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// All or a comma-separated list of: calendar, `cardAging`, recap or voting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power_ups: Option<String>,
    /// A standard background name, or the id of a custom background.
    #[serde(rename = "prefs/background", skip_serializing_if = "Option::is_none")]
    pub prefs_background: Option<String>,
    /// True or false.
    #[serde(rename = "prefs/calendarFeedEnabled", skip_serializing_if = "Option::is_none")]
    pub prefs_calendar_feed_enabled: Option<String>,
    /// One of: pirate or regular.
    #[serde(rename = "prefs/cardAging", skip_serializing_if = "Option::is_none")]
    pub prefs_card_aging: Option<String>,
    /// True or false.
    #[serde(rename = "prefs/cardCovers", skip_serializing_if = "Option::is_none")]
    pub prefs_card_covers: Option<String>,
    /// One of: disabled, members, observers, org or public.
    #[serde(rename = "prefs/comments", skip_serializing_if = "Option::is_none")]
    pub prefs_comments: Option<String>,
    /// One of: admins or members.
    #[serde(rename = "prefs/invitations", skip_serializing_if = "Option::is_none")]
    pub prefs_invitations: Option<String>,
    /// One of: org, private or public.
    #[serde(rename = "prefs/permissionLevel", skip_serializing_if = "Option::is_none")]
    pub prefs_permission_level: Option<String>,
    /// True or false.
    #[serde(rename = "prefs/selfJoin", skip_serializing_if = "Option::is_none")]
    pub prefs_self_join: Option<String>,
    /// One of: disabled, members, observers, org or public.
    #[serde(rename = "prefs/voting", skip_serializing_if = "Option::is_none")]
    pub prefs_voting: Option<String>,
    /// A string with a length from 0 to 16384.
    #[serde(rename = "prefs_background", skip_serializing_if = "Option::is_none")]
    pub prefs_background_2: Option<String>,
    /// One of: pirate or regular.
    #[serde(rename = "prefs_cardAging", skip_serializing_if = "Option::is_none")]
    pub prefs_card_aging_2: Option<String>,
    /// True or false.
    #[serde(rename = "prefs_cardCovers", skip_serializing_if = "Option::is_none")]
    pub prefs_card_covers_2: Option<String>,
    /// One of: disabled, members, observers, org or public.
    #[serde(rename = "prefs_comments", skip_serializing_if = "Option::is_none")]
    pub prefs_comments_2: Option<String>,
    /// One of: admins or members.
    #[serde(rename = "prefs_invitations", skip_serializing_if = "Option::is_none")]
    pub prefs_invitations_2: Option<String>,
    /// One of: org, private or public.
    #[serde(rename = "prefs_permissionLevel", skip_serializing_if = "Option::is_none")]
    pub prefs_permission_level_2: Option<String>,
    /// True or false.
    #[serde(rename = "prefs_selfJoin", skip_serializing_if = "Option::is_none")]
    pub prefs_self_join_2: Option<String>,
    /// One of: disabled, members, observers, org or public.
    #[serde(rename = "prefs_voting", skip_serializing_if = "Option::is_none")]
    pub prefs_voting_2: Option<String>,
    /// True or false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribed: Option<String>,
}

/// The optional parameters of
/// [`get_boards_cards_by_id_board`](Trello::get_boards_cards_by_id_board).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GetBoardsCardsByIdBoard {
    /// All or a comma-separated list of: `addAttachmentToCard`, `addChecklistToCard`,
    /// `addMemberToBoard`, `addMemberToCard`, `addMemberToOrganization`, `addToOrganizationBoard`,
    /// `commentCard`, `convertToCardFromCheckItem`…
    pub actions: Option<String>,
    /// A boolean value or "cover" for only card cover attachments.
    pub attachments: Option<String>,
    /// All or a comma-separated list of: bytes, date, `edgeColor`, `idMember`, `isUpload`,
    /// `mimeType`, name, previews or url.
    pub attachment_fields: Option<String>,
    /// True or false.
    pub stickers: Option<String>,
    /// True or false.
    pub members: Option<String>,
    /// All or a comma-separated list of: `avatarHash`, bio, `bioData`, confirmed, `fullName`,
    /// `idPremOrgsAdmin`, initials, `memberType`, products, status, url or username.
    pub member_fields: Option<String>,
    /// True or false.
    #[serde(rename = "checkItemStates")]
    pub check_item_states: Option<String>,
    /// One of: all or none.
    pub checklists: Option<String>,
    /// A number from 1 to 1000.
    pub limit: Option<String>,
    /// A date, or null.
    pub since: Option<String>,
    /// A date, or null.
    pub before: Option<String>,
    /// One of: all, closed, none, open or visible.
    pub filter: Option<String>,
    /// All or a comma-separated list of: badges, `checkItemStates`, closed, `dateLastActivity`,
    /// desc, `descData`, due, email, `idAttachmentCover`, `idBoard`, `idChecklists`, `idLabels`,
    /// `idList`, `idMembers`, `idMembersVoted`…
    pub fields: Option<String>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum TrelloError {
    /// Server rejection.
    #[api_error(status = 400)]
    BadRequest(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}

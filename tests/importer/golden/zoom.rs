//! Zoom API.
//!
//! From `zoom.us.json.gz`, version `2.0.0`, SHA-256 `9923093c88175780bd47f1851aa01004379e095d03eb4cede0a4ba4ab900e07f`:
//! `rest-op-import zoom.us.json.gz --op meetings --op meetingCreate --op users`
//!
//! `Client::builder("https://api.zoom.us/v2").auth(Bearer::new(token)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use rest_op::{Api, ApiError, Call, Client, ErrorResponse, FromResponse, Page, check, rest_op, timestamp::DateTime};
use serde::{Deserialize, Serialize};

/// The operations of Zoom API.
pub trait Zoom: Api {
    /// List meetings.
    #[rest_op(GET, "/users/<user_id>/meetings")]
    fn meetings(
        &self,
        user_id: &str,
        #[query(flatten)]
        #[check(Meetings::check)]
        options: &Meetings,
    ) -> Call<MeetingsResponse, ZoomError>;

    /// Create a meeting.
    #[rest_op(POST, "/users/<user_id>/meetings")]
    fn meeting_create(
        &self,
        user_id: &str,
        #[body]
        #[check(MeetingCreateRequest::check)]
        body: &MeetingCreateRequest,
    ) -> Call<MeetingCreateResponse, ZoomError>;

    /// List users.
    #[rest_op(GET, "/users")]
    fn users(
        &self,
        #[query(flatten)]
        #[check(Users::check)]
        options: &Users,
    ) -> Call<UsersResponse, ZoomError>;
}

impl Zoom for Client {}

/// The optional parameters of [`meetings`](Zoom::meetings).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Meetings {
    /// The meeting types.
    pub r#type: Option<MeetingsType>,
    /// The number of records returned within a single API call.
    pub page_size: Option<i64>,
    /// The next page token is used to paginate through large result sets.
    pub next_page_token: Option<String>,
    /// The page number of the current page in the returned records.
    pub page_number: Option<String>,
}

impl Meetings {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("page_size", self.page_size.as_ref(), check::range(..=300))
            .finish()
    }
}

/// The `type` of [`Meetings`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingsType {
    /// `scheduled`
    Scheduled,
    /// `live`
    Live,
    /// `upcoming`
    Upcoming,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// List of meetings.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
pub struct MeetingsResponse {
    /// The next page token is used to paginate through large result sets.
    // The names of the members suggest these pages; the description does not mention them.
    #[page(next = query("next_page_token"))]
    pub next_page_token: Option<String>,
    /// The number of pages returned for the request made.
    pub page_count: Option<i64>,
    /// The page number of the current results.
    pub page_number: Option<i64>,
    /// The number of records returned with a single API call.
    pub page_size: Option<i64>,
    /// The total number of all the records available across pages.
    pub total_records: Option<i64>,
    /// List of Meeting objects.
    #[serde(default)]
    #[page(items)]
    pub meetings: Vec<MeetingsResponseMeeting>,
}

/// An item of the `meetings` of [`MeetingsResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingsResponseMeeting {
    /// Meeting description.
    pub agenda: Option<String>,
    /// Time of creation.
    pub created_at: Option<DateTime>,
    /// Meeting duration.
    pub duration: Option<i64>,
    /// ID of the user who is set as the host of the meeting.
    pub host_id: Option<String>,
    /// Meeting ID - also known as the meeting number in long (int64) format.
    pub id: Option<i64>,
    /// URL using which participants can join a meeting.
    pub join_url: Option<String>,
    /// Personal meeting ID.
    pub pmi: Option<String>,
    /// Meeting start time.
    pub start_time: Option<DateTime>,
    /// Timezone to format the meeting start time.
    pub timezone: Option<String>,
    /// Meeting topic.
    pub topic: Option<String>,
    /// Meeting Types.
    ///
    /// One of 1, 2, 3, 8.
    pub r#type: Option<i64>,
    /// Unique Meeting ID.
    pub uuid: Option<String>,
}

/// Base object for meeting.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeetingCreateRequest {
    /// Meeting description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agenda: Option<String>,
    /// Meeting duration (minutes).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<i64>,
    /// Passcode to join the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// Recurrence object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<MeetingCreateRequestRecurrence>,
    /// If you would like to schedule this meeting for someone else in your account, provide the
    /// Zoom user id or email address of the user here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_for: Option<String>,
    /// Meeting settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<MeetingCreateRequestSettings>,
    /// Meeting start time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<DateTime>,
    /// Unique identifier of the admin meeting template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_id: Option<String>,
    /// Time zone to format `start_time`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Meeting topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Tracking fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking_fields: Option<Vec<MeetingCreateRequestTrackingField>>,
    /// Meeting Type.
    ///
    /// One of 1, 2, 3, 8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<i64>,
}

impl MeetingCreateRequest {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("agenda", self.agenda.as_ref(), check::length(..=2000))
            .member("password", self.password.as_ref(), check::length(..=10))
            .finish()
    }
}

/// Recurrence object.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeetingCreateRequestRecurrence {
    /// Select the final date on which the meeting will recur before it is canceled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date_time: Option<DateTime>,
    /// Select how many times the meeting should recur before it is canceled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_times: Option<i64>,
    /// Use this field only if you're scheduling a recurring meeting of type `3` to state which day
    /// in a month, the meeting should recur.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly_day: Option<i64>,
    /// Use this field only if you're scheduling a recurring meeting of type `3` to state the week
    /// of the month when the meeting should recur.
    ///
    /// One of -1, 1, 2, 3, 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly_week: Option<i64>,
    /// Use this field only if you're scheduling a recurring meeting of type `3` to state a specific
    /// day in a week when the monthly meeting should recur.
    ///
    /// One of 1, 2, 3, 4, 5, 6, 7.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly_week_day: Option<i64>,
    /// Define the interval at which the meeting should recur.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat_interval: Option<i64>,
    /// Recurrence meeting types.
    ///
    /// One of 1, 2, 3.
    pub r#type: i64,
    /// This field is required if you're scheduling a recurring meeting of type `2` to state which
    /// day(s) of the week the meeting should repeat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekly_days: Option<WeeklyDays>,
}

/// This field is required if you're scheduling a recurring meeting of type `2` to state which
/// day(s) of the week the meeting should repeat.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum WeeklyDays {
    /// `1`
    #[serde(rename = "1")]
    N1,
    /// `2`
    #[serde(rename = "2")]
    N2,
    /// `3`
    #[serde(rename = "3")]
    N3,
    /// `4`
    #[serde(rename = "4")]
    N4,
    /// `5`
    #[serde(rename = "5")]
    N5,
    /// `6`
    #[serde(rename = "6")]
    N6,
    /// `7`
    #[serde(rename = "7")]
    N7,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Meeting settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeetingCreateRequestSettings {
    /// Enable additional data center regions for this meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_data_center_regions: Option<Vec<String>>,
    /// If set to `true`, attendees will be allowed to join a meeting from multiple devices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow_multiple_devices: Option<bool>,
    /// Alternative host's emails or IDs: multiple values separated by a comma.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative_hosts: Option<String>,
    /// Flag to determine whether to send email notifications to alternative hosts, default value is
    /// true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative_hosts_email_notification: Option<bool>,
    /// The default value is `2`.
    ///
    /// One of 0, 1, 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval_type: Option<i64>,
    /// Approve or block users from specific regions/countries from joining this meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_or_denied_countries_or_regions: Option<MeetingCreateRequestSettingsApprovedOrDeniedCountriesOrRegions>,
    /// Determine how participants can join the audio portion of the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<Audio>,
    /// Meeting authentication domains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authentication_domains: Option<String>,
    /// Specify the authentication type for users to join a meeting with`meeting_authentication`
    /// setting set to `true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authentication_option: Option<String>,
    /// Automatic recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_recording: Option<AutoRecording>,
    /// Setting to pre-assign breakout rooms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breakout_room: Option<MeetingCreateRequestSettingsBreakoutRoom>,
    /// Close registration after event date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close_registration: Option<bool>,
    /// Host meeting in China.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cn_meeting: Option<bool>,
    /// Contact email for registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<String>,
    /// Contact name for registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_name: Option<String>,
    /// Choose between enhanced encryption and end-to-end encryption when starting or a meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encryption_type: Option<EncryptionType>,
    /// List of global dial-in countries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub global_dial_in_countries: Option<Vec<String>>,
    /// Start video when the host joins the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_video: Option<bool>,
    /// Host meeting in India.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_meeting: Option<bool>,
    /// If the value of "`join_before_host`" field is set to true, this field can be used to
    /// indicate time limits within which a participant may join a meeting before a host.
    ///
    /// One of 0, 5, 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jbh_time: Option<i64>,
    /// Allow participants to join the meeting before the host starts the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub join_before_host: Option<bool>,
    /// Language interpretation settings for meetings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_interpretation: Option<MeetingCreateRequestSettingsLanguageInterpretation>,
    /// Only authenticated users can join meeting if the value of this field is set to `true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting_authentication: Option<bool>,
    /// Mute participants upon entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mute_upon_entry: Option<bool>,
    /// Start video when participants join the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participant_video: Option<bool>,
    /// Send email notifications to registrants about approval, cancellation, denial of the
    /// registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registrants_email_notification: Option<bool>,
    /// Registration type.
    ///
    /// One of 1, 2, 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_type: Option<i64>,
    /// If set to `true`, the registration page for the meeting will include social share buttons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show_share_button: Option<bool>,
    /// Use Personal Meeting ID instead of an automatically generated meeting ID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub use_pmi: Option<bool>,
    /// Enable waiting room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_room: Option<bool>,
    /// Add watermark when viewing a shared screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub watermark: Option<bool>,
}

/// Approve or block users from specific regions/countries from joining this meeting.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeetingCreateRequestSettingsApprovedOrDeniedCountriesOrRegions {
    /// List of countries/regions from where participants can join this meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_list: Option<Vec<String>>,
    /// List of countries/regions from where participants can not join this meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denied_list: Option<Vec<String>>,
    /// `true`: Setting enabled to either allow users or block users from specific regions to join
    /// your meetings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// Specify whether to allow users from specific regions to join this meeting; or block users
    /// from specific regions from joining this meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
}

/// Specify whether to allow users from specific regions to join this meeting; or block users from
/// specific regions from joining this meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// `approve`
    Approve,
    /// `deny`
    Deny,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Determine how participants can join the audio portion of the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Audio {
    /// Both Telephony and `VoIP`.
    Both,
    /// Telephony only.
    Telephony,
    /// `VoIP` only.
    Voip,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Automatic recording.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AutoRecording {
    /// Record to local device.
    Local,
    /// Record to cloud.
    Cloud,
    /// No Recording.
    None,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Setting to pre-assign breakout rooms.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeetingCreateRequestSettingsBreakoutRoom {
    /// Set the value of this field to `true` if you would like to enable the breakout room
    /// pre-assign option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// Create room(s).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rooms: Option<Vec<MeetingCreateRequestSettingsBreakoutRoomRoom>>,
}

/// An item of the `rooms` of [`MeetingCreateRequestSettingsBreakoutRoom`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeetingCreateRequestSettingsBreakoutRoomRoom {
    /// Name of the breakout room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Email addresses of the participants who are to be assigned to the breakout room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participants: Option<Vec<String>>,
}

/// Choose between enhanced encryption and end-to-end encryption when starting or a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EncryptionType {
    /// `enhanced_encryption`
    EnhancedEncryption,
    /// `e2ee`
    E2ee,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Language interpretation settings for meetings.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeetingCreateRequestSettingsLanguageInterpretation {
    /// Indicate whether or not you would like to enable language interpretation for this meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// Information associated with the interpreter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpreters: Option<Vec<MeetingCreateRequestSettingsLanguageInterpretationInterpreter>>,
}

/// An item of the `interpreters` of [`MeetingCreateRequestSettingsLanguageInterpretation`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeetingCreateRequestSettingsLanguageInterpretationInterpreter {
    /// Email address of the interpreter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Languages for interpretation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub languages: Option<String>,
}

/// An item of the `tracking_fields` of [`MeetingCreateRequest`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeetingCreateRequestTrackingField {
    /// Label of the tracking field.
    pub field: String,
    /// Tracking fields value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// The result of [`meeting_create`](Zoom::meeting_create).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct MeetingCreateResponse {
    /// Unique identifier of the scheduler who scheduled this meeting on behalf of the host.
    pub assistant_id: Option<String>,
    /// Email address of the meeting host.
    pub host_email: Option<String>,
    /// Meeting ID: Unique identifier of the meeting in "long" format(represented as int64 data type
    /// in JSON), also known as the meeting number.
    pub id: Option<i64>,
    /// URL using which registrants can register for a meeting.
    pub registration_url: Option<String>,
    /// Agenda.
    pub agenda: Option<String>,
    /// The date and time at which this meeting was created.
    pub created_at: Option<DateTime>,
    /// Meeting duration.
    pub duration: Option<i64>,
    /// H.323/SIP room system password.
    pub h323_password: Option<String>,
    /// URL for participants to join the meeting.
    pub join_url: Option<String>,
    /// Array of occurrence objects.
    pub occurrences: Option<Vec<MeetingCreateResponseOccurrence>>,
    /// Meeting password.
    pub password: Option<String>,
    /// Personal Meeting Id.
    pub pmi: Option<i64>,
    /// Recurrence object.
    pub recurrence: Option<MeetingCreateResponseRecurrence>,
    /// Meeting settings.
    pub settings: Option<MeetingCreateResponseSettings>,
    /// Meeting start date-time in UTC/GMT.
    pub start_time: Option<DateTime>,
    /// URL to start the meeting.
    pub start_url: Option<String>,
    /// Timezone to format `start_time`.
    pub timezone: Option<String>,
    /// Meeting topic.
    pub topic: Option<String>,
    /// Tracking fields.
    pub tracking_fields: Option<Vec<MeetingCreateResponseTrackingField>>,
    /// Meeting Type.
    ///
    /// One of 1, 2, 3, 8.
    pub r#type: Option<i64>,
}

/// Occurence object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseOccurrence {
    /// Duration.
    pub duration: Option<i64>,
    /// Occurrence ID: Unique Identifier that identifies an occurrence of a recurring webinar.
    pub occurrence_id: Option<String>,
    /// Start time.
    pub start_time: Option<DateTime>,
    /// Occurrence status.
    pub status: Option<String>,
}

/// Recurrence object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseRecurrence {
    /// Select the final date on which the meeting will recur before it is canceled.
    pub end_date_time: Option<DateTime>,
    /// Select how many times the meeting should recur before it is canceled.
    pub end_times: Option<i64>,
    /// Use this field only if you're scheduling a recurring meeting of type `3` to state which day
    /// in a month, the meeting should recur.
    pub monthly_day: Option<i64>,
    /// Use this field only if you're scheduling a recurring meeting of type `3` to state the week
    /// of the month when the meeting should recur.
    ///
    /// One of -1, 1, 2, 3, 4.
    pub monthly_week: Option<i64>,
    /// Use this field only if you're scheduling a recurring meeting of type `3` to state a specific
    /// day in a week when the monthly meeting should recur.
    ///
    /// One of 1, 2, 3, 4, 5, 6, 7.
    pub monthly_week_day: Option<i64>,
    /// Define the interval at which the meeting should recur.
    pub repeat_interval: Option<i64>,
    /// Recurrence meeting types.
    ///
    /// One of 1, 2, 3.
    pub r#type: i64,
    /// This field is required if you're scheduling a recurring meeting of type `2` to state which
    /// day(s) of the week the meeting should repeat.
    pub weekly_days: Option<WeeklyDays>,
}

/// Meeting settings.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseSettings {
    /// Allow attendees to join the meeting from multiple devices.
    pub allow_multiple_devices: Option<bool>,
    /// Alternative host's emails or IDs: multiple values are separated by a semicolon.
    pub alternative_hosts: Option<String>,
    /// Flag to determine whether to send email notifications to alternative hosts, default value is
    /// true.
    pub alternative_hosts_email_notification: Option<bool>,
    /// Enable registration and set approval for the registration.
    ///
    /// One of 0, 1, 2.
    pub approval_type: Option<i64>,
    /// Approve or block users from specific regions/countries from joining this meeting.
    pub approved_or_denied_countries_or_regions:
        Option<MeetingCreateResponseSettingsApprovedOrDeniedCountriesOrRegions>,
    /// Determine how participants can join the audio portion of the meeting.
    pub audio: Option<Audio>,
    /// If user has configured "Sign Into Zoom with Specified Domains" option, this will list the
    /// domains that are authenticated.
    pub authentication_domains: Option<String>,
    /// The participants added here will receive unique meeting invite links and bypass
    /// authentication.
    pub authentication_exception: Option<Vec<MeetingCreateResponseSettingsAuthenticationExceptionItem>>,
    /// Authentication name set in the authentication profile.
    pub authentication_name: Option<String>,
    /// Meeting authentication option id.
    pub authentication_option: Option<String>,
    /// Automatic recording.
    pub auto_recording: Option<AutoRecording>,
    /// Setting to pre-assign breakout rooms.
    pub breakout_room: Option<MeetingCreateResponseSettingsBreakoutRoom>,
    /// Close registration after event date.
    pub close_registration: Option<bool>,
    /// Host meeting in China.
    pub cn_meeting: Option<bool>,
    /// Contact email for registration.
    pub contact_email: Option<String>,
    /// Contact name for registration.
    pub contact_name: Option<String>,
    /// Custom keys and values assigned to the meeting.
    pub custom_keys: Option<Vec<MeetingCreateResponseSettingsCustomKey>>,
    /// Choose between enhanced encryption and end-to-end encryption when starting or a meeting.
    pub encryption_type: Option<EncryptionType>,
    /// Only signed in users can join this meeting.
    pub enforce_login: Option<bool>,
    /// Only signed in users with specified domains can join meetings.
    pub enforce_login_domains: Option<String>,
    /// List of global dial-in countries.
    pub global_dial_in_countries: Option<Vec<String>>,
    /// Global Dial-in Countries/Regions.
    pub global_dial_in_numbers: Option<Vec<MeetingCreateResponseSettingsGlobalDialInNumber>>,
    /// Start video when the host joins the meeting.
    pub host_video: Option<bool>,
    /// Host meeting in India.
    pub in_meeting: Option<bool>,
    /// If the value of "`join_before_host`" field is set to true, this field can be used to
    /// indicate time limits within which a participant may join a meeting before a host.
    ///
    /// One of 0, 5, 10.
    pub jbh_time: Option<i64>,
    /// Allow participants to join the meeting before the host starts the meeting.
    pub join_before_host: Option<bool>,
    /// The member `language_interpretation`.
    pub language_interpretation: Option<MeetingCreateResponseSettingsLanguageInterpretation>,
    /// `true`- Only authenticated users can join meetings.
    pub meeting_authentication: Option<bool>,
    /// Mute participants upon entry.
    pub mute_upon_entry: Option<bool>,
    /// Start video when participants join the meeting.
    pub participant_video: Option<bool>,
    /// Send confirmation email to registrants upon successful registration.
    pub registrants_confirmation_email: Option<bool>,
    /// Send email notifications to registrants about approval, cancellation, denial of the
    /// registration.
    pub registrants_email_notification: Option<bool>,
    /// Registration type.
    ///
    /// One of 1, 2, 3.
    pub registration_type: Option<i64>,
    /// Show social share buttons on the meeting registration page.
    pub show_share_button: Option<bool>,
    /// Use a personal meeting ID.
    pub use_pmi: Option<bool>,
    /// Enable waiting room.
    pub waiting_room: Option<bool>,
    /// Add watermark when viewing a shared screen.
    pub watermark: Option<bool>,
}

/// Approve or block users from specific regions/countries from joining this meeting.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseSettingsApprovedOrDeniedCountriesOrRegions {
    /// List of countries/regions from where participants can join this meeting.
    pub approved_list: Option<Vec<String>>,
    /// List of countries/regions from where participants can not join this meeting.
    pub denied_list: Option<Vec<String>>,
    /// `true`: Setting enabled to either allow users or block users from specific regions to join
    /// your meetings.
    pub enable: Option<bool>,
    /// Specify whether to allow users from specific regions to join this meeting; or block users
    /// from specific regions from joining this meeting.
    pub method: Option<Method>,
}

/// An item of the `authentication_exception` of [`MeetingCreateResponseSettings`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseSettingsAuthenticationExceptionItem {
    /// Email address of the participant.
    pub email: Option<String>,
    /// Name of the participant.
    pub name: Option<String>,
}

/// Setting to pre-assign breakout rooms.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseSettingsBreakoutRoom {
    /// Set the value of this field to `true` if you would like to enable the breakout room
    /// pre-assign option.
    pub enable: Option<bool>,
    /// Create room(s).
    pub rooms: Option<Vec<MeetingCreateResponseSettingsBreakoutRoomRoom>>,
}

/// An item of the `rooms` of [`MeetingCreateResponseSettingsBreakoutRoom`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseSettingsBreakoutRoomRoom {
    /// Name of the breakout room.
    pub name: Option<String>,
    /// Email addresses of the participants who are to be assigned to the breakout room.
    pub participants: Option<Vec<String>>,
}

/// An item of the `custom_keys` of [`MeetingCreateResponseSettings`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseSettingsCustomKey {
    /// Custom key associated with the user.
    pub key: Option<String>,
    /// Value of the custom key associated with the user.
    pub value: Option<String>,
}

/// An item of the `global_dial_in_numbers` of [`MeetingCreateResponseSettings`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseSettingsGlobalDialInNumber {
    /// City of the number, if any.
    pub city: Option<String>,
    /// Country code.
    pub country: Option<String>,
    /// Full name of country.
    pub country_name: Option<String>,
    /// Phone number.
    pub number: Option<String>,
    /// Type of number.
    pub r#type: Option<MeetingCreateResponseSettingsGlobalDialInNumberType>,
}

/// Type of number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingCreateResponseSettingsGlobalDialInNumberType {
    /// `toll`
    Toll,
    /// `tollfree`
    Tollfree,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The `language_interpretation` of [`MeetingCreateResponseSettings`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseSettingsLanguageInterpretation {
    /// The member `enable`.
    pub enable: Option<bool>,
    /// Information associated with the interpreter.
    pub interpreters: Option<Vec<MeetingCreateResponseSettingsLanguageInterpretationInterpreter>>,
}

/// An item of the `interpreters` of [`MeetingCreateResponseSettingsLanguageInterpretation`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseSettingsLanguageInterpretationInterpreter {
    /// Email address of the interpreter.
    pub email: Option<String>,
    /// Languages for interpretation.
    pub languages: Option<String>,
}

/// An item of the `tracking_fields` of [`MeetingCreateResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MeetingCreateResponseTrackingField {
    /// Label of the tracking field.
    pub field: Option<String>,
    /// Value for the field.
    pub value: Option<String>,
    /// Indicates whether the tracking field is visible in the meeting scheduling options in the
    /// Zoom Web Portal or not.
    pub visible: Option<bool>,
}

/// The optional parameters of [`users`](Zoom::users).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Users {
    /// User statuses.
    pub status: Option<UsersStatus>,
    /// The number of records returned within a single API call.
    pub page_size: Option<i64>,
    /// Unique identifier of the role.
    pub role_id: Option<String>,
    /// The page number of the current page in the returned records.
    pub page_number: Option<String>,
    /// Provide a value for this field if you would like to see the following attribute in the
    /// response of this API call.
    pub include_fields: Option<String>,
    /// The next page token is used to paginate through large result sets.
    pub next_page_token: Option<String>,
}

impl Users {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("page_size", self.page_size.as_ref(), check::range(..=300))
            .finish()
    }
}

/// The `status` of [`Users`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UsersStatus {
    /// `active`
    Active,
    /// `inactive`
    Inactive,
    /// `pending`
    Pending,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The result of [`users`](Zoom::users).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
pub struct UsersResponse {
    /// The next page token is used to paginate through large result sets.
    // The names of the members suggest these pages; the description does not mention them.
    #[page(next = query("next_page_token"))]
    pub next_page_token: Option<String>,
    /// The number of pages returned for the request made.
    pub page_count: Option<i64>,
    /// The page number of the current results.
    pub page_number: Option<i64>,
    /// The number of records returned within a single API call.
    pub page_size: Option<i64>,
    /// The total number of all the records available across pages.
    pub total_records: Option<i64>,
    /// List of user objects.
    #[serde(default)]
    #[page(items)]
    pub users: Vec<UsersResponseUser>,
}

/// An item of the `users` of [`UsersResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UsersResponseUser {
    /// The time when user's account was created.
    pub created_at: Option<DateTime>,
    /// Custom attributes.
    pub custom_attributes: Option<Vec<UsersResponseUserCustomAttribute>>,
    /// Department, if provided by the user.
    pub dept: Option<String>,
    /// User's email address.
    pub email: String,
    /// User's first name.
    pub first_name: Option<String>,
    /// IDs of groups where the user is a member.
    pub group_ids: Option<Vec<String>>,
    /// The host key of the user.
    pub host_key: Option<String>,
    /// User ID.
    pub id: Option<String>,
    /// IDs of IM directory groups where the user is a member.
    pub im_group_ids: Option<Vec<String>>,
    /// The last client version that user used to login.
    pub last_client_version: Option<String>,
    /// User's last login time.
    pub last_login_time: Option<DateTime>,
    /// User's last name.
    pub last_name: Option<String>,
    /// This field is returned if the user is enrolled in the Zoom United plan.
    pub plan_united_type: Option<String>,
    /// Personal meeting ID of the user.
    pub pmi: Option<i64>,
    /// Unique identifier of the role assigned to the user.
    pub role_id: Option<String>,
    /// User's status.
    pub status: Option<String>,
    /// The time zone of the user.
    pub timezone: Option<String>,
    /// User's plan type.
    pub r#type: i64,
    /// Display whether the user's email address for the Zoom account is verified or not.
    pub verified: Option<i64>,
}

/// An item of the `custom_attributes` of [`UsersResponseUser`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UsersResponseUserCustomAttribute {
    /// Unique identifier of the custom attribute.
    pub key: Option<String>,
    /// Name of the custom attribute.
    pub name: Option<String>,
    /// Value of the custom attribute.
    pub value: Option<String>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum ZoomError {
    /// Status 404.
    #[api_error(status = 404)]
    NotFound(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}

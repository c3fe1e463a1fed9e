//! Twilio - Api.
//!
//! From `twilio.com-api.json.gz`, version `1.55.0`, SHA-256 `d3bb0d215da16b8624ed406357a5b018f007dd90124b014184e8f472105018e5`:
//! `rest-op-import twilio.com-api.json.gz --op CreateMessage --op FetchMessage --op ListMessage --op DeleteMessage --op ListCall`
//!
//! `Client::builder("https://api.twilio.com").auth(Basic::new(user, password)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, FromResponse, Page, check, rest_op, serde_json::Value, timestamp::DateTime};
use serde::{Deserialize, Serialize};

/// The operations of Twilio - Api.
pub trait Twilio: Api {
    /// Send a message.
    #[rest_op(POST, "/2010-04-01/Accounts/<account_sid>/Messages.json")]
    fn create_message(
        &self,
        #[check(check::length(34..=34))] account_sid: &str,
        #[body(form)]
        #[check(CreateMessageRequest::check)]
        body: Option<&CreateMessageRequest>,
    ) -> Call<ApiV2010AccountMessage>;

    /// Fetch a specific Message.
    #[rest_op(GET, "/2010-04-01/Accounts/<account_sid>/Messages/<sid>.json")]
    fn fetch_message(
        &self,
        #[check(check::length(34..=34))] account_sid: &str,
        #[check(check::length(34..=34))] sid: &str,
    ) -> Call<ApiV2010AccountMessage>;

    /// Retrieve a list of Message resources associated with a Twilio Account.
    #[rest_op(GET, "/2010-04-01/Accounts/<account_sid>/Messages.json")]
    fn list_message(
        &self,
        #[check(check::length(34..=34))] account_sid: &str,
        #[query(flatten)]
        #[check(ListMessage::check)]
        options: &ListMessage,
    ) -> Call<ListMessageResponse>;

    /// Deletes a Message resource from your account.
    #[rest_op(DELETE, "/2010-04-01/Accounts/<account_sid>/Messages/<sid>.json")]
    fn delete_message(
        &self,
        #[check(check::length(34..=34))] account_sid: &str,
        #[check(check::length(34..=34))] sid: &str,
    ) -> Call<()>;

    /// Retrieves a collection of calls made to and from your account.
    #[rest_op(GET, "/2010-04-01/Accounts/<account_sid>/Calls.json")]
    fn list_call(
        &self,
        #[check(check::length(34..=34))] account_sid: &str,
        #[query(flatten)]
        #[check(ListCall::check)]
        options: &ListCall,
    ) -> Call<ListCallResponse>;
}

impl Twilio for Client {}

/// `CreateMessageRequest`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateMessageRequest {
    /// Determines if the address can be stored or obfuscated based on privacy settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_retention: Option<MessageEnumAddressRetention>,
    /// The SID of the associated `TwiML` Application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_sid: Option<String>,
    /// Total number of attempts made (including this request) to send the message regardless of the
    /// provider used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempt: Option<i64>,
    /// The text content of the outgoing message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Determines if the message content can be stored or redacted based on privacy settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_retention: Option<MessageEnumContentRetention>,
    /// For Content Editor/API only: The SID of the Content Template to be used with the Message,
    /// e.g., `HXXXXXXXXXXXXXXXXXXXXXXXXXXXXX`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_sid: Option<String>,
    /// For Content Editor/API only: Key-value pairs of Template variables and their substitution
    /// values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_variables: Option<String>,
    /// Reserved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_delivery: Option<bool>,
    /// The sender's Twilio phone number (in E.164 format), alphanumeric sender ID, Wireless SIM,
    /// short code, or channel address (e.g., `whatsapp:+15554449999`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The maximum price in US dollars that you are willing to pay for this Message's delivery.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_price: Option<f64>,
    /// The URL of media to include in the Message content.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_url: Option<Vec<String>>,
    /// The SID of the Messaging Service you want to associate with the Message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messaging_service_sid: Option<String>,
    /// Rich actions for non-SMS/MMS channels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persistent_action: Option<Vec<String>>,
    /// Boolean indicating whether or not you intend to provide delivery confirmation feedback to
    /// Twilio (used in conjunction with the Message Feedback subresource).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provide_feedback: Option<bool>,
    /// For SMS pumping protection feature only: Include this parameter with a value of `disable` to
    /// skip any kind of risk check on the respective message request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk_check: Option<MessageEnumRiskCheck>,
    /// For Messaging Services only: Include this parameter with a value of `fixed` in conjuction
    /// with the `send_time` parameter in order to schedule a Message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_type: Option<MessageEnumScheduleType>,
    /// If set to `true`, Twilio delivers the message as a single MMS message, regardless of the
    /// presence of media.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_as_mms: Option<bool>,
    /// The time that Twilio will send the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_at: Option<DateTime>,
    /// For Messaging Services with Link Shortening configured only: A Boolean indicating whether or
    /// not Twilio should shorten links in the `body` of the Message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shorten_urls: Option<bool>,
    /// Whether to detect Unicode characters that have a similar GSM-7 character and replace them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smart_encoded: Option<bool>,
    /// The URL of the endpoint to which Twilio sends Message status callback requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_callback: Option<String>,
    /// The recipient's phone number in E.164 format (for SMS/MMS) or channel address, e.g.
    /// `whatsapp:+15552229999`.
    pub to: String,
    /// The maximum length in seconds that the Message can remain in Twilio's outgoing message
    /// queue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity_period: Option<i64>,
}

impl CreateMessageRequest {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("application_sid", self.application_sid.as_ref(), check::length(34..=34))
            .member("content_sid", self.content_sid.as_ref(), check::length(34..=34))
            .member(
                "messaging_service_sid",
                self.messaging_service_sid.as_ref(),
                check::length(34..=34),
            )
            .finish()
    }
}

/// A message enum address retention.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageEnumAddressRetention {
    /// `retain`
    Retain,
    /// `obfuscate`
    Obfuscate,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A message enum content retention.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageEnumContentRetention {
    /// `retain`
    Retain,
    /// `discard`
    Discard,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A message enum risk check.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageEnumRiskCheck {
    /// `enable`
    Enable,
    /// `disable`
    Disable,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A message enum schedule type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageEnumScheduleType {
    /// `fixed`
    Fixed,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The type `api.v2010.account.message`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct ApiV2010AccountMessage {
    /// The SID of the Account associated with the Message resource.
    pub account_sid: Option<String>,
    /// The API version used to process the Message.
    pub api_version: Option<String>,
    /// The text content of the message.
    pub body: Option<String>,
    /// The RFC 2822 timestamp (in GMT) of when the Message resource was created.
    pub date_created: Option<String>,
    /// The RFC 2822 timestamp (in GMT) of when the Message was sent.
    pub date_sent: Option<String>,
    /// The RFC 2822 timestamp (in GMT) of when the Message resource was last updated.
    pub date_updated: Option<String>,
    /// The direction of the message.
    pub direction: Option<MessageEnumDirection>,
    /// The error code returned if the Message `status` is `failed` or `undelivered`.
    pub error_code: Option<i64>,
    /// The description of the `error_code` if the Message `status` is `failed` or `undelivered`.
    pub error_message: Option<String>,
    /// The sender's phone number (in E.164 format), alphanumeric sender ID, Wireless SIM, short
    /// code, or channel address (e.g., `whatsapp:+15554449999`).
    pub from: Option<String>,
    /// The SID of the Messaging Service associated with the Message resource.
    pub messaging_service_sid: Option<String>,
    /// The number of media files associated with the Message resource.
    pub num_media: Option<String>,
    /// The number of segments that make up the complete message.
    pub num_segments: Option<String>,
    /// The amount billed for the message in the currency specified by `price_unit`.
    pub price: Option<String>,
    /// The currency in which `price` is measured, in ISO 4127 format (e.g. `usd`, `eur`, `jpy`).
    pub price_unit: Option<String>,
    /// The unique, Twilio-provided string that identifies the Message resource.
    pub sid: Option<String>,
    /// The status of the Message.
    pub status: Option<MessageEnumStatus>,
    /// A list of related resources identified by their URIs relative to `https://api.twilio.com`.
    pub subresource_uris: Option<BTreeMap<String, Value>>,
    /// The recipient's phone number (in E.164 format) or channel address (e.g.
    /// `whatsapp:+15552229999`).
    pub to: Option<String>,
    /// The URI of the Message resource, relative to `https://api.twilio.com`.
    pub uri: Option<String>,
}

/// A message enum direction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MessageEnumDirection {
    /// `inbound`
    Inbound,
    /// `outbound-api`
    OutboundApi,
    /// `outbound-call`
    OutboundCall,
    /// `outbound-reply`
    OutboundReply,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A message enum status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageEnumStatus {
    /// `queued`
    Queued,
    /// `sending`
    Sending,
    /// `sent`
    Sent,
    /// `failed`
    Failed,
    /// `delivered`
    Delivered,
    /// `undelivered`
    Undelivered,
    /// `receiving`
    Receiving,
    /// `received`
    Received,
    /// `accepted`
    Accepted,
    /// `scheduled`
    Scheduled,
    /// `read`
    Read,
    /// `partially_delivered`
    PartiallyDelivered,
    /// `canceled`
    Canceled,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The optional parameters of [`list_message`](Twilio::list_message).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListMessage {
    /// Filter by recipient.
    pub to: Option<String>,
    /// Filter by sender.
    pub from: Option<String>,
    /// Filter by Message `sent_date`.
    pub date_sent: Option<DateTime>,
    /// Filter by Message `sent_date`.
    #[serde(rename = "DateSent<")]
    pub date_sent_less: Option<DateTime>,
    /// Filter by Message `sent_date`.
    #[serde(rename = "DateSent>")]
    pub date_sent_greater: Option<DateTime>,
    /// How many resources to return in each list page.
    pub page_size: Option<u64>,
    /// The page index.
    pub page: Option<u64>,
    /// The page token.
    pub page_token: Option<String>,
}

impl ListMessage {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("page_size", self.page_size.as_ref(), check::range(1..=1000))
            .finish()
    }
}

/// `ListMessageResponse`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
pub struct ListMessageResponse {
    /// The member `end`.
    pub end: Option<i64>,
    /// The member `first_page_uri`.
    pub first_page_uri: Option<String>,
    /// The member `messages`.
    #[serde(default)]
    #[page(items)]
    pub messages: Vec<ApiV2010AccountMessage>,
    /// The member `next_page_uri`.
    // The names of the members suggest these pages; the description does not mention them.
    #[page(next = url)]
    pub next_page_uri: Option<String>,
    /// The member `page`.
    pub page: Option<i64>,
    /// The member `page_size`.
    pub page_size: Option<i64>,
    /// The member `previous_page_uri`.
    pub previous_page_uri: Option<String>,
    /// The member `start`.
    pub start: Option<i64>,
    /// The member `uri`.
    pub uri: Option<String>,
}

/// The optional parameters of [`list_call`](Twilio::list_call).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListCall {
    /// Only show calls made to this phone number, SIP address, Client identifier or SIM SID.
    pub to: Option<String>,
    /// Only include calls from this phone number, SIP address, Client identifier or SIM SID.
    pub from: Option<String>,
    /// Only include calls spawned by calls with this SID.
    pub parent_call_sid: Option<String>,
    /// The status of the calls to include.
    pub status: Option<CallEnumStatus>,
    /// Only include calls that started on this date.
    pub start_time: Option<DateTime>,
    /// Only include calls that started on this date.
    #[serde(rename = "StartTime<")]
    pub start_time_less: Option<DateTime>,
    /// Only include calls that started on this date.
    #[serde(rename = "StartTime>")]
    pub start_time_greater: Option<DateTime>,
    /// Only include calls that ended on this date.
    pub end_time: Option<DateTime>,
    /// Only include calls that ended on this date.
    #[serde(rename = "EndTime<")]
    pub end_time_less: Option<DateTime>,
    /// Only include calls that ended on this date.
    #[serde(rename = "EndTime>")]
    pub end_time_greater: Option<DateTime>,
    /// How many resources to return in each list page.
    pub page_size: Option<u64>,
    /// The page index.
    pub page: Option<u64>,
    /// The page token.
    pub page_token: Option<String>,
}

impl ListCall {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("parent_call_sid", self.parent_call_sid.as_ref(), check::length(34..=34))
            .member("page_size", self.page_size.as_ref(), check::range(1..=1000))
            .finish()
    }
}

/// A call enum status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallEnumStatus {
    /// `queued`
    Queued,
    /// `ringing`
    Ringing,
    /// `in-progress`
    InProgress,
    /// `completed`
    Completed,
    /// `busy`
    Busy,
    /// `failed`
    Failed,
    /// `no-answer`
    NoAnswer,
    /// `canceled`
    Canceled,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// `ListCallResponse`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
pub struct ListCallResponse {
    /// The member `calls`.
    #[serde(default)]
    #[page(items)]
    pub calls: Vec<ApiV2010AccountCall>,
    /// The member `end`.
    pub end: Option<i64>,
    /// The member `first_page_uri`.
    pub first_page_uri: Option<String>,
    /// The member `next_page_uri`.
    // The names of the members suggest these pages; the description does not mention them.
    #[page(next = url)]
    pub next_page_uri: Option<String>,
    /// The member `page`.
    pub page: Option<i64>,
    /// The member `page_size`.
    pub page_size: Option<i64>,
    /// The member `previous_page_uri`.
    pub previous_page_uri: Option<String>,
    /// The member `start`.
    pub start: Option<i64>,
    /// The member `uri`.
    pub uri: Option<String>,
}

/// The type `api.v2010.account.call`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ApiV2010AccountCall {
    /// The SID of the Account that created this Call resource.
    pub account_sid: Option<String>,
    /// Either `human` or `machine` if this call was initiated with answering machine detection.
    pub answered_by: Option<String>,
    /// The API version used to create the call.
    pub api_version: Option<String>,
    /// The caller's name if this call was an incoming call to a phone number with caller ID Lookup
    /// enabled.
    pub caller_name: Option<String>,
    /// The date and time in GMT that this resource was created specified in RFC 2822 format.
    pub date_created: Option<String>,
    /// The date and time in GMT that this resource was last updated, specified in RFC 2822 format.
    pub date_updated: Option<String>,
    /// A string describing the direction of the call.
    pub direction: Option<String>,
    /// The length of the call in seconds.
    pub duration: Option<String>,
    /// The time the call ended, given as GMT in RFC 2822 format.
    pub end_time: Option<String>,
    /// The forwarding phone number if this call was an incoming call forwarded from another number
    /// (depends on carrier supporting forwarding).
    pub forwarded_from: Option<String>,
    /// The phone number, SIP address, Client identifier or SIM SID that made this call.
    pub from: Option<String>,
    /// The calling phone number, SIP address, or Client identifier formatted for display.
    pub from_formatted: Option<String>,
    /// The Group SID associated with this call.
    pub group_sid: Option<String>,
    /// The SID that identifies the call that created this leg.
    pub parent_call_sid: Option<String>,
    /// If the call was inbound, this is the SID of the `IncomingPhoneNumber` resource that received
    /// the call.
    pub phone_number_sid: Option<String>,
    /// The charge for this call, in the currency associated with the account.
    pub price: Option<String>,
    /// The currency in which `Price` is measured, in ISO 4127 format (e.g., `USD`, `EUR`, `JPY`).
    pub price_unit: Option<String>,
    /// The wait time in milliseconds before the call is placed.
    pub queue_time: Option<String>,
    /// The unique string that we created to identify this Call resource.
    pub sid: Option<String>,
    /// The start time of the call, given as GMT in RFC 2822 format.
    pub start_time: Option<String>,
    /// The status of this call.
    pub status: Option<CallEnumStatus>,
    /// A list of subresources available to this call, identified by their URIs relative to
    /// `https://api.twilio.com`.
    pub subresource_uris: Option<BTreeMap<String, Value>>,
    /// The phone number, SIP address, Client identifier or SIM SID that received this call.
    pub to: Option<String>,
    /// The phone number, SIP address or Client identifier that received this call.
    pub to_formatted: Option<String>,
    /// The unique identifier of the trunk resource that was used for this call.
    pub trunk_sid: Option<String>,
    /// The URI of this resource, relative to `https://api.twilio.com`.
    pub uri: Option<String>,
}

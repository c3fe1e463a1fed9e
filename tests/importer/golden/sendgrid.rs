//! Email Activity (beta).
//!
//! From `sendgrid.com.json.gz`, version `1.0.0`, SHA-256 `5ddbc26035eeaf7238b2439c6534f383a687c4d24a4725c57ed1817578e3e2ed`:
//! `rest-op-import sendgrid.com.json.gz --op POST_mail-send --op GET_categories-stats --op GET_asm-suppressions-email`
//!
//! `Client::builder("http://api.sendgrid.com/v3").auth(ApiKey::header("Authorization", key)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, ApiError, Call, Client, ErrorResponse, FromResponse, check, rest_op, serde_json::Value};
use serde::{Deserialize, Serialize};

/// The operations of Email Activity (beta).
pub trait EmailActivityBeta: Api {
    /// v3 Mail Send.
    #[rest_op(POST, "/mail/send")]
    fn post_mail_send(
        &self,
        #[body]
        #[check(PostMailSendRequest::check)]
        body: Option<&PostMailSendRequest>,
    ) -> Call<(), EmailActivityBetaError>;

    /// Retrieve Email Statistics for Categories.
    #[rest_op(GET, "/categories/stats")]
    fn get_categories_stats(
        &self,
        #[query] start_date: &str,
        #[query] categories: &str,
        #[query(flatten)]
        #[check(GetCategoriesStats::check)]
        options: &GetCategoriesStats,
        #[header("on-behalf-of")] on_behalf_of: Option<&str>,
    ) -> Call<Vec<CategoryStats>, EmailActivityBetaError>;

    /// Retrieve all suppression groups for an email address.
    #[rest_op(GET, "/asm/suppressions/<email>")]
    fn get_asm_suppressions_email(
        &self,
        email: &str,
        #[header("on-behalf-of")] on_behalf_of: Option<&str>,
    ) -> Call<GetAsmSuppressionsEmailResponse, EmailActivityBetaError>;
}

impl EmailActivityBeta for Client {}

/// The body of [`post_mail_send`](EmailActivityBeta::post_mail_send).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequest {
    /// An object allowing you to specify how to handle unsubscribes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asm: Option<PostMailSendRequestAsm>,
    /// An array of objects where you can specify any attachments you want to include.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachments: Option<Vec<PostMailSendRequestAttachment>>,
    /// An ID representing a batch of emails to be sent at the same time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch_id: Option<String>,
    /// An array of category names for this message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<String>>,
    /// An array where you can specify the content of your email.
    pub content: Vec<PostMailSendRequestContentItem>,
    /// Values that are specific to the entire send that will be carried along with the email and
    /// its activity data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_args: Option<String>,
    /// The member `from`.
    pub from: FromEmailObject,
    /// An object containing key/value pairs of header names and the value to substitute for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, Value>>,
    /// The IP Pool that you would like to send this email from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip_pool_name: Option<String>,
    /// A collection of different mail settings that you can use to specify how you would like this
    /// email to be handled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_settings: Option<PostMailSendRequestMailSettings>,
    /// An array of messages and their metadata.
    pub personalizations: Vec<PostMailSendRequestPersonalization>,
    /// The member `reply_to`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<ReplyToEmailObject>,
    /// An array of recipients who will receive replies and/or bounces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to_list: Option<Vec<PostMailSendRequestReplyToListItem>>,
    /// A unix timestamp allowing you to specify when you want your email to be delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_at: Option<i64>,
    /// The global or 'message level' subject of your email.
    pub subject: String,
    /// An email template ID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_id: Option<String>,
    /// Settings to determine how you would like to track the metrics of how your recipients
    /// interact with your email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking_settings: Option<PostMailSendRequestTrackingSettings>,
}

impl PostMailSendRequest {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("categories", self.categories.as_ref(), check::length(..=10))
            .member("ip_pool_name", self.ip_pool_name.as_ref(), check::length(2..=64))
            .member("personalizations", Some(&self.personalizations), check::length(..=1000))
            .member("reply_to_list", self.reply_to_list.as_ref(), check::length(..=1000))
            .member("subject", Some(&self.subject), check::length(1..))
            .finish()
    }
}

/// An object allowing you to specify how to handle unsubscribes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestAsm {
    /// The unsubscribe group to associate with this email.
    pub group_id: i64,
    /// An array containing the unsubscribe groups that you would like to be displayed on the
    /// unsubscribe preferences page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups_to_display: Option<Vec<i64>>,
}

/// An item of the `attachments` of [`PostMailSendRequest`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestAttachment {
    /// The Base64 encoded content of the attachment.
    pub content: String,
    /// The attachment's content ID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_id: Option<String>,
    /// The attachment's content-disposition, specifying how you would like the attachment to be
    /// displayed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disposition: Option<PostMailSendRequestAttachmentDisposition>,
    /// The attachment's filename.
    pub filename: String,
    /// The MIME type of the content you are attaching (e.g., `“text/plain”` or `“text/html”`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// The attachment's content-disposition, specifying how you would like the attachment to be
/// displayed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PostMailSendRequestAttachmentDisposition {
    /// `inline`
    Inline,
    /// `attachment`
    Attachment,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// An item of the `content` of [`PostMailSendRequest`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PostMailSendRequestContentItem {
    /// The MIME type of the content you are including in your email (e.g., `“text/plain”` or
    /// `“text/html”`).
    pub r#type: String,
    /// The actual content of the specified MIME type that you are including in your email.
    pub value: String,
}

/// From Email Object.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FromEmailObject {
    /// The 'From' email address used to deliver the message.
    pub email: String,
    /// A name or title associated with the sending email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A collection of different mail settings that you can use to specify how you would like this
/// email to be handled.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestMailSettings {
    /// Allows you to bypass the bounce list to ensure that the email is delivered to recipients.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bypass_bounce_management: Option<PostMailSendRequestMailSettingsBypassBounceManagement>,
    /// Allows you to bypass all unsubscribe groups and suppressions to ensure that the email is
    /// delivered to every single recipient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bypass_list_management: Option<PostMailSendRequestMailSettingsBypassListManagement>,
    /// Allows you to bypass the spam report list to ensure that the email is delivered to
    /// recipients.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bypass_spam_management: Option<PostMailSendRequestMailSettingsBypassSpamManagement>,
    /// Allows you to bypass the global unsubscribe list to ensure that the email is delivered to
    /// recipients.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bypass_unsubscribe_management: Option<PostMailSendRequestMailSettingsBypassUnsubscribeManagement>,
    /// The default footer that you would like included on every email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<PostMailSendRequestMailSettingsFooter>,
    /// Sandbox Mode allows you to send a test email to ensure that your request body is valid and
    /// formatted correctly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sandbox_mode: Option<PostMailSendRequestMailSettingsSandboxMode>,
}

/// Allows you to bypass the bounce list to ensure that the email is delivered to recipients.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestMailSettingsBypassBounceManagement {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
}

/// Allows you to bypass all unsubscribe groups and suppressions to ensure that the email is
/// delivered to every single recipient.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestMailSettingsBypassListManagement {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
}

/// Allows you to bypass the spam report list to ensure that the email is delivered to recipients.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestMailSettingsBypassSpamManagement {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
}

/// Allows you to bypass the global unsubscribe list to ensure that the email is delivered to
/// recipients.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestMailSettingsBypassUnsubscribeManagement {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
}

/// The default footer that you would like included on every email.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestMailSettingsFooter {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// The HTML content of your footer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// The plain text content of your footer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Sandbox Mode allows you to send a test email to ensure that your request body is valid and
/// formatted correctly.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestMailSettingsSandboxMode {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
}

/// An item of the `personalizations` of [`PostMailSendRequest`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestPersonalization {
    /// An array of recipients who will receive a blind carbon copy of your email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bcc: Option<Vec<CcBccEmailObject>>,
    /// An array of recipients who will receive a copy of your email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cc: Option<Vec<CcBccEmailObject>>,
    /// Values that are specific to this personalization that will be carried along with the email
    /// and its activity data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_args: Option<BTreeMap<String, Value>>,
    /// Dynamic template data is available using Handlebars syntax in Dynamic Transactional
    /// Templates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dynamic_template_data: Option<BTreeMap<String, Value>>,
    /// The member `from`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<FromEmailObject>,
    /// A collection of JSON key/value pairs allowing you to specify handling instructions for your
    /// email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headers: Option<BTreeMap<String, Value>>,
    /// A unix timestamp allowing you to specify when your email should be delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_at: Option<i64>,
    /// The subject of your email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Substitutions allow you to insert data without using Dynamic Transactional Templates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substitutions: Option<BTreeMap<String, Value>>,
    /// To Email Array.
    pub to: Vec<ToEmailArrayItem>,
}

/// CC BCC Email Object.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CcBccEmailObject {
    /// The intended recipient's email address.
    pub email: String,
    /// The intended recipient's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// An item of the `to` of [`PostMailSendRequestPersonalization`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ToEmailArrayItem {
    /// The intended recipient's email address.
    pub email: String,
    /// The intended recipient's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// `Reply_to` Email Object.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ReplyToEmailObject {
    /// The email address where any replies or bounces will be returned.
    pub email: String,
    /// A name or title associated with the `reply_to` email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// An item of the `reply_to_list` of [`PostMailSendRequest`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestReplyToListItem {
    /// The email address where any replies or bounces will be returned.
    pub email: String,
    /// A name or title associated with the `reply_to_list` email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Settings to determine how you would like to track the metrics of how your recipients interact
/// with your email.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestTrackingSettings {
    /// Allows you to track if a recipient clicked a link in your email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub click_tracking: Option<PostMailSendRequestTrackingSettingsClickTracking>,
    /// Allows you to enable tracking provided by Google Analytics.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ganalytics: Option<PostMailSendRequestTrackingSettingsGanalytics>,
    /// Allows you to track if the email was opened by including a single pixel image in the body of
    /// the content.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_tracking: Option<PostMailSendRequestTrackingSettingsOpenTracking>,
    /// Allows you to insert a subscription management link at the bottom of the text and HTML
    /// bodies of your email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_tracking: Option<PostMailSendRequestTrackingSettingsSubscriptionTracking>,
}

/// Allows you to track if a recipient clicked a link in your email.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestTrackingSettingsClickTracking {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// Indicates if this setting should be included in the `text/plain` portion of your email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_text: Option<bool>,
}

/// Allows you to enable tracking provided by Google Analytics.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestTrackingSettingsGanalytics {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// The name of the campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utm_campaign: Option<String>,
    /// Used to differentiate your campaign from advertisements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utm_content: Option<String>,
    /// Name of the marketing medium. (e.g. Email).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utm_medium: Option<String>,
    /// Name of the referrer source. (e.g. Google, SomeDomain.com, or Marketing Email).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utm_source: Option<String>,
    /// Used to identify any paid keywords.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utm_term: Option<String>,
}

/// Allows you to track if the email was opened by including a single pixel image in the body of the
/// content.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestTrackingSettingsOpenTracking {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// Allows you to specify a substitution tag that you can insert in the body of your email at a
    /// location that you desire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substitution_tag: Option<String>,
}

/// Allows you to insert a subscription management link at the bottom of the text and HTML bodies of
/// your email.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostMailSendRequestTrackingSettingsSubscriptionTracking {
    /// Indicates if this setting is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// HTML to be appended to the email with the subscription tracking link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// A tag that will be replaced with the unsubscribe URL. for example: `[unsubscribe_url]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substitution_tag: Option<String>,
    /// Text to be appended to the email with the subscription tracking link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// The optional parameters of [`get_categories_stats`](EmailActivityBeta::get_categories_stats).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GetCategoriesStats {
    /// The end date of the statistics to retrieve.
    pub end_date: Option<String>,
    /// The number of results to include.
    pub limit: Option<i64>,
    /// The number of results to skip.
    pub offset: Option<i64>,
    /// How to group the statistics.
    pub aggregated_by: Option<GetCategoriesStatsAggregatedBy>,
}

impl GetCategoriesStats {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("limit", self.limit.as_ref(), check::range(..=500))
            .finish()
    }
}

/// The `aggregated_by` of [`GetCategoriesStats`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GetCategoriesStatsAggregatedBy {
    /// `day`
    Day,
    /// `week`
    Week,
    /// `month`
    Month,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Stats: Category Stats.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CategoryStats {
    /// The date the statistics were gathered.
    pub date: String,
    /// The member `stats`.
    pub stats: Option<Vec<CategoryStatsStat>>,
}

/// An item of the `stats` of [`CategoryStats`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CategoryStatsStat {
    /// The member `metrics`.
    pub metrics: Option<CategoryStatsStatMetrics>,
    /// The name of the category.
    pub name: Option<String>,
    /// How you are segmenting your statistics.
    pub r#type: String,
}

/// The `metrics` of [`CategoryStatsStat`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CategoryStatsStatMetrics {
    /// The number of emails that were not allowed to be delivered by ISPs.
    pub blocks: i64,
    /// The number of emails that were dropped because of a bounce.
    pub bounce_drops: i64,
    /// The number of emails that bounced instead of being delivered.
    pub bounces: i64,
    /// The number of links that were clicked.
    pub clicks: i64,
    /// The number of emails that temporarily could not be delivered.
    pub deferred: i64,
    /// The number of emails `SendGrid` was able to confirm were actually delivered to a recipient.
    pub delivered: i64,
    /// The number of recipients who had malformed email addresses or whose mail provider reported
    /// the address as invalid.
    pub invalid_emails: i64,
    /// The total number of times your emails were opened by recipients.
    pub opens: i64,
    /// Requests from your website, application, or mail client via SMTP Relay or the API that
    /// `SendGrid` processed.
    pub processed: i64,
    /// The number of emails that were requested to be delivered.
    pub requests: i64,
    /// The number of emails that were dropped due to a recipient previously marking your emails as
    /// spam.
    pub spam_report_drops: i64,
    /// The number of recipients who marked your email as spam.
    pub spam_reports: i64,
    /// The number of unique recipients who clicked links in your emails.
    pub unique_clicks: i64,
    /// The number of unique recipients who opened your emails.
    pub unique_opens: i64,
    /// The number of emails dropped due to a recipient unsubscribing from your emails.
    pub unsubscribe_drops: i64,
    /// The number of recipients who unsubscribed from your emails.
    pub unsubscribes: i64,
}

/// The result of [`get_asm_suppressions_email`](EmailActivityBeta::get_asm_suppressions_email).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct GetAsmSuppressionsEmailResponse {
    /// The array of suppression groups.
    pub suppressions: Vec<GetAsmSuppressionsEmailResponseSuppression>,
}

/// An item of the `suppressions` of [`GetAsmSuppressionsEmailResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GetAsmSuppressionsEmailResponseSuppression {
    /// The description of the suppression group.
    pub description: String,
    /// The id of the suppression group.
    pub id: i64,
    /// Indicates if the suppression group is set as the default.
    pub is_default: bool,
    /// The name of the suppression group.
    pub name: String,
    /// Indicates if the given email address is suppressed for this group.
    pub suppressed: bool,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum EmailActivityBetaError {
    /// Status 400.
    #[api_error(status = 400)]
    BadRequest(ErrorResponse),
    /// Status 401.
    #[api_error(status = 401)]
    Unauthorized(ErrorResponse),
    /// Status 403.
    #[api_error(status = 403)]
    Forbidden(ErrorResponse),
    /// Status 404.
    #[api_error(status = 404)]
    NotFound(ErrorResponse),
    /// Status 413.
    #[api_error(status = 413)]
    ContentTooLarge(ErrorResponse),
    /// Status 500.
    #[api_error(status = 500)]
    InternalServerError(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}

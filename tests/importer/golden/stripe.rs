//! Stripe API.
//!
//! From `stripe.com.json.gz`, version `Wed Oct 15 2025 13:53:19 GMT+0000 (Coordinated Universal Time)`, SHA-256 `3ea073fe84c27c3e089ad7d617d27076f4dc9ffe32943de5d79b5c9aa04a81c1`:
//! `rest-op-import stripe.com.json.gz --op GetRefunds --op PostRefunds --op PostCustomers --opaque customer`
//!
//! `Client::builder("https://api.stripe.com").auth(Basic::new(user, password)).build()?`
//! or `.auth(Bearer::new(token))`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, FromResponse, check, rest_op, serde_json::Value};
use serde::{Deserialize, Serialize};

/// The operations of Stripe API.
pub trait Stripe: Api {
    /// Returns a list of all refunds you’ve previously created.
    #[rest_op(GET, "/v1/refunds")]
    fn get_refunds(
        &self,
        #[query(brackets)] created: Option<&GetRefundsCreated>,
        #[query(brackets)] expand: &[&str],
        #[query(flatten)]
        #[check(GetRefunds::check)]
        options: &GetRefunds,
    ) -> Call<GetRefundsResponse>;

    /// Create a refund.
    #[rest_op(POST, "/v1/refunds")]
    fn post_refunds(
        &self,
        #[body(form, brackets)]
        #[check(PostRefundsRequest::check)]
        body: Option<&PostRefundsRequest>,
    ) -> Call<Refund>;

    /// Creates a new customer object.
    #[rest_op(POST, "/v1/customers")]
    fn post_customers(
        &self,
        #[body(form, brackets)]
        #[check(PostCustomersRequest::check)]
        body: Option<&PostCustomersRequest>,
    ) -> Call<Value>;
}

impl Stripe for Client {}

/// The optional parameters of [`get_refunds`](Stripe::get_refunds).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GetRefunds {
    /// Only return refunds for the charge specified by this charge ID.
    pub charge: Option<String>,
    /// A cursor for use in pagination.
    pub ending_before: Option<String>,
    /// A limit on the number of objects to be returned.
    pub limit: Option<i64>,
    /// Only return refunds for the `PaymentIntent` specified by this ID.
    pub payment_intent: Option<String>,
    /// A cursor for use in pagination.
    pub starting_after: Option<String>,
}

impl GetRefunds {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("payment_intent", self.payment_intent.as_ref(), check::length(..=5000))
            .finish()
    }
}

/// The parameter `created` of [`get_refunds`](Stripe::get_refunds).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum GetRefundsCreated {
    /// An object.
    Object(GetRefundsCreatedRangeQuerySpecs),
    /// A whole number.
    Number(i64),
}

/// `range_query_specs`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GetRefundsCreatedRangeQuerySpecs {
    /// The member `gt`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gt: Option<i64>,
    /// The member `gte`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gte: Option<i64>,
    /// The member `lt`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lt: Option<i64>,
    /// The member `lte`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lte: Option<i64>,
}

/// `APIMethodRefundList`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct GetRefundsResponse {
    /// The member `data`.
    pub data: Vec<Refund>,
    /// True if this list has another page of items after this one that can be fetched.
    pub has_more: bool,
    /// String representing the object's type.
    pub object: GetRefundsResponseObject,
    /// The URL where this list can be accessed.
    pub url: String,
}

/// `Refund` objects allow you to refund a charge that has previously been created but not yet
/// refunded.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct Refund {
    /// Amount, in %s.
    pub amount: i64,
    /// Balance transaction that describes the impact on your account balance.
    pub balance_transaction: Option<String>,
    /// ID of the charge that was refunded.
    pub charge: Option<String>,
    /// Time at which the object was created.
    pub created: i64,
    /// Three-letter ISO currency code, in lowercase.
    pub currency: String,
    /// An arbitrary string attached to the object.
    pub description: Option<String>,
    /// If the refund failed, this balance transaction describes the adjustment made on your account
    /// balance that reverses the initial balance transaction.
    pub failure_balance_transaction: Option<String>,
    /// If the refund failed, the reason for refund failure if known.
    pub failure_reason: Option<String>,
    /// Unique identifier for the object.
    pub id: String,
    /// For payment methods without native refund support (e.g., Konbini, `PromptPay`), email for
    /// the customer to receive refund instructions.
    pub instructions_email: Option<String>,
    /// Set of key-value pairs that you can attach to an object.
    pub metadata: Option<BTreeMap<String, String>>,
    /// The member `next_action`.
    pub next_action: Option<RefundNextAction>,
    /// String representing the object's type.
    pub object: RefundObject,
    /// ID of the `PaymentIntent` that was refunded.
    pub payment_intent: Option<String>,
    /// Reason for the refund, either user-provided (`duplicate`, `fraudulent`, or
    /// `requested_by_customer`) or generated by Stripe internally (`expired_uncaptured_charge`).
    pub reason: Option<RefundReason>,
    /// This is the transaction number that appears on email receipts sent for this refund.
    pub receipt_number: Option<String>,
    /// The transfer reversal that is associated with the refund.
    pub source_transfer_reversal: Option<String>,
    /// Status of the refund.
    pub status: Option<String>,
    /// If the accompanying transfer was reversed, the transfer reversal object.
    pub transfer_reversal: Option<String>,
}

/// `RefundNextAction`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RefundNextAction {
    /// Contains the refund details.
    pub display_details: Option<RefundNextActionDisplayDetails>,
    /// Type of the next action to perform.
    pub r#type: String,
}

/// `RefundNextActionDisplayDetails`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RefundNextActionDisplayDetails {
    /// The member `email_sent`.
    pub email_sent: EmailSent,
    /// The expiry timestamp.
    pub expires_at: i64,
}

/// `EmailSent`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct EmailSent {
    /// The timestamp when the email was sent.
    pub email_sent_at: i64,
    /// The recipient's email address.
    pub email_sent_to: String,
}

/// String representing the object's type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundObject {
    /// `refund`
    Refund,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Reason for the refund, either user-provided (`duplicate`, `fraudulent`, or
/// `requested_by_customer`) or generated by Stripe internally (`expired_uncaptured_charge`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundReason {
    /// `duplicate`
    Duplicate,
    /// `expired_uncaptured_charge`
    ExpiredUncapturedCharge,
    /// `fraudulent`
    Fraudulent,
    /// `requested_by_customer`
    RequestedByCustomer,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// String representing the object's type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GetRefundsResponseObject {
    /// `list`
    List,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The body of [`post_refunds`](Stripe::post_refunds).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostRefundsRequest {
    /// A positive integer representing how much to refund.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// The member `charge`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge: Option<String>,
    /// Three-letter ISO currency code, in lowercase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Customer whose customer balance to refund from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// Specifies which fields in the response should be expanded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expand: Option<Vec<String>>,
    /// For payment methods without native refund support (e.g., Konbini, `PromptPay`), use this
    /// email from the customer to receive refund instructions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instructions_email: Option<String>,
    /// Set of key-value pairs that you can attach to an object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<PostRefundsRequestMetadata>,
    /// Origin of the refund.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<PostRefundsRequestOrigin>,
    /// The member `payment_intent`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_intent: Option<String>,
    /// The member `reason`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<PostRefundsRequestReason>,
    /// The member `refund_application_fee`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refund_application_fee: Option<bool>,
    /// The member `reverse_transfer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reverse_transfer: Option<bool>,
}

impl PostRefundsRequest {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("charge", self.charge.as_ref(), check::length(..=5000))
            .member("customer", self.customer.as_ref(), check::length(..=5000))
            .member("payment_intent", self.payment_intent.as_ref(), check::length(..=5000))
            .finish()
    }
}

/// Set of key-value pairs that you can attach to an object.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum PostRefundsRequestMetadata {
    /// A map.
    Object(BTreeMap<String, String>),
    /// A string.
    String(String),
}

/// Origin of the refund.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PostRefundsRequestOrigin {
    /// `customer_balance`
    CustomerBalance,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The `reason` of [`PostRefundsRequest`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PostRefundsRequestReason {
    /// `duplicate`
    Duplicate,
    /// `fraudulent`
    Fraudulent,
    /// `requested_by_customer`
    RequestedByCustomer,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The body of [`post_customers`](Stripe::post_customers).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostCustomersRequest {
    /// The customer's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<PostCustomersRequestAddress>,
    /// An integer amount in cents (or local equivalent) that represents the customer's current
    /// balance, which affect the customer's future invoices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balance: Option<i64>,
    /// Balance information and default balance settings for this customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_balance: Option<PostCustomersRequestCashBalance>,
    /// The member `coupon`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coupon: Option<String>,
    /// An arbitrary string that you can attach to a customer object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Customer's email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Specifies which fields in the response should be expanded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expand: Option<Vec<String>>,
    /// The prefix for the customer used to generate unique invoice numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoice_prefix: Option<String>,
    /// Default invoice settings for this customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoice_settings: Option<PostCustomersRequestInvoiceSettings>,
    /// Set of key-value pairs that you can attach to an object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<PostCustomersRequestMetadata>,
    /// The customer's full name or business name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The sequence to be used on the customer's next invoice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_invoice_sequence: Option<i64>,
    /// The member `payment_method`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_method: Option<String>,
    /// The customer's phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Customer's preferred languages, ordered by preference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred_locales: Option<Vec<String>>,
    /// The API ID of a promotion code to apply to the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promotion_code: Option<String>,
    /// The customer's shipping information.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping: Option<PostCustomersRequestShipping>,
    /// The member `source`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Tax details about the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax: Option<PostCustomersRequestTax>,
    /// The customer's tax exemption.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_exempt: Option<PostCustomersRequestTaxExempt>,
    /// The customer's tax IDs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_id_data: Option<Vec<PostCustomersRequestTaxIdDataItem>>,
    /// ID of the test clock to attach to the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test_clock: Option<String>,
}

impl PostCustomersRequest {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("coupon", self.coupon.as_ref(), check::length(..=5000))
            .member("description", self.description.as_ref(), check::length(..=5000))
            .member("email", self.email.as_ref(), check::length(..=512))
            .member("invoice_prefix", self.invoice_prefix.as_ref(), check::length(..=5000))
            .member("name", self.name.as_ref(), check::length(..=256))
            .member("payment_method", self.payment_method.as_ref(), check::length(..=5000))
            .member("phone", self.phone.as_ref(), check::length(..=20))
            .member("promotion_code", self.promotion_code.as_ref(), check::length(..=5000))
            .member("source", self.source.as_ref(), check::length(..=5000))
            .member("test_clock", self.test_clock.as_ref(), check::length(..=5000))
            .finish()
    }
}

/// The customer's address.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum PostCustomersRequestAddress {
    /// An object.
    Object(PostCustomersRequestAddressOptionalFieldsAddress),
    /// A string.
    String(String),
}

/// `optional_fields_address`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostCustomersRequestAddressOptionalFieldsAddress {
    /// The member `city`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// The member `country`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The member `line1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line1: Option<String>,
    /// The member `line2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line2: Option<String>,
    /// The member `postal_code`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// The member `state`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

/// Balance information and default balance settings for this customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostCustomersRequestCashBalance {
    /// `balance_settings_param`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<PostCustomersRequestCashBalanceSettings>,
}

/// `balance_settings_param`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostCustomersRequestCashBalanceSettings {
    /// The member `reconciliation_mode`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reconciliation_mode: Option<PostCustomersRequestCashBalanceSettingsReconciliationMode>,
}

/// The `reconciliation_mode` of [`PostCustomersRequestCashBalanceSettings`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PostCustomersRequestCashBalanceSettingsReconciliationMode {
    /// `automatic`
    Automatic,
    /// `manual`
    Manual,
    /// `merchant_default`
    MerchantDefault,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Default invoice settings for this customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostCustomersRequestInvoiceSettings {
    /// The member `custom_fields`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_fields: Option<PostCustomersRequestInvoiceSettingsCustomFields>,
    /// The member `default_payment_method`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_payment_method: Option<String>,
    /// The member `footer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// The member `rendering_options`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rendering_options: Option<PostCustomersRequestInvoiceSettingsRenderingOptions>,
}

/// The `custom_fields` of [`PostCustomersRequestInvoiceSettings`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum PostCustomersRequestInvoiceSettingsCustomFields {
    /// A list.
    List(Vec<PostCustomersRequestInvoiceSettingsCustomField>),
    /// A string.
    String(String),
}

/// `custom_field_params`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PostCustomersRequestInvoiceSettingsCustomField {
    /// The member `name`.
    pub name: String,
    /// The member `value`.
    pub value: String,
}

/// The `rendering_options` of [`PostCustomersRequestInvoiceSettings`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum PostCustomersRequestInvoiceSettingsRenderingOptions {
    /// An object.
    Object(PostCustomersRequestInvoiceSettingsRenderingOptionsRenderingOptionsParam),
    /// A string.
    String(String),
}

/// `rendering_options_param`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostCustomersRequestInvoiceSettingsRenderingOptionsRenderingOptionsParam {
    /// The member `amount_tax_display`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_tax_display:
        Option<PostCustomersRequestInvoiceSettingsRenderingOptionsRenderingOptionsParamAmountTaxDisplay>,
}

/// The `amount_tax_display` of
/// [`PostCustomersRequestInvoiceSettingsRenderingOptionsRenderingOptionsParam`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PostCustomersRequestInvoiceSettingsRenderingOptionsRenderingOptionsParamAmountTaxDisplay {
    /// The empty string.
    #[serde(rename = "")]
    Empty,
    /// `exclude_tax`
    ExcludeTax,
    /// `include_inclusive_tax`
    IncludeInclusiveTax,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Set of key-value pairs that you can attach to an object.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum PostCustomersRequestMetadata {
    /// A map.
    Object(BTreeMap<String, String>),
    /// A string.
    String(String),
}

/// The customer's shipping information.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum PostCustomersRequestShipping {
    /// An object.
    Object(PostCustomersRequestShippingCustomerShipping),
    /// A string.
    String(String),
}

/// `customer_shipping`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostCustomersRequestShippingCustomerShipping {
    /// `optional_fields_address`.
    pub address: PostCustomersRequestShippingCustomerShippingAddress,
    /// The member `name`.
    pub name: String,
    /// The member `phone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// `optional_fields_address`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostCustomersRequestShippingCustomerShippingAddress {
    /// The member `city`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// The member `country`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The member `line1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line1: Option<String>,
    /// The member `line2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line2: Option<String>,
    /// The member `postal_code`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// The member `state`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

/// Tax details about the customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostCustomersRequestTax {
    /// The member `ip_address`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip_address: Option<String>,
}

/// The customer's tax exemption.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PostCustomersRequestTaxExempt {
    /// The empty string.
    #[serde(rename = "")]
    Empty,
    /// `exempt`
    Exempt,
    /// `none`
    None,
    /// `reverse`
    Reverse,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// `data_params`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PostCustomersRequestTaxIdDataItem {
    /// The member `type`.
    pub r#type: PostCustomersRequestTaxIdDataItemType,
    /// The member `value`.
    pub value: String,
}

/// The `type` of [`PostCustomersRequestTaxIdDataItem`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PostCustomersRequestTaxIdDataItemType {
    /// `ae_trn`
    AeTrn,
    /// `au_abn`
    AuAbn,
    /// `au_arn`
    AuArn,
    /// `bg_uic`
    BgUic,
    /// `br_cnpj`
    BrCnpj,
    /// `br_cpf`
    BrCpf,
    /// `ca_bn`
    CaBn,
    /// `ca_gst_hst`
    CaGstHst,
    /// `ca_pst_bc`
    CaPstBc,
    /// `ca_pst_mb`
    CaPstMb,
    /// `ca_pst_sk`
    CaPstSk,
    /// `ca_qst`
    CaQst,
    /// `ch_vat`
    ChVat,
    /// `cl_tin`
    ClTin,
    /// `eg_tin`
    EgTin,
    /// `es_cif`
    EsCif,
    /// `eu_oss_vat`
    EuOssVat,
    /// `eu_vat`
    EuVat,
    /// `gb_vat`
    GbVat,
    /// `ge_vat`
    GeVat,
    /// `hk_br`
    HkBr,
    /// `hu_tin`
    HuTin,
    /// `id_npwp`
    IdNpwp,
    /// `il_vat`
    IlVat,
    /// `in_gst`
    InGst,
    /// `is_vat`
    IsVat,
    /// `jp_cn`
    JpCn,
    /// `jp_rn`
    JpRn,
    /// `jp_trn`
    JpTrn,
    /// `ke_pin`
    KePin,
    /// `kr_brn`
    KrBrn,
    /// `li_uid`
    LiUid,
    /// `mx_rfc`
    MxRfc,
    /// `my_frp`
    MyFrp,
    /// `my_itn`
    MyItn,
    /// `my_sst`
    MySst,
    /// `no_vat`
    NoVat,
    /// `nz_gst`
    NzGst,
    /// `ph_tin`
    PhTin,
    /// `ru_inn`
    RuInn,
    /// `ru_kpp`
    RuKpp,
    /// `sa_vat`
    SaVat,
    /// `sg_gst`
    SgGst,
    /// `sg_uen`
    SgUen,
    /// `si_tin`
    SiTin,
    /// `th_vat`
    ThVat,
    /// `tr_tin`
    TrTin,
    /// `tw_vat`
    TwVat,
    /// `ua_vat`
    UaVat,
    /// `us_ein`
    UsEin,
    /// `za_vat`
    ZaVat,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

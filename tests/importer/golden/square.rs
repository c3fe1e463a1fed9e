//! Square Connect API.
//!
//! From `squareup.com.json.gz`, version `2.0`, SHA-256 `c5f8fd0379d599fada372b9704a9e2165611b43813dd5cd43db0c52736f6bcc0`:
//! `rest-op-import squareup.com.json.gz --op getV2Payments --op CreatePayment --op ListLocations`
//!
//! `Client::builder("https://connect.squareup.com").auth(Bearer::new(token)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use rest_op::{Api, Call, Client, FromResponse, check, rest_op};
use serde::{Deserialize, Serialize};

/// The operations of Square Connect API.
pub trait SquareConnect: Api {
    /// `ListPayments`.
    #[rest_op(GET, "/v2/payments")]
    fn get_v2_payments(&self, #[query(flatten)] options: &GetV2Payments) -> Call<ListPaymentsResponse>;

    /// `CreatePayment`.
    #[rest_op(POST, "/v2/payments")]
    fn create_payment(
        &self,
        #[body]
        #[check(CreatePaymentRequest::check)]
        body: &CreatePaymentRequest,
    ) -> Call<CreatePaymentResponse>;

    /// `ListLocations`.
    #[rest_op(GET, "/v2/locations")]
    fn list_locations(&self) -> Call<ListLocationsResponse>;
}

impl SquareConnect for Client {}

/// The optional parameters of [`get_v2_payments`](SquareConnect::get_v2_payments).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GetV2Payments {
    /// The timestamp for the beginning of the reporting period, in RFC 3339 format.
    pub begin_time: Option<String>,
    /// The timestamp for the end of the reporting period, in RFC 3339 format.
    pub end_time: Option<String>,
    /// The order in which results are listed.
    pub sort_order: Option<String>,
    /// A pagination cursor returned by a previous call to this endpoint.
    pub cursor: Option<String>,
    /// Limit results to the location supplied.
    pub location_id: Option<String>,
    /// The exact amount in the `total_money` for a payment.
    pub total: Option<i64>,
    /// The last four digits of a payment card.
    pub last_4: Option<String>,
    /// The brand of the payment card (for example, VISA).
    pub card_brand: Option<String>,
    /// The maximum number of results to be returned in a single page.
    pub limit: Option<i64>,
}

/// Defines the response returned by `ListPayments`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct ListPaymentsResponse {
    /// The pagination cursor to be used in a subsequent request.
    pub cursor: Option<String>,
    /// Information about errors encountered during the request.
    pub errors: Option<Vec<Error>>,
    /// The requested list of payments.
    pub payments: Option<Vec<Payment>>,
}

/// Represents an error encountered during a request to the Connect API.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Error {
    /// The high-level category for the error.
    pub category: String,
    /// The specific code of the error.
    pub code: String,
    /// A human-readable description of the error for debugging purposes.
    pub detail: Option<String>,
    /// The name of the field provided in the original request (if any) that the error pertains to.
    pub field: Option<String>,
}

/// Represents a payment processed by the Square API.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Payment {
    /// The member `amount_money`.
    pub amount_money: Option<Money>,
    /// The member `app_fee_money`.
    pub app_fee_money: Option<Money>,
    /// The member `approved_money`.
    pub approved_money: Option<Money>,
    /// The member `bank_account_details`.
    pub bank_account_details: Option<BankAccountPaymentDetails>,
    /// The member `billing_address`.
    pub billing_address: Option<Address>,
    /// The buyer's email address.
    pub buyer_email_address: Option<String>,
    /// Actions that can be performed on this payment.
    pub capabilities: Option<Vec<String>>,
    /// The member `card_details`.
    pub card_details: Option<CardPaymentDetails>,
    /// The member `cash_details`.
    pub cash_details: Option<CashPaymentDetails>,
    /// The timestamp of when the payment was created, in RFC 3339 format.
    pub created_at: Option<String>,
    /// The Customer ID of the customer associated with the payment.
    pub customer_id: Option<String>,
    /// The action to be applied to the payment when the `delay_duration` has elapsed.
    pub delay_action: Option<String>,
    /// The duration of time after the payment's creation when Square automatically applies the
    /// `delay_action` to the payment.
    pub delay_duration: Option<String>,
    /// The read-only timestamp of when the `delay_action` is automatically applied, in RFC 3339
    /// format.
    pub delayed_until: Option<String>,
    /// An optional ID of the employee associated with taking the payment.
    pub employee_id: Option<String>,
    /// The member `external_details`.
    pub external_details: Option<ExternalPaymentDetails>,
    /// A unique ID for the payment.
    pub id: Option<String>,
    /// The ID of the location associated with the payment.
    pub location_id: Option<String>,
    /// An optional note to include when creating a payment.
    pub note: Option<String>,
    /// The ID of the order associated with the payment.
    pub order_id: Option<String>,
    /// The processing fees and fee adjustments assessed by Square for this payment.
    pub processing_fee: Option<Vec<ProcessingFee>>,
    /// The payment's receipt number.
    pub receipt_number: Option<String>,
    /// The URL for the payment's receipt.
    pub receipt_url: Option<String>,
    /// An optional ID that associates the payment with an entity in another system.
    pub reference_id: Option<String>,
    /// A list of `refund_id`s identifying refunds for the payment.
    pub refund_ids: Option<Vec<String>>,
    /// The member `refunded_money`.
    pub refunded_money: Option<Money>,
    /// The member `risk_evaluation`.
    pub risk_evaluation: Option<RiskEvaluation>,
    /// The member `shipping_address`.
    pub shipping_address: Option<Address>,
    /// The source type for this payment.
    pub source_type: Option<String>,
    /// Additional payment information that gets added to the customer's card statement as part of
    /// the statement description.
    pub statement_description_identifier: Option<String>,
    /// Indicates whether the payment is APPROVED, PENDING, COMPLETED, CANCELED, or FAILED.
    pub status: Option<String>,
    /// The member `tip_money`.
    pub tip_money: Option<Money>,
    /// The member `total_money`.
    pub total_money: Option<Money>,
    /// The timestamp of when the payment was last updated, in RFC 3339 format.
    pub updated_at: Option<String>,
    /// Used for optimistic concurrency.
    pub version_token: Option<String>,
    /// The member `wallet_details`.
    pub wallet_details: Option<DigitalWalletDetails>,
}

/// Represents an amount of money.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Money {
    /// The amount of money, in the smallest denomination of the currency indicated by `currency`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// The type of currency, in ISO 4217 format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

/// Additional details about `BANK_ACCOUNT` type payments.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct BankAccountPaymentDetails {
    /// The ownership type of the bank account performing the transfer.
    pub account_ownership_type: Option<String>,
    /// The member `ach_details`.
    pub ach_details: Option<AchDetails>,
    /// The name of the bank associated with the bank account.
    pub bank_name: Option<String>,
    /// The two-letter ISO code representing the country the bank account is located in.
    pub country: Option<String>,
    /// Information about errors encountered during the request.
    pub errors: Option<Vec<Error>>,
    /// Uniquely identifies the bank account for this seller and can be used to determine if
    /// payments are from the same bank account.
    pub fingerprint: Option<String>,
    /// The statement description as sent to the bank.
    pub statement_description: Option<String>,
    /// The type of the bank transfer.
    pub transfer_type: Option<String>,
}

/// ACH-specific details about `BANK_ACCOUNT` type payments with the `transfer_type` of `ACH`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct AchDetails {
    /// The last few digits of the bank account number.
    pub account_number_suffix: Option<String>,
    /// The type of the bank account performing the transfer.
    pub account_type: Option<String>,
    /// The routing number for the bank account.
    pub routing_number: Option<String>,
}

/// Represents a postal address in a country.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Address {
    /// The first line of the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_line_1: Option<String>,
    /// The second line of the address, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_line_2: Option<String>,
    /// The third line of the address, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_line_3: Option<String>,
    /// A civil entity within the address's country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub administrative_district_level_1: Option<String>,
    /// A civil entity within the address's `administrative_district_level_1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub administrative_district_level_2: Option<String>,
    /// A civil entity within the address's `administrative_district_level_2`, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub administrative_district_level_3: Option<String>,
    /// The address's country, in ISO 3166-1-alpha-2 format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Optional first name when it's representing recipient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Optional last name when it's representing recipient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// The city or town of the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locality: Option<String>,
    /// Optional organization name when it's representing recipient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The address's postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// A civil region within the address's `locality`, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sublocality: Option<String>,
    /// A civil region within the address's `sublocality`, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sublocality_2: Option<String>,
    /// A civil region within the address's `sublocality_2`, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sublocality_3: Option<String>,
}

/// Reflects the current status of a card payment.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CardPaymentDetails {
    /// For EMV payments, the cryptogram generated for the payment.
    pub application_cryptogram: Option<String>,
    /// For EMV payments, the application ID identifies the EMV application used for the payment.
    pub application_identifier: Option<String>,
    /// For EMV payments, the human-readable name of the EMV application used for the payment.
    pub application_name: Option<String>,
    /// The status code returned by the card issuer that describes the payment's authorization
    /// status.
    pub auth_result_code: Option<String>,
    /// The status code returned from the Address Verification System (AVS) check.
    pub avs_status: Option<String>,
    /// The member `card`.
    pub card: Option<Card>,
    /// The member `card_payment_timeline`.
    pub card_payment_timeline: Option<CardPaymentTimeline>,
    /// The status code returned from the Card Verification Value (CVV) check.
    pub cvv_status: Option<String>,
    /// The member `device_details`.
    pub device_details: Option<DeviceDetails>,
    /// The method used to enter the card's details for the payment.
    pub entry_method: Option<String>,
    /// Information about errors encountered during the request.
    pub errors: Option<Vec<Error>>,
    /// Whether the card must be physically present for the payment to be refunded.
    pub refund_requires_card_presence: Option<bool>,
    /// The statement description sent to the card networks.
    pub statement_description: Option<String>,
    /// The card payment's current state.
    pub status: Option<String>,
    /// For EMV payments, the method used to verify the cardholder's identity.
    pub verification_method: Option<String>,
    /// For EMV payments, the results of the cardholder verification.
    pub verification_results: Option<String>,
}

/// Represents the payment details of a card to be used for payments.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Card {
    /// The member `billing_address`.
    pub billing_address: Option<Address>,
    /// The first six digits of the card number, known as the Bank Identification Number (BIN).
    pub bin: Option<String>,
    /// The card's brand.
    pub card_brand: Option<String>,
    /// The type of the card.
    pub card_type: Option<String>,
    /// The name of the cardholder.
    pub cardholder_name: Option<String>,
    /// The ID of a customer created using the Customers API to be associated with the card.
    pub customer_id: Option<String>,
    /// Indicates whether or not a card can be used for payments.
    pub enabled: Option<bool>,
    /// The expiration month of the associated card as an integer between 1 and 12.
    pub exp_month: Option<i64>,
    /// The four-digit year of the card's expiration date.
    pub exp_year: Option<i64>,
    /// Not currently set.
    pub fingerprint: Option<String>,
    /// Unique ID for this card.
    pub id: Option<String>,
    /// The last 4 digits of the card number.
    pub last_4: Option<String>,
    /// Indicates whether the Card is prepaid or not.
    pub prepaid_type: Option<String>,
    /// An optional user-defined reference ID that associates this card with another entity in an
    /// external system.
    pub reference_id: Option<String>,
    /// Current version number of the card.
    pub version: Option<i64>,
}

/// The timeline for card payments.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CardPaymentTimeline {
    /// The timestamp when the payment was authorized, in RFC 3339 format.
    pub authorized_at: Option<String>,
    /// The timestamp when the payment was captured, in RFC 3339 format.
    pub captured_at: Option<String>,
    /// The timestamp when the payment was voided, in RFC 3339 format.
    pub voided_at: Option<String>,
}

/// Details about the device that took the payment.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct DeviceDetails {
    /// The Square-issued ID of the device.
    pub device_id: Option<String>,
    /// The Square-issued installation ID for the device.
    pub device_installation_id: Option<String>,
    /// The name of the device set by the seller.
    pub device_name: Option<String>,
}

/// Stores details about a cash payment.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct CashPaymentDetails {
    /// The member `buyer_supplied_money`.
    pub buyer_supplied_money: Money,
    /// The member `change_back_money`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change_back_money: Option<Money>,
}

/// Stores details about an external payment.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct ExternalPaymentDetails {
    /// A description of the external payment source.
    pub source: String,
    /// The member `source_fee_money`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_fee_money: Option<Money>,
    /// An ID to associate the payment to its originating source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_id: Option<String>,
    /// The type of external payment the seller received.
    pub r#type: String,
}

/// Represents the Square processing fee.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ProcessingFee {
    /// The member `amount_money`.
    pub amount_money: Option<Money>,
    /// The timestamp of when the fee takes effect, in RFC 3339 format.
    pub effective_at: Option<String>,
    /// The type of fee assessed or adjusted.
    pub r#type: Option<String>,
}

/// Represents fraud risk information for the associated payment.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RiskEvaluation {
    /// The timestamp when payment risk was evaluated, in RFC 3339 format.
    pub created_at: Option<String>,
    /// The risk level associated with the payment.
    pub risk_level: Option<String>,
}

/// Additional details about `WALLET` type payments.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct DigitalWalletDetails {
    /// The status of the `WALLET` payment.
    pub status: Option<String>,
}

/// Describes a request to create a payment using `CreatePayment`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CreatePaymentRequest {
    /// If set to `true` and charging a Square Gift Card, a payment might be returned with
    /// `amount_money` equal to less than what was requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept_partial_authorization: Option<bool>,
    /// The member `amount_money`.
    pub amount_money: Money,
    /// The member `app_fee_money`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_fee_money: Option<Money>,
    /// If set to `true`, this payment will be completed when possible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<bool>,
    /// The member `billing_address`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// The buyer's email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buyer_email_address: Option<String>,
    /// The member `cash_details`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_details: Option<CashPaymentDetails>,
    /// The Customer ID of the customer associated with the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
    /// The duration of time after the payment's creation when Square automatically cancels the
    /// payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_duration: Option<String>,
    /// The member `external_details`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_details: Option<ExternalPaymentDetails>,
    /// A unique string that identifies this `CreatePayment` request.
    pub idempotency_key: String,
    /// The location ID to associate with the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_id: Option<String>,
    /// An optional note to be entered by the developer when creating a payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Associates a previously created order with this payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// A user-defined ID to associate with the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<String>,
    /// The member `shipping_address`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address: Option<Address>,
    /// The ID for the source of funds for this payment.
    pub source_id: String,
    /// Optional additional payment information to include on the customer's card statement as part
    /// of the statement description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement_description_identifier: Option<String>,
    /// The member `tip_money`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tip_money: Option<Money>,
    /// An identifying token generated by `payments.verifyBuyer()`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_token: Option<String>,
}

impl CreatePaymentRequest {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member(
                "buyer_email_address",
                self.buyer_email_address.as_ref(),
                check::length(..=255),
            )
            .member("idempotency_key", Some(&self.idempotency_key), check::length(1..=45))
            .member("note", self.note.as_ref(), check::length(..=500))
            .member("reference_id", self.reference_id.as_ref(), check::length(..=40))
            .member("source_id", Some(&self.source_id), check::length(1..))
            .member(
                "statement_description_identifier",
                self.statement_description_identifier.as_ref(),
                check::length(..=20),
            )
            .finish()
    }
}

/// Defines the response returned by `CreatePayment`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct CreatePaymentResponse {
    /// Information about errors encountered during the request.
    pub errors: Option<Vec<Error>>,
    /// The member `payment`.
    pub payment: Option<Payment>,
}

/// Defines the fields that are included in the response body of a request to the `ListLocations`
/// endpoint.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct ListLocationsResponse {
    /// Any errors that occurred during the request.
    pub errors: Option<Vec<Error>>,
    /// The business locations.
    pub locations: Option<Vec<Location>>,
}

/// A location.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Location {
    /// The member `address`.
    pub address: Option<Address>,
    /// The email of the location.
    pub business_email: Option<String>,
    /// The member `business_hours`.
    pub business_hours: Option<BusinessHours>,
    /// The business name of the location This is the name visible to the customers of the location.
    pub business_name: Option<String>,
    /// The Square features that are enabled for the location.
    pub capabilities: Option<Vec<String>>,
    /// The member `coordinates`.
    pub coordinates: Option<Coordinates>,
    /// The country of the location, in ISO 3166-1-alpha-2 format.
    pub country: Option<String>,
    /// The time when the location was created, in RFC 3339 format.
    pub created_at: Option<String>,
    /// The currency used for all transactions at this location, in ISO 4217 format.
    pub currency: Option<String>,
    /// The description of the location.
    pub description: Option<String>,
    /// The Facebook profile URL of the location.
    pub facebook_url: Option<String>,
    /// The URL of a full-format logo image for the location.
    pub full_format_logo_url: Option<String>,
    /// The Square-issued ID of the location.
    pub id: Option<String>,
    /// The Instagram username of the location without the '@' symbol.
    pub instagram_username: Option<String>,
    /// The language associated with the location, in BCP 47 format.
    pub language_code: Option<String>,
    /// The URL of the logo image for the location.
    pub logo_url: Option<String>,
    /// The merchant category code (MCC) of the location, as standardized by ISO 18245.
    pub mcc: Option<String>,
    /// The ID of the merchant that owns the location.
    pub merchant_id: Option<String>,
    /// The name of the location.
    pub name: Option<String>,
    /// The phone number of the location in human readable format.
    pub phone_number: Option<String>,
    /// The URL of the Point of Sale background image for the location.
    pub pos_background_url: Option<String>,
    /// The status of the location, either active or inactive.
    pub status: Option<String>,
    /// The member `tax_ids`.
    pub tax_ids: Option<TaxIds>,
    /// The IANA Timezone identifier for the timezone of the location.
    pub timezone: Option<String>,
    /// The Twitter username of the location without the '@' symbol.
    pub twitter_username: Option<String>,
    /// The type of the location, either physical or mobile.
    pub r#type: Option<String>,
    /// The website URL of the location.
    pub website_url: Option<String>,
}

/// Represents the hours of operation for a business location.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct BusinessHours {
    /// The list of time periods during which the business is open.
    pub periods: Option<Vec<BusinessHoursPeriod>>,
}

/// Represents a period of time during which a business location is open.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct BusinessHoursPeriod {
    /// The day of week for this time period.
    pub day_of_week: Option<String>,
    /// The end time of a business hours period, specified in local time using partial-time RFC 3339
    /// format.
    pub end_local_time: Option<String>,
    /// The start time of a business hours period, specified in local time using partial-time RFC
    /// 3339 format.
    pub start_local_time: Option<String>,
}

/// Latitude and longitude coordinates.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Coordinates {
    /// The latitude of the coordinate expressed in degrees.
    pub latitude: Option<f64>,
    /// The longitude of the coordinate expressed in degrees.
    pub longitude: Option<f64>,
}

/// The tax IDs that a Location is operating under.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TaxIds {
    /// The EU VAT number for this location.
    pub eu_vat: Option<String>,
    /// The French government uses the NAF (Nomenclature des Activités Françaises) to display and
    /// track economic statistical data.
    pub fr_naf: Option<String>,
    /// The SIRET (Système d'Identification du Répertoire des Entreprises et de leurs
    /// Etablissements) number is a 14 digits code issued by the French INSEE.
    pub fr_siret: Option<String>,
}

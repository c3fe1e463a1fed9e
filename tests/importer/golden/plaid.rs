//! The Plaid API.
//!
//! From `plaid.com.json.gz`, version `2020-09-14_1.345.1`, SHA-256 `27be4a37396e7df34003ede4aa880e584ce2c758396cb9d8b019a88f14160662`:
//! `rest-op-import plaid.com.json.gz --op accountsGet --op transactionsSync --op itemGet`
//!
//! `Client::builder("https://production.plaid.com").auth(ApiKey::header("PLAID-CLIENT-ID", key)).header("Plaid-Version", value).header("PLAID-SECRET", value).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use rest_op::{Api, Call, Client, FromResponse, check, rest_op, serde_json::Value, timestamp::DateTime};
use serde::{Deserialize, Serialize};

/// The operations of The Plaid API.
pub trait Plaid: Api {
    /// Retrieve accounts.
    #[rest_op(POST, "/accounts/get")]
    fn accounts_get(&self, #[body] body: &AccountsGetRequest) -> Call<AccountsGetResponse>;

    /// Get incremental transaction updates on an Item.
    #[rest_op(POST, "/transactions/sync")]
    fn transactions_sync(
        &self,
        #[body]
        #[check(TransactionsSyncRequest::check)]
        body: &TransactionsSyncRequest,
    ) -> Call<TransactionsSyncResponse>;

    /// Retrieve an Item.
    #[rest_op(POST, "/item/get")]
    fn item_get(&self, #[body] body: &ItemGetRequest) -> Call<ItemGetResponse>;
}

impl Plaid for Client {}

/// `AccountsGetRequest` defines the request schema for `/accounts/get`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AccountsGetRequest {
    /// The access token associated with the Item data is being requested for.
    pub access_token: String,
    /// Your Plaid API `client_id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The member `options`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<AccountsGetRequestOptions>,
    /// Your Plaid API `secret`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

/// An optional object to filter `/accounts/get` results.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AccountsGetRequestOptions {
    /// An array of `account_ids` to retrieve for the Account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_ids: Option<Vec<String>>,
}

/// `AccountsGetResponse` defines the response schema for `/accounts/get` and
/// `/accounts/balance/get`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct AccountsGetResponse {
    /// An array of financial institution accounts associated with the Item.
    pub accounts: Vec<AccountBase>,
    /// The member `item`.
    pub item: Item,
    /// A unique identifier for the request, which can be used for troubleshooting.
    pub request_id: String,
}

/// A single account at a financial institution.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct AccountBase {
    /// Plaid’s unique identifier for the account.
    pub account_id: String,
    /// The member `balances`.
    pub balances: AccountBalance,
    /// The last 2-4 alphanumeric characters of an account's official account number.
    pub mask: Option<String>,
    /// The name of the account, either assigned by the user or by the financial institution itself.
    pub name: String,
    /// The official name of the account as given by the financial institution.
    pub official_name: Option<String>,
    /// A unique and persistent identifier for accounts that can be used to trace multiple instances
    /// of the same account across different Items for depository accounts.
    pub persistent_account_id: Option<String>,
    /// The member `subtype`.
    pub subtype: Option<AccountSubtype>,
    /// The member `type`.
    pub r#type: AccountType,
    /// The current verification status of an Auth Item initiated through Automated or Manual
    /// micro-deposits.
    pub verification_status: Option<AccountBaseVerificationStatus>,
}

/// A set of fields describing the balance for an account.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct AccountBalance {
    /// The amount of funds available to be withdrawn from the account, as determined by the
    /// financial institution.
    pub available: Option<f64>,
    /// The total amount of funds in or owed by the account.
    pub current: Option<f64>,
    /// The ISO-4217 currency code of the balance.
    pub iso_currency_code: Option<String>,
    /// Timestamp in ISO 8601 format (`YYYY-MM-DDTHH:mm:ssZ`) indicating the last time that the
    /// balance for the given account has been updated.
    pub last_updated_datetime: Option<DateTime>,
    /// For `credit`-type accounts, this represents the credit limit.
    pub limit: Option<f64>,
    /// The unofficial currency code associated with the balance.
    pub unofficial_currency_code: Option<String>,
}

/// See the Account type schema for a full listing of account types and corresponding subtypes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountSubtype {
    /// `401a`
    #[serde(rename = "401a")]
    N401a,
    /// `401k`
    #[serde(rename = "401k")]
    N401k,
    /// `403B`
    #[serde(rename = "403B")]
    N403b,
    /// `457b`
    #[serde(rename = "457b")]
    N457b,
    /// `529`
    #[serde(rename = "529")]
    N529,
    /// `brokerage`
    Brokerage,
    /// `cash isa`
    #[serde(rename = "cash isa")]
    CashIsa,
    /// `crypto exchange`
    #[serde(rename = "crypto exchange")]
    CryptoExchange,
    /// `education savings account`
    #[serde(rename = "education savings account")]
    EducationSavingsAccount,
    /// `ebt`
    Ebt,
    /// `fixed annuity`
    #[serde(rename = "fixed annuity")]
    FixedAnnuity,
    /// `gic`
    Gic,
    /// `health reimbursement arrangement`
    #[serde(rename = "health reimbursement arrangement")]
    HealthReimbursementArrangement,
    /// `hsa`
    Hsa,
    /// `isa`
    Isa,
    /// `ira`
    Ira,
    /// `lif`
    Lif,
    /// `life insurance`
    #[serde(rename = "life insurance")]
    LifeInsurance,
    /// `lira`
    Lira,
    /// `lrif`
    Lrif,
    /// `lrsp`
    Lrsp,
    /// `non-custodial wallet`
    #[serde(rename = "non-custodial wallet")]
    NonCustodialWallet,
    /// `non-taxable brokerage account`
    #[serde(rename = "non-taxable brokerage account")]
    NonTaxableBrokerageAccount,
    /// `other`
    #[serde(rename = "other")]
    Other2,
    /// `other insurance`
    #[serde(rename = "other insurance")]
    OtherInsurance,
    /// `other annuity`
    #[serde(rename = "other annuity")]
    OtherAnnuity,
    /// `prif`
    Prif,
    /// `rdsp`
    Rdsp,
    /// `resp`
    Resp,
    /// `rlif`
    Rlif,
    /// `rrif`
    Rrif,
    /// `pension`
    Pension,
    /// `profit sharing plan`
    #[serde(rename = "profit sharing plan")]
    ProfitSharingPlan,
    /// `retirement`
    Retirement,
    /// `roth`
    Roth,
    /// `roth 401k`
    #[serde(rename = "roth 401k")]
    Roth401k,
    /// `rrsp`
    Rrsp,
    /// `sep ira`
    #[serde(rename = "sep ira")]
    SepIra,
    /// `simple ira`
    #[serde(rename = "simple ira")]
    SimpleIra,
    /// `sipp`
    Sipp,
    /// `stock plan`
    #[serde(rename = "stock plan")]
    StockPlan,
    /// `thrift savings plan`
    #[serde(rename = "thrift savings plan")]
    ThriftSavingsPlan,
    /// `tfsa`
    Tfsa,
    /// `trust`
    Trust,
    /// `ugma`
    Ugma,
    /// `utma`
    Utma,
    /// `variable annuity`
    #[serde(rename = "variable annuity")]
    VariableAnnuity,
    /// `credit card`
    #[serde(rename = "credit card")]
    CreditCard,
    /// `paypal`
    Paypal,
    /// `cd`
    Cd,
    /// `checking`
    Checking,
    /// `savings`
    Savings,
    /// `money market`
    #[serde(rename = "money market")]
    MoneyMarket,
    /// `prepaid`
    Prepaid,
    /// `auto`
    Auto,
    /// `business`
    Business,
    /// `commercial`
    Commercial,
    /// `construction`
    Construction,
    /// `consumer`
    Consumer,
    /// `home equity`
    #[serde(rename = "home equity")]
    HomeEquity,
    /// `loan`
    Loan,
    /// `mortgage`
    Mortgage,
    /// `overdraft`
    Overdraft,
    /// `line of credit`
    #[serde(rename = "line of credit")]
    LineOfCredit,
    /// `student`
    Student,
    /// `cash management`
    #[serde(rename = "cash management")]
    CashManagement,
    /// `keogh`
    Keogh,
    /// `mutual fund`
    #[serde(rename = "mutual fund")]
    MutualFund,
    /// `recurring`
    Recurring,
    /// `rewards`
    Rewards,
    /// `safe deposit`
    #[serde(rename = "safe deposit")]
    SafeDeposit,
    /// `sarsep`
    Sarsep,
    /// `payroll`
    Payroll,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// `investment:` Investment account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountType {
    /// `investment`
    Investment,
    /// `credit`
    Credit,
    /// `depository`
    Depository,
    /// `loan`
    Loan,
    /// `brokerage`
    Brokerage,
    /// `other`
    #[serde(rename = "other")]
    Other2,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The current verification status of an Auth Item initiated through Automated or Manual
/// micro-deposits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountBaseVerificationStatus {
    /// `automatically_verified`
    AutomaticallyVerified,
    /// `pending_automatic_verification`
    PendingAutomaticVerification,
    /// `pending_manual_verification`
    PendingManualVerification,
    /// `manually_verified`
    ManuallyVerified,
    /// `verification_expired`
    VerificationExpired,
    /// `verification_failed`
    VerificationFailed,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Metadata about the Item.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Item {
    /// A list of products available for the Item that have not yet been accessed.
    pub available_products: Vec<Products>,
    /// A list of products that have been billed for the Item.
    pub billed_products: Vec<Products>,
    /// The RFC 3339 timestamp after which the consent provided by the end user will expire.
    pub consent_expiration_time: Option<DateTime>,
    /// Beta: A list of products that have gone through consent collection for the Item.
    pub consented_products: Option<Vec<Products>>,
    /// The member `error`.
    pub error: Option<PlaidPlaidError>,
    /// The Plaid Institution ID associated with the Item.
    pub institution_id: Option<String>,
    /// The Plaid Item ID.
    pub item_id: String,
    /// A list of authorized products for the Item.
    pub products: Option<Vec<Products>>,
    /// Indicates whether an Item requires user interaction to be updated, which can be the case for
    /// Items with some forms of two-factor authentication.
    pub update_type: ItemUpdateType,
    /// The URL registered to receive webhooks for the Item.
    pub webhook: Option<String>,
}

/// A list of products that an institution can support.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Products {
    /// `assets`
    Assets,
    /// `auth`
    Auth,
    /// `balance`
    Balance,
    /// `identity`
    Identity,
    /// `investments`
    Investments,
    /// `liabilities`
    Liabilities,
    /// `payment_initiation`
    PaymentInitiation,
    /// `identity_verification`
    IdentityVerification,
    /// `transactions`
    Transactions,
    /// `credit_details`
    CreditDetails,
    /// `income`
    Income,
    /// `income_verification`
    IncomeVerification,
    /// `deposit_switch`
    DepositSwitch,
    /// `standing_orders`
    StandingOrders,
    /// `transfer`
    Transfer,
    /// `employment`
    Employment,
    /// `recurring_transactions`
    RecurringTransactions,
    /// `signal`
    Signal,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// We use standard HTTP response codes for success and failure notifications, and our errors are
/// further classified by `error_type`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PlaidPlaidError {
    /// In the Assets product, a request can pertain to more than one Item.
    pub causes: Option<Vec<Value>>,
    /// A user-friendly representation of the error code.
    pub display_message: Option<String>,
    /// The URL of a Plaid documentation page with more information about the error.
    pub documentation_url: Option<String>,
    /// The particular error code.
    pub error_code: String,
    /// A developer-friendly representation of the error code.
    pub error_message: String,
    /// The member `error_type`.
    pub error_type: PlaidErrorType,
    /// A unique ID identifying the request, to be used for troubleshooting purposes.
    pub request_id: Option<String>,
    /// The HTTP status code associated with the error.
    pub status: Option<f64>,
    /// Suggested steps for resolving the error.
    pub suggested_action: Option<String>,
}

/// A broad categorization of the error.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PlaidErrorType {
    /// `INVALID_REQUEST`
    InvalidRequest,
    /// `INVALID_RESULT`
    InvalidResult,
    /// `INVALID_INPUT`
    InvalidInput,
    /// `INSTITUTION_ERROR`
    InstitutionError,
    /// `RATE_LIMIT_EXCEEDED`
    RateLimitExceeded,
    /// `API_ERROR`
    ApiError,
    /// `ITEM_ERROR`
    ItemError,
    /// `ASSET_REPORT_ERROR`
    AssetReportError,
    /// `RECAPTCHA_ERROR`
    RecaptchaError,
    /// `OAUTH_ERROR`
    OauthError,
    /// `PAYMENT_ERROR`
    PaymentError,
    /// `BANK_TRANSFER_ERROR`
    BankTransferError,
    /// `INCOME_VERIFICATION_ERROR`
    IncomeVerificationError,
    /// `MICRODEPOSITS_ERROR`
    MicrodepositsError,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Indicates whether an Item requires user interaction to be updated, which can be the case for
/// Items with some forms of two-factor authentication.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemUpdateType {
    /// `background`
    Background,
    /// `user_present_required`
    UserPresentRequired,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// `TransactionsSyncRequest` defines the request schema for `/transactions/sync`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TransactionsSyncRequest {
    /// The access token associated with the Item data is being requested for.
    pub access_token: String,
    /// Your Plaid API `client_id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The number of transaction updates to fetch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// The cursor value represents the last update requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The member `options`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<TransactionsSyncRequestOptions>,
    /// Your Plaid API `secret`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

impl TransactionsSyncRequest {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("count", self.count.as_ref(), check::range(1..=500))
            .finish()
    }
}

/// An optional object to be used with the request.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TransactionsSyncRequestOptions {
    /// Include counterparties and extra merchant fields in the transaction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub include_logo_and_counterparty_beta: Option<bool>,
    /// Include the raw unparsed transaction description from the financial institution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub include_original_description: Option<bool>,
    /// Include the `personal_finance_category` object in the response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub include_personal_finance_category: Option<bool>,
}

/// `TransactionsSyncResponse` defines the response schema for `/transactions/sync`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct TransactionsSyncResponse {
    /// Transactions that have been added to the Item since `cursor` ordered by ascending last
    /// modified time.
    pub added: Vec<Transaction>,
    /// Represents if more than requested count of transaction updates exist.
    pub has_more: bool,
    /// Transactions that have been modified on the Item since `cursor` ordered by ascending last
    /// modified time.
    pub modified: Vec<Transaction>,
    /// Cursor used for fetching any future updates after the latest update provided in this
    /// response.
    pub next_cursor: String,
    /// Transactions that have been removed from the Item since `cursor` ordered by ascending last
    /// modified time.
    pub removed: Vec<RemovedTransaction>,
    /// A unique identifier for the request, which can be used for troubleshooting.
    pub request_id: String,
}

/// A representation of a transaction.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Transaction {
    /// The ID of the account in which this transaction occurred.
    pub account_id: String,
    /// The name of the account owner.
    pub account_owner: Option<String>,
    /// The settled value of the transaction, denominated in the transactions's currency, as stated
    /// in `iso_currency_code` or `unofficial_currency_code`.
    pub amount: f64,
    /// A hierarchical array of the categories to which this transaction belongs.
    pub category: Option<Vec<String>>,
    /// The ID of the category to which this transaction belongs.
    pub category_id: Option<String>,
    /// The check number of the transaction.
    pub check_number: Option<String>,
    /// For pending transactions, the date that the transaction occurred; for posted transactions,
    /// the date that the transaction posted.
    pub date: String,
    /// The ISO-4217 currency code of the transaction.
    pub iso_currency_code: Option<String>,
    /// The member `location`.
    pub location: Location,
    /// The logo associated with the merchant, if available.
    pub logo_url: Option<String>,
    /// The merchant name, as enriched by Plaid from the `name` field.
    pub merchant_name: Option<String>,
    /// The merchant name or transaction description.
    pub name: String,
    /// The string returned by the financial institution to describe the transaction.
    pub original_description: Option<String>,
    /// The member `payment_meta`.
    pub payment_meta: PaymentMeta,
    /// When `true`, identifies the transaction as pending or unsettled.
    pub pending: bool,
    /// The ID of a posted transaction's associated pending transaction, where applicable.
    pub pending_transaction_id: Option<String>,
    /// The unique ID of the transaction.
    pub transaction_id: String,
    /// Please use the `payment_channel` field, `transaction_type` will be deprecated in the future.
    pub transaction_type: Option<TransactionBaseTransactionType>,
    /// The unofficial currency code associated with the transaction.
    pub unofficial_currency_code: Option<String>,
    /// The website associated with the merchant, if available.
    pub website: Option<String>,
    /// The date that the transaction was authorized.
    pub authorized_date: Option<String>,
    /// Date and time when a transaction was authorized in ISO 8601 format ( `YYYY-MM-DDTHH:mm:ssZ` ).
    pub authorized_datetime: Option<DateTime>,
    /// The counterparties present in the transaction.
    pub counterparties: Option<Vec<TransactionCounterparty>>,
    /// Date and time when a transaction was posted in ISO 8601 format ( `YYYY-MM-DDTHH:mm:ssZ` ).
    pub datetime: Option<DateTime>,
    /// The channel used to make a payment.
    pub payment_channel: TransactionPaymentChannel,
    /// The member `personal_finance_category`.
    pub personal_finance_category: Option<PersonalFinanceCategory>,
    /// A link to the icon associated with the primary personal finance category.
    pub personal_finance_category_icon_url: Option<String>,
    /// The member `transaction_code`.
    pub transaction_code: Option<TransactionCode>,
}

/// A representation of where a transaction took place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Location {
    /// The street address where the transaction occurred.
    pub address: Option<String>,
    /// The city where the transaction occurred.
    pub city: Option<String>,
    /// The ISO 3166-1 alpha-2 country code where the transaction occurred.
    pub country: Option<String>,
    /// The latitude where the transaction occurred.
    pub lat: Option<f64>,
    /// The longitude where the transaction occurred.
    pub lon: Option<f64>,
    /// The postal code where the transaction occurred.
    pub postal_code: Option<String>,
    /// The region or state where the transaction occurred.
    pub region: Option<String>,
    /// The merchant defined store number where the transaction occurred.
    pub store_number: Option<String>,
}

/// Transaction information specific to inter-bank transfers.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PaymentMeta {
    /// The party initiating a wire transfer.
    pub by_order_of: Option<String>,
    /// For transfers, the party that is receiving the transaction.
    pub payee: Option<String>,
    /// For transfers, the party that is paying the transaction.
    pub payer: Option<String>,
    /// The type of transfer, e.g. 'ACH'.
    pub payment_method: Option<String>,
    /// The name of the payment processor.
    pub payment_processor: Option<String>,
    /// The ACH PPD ID for the payer.
    pub ppd_id: Option<String>,
    /// The payer-supplied description of the transfer.
    pub reason: Option<String>,
    /// The transaction reference number supplied by the financial institution.
    pub reference_number: Option<String>,
}

/// Please use the `payment_channel` field, `transaction_type` will be deprecated in the future.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransactionBaseTransactionType {
    /// `digital`
    Digital,
    /// `place`
    Place,
    /// `special`
    Special,
    /// `unresolved`
    Unresolved,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The counterparty, such as the merchant or financial institution, is extracted by Plaid from the
/// raw description.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TransactionCounterparty {
    /// The URL of a logo associated with the counterparty, if available.
    pub logo_url: Option<String>,
    /// The name of the counterparty, such as the merchant or the financial institution, as
    /// extracted by Plaid from the raw description.
    pub name: String,
    /// The member `type`.
    pub r#type: CounterpartyType,
    /// The website associated with the counterparty.
    pub website: Option<String>,
}

/// The counterparty type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CounterpartyType {
    /// `merchant`
    Merchant,
    /// `financial_institution`
    FinancialInstitution,
    /// `payment_app`
    PaymentApp,
    /// `marketplace`
    Marketplace,
    /// `payment_terminal`
    PaymentTerminal,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The channel used to make a payment.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransactionPaymentChannel {
    /// `online`
    Online,
    /// `in store`
    #[serde(rename = "in store")]
    InStore,
    /// `other`
    #[serde(rename = "other")]
    Other2,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Information describing the intent of the transaction.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PersonalFinanceCategory {
    /// A granular category conveying the transaction's intent.
    pub detailed: String,
    /// A high level category that communicates the broad category of the transaction.
    pub primary: String,
}

/// An identifier classifying the transaction type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransactionCode {
    /// `adjustment`
    Adjustment,
    /// `atm`
    Atm,
    /// `bank charge`
    #[serde(rename = "bank charge")]
    BankCharge,
    /// `bill payment`
    #[serde(rename = "bill payment")]
    BillPayment,
    /// `cash`
    Cash,
    /// `cashback`
    Cashback,
    /// `cheque`
    Cheque,
    /// `direct debit`
    #[serde(rename = "direct debit")]
    DirectDebit,
    /// `interest`
    Interest,
    /// `purchase`
    Purchase,
    /// `standing order`
    #[serde(rename = "standing order")]
    StandingOrder,
    /// `transfer`
    Transfer,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A representation of a removed transaction.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RemovedTransaction {
    /// The ID of the removed transaction.
    pub transaction_id: Option<String>,
}

/// `ItemGetRequest` defines the request schema for `/item/get`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ItemGetRequest {
    /// The access token associated with the Item data is being requested for.
    pub access_token: String,
    /// Your Plaid API `client_id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// Your Plaid API `secret`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

/// `ItemGetResponse` defines the response schema for `/item/get` and `/item/webhook/update`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct ItemGetResponse {
    /// The member `item`.
    pub item: Item,
    /// A unique identifier for the request, which can be used for troubleshooting.
    pub request_id: String,
    /// Information about the last successful and failed transactions update for the Item.
    pub status: Option<ItemStatus>,
}

/// An object with information about the status of the Item.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ItemStatus {
    /// The member `investments`.
    pub investments: Option<ItemStatusInvestments>,
    /// The member `last_webhook`.
    pub last_webhook: Option<ItemStatusLastWebhook>,
    /// The member `transactions`.
    pub transactions: Option<ItemStatusTransactions>,
}

/// Information about the last successful and failed investments update for the Item.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ItemStatusInvestments {
    /// ISO 8601 timestamp of the last failed investments update for the Item.
    pub last_failed_update: Option<DateTime>,
    /// ISO 8601 timestamp of the last successful investments update for the Item.
    pub last_successful_update: Option<DateTime>,
}

/// Information about the last webhook fired for the Item.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ItemStatusLastWebhook {
    /// The last webhook code sent.
    pub code_sent: Option<String>,
    /// ISO 8601 timestamp of when the webhook was fired.
    pub sent_at: Option<DateTime>,
}

/// Information about the last successful and failed transactions update for the Item.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ItemStatusTransactions {
    /// ISO 8601 timestamp of the last failed transactions update for the Item.
    pub last_failed_update: Option<DateTime>,
    /// ISO 8601 timestamp of the last successful transactions update for the Item.
    pub last_successful_update: Option<DateTime>,
}

//! Stripe: forms with nested members, lists and metadata; `expand[]`; ranges in a query.

use std::collections::BTreeMap;

use rest_op::testing::Recorder;
use rest_op::{Api, Call, Client, FromResponse, Part, rest_op};
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};

trait Stripe: Api {
    /// Creates a customer.
    #[rest_op(POST, "/v1/customers")]
    fn create_customer(
        &self,
        #[header("idempotency-key")] idempotency_key: Option<&str>,
        #[body(form, brackets)] customer: &NewCustomer<'_>,
    ) -> Call<Customer>;

    /// Lists charges.
    #[rest_op(GET, "/v1/charges", header("stripe-version" = "2024-06-20"))]
    fn list_charges(&self, #[query(flatten, brackets)] options: &ListCharges<'_>) -> Call<Charges>;

    /// Starts a checkout.
    #[rest_op(POST, "/v1/checkout/sessions", idempotent)]
    fn create_session(&self, #[body(form, brackets)] session: &NewSession<'_>) -> Call<Session>;

    /// Uploads a file.
    #[rest_op(POST, "/v1/files", host_prefix = "files.")]
    fn upload_file(&self, #[part] purpose: &str, #[part] file: Part) -> Call<Customer>;

    /// Cancels a subscription.
    #[rest_op(DELETE, "/v1/subscriptions/<id>")]
    fn cancel_subscription(
        &self,
        id: &str,
        #[query("cancellation_details", brackets)] details: Option<&CancellationDetails<'_>>,
    ) -> Call<Session>;
}

impl Stripe for Client {}

#[derive(Default, Serialize)]
struct NewCustomer<'a> {
    email: Option<&'a str>,
    address: Option<Address<'a>>,
    metadata: BTreeMap<&'a str, &'a str>,
    preferred_locales: &'a [&'a str],
}

#[derive(Serialize)]
struct Address<'a> {
    line1: &'a str,
    line2: Option<&'a str>,
    country: &'a str,
}

#[derive(Default, Serialize)]
struct ListCharges<'a> {
    created: Range,
    limit: Option<u32>,
    expand: &'a [&'a str],
}

#[derive(Default, Serialize)]
struct Range {
    gte: Option<u64>,
    lt: Option<u64>,
}

#[derive(Serialize)]
struct NewSession<'a> {
    mode: &'a str,
    line_items: &'a [LineItem<'a>],
    automatic_tax: Option<Enabled>,
}

#[derive(Serialize)]
struct LineItem<'a> {
    price: &'a str,
    quantity: u32,
    tax_rates: &'a [&'a str],
}

#[derive(Serialize)]
struct Enabled {
    enabled: bool,
}

#[derive(Serialize)]
struct CancellationDetails<'a> {
    comment: Option<&'a str>,
    feedback: Option<&'a str>,
}

#[derive(Deserialize, FromResponse)]
struct Customer {
    #[serde(rename = "id")]
    _id: String,
}

#[derive(Deserialize, FromResponse)]
struct Charges {
    #[serde(rename = "data")]
    _data: Vec<serde_json::Value>,
}

#[derive(Deserialize, FromResponse)]
struct Session {
    #[serde(rename = "url")]
    _url: Option<String>,
}

fn client() -> Client {
    Client::builder("https://api.stripe.com").build().unwrap()
}

#[test]
fn forms_have_members_and_maps_in_brackets() {
    let customer = NewCustomer {
        email: Some("jenny.rosen@example.com"),
        address: Some(Address {
            line1: "510 Townsend St",
            line2: None,
            country: "US",
        }),
        metadata: BTreeMap::from([("order_id", "6735"), ("source", "web & app")]),
        preferred_locales: &["en", "de"],
    };
    assert_eq!(
        wire::text(
            &client()
                .create_customer(Some("KG5LxwFBepaKHyUD"), &customer)
                .request()
                .unwrap()
        ),
        "POST https://api.stripe.com/v1/customers\n\
         accept: application/json\n\
         content-type: application/x-www-form-urlencoded\n\
         idempotency-key: KG5LxwFBepaKHyUD\n\
         \n\
         email=jenny.rosen%40example.com&address%5Bline1%5D=510+Townsend+St&address%5Bcountry%5D=US\
         &metadata%5Border_id%5D=6735&metadata%5Bsource%5D=web+%26+app\
         &preferred_locales%5B%5D=en&preferred_locales%5B%5D=de"
    );
    let request = client()
        .create_customer(None, &NewCustomer::default())
        .request()
        .unwrap();
    assert_eq!(request.body(), "");
    assert_eq!(
        request.headers().get("content-type").unwrap(),
        "application/x-www-form-urlencoded"
    );
}

#[test]
fn lists_of_objects_are_numbered_and_lists_of_scalars_are_not() {
    let items = [
        LineItem {
            price: "price_A",
            quantity: 2,
            tax_rates: &["txr_1", "txr_2"],
        },
        LineItem {
            price: "price_B",
            quantity: 1,
            tax_rates: &[],
        },
    ];
    let session = NewSession {
        mode: "payment",
        line_items: &items,
        automatic_tax: Some(Enabled { enabled: true }),
    };
    let request = client().create_session(&session).request().unwrap();
    assert_eq!(
        request.body(),
        "mode=payment\
         &line_items%5B0%5D%5Bprice%5D=price_A&line_items%5B0%5D%5Bquantity%5D=2\
         &line_items%5B0%5D%5Btax_rates%5D%5B%5D=txr_1&line_items%5B0%5D%5Btax_rates%5D%5B%5D=txr_2\
         &line_items%5B1%5D%5Bprice%5D=price_B&line_items%5B1%5D%5Bquantity%5D=1\
         &automatic_tax%5Benabled%5D=true"
    );
}

#[test]
fn queries_have_ranges_and_lists_in_brackets() {
    let options = ListCharges {
        created: Range {
            gte: Some(1_704_067_200),
            lt: None,
        },
        limit: Some(3),
        expand: &["data.customer", "data.invoice"],
    };
    assert_eq!(
        wire::text(&client().list_charges(&options).request().unwrap()),
        "GET https://api.stripe.com/v1/charges?created%5Bgte%5D=1704067200&limit=3\
         &expand%5B%5D=data.customer&expand%5B%5D=data.invoice\n\
         accept: application/json\n\
         stripe-version: 2024-06-20"
    );
    let details = CancellationDetails {
        comment: None,
        feedback: Some("too_expensive"),
    };
    for (details, target) in [
        (
            Some(&details),
            "/v1/subscriptions/sub_1?cancellation_details%5Bfeedback%5D=too_expensive",
        ),
        (None, "/v1/subscriptions/sub_1"),
    ] {
        let request = client().cancel_subscription("sub_1", details).request().unwrap();
        assert_eq!(request.uri().path_and_query().unwrap(), target);
    }
}

#[test]
fn file_is_a_part_on_another_host() {
    let client = Client::builder("https://stripe.com")
        .transport(Recorder::new().boundary("BOUNDARY"))
        .build()
        .unwrap();
    let file = Part::bytes(b"%PDF".as_slice())
        .file_name("invoice.pdf")
        .media_type("application/pdf");
    assert_eq!(
        wire::text(&client.upload_file("dispute_evidence", file).request().unwrap()),
        "POST https://files.stripe.com/v1/files\n\
         accept: application/json\n\
         content-type: multipart/form-data; boundary=BOUNDARY\n\
         \n\
         --BOUNDARY\r\n\
         Content-Disposition: form-data; name=\"purpose\"\r\n\
         \r\n\
         dispute_evidence\r\n\
         --BOUNDARY\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"invoice.pdf\"\r\n\
         Content-Type: application/pdf\r\n\
         \r\n\
         %PDF\r\n\
         --BOUNDARY--\r\n"
    );
}

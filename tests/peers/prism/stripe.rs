//! Stripe: nested forms and queries, lists in brackets.

use std::collections::BTreeMap;

use rest_op::{Api, Bearer, Call, Client, FromResponse, Retry, rest_op};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{serve_edited, violations};

trait Stripe: Api {
    #[rest_op(POST, "/v1/customers")]
    fn create_customer(&self, #[body(form, brackets)] customer: &NewCustomer<'_>) -> Call<Created>;

    #[rest_op(GET, "/v1/charges")]
    fn list_charges(&self, #[query(flatten, brackets)] filter: &Charges<'_>) -> Call<Created>;
}

impl Stripe for Client {}

#[derive(Serialize)]
struct NewCustomer<'a> {
    name: &'a str,
    balance: Option<i64>,
    metadata: BTreeMap<&'a str, &'a str>,
    cash_balance: CashBalance<'a>,
    preferred_locales: &'a [&'a str],
}

#[derive(Serialize)]
struct CashBalance<'a> {
    settings: Settings<'a>,
}

#[derive(Serialize)]
struct Settings<'a> {
    reconciliation_mode: &'a str,
}

#[derive(Serialize)]
struct Charges<'a> {
    created: BTreeMap<&'a str, u64>,
    expand: &'a [&'a str],
    limit: Option<i32>,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Created {
    id: String,
}

#[tokio::test]
async fn requests_conform_to_the_document() {
    const KEPT: [&str; 2] = ["/v1/customers", "/v1/charges"];
    let prism = serve_edited("stripe.com", |document| {
        // The whole document, whose responses are recursive, is too large for Prism.
        let paths = document["paths"].as_object_mut().unwrap();
        paths.retain(|path, _| KEPT.contains(&path.as_str()));
        let operations = paths
            .values_mut()
            .flat_map(|path| path.as_object_mut().unwrap().values_mut());
        for operation in operations {
            let content = json!({"application/json": {"example": {"id": "id_1"}}});
            operation["responses"] = json!({"200": {"description": "", "content": content}});
        }
        document["components"]["schemas"] = json!({});
    });
    let Some(prism) = prism else { return };
    let builder = Client::builder(prism.endpoint()).auth(Bearer::new("sk_test_1"));
    let client = builder.retry(Retry::none()).build().unwrap();

    let mut customer = NewCustomer {
        name: "Jenny & Rosen",
        balance: Some(-100),
        metadata: BTreeMap::from([("order id", "67=35"), ("plan", "é")]),
        cash_balance: CashBalance {
            settings: Settings {
                reconciliation_mode: "manual",
            },
        },
        preferred_locales: &["fr", "de"],
    };
    assert_eq!(client.create_customer(&customer).await.unwrap().id, "id_1");
    let charges = |limit| Charges {
        created: BTreeMap::from([("gte", 1_700_000_000)]),
        expand: &["data.customer", "data.invoice"],
        limit,
    };
    assert_eq!(client.list_charges(&charges(Some(3))).await.unwrap().id, "id_1");

    // The place proves that Prism reads brackets as intended.
    customer.cash_balance.settings.reconciliation_mode = "never";
    assert_eq!(
        violations(client.create_customer(&customer).await),
        ["body.cash_balance.settings.reconciliation_mode enum"]
    );
}

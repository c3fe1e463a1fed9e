//! Stripe: nested forms and queries, objects that may be ids.

use std::collections::BTreeMap;

use rest_op::Bearer;
use serde_json::json;

use super::{client, collapse, serve};
use crate::imported::stripe::{
    GetRefunds, GetRefundsCreated, GetRefundsCreatedRangeQuerySpecs, PostCustomersRequest, PostCustomersRequestAddress,
    PostCustomersRequestAddressOptionalFieldsAddress, PostCustomersRequestCashBalance,
    PostCustomersRequestCashBalanceSettings, PostCustomersRequestCashBalanceSettingsReconciliationMode as Mode,
    PostCustomersRequestMetadata, PostRefundsRequest, PostRefundsRequestReason, Stripe,
};
use crate::prism::violations;

const PATHS: &[&str] = &["/v1/refunds", "/v1/customers"];

#[tokio::test]
async fn imported_operations_are_those_of_the_document() {
    let prism = serve("stripe.com", PATHS, |document| {
        collapse(document);
        // It has been imported as any JSON, and is too large for Prism.
        document["components"]["schemas"]["customer"] = json!({"type": "object", "example": {"id": "cus_1"}});
    });
    let Some(prism) = prism else { return };
    let stripe = client(&prism).auth(Bearer::new("sk_test_1")).build().unwrap();

    let created = GetRefundsCreated::Object(GetRefundsCreatedRangeQuerySpecs {
        gte: Some(1_700_000_000),
        ..GetRefundsCreatedRangeQuerySpecs::default()
    });
    let options = GetRefunds {
        charge: Some("ch_1".to_owned()),
        limit: Some(3),
        ..GetRefunds::default()
    };
    let refunds = stripe
        .get_refunds(Some(&created), &["data.charge"], &options)
        .await
        .unwrap();
    assert_eq!(refunds.data.len(), 1);
    let refund = PostRefundsRequest {
        charge: Some("ch_1".to_owned()),
        reason: Some(PostRefundsRequestReason::RequestedByCustomer),
        expand: Some(vec!["charge".to_owned(), "payment_intent".to_owned()]),
        ..PostRefundsRequest::default()
    };
    stripe.post_refunds(Some(&refund)).await.unwrap();
    let customer = |mode| PostCustomersRequest {
        name: Some("Jenny & Rosen".to_owned()),
        balance: Some(-100),
        address: Some(PostCustomersRequestAddress::Object(
            PostCustomersRequestAddressOptionalFieldsAddress {
                line1: Some("1 Main St".to_owned()),
                ..PostCustomersRequestAddressOptionalFieldsAddress::default()
            },
        )),
        metadata: Some(PostCustomersRequestMetadata::Object(BTreeMap::from([(
            "order id".to_owned(),
            "67=35".to_owned(),
        )]))),
        cash_balance: Some(PostCustomersRequestCashBalance {
            settings: Some(PostCustomersRequestCashBalanceSettings {
                reconciliation_mode: Some(mode),
            }),
        }),
        preferred_locales: Some(vec!["fr".to_owned(), "de".to_owned()]),
        ..PostCustomersRequest::default()
    };
    let created = stripe.post_customers(Some(&customer(Mode::Manual))).await.unwrap();
    assert_eq!(created["id"], "cus_1");

    let never = customer(Mode::Other("never".to_owned()));
    assert_eq!(
        violations(stripe.post_customers(Some(&never)).await),
        ["body.cash_balance.settings.reconciliation_mode enum"]
    );
}

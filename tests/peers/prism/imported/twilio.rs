//! Twilio: `.json` behind a label, keys that end in `>`, forms with lists, pages by URLs.

use rest_op::Basic;
use rest_op::timestamp::DateTime;
use serde_json::json;

use super::{client, serve};
use crate::imported::twilio::{CreateMessageRequest, ListCall, ListMessage, Twilio};
use crate::prism::violations;

const PATHS: &[&str] = &[
    "/2010-04-01/Accounts/{AccountSid}/Messages.json",
    "/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json",
    "/2010-04-01/Accounts/{AccountSid}/Calls.json",
];

#[tokio::test]
async fn imported_operations_are_those_of_the_document() {
    let prism = serve("twilio.com-api", PATHS, |document| {
        let messages = &mut document["paths"][PATHS[0]]["post"];
        // Prism reads lists in forms only if this default of OpenAPI is spelled out.
        messages["requestBody"]["content"]["application/x-www-form-urlencoded"]["encoding"] =
            json!({"MediaUrl": {"style": "form", "explode": true}});
    });
    let Some(prism) = prism else { return };
    let account = "AC0123456789abcdef0123456789abcdef";
    let sid = "SM0123456789abcdef0123456789abcdef";
    // The document has no examples; those that Prism makes itself break its patterns unless they are random.
    let builder = client(&prism).header("prefer", "dynamic=true");
    let twilio = builder.auth(Basic::new(account, "s3cret")).build().unwrap();

    let message = |url: &str| CreateMessageRequest {
        to: "+15558675310".to_owned(),
        from: Some("+15017122661".to_owned()),
        body: Some("Hi there & grüße".to_owned()),
        media_url: Some(vec!["https://c1.example/a.jpg?b=c&d".to_owned(), url.to_owned()]),
        max_price: Some(0.25),
        ..CreateMessageRequest::default()
    };
    let sent = message("https://c1.example/b.jpg");
    twilio.create_message(account, Some(&sent)).await.unwrap();
    twilio.fetch_message(account, sid).await.unwrap();
    let since = Some(DateTime(time::OffsetDateTime::UNIX_EPOCH));
    let options = ListMessage {
        date_sent_greater: since,
        page_size: Some(20),
        ..ListMessage::default()
    };
    twilio.list_message(account, &options).await.unwrap();
    let options = ListCall {
        start_time_greater: since,
        ..ListCall::default()
    };
    twilio.list_call(account, &options).await.unwrap();
    twilio.delete_message(account, sid).await.unwrap();

    // Prism reads the last item of a list alone.
    assert_eq!(
        violations(twilio.create_message(account, Some(&message("nowhere"))).await),
        ["body.MediaUrl.0 format"]
    );
}

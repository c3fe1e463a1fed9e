//! Twilio: `.json` after a label, keys that end in `>`, forms, times in a query, user name and password.

use rest_op::timestamp::DateTime;
use rest_op::{Api, Basic, Call, Client, FromResponse, Retry, rest_op};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{serve_edited, violations};

trait Twilio: Api {
    #[rest_op(POST, "/2010-04-01/Accounts/<account>/Messages.json")]
    fn send_message(&self, account: &str, #[body(form)] message: &NewMessage<'_>) -> Call<Message>;

    #[rest_op(GET, "/2010-04-01/Accounts/<account>/Messages/<message>.json")]
    fn get_message(&self, account: &str, message: &str) -> Call<Message>;

    #[rest_op(DELETE, "/2010-04-01/Accounts/<account>/Messages/<message>.json")]
    fn delete_message(&self, account: &str, message: &str) -> Call<()>;

    #[rest_op(GET, "/2010-04-01/Accounts/<account>/Calls.json")]
    fn list_calls(
        &self,
        account: &str,
        #[query("StartTime>")] from: Option<DateTime>,
        #[query("PageSize")] page_size: Option<i32>,
    ) -> Call<Calls>;
}

impl Twilio for Client {}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct NewMessage<'a> {
    to: &'a str,
    from: &'a str,
    body: Option<&'a str>,
    media_url: &'a [&'a str],
    max_price: Option<f64>,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Message {
    sid: Option<String>,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Calls {
    calls: Vec<Message>,
}

#[tokio::test]
async fn requests_conform_to_the_document() {
    let prism = serve_edited("twilio.com-api", |document| {
        let messages = &mut document["paths"]["/2010-04-01/Accounts/{AccountSid}/Messages.json"]["post"];
        // Prism reads lists in forms only if this default of OpenAPI is spelled out.
        messages["requestBody"]["content"]["application/x-www-form-urlencoded"]["encoding"] =
            json!({"MediaUrl": {"style": "form", "explode": true}});
    });
    let Some(prism) = prism else { return };
    // The document has no examples; those that Prism generates violate its patterns unless they are random.
    let builder = Client::builder(prism.endpoint()).header("prefer", "dynamic=true");
    let anonymous = builder.retry(Retry::none()).build().unwrap();
    let account = "AC0123456789abcdef0123456789abcdef";
    let client = anonymous.with_auth(Basic::new(account, "s3cret")).unwrap();

    let mut message = NewMessage {
        to: "+15558675310",
        from: "+15017122661",
        body: Some("Hi there & grüße"),
        media_url: &["https://c1.example/a.jpg?b=c&d", "https://c1.example/b.jpg"],
        max_price: Some(0.25),
    };
    client.send_message(account, &message).await.unwrap();
    let sid = "SM0123456789abcdef0123456789abcdef";
    client.get_message(account, sid).await.unwrap();
    client.delete_message(account, sid).await.unwrap();
    let from = DateTime(time::OffsetDateTime::UNIX_EPOCH);
    let calls = client.list_calls(account, Some(from), Some(20)).await.unwrap();
    assert!(
        calls
            .calls
            .iter()
            .flat_map(|call| &call.sid)
            .all(|sid| sid.starts_with("CA")),
        "{calls:?}"
    );

    assert_eq!(
        anonymous
            .delete_message(account, sid)
            .await
            .unwrap_err()
            .status()
            .unwrap(),
        401
    );
    message.media_url = &["nowhere"];
    assert_eq!(
        violations(client.send_message(account, &message).await),
        ["body.MediaUrl.0 format"]
    );
    assert_eq!(
        violations(client.delete_message(account, "SM1").await),
        ["path.sid minLength", "path.sid pattern"]
    );
}

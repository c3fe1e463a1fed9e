//! Twilio: `.json` after a label, keys that end in `>` or `<`, forms, times in a query.

use rest_op::timestamp::DateTime;
use rest_op::{Api, Basic, Call, Client, FromResponse, rest_op};
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};

trait Twilio: Api {
    /// Sends a message.
    #[rest_op(POST, "/2010-04-01/Accounts/<account>/Messages.json")]
    fn send_message(&self, account: &str, #[body(form)] message: &NewMessage<'_>) -> Call<Message>;

    /// Gets a message.
    #[rest_op(GET, "/2010-04-01/Accounts/<account>/Messages/<message>.json")]
    fn get_message(&self, account: &str, message: &str) -> Call<Message>;

    /// Lists the calls that began at or after a time.
    #[rest_op(GET, "/2010-04-01/Accounts/<account>/Calls.json")]
    fn list_calls(
        &self,
        account: &str,
        #[query("StartTime>")] from: Option<DateTime>,
        #[query("StartTime<")] to: Option<DateTime>,
        #[query("PageSize")] page_size: Option<u32>,
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
}

#[derive(Debug, Deserialize, FromResponse)]
struct Message {
    #[serde(rename = "sid")]
    _sid: String,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Calls {
    #[serde(rename = "calls")]
    _calls: Vec<serde_json::Value>,
}

fn client() -> Client {
    Client::builder("https://api.twilio.com")
        .auth(Basic::new("AC123", "secret"))
        .build()
        .unwrap()
}

#[test]
fn forms_repeat_lists() {
    let message = NewMessage {
        to: "+15558675310",
        from: "+15017122661",
        body: Some("Hi there"),
        media_url: &["https://c1.example/a.jpg", "https://c1.example/b.jpg"],
    };
    assert_eq!(
        wire::text(&client().send_message("AC123", &message).request().unwrap()),
        "POST https://api.twilio.com/2010-04-01/Accounts/AC123/Messages.json\n\
         accept: application/json\n\
         content-type: application/x-www-form-urlencoded\n\
         \n\
         To=%2B15558675310&From=%2B15017122661&Body=Hi+there\
         &MediaUrl=https%3A%2F%2Fc1.example%2Fa.jpg&MediaUrl=https%3A%2F%2Fc1.example%2Fb.jpg"
    );
}

#[test]
fn inequalities_are_parts_of_keys() {
    let from = DateTime(time::OffsetDateTime::from_unix_timestamp(1_704_067_200).unwrap());
    let call = client().list_calls("AC123", Some(from), None, Some(20));
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "GET https://api.twilio.com/2010-04-01/Accounts/AC123/Calls.json\
         ?StartTime%3E=2024-01-01T00%3A00%3A00Z&PageSize=20\n\
         accept: application/json"
    );
    let call = client().get_message("AC123", "SM/1");
    let request = call.request().unwrap();
    assert_eq!(request.uri().path(), "/2010-04-01/Accounts/AC123/Messages/SM%2F1.json");
}

//! Box: comma lists of known words, a JSON patch, a bearer token.

use rest_op::{Api, Bearer, Call, Client, FromResponse, Retry, rest_op};
use serde::{Deserialize, Serialize};

use super::{serve, violations};

trait BoxFiles: Api {
    #[rest_op(GET, "/events")]
    fn list_events(
        &self,
        #[query("event_type", comma)] kinds: &[&str],
        #[query] stream_type: Option<&str>,
        #[query] limit: Option<u32>,
    ) -> Call<Events>;

    #[rest_op(GET, "/folders/<folder>/items")]
    fn list_items(&self, folder: &str, #[query(comma)] fields: &[&str], #[query] usemarker: bool) -> Call<Items>;

    #[rest_op(
        PUT,
        "/files/<file>/metadata/<scope>/<template>",
        content_type = "application/json-patch+json"
    )]
    fn change_metadata(
        &self,
        file: &str,
        scope: &str,
        template: &str,
        #[body] changes: &[Change<'_>],
    ) -> Call<Metadata>;
}

impl BoxFiles for Client {}

#[derive(Debug, Deserialize, FromResponse)]
struct Events {
    entries: Vec<Event>,
}

#[derive(Debug, Deserialize)]
struct Event {
    event_type: String,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Items {
    entries: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Item {
    File { name: String },
}

#[derive(Serialize)]
#[serde(tag = "op", rename_all = "lowercase")]
enum Change<'a> {
    Add { path: &'a str, value: &'a str },
    Remove { path: &'a str },
    Increment { path: &'a str },
}

#[derive(Debug, Deserialize, FromResponse)]
struct Metadata {
    #[serde(rename = "$version")]
    version: u32,
}

#[tokio::test]
async fn requests_conform_to_the_document() {
    let Some(prism) = serve("box.com") else { return };
    let builder = Client::builder(prism.endpoint()).auth(Bearer::new("t0ken"));
    let client = builder.retry(Retry::none()).build().unwrap();

    let events = |second| client.list_events(&["ACCESS_GRANTED", second], Some("admin_logs"), Some(50));
    let granted = events("ACCESS_REVOKED").await.unwrap();
    assert_eq!(granted.entries[0].event_type, "ACCESS_GRANTED");
    let items = client.list_items("0", &["id", "name"], true).await.unwrap();
    assert!(
        matches!(&items.entries[..], [Item::File { name }, ..] if name == "Contract.pdf"),
        "{items:?}"
    );
    let change = |last| {
        let added = Change::Add { path: "/a", value: "b" };
        client.change_metadata("12345", "enterprise", "blueprint", &[added, last])
    };
    assert_eq!(change(Change::Remove { path: "/c" }).await.unwrap().version, 1);

    // The place proves that Prism sees two items.
    assert_eq!(violations(events("ACCESS_LOST").await), ["query.event_type.1 enum"]);
    assert_eq!(
        violations(change(Change::Increment { path: "/d" }).await),
        ["body.1.op enum"]
    );
}

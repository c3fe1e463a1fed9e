//! Hetzner: JSON objects behind one member, members as arguments, numbers in a path.

use std::collections::BTreeMap;

use rest_op::timestamp::DateTime;
use rest_op::{Api, Call, Client, FromResponse, Retry, rest_op};
use serde::Deserialize;

use super::{serve, violations};

trait Hetzner: Api {
    #[rest_op(GET, "/actions")]
    fn list_actions(&self, #[query] status: &[&str], #[query] sort: Option<&str>) -> Call<Actions>;

    #[rest_op(POST, "/servers")]
    fn create_server(
        &self,
        #[member] name: &str,
        #[member] image: &str,
        #[member] server_type: Option<&str>,
        #[member] labels: &BTreeMap<&str, &str>,
        #[member] volumes: &[u64],
    ) -> Call<Created>;

    #[rest_op(GET, "/servers/<id>/metrics")]
    fn metrics(
        &self,
        id: u64,
        #[query("type")] kind: &str,
        #[query] start: DateTime,
        #[query] end: DateTime,
    ) -> Call<Metrics>;

    #[rest_op(PUT, "/ssh_keys/<id>")]
    fn rename_key(&self, id: u64, #[member] name: Option<&str>) -> Call<Key>;

    #[rest_op(DELETE, "/ssh_keys/<id>")]
    fn delete_key(&self, id: u64) -> Call<()>;
}

impl Hetzner for Client {}

#[derive(Debug, Deserialize, FromResponse)]
struct Actions {
    actions: Vec<Action>,
}

#[derive(Debug, Deserialize)]
struct Action {
    progress: u8,
    finished: Option<DateTime>,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Created {
    action: Action,
    next_actions: Vec<Action>,
}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(member = "metrics")]
struct Metrics {
    time_series: BTreeMap<String, Series>,
}

#[derive(Debug, Deserialize)]
struct Series {
    values: Vec<(f64, String)>,
}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(member = "ssh_key")]
struct Key {
    id: u64,
}

#[tokio::test]
async fn requests_conform_to_the_document() {
    let Some(prism) = serve("hetzner.cloud") else { return };
    let client = Client::builder(prism.endpoint()).retry(Retry::none()).build().unwrap();

    let actions = client.list_actions(&["running"], Some("id:asc")).await.unwrap().actions;
    assert!(
        actions[0].progress == 100 && actions[0].finished.is_some(),
        "{actions:?}"
    );
    let labels = BTreeMap::from([("env", "dev")]);
    let create = |server_type| client.create_server("my-server", "ubuntu-20.04", server_type, &labels, &[123]);
    let created = create(Some("cx11")).await.unwrap();
    assert!(
        created.action.finished.is_none() && created.next_actions.len() == 1,
        "{created:?}"
    );
    let time = DateTime(time::OffsetDateTime::UNIX_EPOCH);
    let metrics = client.metrics(42, "cpu", time, time).await.unwrap();
    assert_eq!(metrics.time_series["name_of_timeseries"].values[0].1, "42");
    assert_eq!(client.rename_key(2323, Some("My key")).await.unwrap().id, 2323);
    client.delete_key(2323).await.unwrap();

    assert_eq!(violations(create(None).await), ["body required"]);
    // The service takes several, but the document does not.
    assert_eq!(
        violations(client.list_actions(&["running", "error"], None).await),
        ["query.status type", "query.status enum"]
    );
    assert_eq!(
        violations(client.metrics(42, "gpu", time, time).await),
        ["query.type enum"]
    );
}

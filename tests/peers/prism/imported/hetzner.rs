//! Hetzner: objects behind one member, values such as `id:asc`.

use std::collections::BTreeMap;

use rest_op::Bearer;
use serde_json::json;

use super::{client, serve};
use crate::imported::hetzner::{
    GetActions, GetActionsSort, GetActionsStatus, GetServersIdMetricsType, HetznerCloud, PostServersRequest,
    PutSshKeysIdRequest,
};
use crate::prism::violations;

const PATHS: &[&str] = &["/actions", "/servers", "/servers/{id}/metrics", "/ssh_keys/{id}"];

#[tokio::test]
async fn imported_operations_are_those_of_the_document() {
    let Some(prism) = serve("hetzner.cloud", PATHS, |_| {}) else {
        return;
    };
    let hetzner = client(&prism).auth(Bearer::new("s3cret")).build().unwrap();

    let options = GetActions {
        id: Some(42),
        sort: Some(GetActionsSort::IdAsc),
        status: Some(GetActionsStatus::Running),
    };
    let actions = hetzner.get_actions(&options).await.unwrap().actions;
    assert_eq!(actions[0].command, "start_server");
    let new = PostServersRequest {
        name: "my-server".to_owned(),
        image: "ubuntu-20.04".to_owned(),
        server_type: "cx11".to_owned(),
        labels: Some(BTreeMap::from([("env".to_owned(), json!("dev"))])),
        volumes: Some(vec![123]),
        ..PostServersRequest::default()
    };
    hetzner.post_servers(Some(&new)).await.unwrap();
    let (start, end) = ("2017-01-01T00:00:00+00:00", "2017-01-01T23:00:00+00:00");
    let metrics = hetzner.get_servers_id_metrics(42, &GetServersIdMetricsType::Cpu, start, end, Some("60"));
    assert_eq!(metrics.await.unwrap().metrics.time_series.len(), 1);
    let name = PutSshKeysIdRequest {
        name: Some("My ssh key".to_owned()),
        ..PutSshKeysIdRequest::default()
    };
    assert_eq!(
        hetzner.put_ssh_keys_id("2323", Some(&name)).await.unwrap().ssh_key.id,
        2323
    );
    hetzner.delete_ssh_keys_id("2323").await.unwrap();

    let gpu = GetServersIdMetricsType::Other("gpu".to_owned());
    assert_eq!(
        violations(hetzner.get_servers_id_metrics(42, &gpu, start, end, None).await),
        ["query.type enum"]
    );
}

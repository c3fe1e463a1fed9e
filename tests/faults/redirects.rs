//! Redirects to another port are never followed, with or without credentials.

use rest_op::{Client, ClientBuilder};
use rest_op_tests::fault_server::{Fault, FaultServer};
use rest_op_tests::fixture::signed;
use rest_op_tests::things::Things;

#[tokio::test]
async fn redirect_to_another_port_is_never_followed() {
    let _machine = crate::MACHINE.read().await;
    let home = FaultServer::start().await;
    let elsewhere = FaultServer::start().await;
    let clients: [fn(&str) -> ClientBuilder; 2] = [|url| Client::builder(url), signed];
    for builder in clients {
        for status in ["301", "302", "303", "307", "308"] {
            let location = format!("{}/things/a?token=secret", elsewhere.url());
            home.fail(Fault::response(status.parse().unwrap(), &[("location", &location)], ""));
            let client = builder(&home.url()).build().unwrap();
            let error = client.get_thing("a").await.unwrap_err();
            assert_eq!(error.status().unwrap().as_str(), status);
            assert_eq!(error.location(), Some(format!("{}/things/a", elsewhere.url()).as_str()));
            assert_eq!(error.attempts(), 1);
        }
    }
    assert_eq!((home.received().len(), elsewhere.accepted()), (10, 0));
}

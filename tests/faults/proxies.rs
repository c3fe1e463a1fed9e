//! Proxies of the environment: plain HTTP to loopback bypasses them, since credentials would leave the machine. The
//! variables are read once per process, so the test starts itself again with them set.

use std::process::Command;

use rest_op_tests::fault_server::FaultServer;
use rest_op_tests::fixture::signed;
use rest_op_tests::things::Things;

const SERVER: &str = "REST_OP_TEST_SERVER";

#[tokio::test(flavor = "multi_thread")]
async fn plain_http_to_loopback_bypasses_proxies() {
    let _machine = crate::MACHINE.read().await;
    if let Ok(server) = std::env::var(SERVER) {
        let client = signed(&server).build().unwrap();
        client.get_thing("a").await.unwrap();
        // Also with a client that was built for another host, which is reached through a proxy.
        let elsewhere = signed("https://api.example.com").build().unwrap();
        elsewhere.with_endpoint(&server).unwrap().get_thing("a").await.unwrap();
        return;
    }
    let server = FaultServer::start().await;
    let proxy = FaultServer::start().await;
    let (server_url, proxy_url) = (server.url(), proxy.url());
    let output = tokio::task::spawn_blocking(move || {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "proxies::plain_http_to_loopback_bypasses_proxies"])
            .env(SERVER, server_url)
            .envs(["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"].map(|name| (name, proxy_url.clone())))
            .env_remove("NO_PROXY")
            .env_remove("no_proxy")
            .output()
            .unwrap()
    });
    let output = output.await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!((server.received().len(), proxy.accepted()), (2, 0));
}

//! Docker Engine: comma lists, JSON in a query, a tar file as a body, text, headers of a HEAD.

use rest_op::{Api, ApiError, Bytes, Call, Client, ErrorResponse, FromResponse, Retry, rest_op};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{serve, violations};

trait Docker: Api {
    #[rest_op(GET, "/_ping")]
    fn ping(&self) -> Call<String>;

    #[rest_op(GET, "/containers/json")]
    fn list_containers(&self, #[query] all: bool, #[query] filters: &str) -> Call<Vec<Container>>;

    #[rest_op(POST, "/containers/create")]
    fn create_container(&self, #[query] name: Option<&str>, #[body] container: &NewContainer<'_>) -> Call<Created>;

    #[rest_op(GET, "/images/get")]
    fn save_images(&self, #[query(comma)] names: &[&str]) -> Call<Bytes>;

    #[rest_op(PUT, "/containers/<container>/archive", content_type = "application/x-tar")]
    fn extract(&self, container: &str, #[query] path: Option<&str>, #[body(bytes)] tar: &[u8])
    -> Call<(), DockerError>;

    #[rest_op(HEAD, "/containers/<container>/archive")]
    fn stat(&self, container: &str, #[query] path: &str) -> Call<Stat>;

    #[rest_op(GET, "/containers/<container>/logs", header("accept" = "text/plain"))]
    fn logs(&self, container: &str, #[query] stdout: bool, #[query] since: Option<u64>) -> Call<String>;
}

impl Docker for Client {}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Container {
    id: String,
    names: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct NewContainer<'a> {
    image: &'a str,
    cmd: &'a [&'a str],
    env: Option<Vec<String>>,
    host_config: HostConfig,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct HostConfig {
    memory: i64,
    auto_remove: bool,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Created {
    #[serde(rename = "Id")]
    id: String,
}

#[derive(Debug, FromResponse)]
struct Stat {
    #[from_response(header = "x-docker-container-path-stat")]
    stat: Option<String>,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
enum DockerError {
    #[api_error(status = 404)]
    NoSuchContainer(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

#[tokio::test]
async fn requests_conform_to_the_document() {
    let Some(prism) = serve("docker.com-engine") else {
        return;
    };
    let client = Client::builder(prism.endpoint()).retry(Retry::none()).build().unwrap();

    assert_eq!(client.ping().await.unwrap(), "OK");
    let filters = json!({"status": ["running"], "label": ["a=b"]}).to_string();
    let containers = client.list_containers(true, &filters).await.unwrap();
    assert_eq!(
        (containers[0].id.as_str(), containers[0].names.len()),
        ("8dfafdbc3a40", 1)
    );
    let container = NewContainer {
        image: "ubuntu:22.04",
        cmd: &["date", "-u"],
        env: Some(vec!["FOO=bar".to_owned()]),
        host_config: HostConfig {
            memory: 1 << 40,
            auto_remove: true,
        },
    };
    assert_eq!(
        client.create_container(Some("a_b"), &container).await.unwrap().id,
        "e90e34656806"
    );
    assert_eq!(client.save_images(&["ubuntu:22.04", "alpine"]).await.unwrap(), "string");
    client.extract("a_b", Some("/var/lib"), b"\0\xfftar").await.unwrap();
    assert_eq!(
        client.stat("a_b", "/etc/hosts").await.unwrap().stat.as_deref(),
        Some("string")
    );
    assert_eq!(client.logs("a_b", true, None).await.unwrap(), "string");
    let missing = client
        .extract("a_b", Some("/"), b"tar")
        .header("prefer", "code=404")
        .await
        .unwrap_err();
    let Some(DockerError::NoSuchContainer(response)) = missing.service() else {
        panic!("{missing}")
    };
    assert_eq!(response.message(), Some("Something went wrong."));

    assert_eq!(
        violations(client.create_container(Some(" "), &container).await),
        ["query.name pattern"]
    );
    assert_eq!(
        violations(client.extract("a_b", None, b"tar").await),
        ["query required"]
    );
}

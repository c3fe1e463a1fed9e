//! Docker Engine: a build context as a tar stream, JSON in a query, credentials as JSON in a header.

use std::collections::BTreeMap;

use rest_op::{Api, ByteStream, Call, Client, FromResponse, json_text, rest_op};
use rest_op_tests::recorder::Recorder;
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};

trait Docker: Api {
    /// Lists containers.
    #[rest_op(GET, "/v1.47/containers/json")]
    fn list_containers(
        &self,
        #[query] all: Option<bool>,
        #[query(with = json_text)] filters: Option<&BTreeMap<&str, Vec<&str>>>,
    ) -> Call<Vec<Container>>;

    /// Builds an image from a tar archive.
    #[rest_op(
        POST,
        "/v1.47/build",
        content_type = "application/x-tar",
        timeout = "1h",
        attempt_timeout = "1h"
    )]
    fn build(
        &self,
        #[query("t")] tags: &[&str],
        #[query("buildargs", with = json_text)] arguments: &BTreeMap<&str, &str>,
        #[body(stream)] context: ByteStream,
    ) -> Call<ByteStream>;

    /// Creates a container.
    #[rest_op(POST, "/v1.47/containers/create")]
    fn create_container(
        &self,
        #[query] name: Option<&str>,
        #[member("Image")] image: &str,
        #[member("Cmd")] command: &[&str],
    ) -> Call<Created>;
}

impl Docker for Client {}

#[derive(Debug, Deserialize, FromResponse)]
struct Container {
    #[serde(rename = "Id")]
    _id: String,
}

#[derive(Debug, Serialize, Deserialize, FromResponse)]
struct Created {
    #[serde(rename = "Id")]
    _id: String,
}

fn client(recorder: &Recorder) -> Client {
    Client::builder("http://localhost")
        .transport(recorder.clone())
        .build()
        .unwrap()
}

#[test]
fn filters_are_json_in_a_query() {
    let client = client(&Recorder::new());
    let filters = BTreeMap::from([("status", vec!["running", "paused"])]);
    assert_eq!(
        wire::text(&client.list_containers(Some(true), Some(&filters)).request().unwrap()),
        "GET http://localhost/v1.47/containers/json\
         ?all=true&filters=%7B%22status%22%3A%5B%22running%22%2C%22paused%22%5D%7D\n\
         accept: application/json"
    );
    let request = client.list_containers(None, None).request().unwrap();
    assert_eq!(request.uri().path_and_query().unwrap(), "/v1.47/containers/json");
    assert_eq!(
        wire::text(&client.create_container(Some("web"), "nginx", &[]).request().unwrap()),
        "POST http://localhost/v1.47/containers/create?name=web\n\
         accept: application/json\n\
         content-type: application/json\n\
         \n\
         {\"Image\":\"nginx\",\"Cmd\":[]}"
    );
}

#[tokio::test]
async fn context_of_a_build_is_a_stream() {
    let recorder = Recorder::new().answer(200, &[], "{\"stream\":\"Step 1\"}\n");
    let arguments = BTreeMap::from([("VERSION", "1")]);
    let context = ByteStream::from_reader(&b"tar"[..]);
    client(&recorder)
        .build(&["a:1", "a:latest"], &arguments, context)
        .await
        .unwrap();
    assert_eq!(
        wire::text(&recorder.requests()[0]),
        "POST http://localhost/v1.47/build?t=a%3A1&t=a%3Alatest&buildargs=%7B%22VERSION%22%3A%221%22%7D\n\
         accept: */*\n\
         content-type: application/x-tar\n\
         host: localhost\n\
         \n\
         tar"
    );
}

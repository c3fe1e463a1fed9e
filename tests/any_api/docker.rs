//! Docker Engine: a unix socket, a build context as a tar stream, JSON in a query.

use std::collections::BTreeMap;

use rest_op::{Api, ByteStream, Call, Client, FromResponse, JsonLines, json_text, rest_op};
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

    /// Pulls an image, and reports its progress.
    #[rest_op(POST, "/v1.47/images/create", timeout = "1h", attempt_timeout = "1h")]
    fn pull(&self, #[query("fromImage")] image: &str, #[query] tag: Option<&str>) -> Call<JsonLines<Progress>>;

    /// Reads the output of a container: frames of standard output and standard error.
    #[rest_op(GET, "/v1.47/containers/<id>/logs?stdout=true&stderr=true")]
    fn logs(&self, id: &str, #[query] follow: bool) -> Call<ByteStream>;

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

#[derive(Debug, PartialEq, Deserialize)]
struct Progress {
    status: String,
    id: Option<String>,
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

#[cfg(unix)]
#[tokio::test]
async fn engine_is_called_over_its_unix_socket() {
    use rest_op::transport::Reqwest;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    // The path of a socket must be short.
    let path = std::env::temp_dir().join(format!("rest-op-{}.sock", std::process::id()));
    let listener = tokio::net::UnixListener::bind(&path).unwrap();
    let engine = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            stream.read_buf(&mut request).await.unwrap();
        }
        let response = b"HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n[{\"Id\":\"1\"}]";
        stream.write_all(response).await.unwrap();
        String::from_utf8(request).unwrap()
    });
    let http = Reqwest::builder().unwrap().unix_socket(&*path).build().unwrap();
    let client = Client::builder("http://localhost").user_agent("app");
    let client = client.transport(Reqwest::new(http)).build().unwrap();
    let containers = client.list_containers(Some(true), None).await;
    std::fs::remove_file(&path).unwrap();
    assert_eq!(containers.unwrap().len(), 1);
    assert_eq!(
        engine.await.unwrap(),
        "GET /v1.47/containers/json?all=true HTTP/1.1\r\nuser-agent: app\r\naccept: application/json\r\n\
         accept-encoding: gzip,deflate\r\nhost: localhost\r\n\r\n"
    );
}

#[tokio::test]
async fn progress_is_lines_of_json_and_output_is_frames() {
    let lines =
        "{\"status\":\"Pulling from library/nginx\",\"id\":\"latest\"}\r\n{\"status\":\"Download complete\"}\r\n";
    let frames = b"\x01\0\0\0\0\0\0\x03out\x02\0\0\0\0\0\0\x03err";
    let recorder = Recorder::new()
        .answer(200, &[], lines)
        .answer(200, &[], frames.as_slice());
    let client = client(&recorder);
    let mut progress = client.pull("nginx", Some("latest")).await.unwrap();
    let mut statuses = Vec::new();
    while let Some(line) = progress.next().await {
        let Progress { status, id } = line.unwrap();
        statuses.push((status, id));
    }
    let pulling = ("Pulling from library/nginx".to_owned(), Some("latest".to_owned()));
    assert_eq!(statuses, [pulling, ("Download complete".to_owned(), None)]);

    let mut output = client.logs("4fa6", false).await.unwrap();
    assert_eq!(output.next().await.unwrap().unwrap(), frames.as_slice());
    assert_eq!(
        recorder.lines(),
        [
            "POST /v1.47/images/create?fromImage=nginx&tag=latest",
            "GET /v1.47/containers/4fa6/logs?stdout=true&stderr=true&follow=false",
        ]
    );
}

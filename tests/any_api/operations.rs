//! Options of a declaration: other methods, constant headers and media types; and the operation in a request's extensions.

use rest_op::testing::Recorder;
use rest_op::{Api, Call, Client, Operation, rest_op};
use rest_op_tests::wire;
use serde::Serialize;

#[derive(Serialize)]
struct Depth {
    depth: u8,
}

trait Files: Api {
    #[rest_op("PROPFIND", "/files/<path..>", header("Depth" = "1"), content_type = "application/xml; charset=utf-8")]
    fn properties(&self, path: &str, #[body(text)] query: &str) -> Call<()>;

    #[rest_op("LIST", "/secrets/<path..>", header("accept" = "text/plain"), idempotent)]
    fn list(&self, path: &str) -> Call<Vec<u8>>;

    #[rest_op(POST, "/files", header("x-kind" = "file"), content_type = "application/vnd.files+json")]
    fn create(&self) -> Call<()>;

    #[rest_op(GET, "/files")]
    fn find(&self, #[query(comma)] names: Vec<Depth>) -> Call<()>;

    #[rest_op(GET, "/files")]
    fn find_nested(&self, #[query(brackets)] names: &[Vec<u8>]) -> Call<()>;
}

impl Files for Client {}

fn client(recorder: &Recorder) -> Client {
    Client::builder("https://files.example")
        .header("depth", "infinity")
        .header("x-kind", "default")
        .transport(recorder.clone())
        .build()
        .unwrap()
}

#[test]
fn method_headers_and_media_type_are_as_declared() {
    let client = client(&Recorder::new());
    assert_eq!(
        wire::text(&client.properties("a/b c", "<propfind/>").request().unwrap()),
        "PROPFIND https://files.example/files/a/b%20c\n\
         content-type: application/xml; charset=utf-8\n\
         depth: 1\n\
         x-kind: default\n\
         \n\
         <propfind/>"
    );
    assert_eq!(
        wire::text(&client.list("kv").request().unwrap()),
        "LIST https://files.example/secrets/kv\naccept: text/plain\ndepth: infinity\nx-kind: default"
    );
    let created = client
        .create()
        .header("x-kind", "folder")
        .header("content-type", "application/json");
    assert_eq!(
        wire::text(&created.request().unwrap()),
        "POST https://files.example/files\ncontent-type: application/json\ndepth: infinity\nx-kind: folder\n\n{}"
    );
}

#[tokio::test]
async fn further_methods_are_repeated_only_if_they_are_idempotent() {
    let recorder = Recorder::new()
        .answer(503, &[], "")
        .answer(503, &[], "")
        .answer(200, &[], "[]");
    let client = client(&recorder);
    assert_eq!(client.properties("a", "").await.unwrap_err().attempts(), 1);
    client.list("a").await.unwrap();
    assert_eq!(recorder.requests().len(), 3);
}

#[tokio::test]
async fn transport_finds_the_operation_in_the_extensions_of_a_request() {
    let recorder = Recorder::new().answer(200, &[], "");
    client(&recorder).create().await.unwrap();
    let requests = recorder.requests();
    let operation = requests[0].extensions().get::<&Operation>().unwrap();
    assert_eq!(operation.name(), "create");
    assert_eq!(operation.module(), module_path!());
    assert_eq!(operation.method(), "POST");
    assert_eq!(operation.template().to_string(), "/files");
}

#[test]
fn values_that_a_style_cannot_express_are_rejected() {
    let client = client(&Recorder::new());
    let error = client.find(vec![Depth { depth: 1 }]).request().unwrap_err().to_string();
    assert!(error.starts_with("find: `names` is the struct `Depth`"), "{error}");
    let error = client.find_nested(&[vec![1]]).request().unwrap_err().to_string();
    assert!(error.starts_with("find_nested: `names` is a list in a list"), "{error}");
}

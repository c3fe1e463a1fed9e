//! Checksums of bodies, in headers of requests and responses.

use rest_op::testing::Recorder;
use rest_op::{Api, ByteStream, Bytes, Call, Checksum, Client, FromResponse, Page, SigV4, Verified, rest_op};
use rest_op_tests::fixture::credentials;
use serde::{Deserialize, Serialize};

trait Objects: Api {
    #[rest_op(PUT, "/<key..>", checksum = "x-amz-checksum-crc32")]
    fn put(&self, key: &str, #[body(bytes)] content: Option<&str>) -> Call<()>;

    #[rest_op(PUT, "/<key..>", checksum = "X-Amz-Checksum-SHA256")]
    fn put_text(&self, key: &str, #[body(text)] content: &str) -> Call<()>;

    #[rest_op(POST, "/?delete", checksum = "content-md5")]
    fn delete(&self, #[body(xml)] delete: &Delete<'_>) -> Call<()>;

    #[rest_op(POST, "/list", checksum = "content-md5")]
    fn list(&self, #[member("Max")] max: u32) -> Call<Names>;

    #[rest_op(GET, "/<key..>")]
    fn get(&self, key: &str) -> Call<Verified<Bytes>>;

    #[rest_op(HEAD, "/<key..>")]
    fn head(&self, key: &str) -> Call<Verified<Head>>;

    #[rest_op(GET, "/<key..>")]
    fn stream(&self, key: &str) -> Call<Verified<Streamed>>;
}

impl Objects for Client {}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Delete<'a> {
    object: Vec<Key<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Key<'a> {
    key: &'a str,
}

#[derive(Deserialize, FromResponse, Page)]
struct Names {
    #[page(items)]
    names: Vec<String>,
    #[page(next = body("Next"))]
    next: Option<String>,
}

#[derive(FromResponse)]
struct Head {
    #[from_response(header = "content-length")]
    length: u64,
}

#[derive(FromResponse)]
struct Streamed {
    #[from_response(header = "etag")]
    etag: Option<String>,
    #[from_response(body)]
    content: ByteStream,
}

fn client(recorder: &Recorder) -> Client {
    let auth = SigV4::new("s3", "us-east-1", credentials(None));
    Client::builder("https://bucket.s3.amazonaws.com")
        .auth(auth)
        .transport(recorder.clone())
        .build()
        .unwrap()
}

fn header<'a, B>(request: &'a http::Request<B>, name: &str) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}

#[tokio::test]
async fn checksum_of_the_body_is_sent_and_signed() {
    let recorder = Recorder::new()
        .answer(200, &[], "")
        .answer(200, &[], "")
        .answer(200, &[], "")
        .answer(200, &[], "");
    let client = client(&recorder);
    client.put("a", Some("123456789")).await.unwrap();
    client.put("a", None).await.unwrap();
    client.put_text("a", "abc").await.unwrap();
    client
        .delete(&Delete {
            object: vec![Key { key: "a&b" }],
        })
        .await
        .unwrap();
    let requests = recorder.requests();
    assert_eq!(header(&requests[0], "x-amz-checksum-crc32"), Some("y/Q5Jg=="));
    assert!(
        header(&requests[0], "authorization")
            .unwrap()
            .contains("x-amz-checksum-crc32;")
    );
    assert_eq!(header(&requests[1], "x-amz-checksum-crc32"), Some("AAAAAA=="));
    assert_eq!(
        header(&requests[2], "x-amz-checksum-sha256"),
        Some("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    );
    assert_eq!(
        requests[3].body(),
        "<Delete><Object><Key>a&amp;b</Key></Object></Delete>"
    );
    assert_eq!(
        header(&requests[3], "content-md5"),
        Some(&*Checksum::Md5.of(requests[3].body()))
    );
}

#[tokio::test]
async fn checksum_of_the_next_page_is_that_of_its_body() {
    let recorder = Recorder::new()
        .answer(200, &[], r#"{"names":["a"],"next":"2"}"#)
        .answer(200, &[], r#"{"names":["b"]}"#);
    assert_eq!(
        client(&recorder).list(1).items().try_collect().await.unwrap(),
        ["a", "b"]
    );
    let requests = recorder.requests();
    assert_eq!(requests[1].body(), r#"{"Max":1,"Next":"2"}"#);
    for request in &requests {
        assert_eq!(header(request, "content-md5"), Some(&*Checksum::Md5.of(request.body())));
    }
}

#[tokio::test]
async fn checksum_that_a_call_sets_wins() {
    let recorder = Recorder::new().answer(200, &[], "");
    client(&recorder)
        .put("a", Some("b"))
        .header("x-amz-checksum-crc32", "AAAAAA==")
        .await
        .unwrap();
    assert_eq!(
        header(&recorder.requests()[0], "x-amz-checksum-crc32"),
        Some("AAAAAA==")
    );
}

#[tokio::test]
async fn body_with_its_checksum_is_a_result() {
    let sha256 = Checksum::Sha256.of(b"content");
    let recorder = Recorder::new()
        .answer(200, &[("x-amz-checksum-sha256", &sha256)], "content")
        .answer(200, &[("content-md5", &Checksum::Md5.of(b"content"))], "content")
        .answer(
            200,
            &[("x-amz-checksum-crc64nvme", &Checksum::Crc64Nvme.of(b"content"))],
            "content",
        );
    let client = client(&recorder);
    for checksum in [Checksum::Sha256, Checksum::Md5, Checksum::Crc64Nvme] {
        let object = client.get("a").await.unwrap();
        assert_eq!(object.checksum(), Some(checksum));
        assert_eq!(object.into_value(), "content");
    }
}

#[tokio::test]
async fn body_without_a_checksum_of_its_own_is_not_verified() {
    let recorder = Recorder::new()
        .answer(200, &[], "content")
        .answer(200, &[("x-amz-checksum-crc32", "AAAAAA==-3")], "content")
        .answer(206, &[("x-amz-checksum-crc32", "AAAAAA==")], "content")
        .answer(200, &[("x-amz-checksum-sha1", "AAAA")], "content");
    let client = client(&recorder);
    for _ in 0..4 {
        let object = client.get("a").await.unwrap();
        assert_eq!((object.checksum(), object.into_value()), (None, Bytes::from("content")));
    }
}

#[tokio::test]
async fn head_has_a_checksum_without_a_body() {
    let headers = [("content-length", "7"), ("x-amz-checksum-crc32", "AAAAAQ==")];
    let recorder = Recorder::new().answer(200, &headers, "");
    let head = client(&recorder).head("a").await.unwrap();
    assert_eq!((head.checksum(), head.length), (None, 7));
}

#[tokio::test]
async fn body_with_another_checksum_is_an_error() {
    let recorder = Recorder::new().answer(200, &[("x-amz-checksum-crc32", "AAAAAA==")], "content");
    let error = client(&recorder).get("a").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "get: 200 with a body that cannot be read: at `x-amz-checksum-crc32`: is not the checksum of the body, which was changed on its way"
    );
}

#[tokio::test]
async fn stream_with_another_checksum_ends_with_an_error() {
    let right = Checksum::Crc32c.of(b"content");
    let recorder = Recorder::new()
        .answer(200, &[("etag", "7"), ("x-amz-checksum-crc32c", &right)], "content")
        .answer(200, &[("x-amz-checksum-crc32c", "AAAAAA==")], "content");
    let client = client(&recorder);
    let streamed = client.stream("a").await.unwrap();
    assert_eq!(
        (streamed.checksum(), streamed.etag.as_deref()),
        (Some(Checksum::Crc32c), Some("7"))
    );
    let mut content = streamed.into_value().content;
    assert_eq!(content.next().await.unwrap().unwrap(), "content");
    assert!(content.next().await.is_none());

    // The length is known, so the last piece is not returned.
    let mut content = client.stream("a").await.unwrap().into_value().content;
    let error = content.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "the CRC32C of the stream is not the expected one");
    assert!(content.next().await.is_none());
}

#[tokio::test]
async fn stream_of_unknown_length_is_verified_at_its_end() {
    let pieces = || futures_util::stream::iter(["con", "tent"].map(|piece| Ok(Bytes::from(piece))));
    let mut right = ByteStream::new(pieces()).verified(Checksum::Crc32, Checksum::Crc32.of(b"content"));
    assert_eq!(right.next().await.unwrap().unwrap(), "con");
    assert_eq!(right.next().await.unwrap().unwrap(), "tent");
    assert!(right.next().await.is_none());
    let mut wrong = ByteStream::new(pieces()).verified(Checksum::Crc32, "AAAAAA==");
    assert_eq!(wrong.next().await.unwrap().unwrap(), "con");
    assert_eq!(wrong.next().await.unwrap().unwrap(), "tent");
    assert_eq!(
        wrong.next().await.unwrap().unwrap_err().to_string(),
        "the CRC32 of the stream is not the expected one"
    );
    assert!(wrong.next().await.is_none());
}

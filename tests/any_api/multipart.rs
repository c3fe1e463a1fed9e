//! Bodies of `multipart/form-data`.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use rest_op::{
    Api, BoxError, ByteStream, Bytes, Call, Client, Part, Retry, Transport, TransportFuture, check, rest_op, timestamp,
};
use rest_op_tests::fixture::signed;
use rest_op_tests::recorder::Recorder;
use rest_op_tests::wire;
use serde::Serialize;
use time::OffsetDateTime;

trait Files: Api {
    #[rest_op(POST, "/files")]
    fn upload(
        &self,
        #[part] purpose: &str,
        #[part("tag")] tags: &[&str],
        #[part("size_limit")] limit: Option<u64>,
        #[part] file: Part,
        #[part("preview")] preview: Option<Part>,
        #[part("file")] others: Vec<Part>,
    ) -> Call<()>;

    #[rest_op(PUT, "/files/<id>")]
    fn replace(&self, id: u64, #[part] file: Part) -> Call<String>;

    #[rest_op(PUT, "/files/<id>")]
    fn replace_with_headers(
        &self,
        id: u64,
        #[header(prefix = "")] headers: &BTreeMap<&str, &str>,
        #[part] file: Part,
    ) -> Call<()>;

    #[rest_op(POST, "/files/search")]
    fn search(
        &self,
        #[part]
        #[check(check::not_blank())]
        name: &str,
        #[part(with = timestamp::date_time)] since: OffsetDateTime,
        #[part] kinds: [Kind; 2],
    ) -> Call<()>;

    #[rest_op(POST, "/files/labels")]
    fn label(&self, #[part] labels: Labels, #[part] more: Vec<Labels>, #[part] file: Part) -> Call<()>;

    #[rest_op(POST, "/files/options")]
    fn options(&self, #[part] name: Option<&str>, #[part] file: Option<Part>) -> Call<()>;
}

impl Files for Client {}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    PlainText,
    Csv,
}

#[derive(Serialize)]
struct Labels {
    label: &'static str,
}

fn recorded(recorder: &Recorder) -> Client {
    let builder = Client::builder("https://api.example.com").transport(recorder.clone());
    builder
        .user_agent("app")
        .header("content-type", "application/vnd.api+json")
        .build()
        .unwrap()
}

/// The body of a request, line by line.
fn lines(request: &http::Request<Bytes>) -> Vec<&str> {
    std::str::from_utf8(request.body()).unwrap().split("\r\n").collect()
}

#[tokio::test]
async fn parts_are_sent_in_the_order_of_the_arguments() {
    let recorder = Recorder::new().boundary("b").answer(204, &[], "");
    let labels = Part::json(&Labels { label: "a" }).file_name("labels.json");
    let other = Part::text("text").media_type("text/plain; charset=utf-8");
    recorded(&recorder)
        .upload(
            "batch",
            &["x", "y z"],
            None,
            Part::bytes("a,b\n").file_name("\"t\".csv").media_type("text/csv"),
            None,
            vec![labels, other, Part::bytes(vec![b'\r', b'\n'])],
        )
        .await
        .unwrap();
    let request = &recorder.requests()[0];
    assert_eq!(
        wire::text(request).split("\r\n").collect::<Vec<_>>(),
        [
            "POST https://api.example.com/files
accept: */*
content-length: 603
content-type: multipart/form-data; boundary=b
host: api.example.com

--b",
            "Content-Disposition: form-data; name=\"purpose\"",
            "",
            "batch",
            "--b",
            "Content-Disposition: form-data; name=\"tag\"",
            "",
            "x",
            "--b",
            "Content-Disposition: form-data; name=\"tag\"",
            "",
            "y z",
            "--b",
            "Content-Disposition: form-data; name=\"file\"; filename=\"%22t%22.csv\"",
            "Content-Type: text/csv",
            "",
            "a,b\n",
            "--b",
            "Content-Disposition: form-data; name=\"file\"; filename=\"labels.json\"",
            "Content-Type: application/json",
            "",
            "{\"label\":\"a\"}",
            "--b",
            "Content-Disposition: form-data; name=\"file\"",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "text",
            "--b",
            "Content-Disposition: form-data; name=\"file\"",
            "Content-Type: application/octet-stream",
            "",
            "",
            "",
            "--b--",
            "",
        ]
    );
}

#[tokio::test]
async fn scalars_are_checked_and_written_as_in_queries() {
    let client = recorded(&Recorder::new().boundary("b"));
    let time = OffsetDateTime::UNIX_EPOCH;
    let call = client.search("a", time, [Kind::PlainText, Kind::Csv]);
    assert_eq!(
        lines(&call.request().unwrap()),
        [
            "--b",
            "Content-Disposition: form-data; name=\"name\"",
            "",
            "a",
            "--b",
            "Content-Disposition: form-data; name=\"since\"",
            "",
            "1970-01-01T00:00:00Z",
            "--b",
            "Content-Disposition: form-data; name=\"kinds\"",
            "",
            "plain_text",
            "--b",
            "Content-Disposition: form-data; name=\"kinds\"",
            "",
            "csv",
            "--b--",
            "",
        ]
    );
    let error = client.search(" ", time, [Kind::Csv, Kind::Csv]).await.unwrap_err();
    assert!(error.to_string().contains("`name`"), "{error}");
}

#[tokio::test]
async fn absent_parts_leave_an_empty_body_with_its_media_type() {
    let request = recorded(&Recorder::new().boundary("b"))
        .options(None, None)
        .request()
        .unwrap();
    assert_eq!(request.headers()["content-type"], "multipart/form-data; boundary=b");
    assert_eq!(lines(&request), ["--b--", ""]);
}

#[tokio::test]
async fn struct_is_rejected_with_its_remedy_and_so_is_an_illegal_media_type() {
    let labels = || Labels { label: "a" };
    let file = Part::text("").media_type("text/plain\r\nx: y");
    let error = recorded(&Recorder::new())
        .label(labels(), vec![labels()], file)
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "label: `labels` is the struct `Labels`, which is not a single value; write `Part::json(&value)`; \
         `more` is the struct `Labels`, which is not a single value; write `Part::json(&value)`; \
         `file` has a media type that is not valid in a header (nothing was sent)"
    );
    let unwritable = Part::json(&BTreeMap::from([((1, 2), 3)]));
    let error = recorded(&Recorder::new()).replace(7, unwritable).await.unwrap_err();
    assert!(error.to_string().contains("`file` cannot be"), "{error}");
}

#[tokio::test]
async fn media_type_of_parts_cannot_be_set() {
    let client = recorded(&Recorder::new());
    let call = client.replace(7, Part::text("a")).header("Content-Type", "text/plain");
    let error = call.await.unwrap_err().to_string();
    assert!(
        error.contains("`content-type` of a multipart body contains its boundary"),
        "{error}"
    );
    let headers = BTreeMap::from([("x-a", "1"), ("content-type", "text/plain")]);
    let error = client.replace_with_headers(7, &headers, Part::text("a")).await;
    let error = error.unwrap_err().to_string();
    assert!(error.contains("`headers` sets header `content-type`"), "{error}");
}

#[tokio::test]
async fn stream_that_has_been_sent_is_not_sent_as_an_empty_part() {
    let client = recorded(&Recorder::new().answer(200, &[], "").answer(200, &[], ""));
    let file = Part::stream(ByteStream::from_reader(&b"content"[..]));
    client.replace(7, file.clone()).await.unwrap();
    let error = client.replace(7, file).await.unwrap_err();
    assert!(
        error.to_string().contains("`file` is a stream that has been sent"),
        "{error}"
    );
    let anew = Part::stream(ByteStream::from_fn(|| Ok(ByteStream::from("content"))));
    let recorder = Recorder::new().boundary("b").answer(200, &[], "").answer(200, &[], "");
    for _ in 0..2 {
        recorded(&recorder).replace(7, anew.clone()).await.unwrap();
    }
    assert_eq!(recorder.requests()[0].body(), recorder.requests()[1].body());
}

#[tokio::test]
async fn boundary_differs_in_each_call() {
    let client = recorded(&Recorder::new());
    let media_type = || {
        let request = client.replace(7, Part::text("a")).request().unwrap();
        request.headers()["content-type"].clone()
    };
    assert_ne!(media_type(), media_type());
}

#[tokio::test(start_paused = true)]
async fn buffered_parts_are_signed_and_sent_again_unchanged() {
    let recorder = Recorder::new().answer(503, &[], "").answer(200, &[], "stored");
    let client = signed("https://chime.us-east-1.amazonaws.com").transport(recorder.clone());
    let client = client.build().unwrap();
    let file = Part::bytes("content").file_name("a.txt");
    assert_eq!(client.replace(7, file).await.unwrap(), "stored");
    let requests = recorder.requests();
    let [first, second] = requests.as_slice() else {
        panic!("{} requests", requests.len());
    };
    assert_eq!(first.headers()["content-type"], second.headers()["content-type"]);
    assert_eq!(first.body(), second.body());
    for request in [first, second] {
        let authorization = request.headers()["authorization"].to_str().unwrap();
        assert!(authorization.contains("content-type;"), "{authorization}");
        assert!(
            !request.headers().contains_key("x-amz-content-sha256"),
            "an unsigned payload"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn streamed_part_of_known_length_is_sent_with_the_length_of_the_body() {
    for (file, length) in [
        (ByteStream::from_reader(&b"content"[..]).sized(7), Some("108")),
        (ByteStream::from_reader(&b"content"[..]), None),
    ] {
        let recorder = Recorder::new().boundary("b").answer(503, &[], "");
        let client = signed("https://chime.us-east-1.amazonaws.com").transport(recorder.clone());
        let client = client.build().unwrap();
        let error = client.replace(7, Part::stream(file)).await.unwrap_err();
        assert_eq!(error.attempts(), 1, "a stream is sent once: {error}");
        let request = &recorder.requests()[0];
        let header = |name| request.headers().get(name).map(|value| value.to_str().unwrap());
        assert_eq!(header("content-length"), length);
        assert_eq!(header("x-amz-content-sha256"), Some("UNSIGNED-PAYLOAD"));
        assert_eq!(
            lines(request),
            [
                "--b",
                "Content-Disposition: form-data; name=\"file\"",
                "Content-Type: application/octet-stream",
                "",
                "content",
                "--b--",
                "",
            ]
        );
    }
}

#[tokio::test(start_paused = true)]
async fn streamed_part_that_can_be_made_anew_is_sent_again() {
    let recorder = Recorder::new().answer(503, &[], "").answer(200, &[], "stored");
    let opened = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&opened);
    let file = ByteStream::from_fn(move || {
        counted.fetch_add(1, Ordering::Relaxed);
        Ok(ByteStream::from_reader(&b"content"[..]))
    });
    let call = recorded(&recorder).replace(7, Part::stream(file.sized(7)));
    assert_eq!(opened.load(Ordering::Relaxed), 0, "opened before the call was awaited");
    assert_eq!(call.await.unwrap(), "stored");
    let requests = recorder.requests();
    assert_eq!(requests[0].body(), requests[1].body());
    assert_eq!(requests[0].headers(), requests[1].headers());
    assert_eq!(opened.load(Ordering::Relaxed), 2);
}

/// Never ends.
struct Endless;

impl futures_core::Stream for Endless {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(Some(Ok(Bytes::from_static(b"abc"))))
    }
}

/// Answers with the third piece of a body, and reads no further.
struct ThirdPiece;

impl Transport for ThirdPiece {
    fn send(&self, _: http::Request<Bytes>) -> TransportFuture<'_> {
        Box::pin(async { Ok(http::Response::new("a buffer".into())) })
    }

    fn send_stream(&self, request: http::Request<ByteStream>) -> TransportFuture<'_> {
        Box::pin(async {
            let mut body = request.into_body();
            let mut piece = Bytes::new();
            for _ in 0..3 {
                piece = body.next().await.unwrap().unwrap();
            }
            Ok(http::Response::new(piece.into()))
        })
    }
}

#[tokio::test]
async fn streamed_part_is_passed_on_piece_by_piece() {
    let client = Client::builder("https://api.example.com").transport(ThirdPiece);
    let client = client.retry(Retry::none()).build().unwrap();
    let file = Part::stream(ByteStream::new(Endless));
    assert_eq!(client.replace(7, file).await.unwrap(), "abc");
}

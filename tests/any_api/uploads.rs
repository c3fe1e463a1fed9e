//! Uploads: parts of `multipart/form-data`, streams that are made anew for each attempt, and progress.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use rest_op::testing::Recorder;
use rest_op::{Api, ByteStream, Call, Client, Part, rest_op};
use serde::Serialize;

trait Files: Api {
    #[rest_op(PUT, "/files")]
    fn put(&self, #[body(stream)] content: ByteStream) -> Call<()>;

    #[rest_op(PUT, "/files")]
    fn put_parts(&self, #[part] kind: Kind, #[part("file")] files: Vec<Part>, #[part] note: Option<Part>) -> Call<()>;

    #[rest_op(POST, "/files")]
    fn post_any(&self, #[part] value: &Named) -> Call<()>;

    #[rest_op(GET, "/files")]
    fn find(&self, #[query] part: Part) -> Call<()>;

    #[rest_op(PUT, "/files")]
    fn put_json(&self, #[body] part: Part) -> Call<()>;
}

impl Files for Client {}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Image,
}

#[derive(Serialize)]
struct Named {
    name: &'static str,
}

fn client(recorder: &Recorder) -> Client {
    Client::builder("https://files.example")
        .retry(rest_op::Retry::standard().base(std::time::Duration::ZERO))
        .transport(recorder.clone())
        .build()
        .unwrap()
}

fn text(recorder: &Recorder, request: usize) -> String {
    String::from_utf8(recorder.requests()[request].body().to_vec()).unwrap()
}

#[tokio::test]
async fn parts_with_a_stream_have_a_length_if_each_length_is_known() {
    let recorder = Recorder::new().boundary("B").answer(200, &[], "").answer(200, &[], "");
    let client = client(&recorder);
    let json = Part::json(&Named { name: "x" });
    let stream = || ByteStream::from_reader(&b"streamed"[..]);
    let files = vec![
        Part::stream(stream().sized(8)).file_name("a\r\nb"),
        Part::text("second"),
    ];
    client.put_parts(Kind::Image, files, Some(json)).await.unwrap();
    let body = "--B\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nimage\r\n\
        --B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%0D%0Ab\"\r\n\
        Content-Type: application/octet-stream\r\n\r\nstreamed\r\n\
        --B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nsecond\r\n\
        --B\r\nContent-Disposition: form-data; name=\"note\"\r\nContent-Type: application/json\r\n\r\n{\"name\":\"x\"}\r\n\
        --B--\r\n";
    assert_eq!(text(&recorder, 0), body);
    assert_eq!(
        recorder.requests()[0].headers()["content-length"],
        body.len().to_string()
    );

    client
        .put_parts(Kind::Image, vec![Part::stream(stream())], None)
        .await
        .unwrap();
    assert!(!recorder.requests()[1].headers().contains_key("content-length"));
}

#[tokio::test]
async fn parts_are_sent_again_with_the_same_boundary_unless_a_stream_cannot_be() {
    let recorder = Recorder::new().answer(503, &[], "").answer(200, &[], "");
    client(&recorder)
        .put_parts(Kind::Image, vec![Part::bytes("a")], None)
        .await
        .unwrap();
    assert_eq!(text(&recorder, 0), text(&recorder, 1));
    let media_type = |request: usize| recorder.requests()[request].headers()["content-type"].clone();
    assert_eq!(media_type(0), media_type(1));

    let recorder = Recorder::new().answer(503, &[], "").answer(200, &[], "");
    let made = Part::stream(ByteStream::from_fn(|| Ok(ByteStream::from_reader(&b"made"[..]))).sized(4));
    client(&recorder)
        .put_parts(Kind::Image, vec![made], None)
        .await
        .unwrap();
    assert!(text(&recorder, 1).contains("made"));
    assert_eq!(text(&recorder, 0), text(&recorder, 1));
    assert_eq!(
        recorder.requests()[1].headers()["content-length"],
        text(&recorder, 1).len().to_string()
    );

    let recorder = Recorder::new().answer(503, &[], "").answer(200, &[], "");
    let once = Part::stream(ByteStream::from_reader(&b"once"[..]));
    let error = client(&recorder)
        .put_parts(Kind::Image, vec![once], None)
        .await
        .unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[test]
fn boundaries_are_random_and_not_in_a_part() {
    let client = client(&Recorder::new());
    let media_type = || {
        let request = client
            .put_parts(Kind::Image, vec![Part::text("x")], None)
            .request()
            .unwrap();
        let value = request.headers()["content-type"].to_str().unwrap().to_owned();
        let (_, boundary) = value.split_once("multipart/form-data; boundary=").unwrap();
        let body = String::from_utf8(request.body().to_vec()).unwrap();
        assert!(body.starts_with(&format!("--{boundary}\r\n")), "{body}");
        assert!(body.ends_with(&format!("\r\n--{boundary}--\r\n")), "{body}");
        boundary.to_owned()
    };
    assert_ne!(media_type(), media_type());
}

#[test]
fn values_that_cannot_be_parts_are_rejected_with_a_remedy() {
    let client = client(&Recorder::new());
    let message = |call: Call<()>| call.request().unwrap_err().to_string();
    let error = message(client.post_any(&Named { name: "x" }));
    assert!(
        error.contains("is the struct `Named`, which is not a single value; write `Part::json(&value)`"),
        "{error}"
    );
    let error = message(client.find(Part::text("x")));
    assert!(
        error.contains("is a part, which only an argument `#[part]` can send"),
        "{error}"
    );
    let error = message(client.put_json(Part::text("x")));
    assert!(
        error.contains("is a part, which only an argument `#[part]` can send"),
        "{error}"
    );
    for media_type in ["", "a\r\nx-evil: 1", "ä"] {
        let part = Part::text("x").media_type(media_type);
        let error = message(client.put_parts(Kind::Image, vec![part], None));
        assert!(
            error.contains("has a media type that is not valid in a header"),
            "{error}"
        );
    }
    let error = message(
        client
            .put_parts(Kind::Image, Vec::new(), None)
            .header("content-type", "text/plain"),
    );
    assert!(
        error.contains("`content-type` of a multipart body contains its boundary"),
        "{error}"
    );
}

#[tokio::test]
async fn stream_from_a_function_is_made_for_each_attempt() {
    let recorder = Recorder::new()
        .answer(503, &[], "")
        .answer(500, &[], "")
        .answer(200, &[], "");
    let made = Arc::new(AtomicUsize::new(0));
    let progress = Arc::new(Mutex::new(Vec::new()));
    let (count, log) = (Arc::clone(&made), Arc::clone(&progress));
    let content = ByteStream::from_fn(move || {
        count.fetch_add(1, Ordering::Relaxed);
        Ok(ByteStream::from_reader(&b"content"[..]))
    });
    let content = content
        .sized(7)
        .on_progress(move |done, total| log.lock().unwrap().push((done, total)));
    client(&recorder).put(content).await.unwrap();
    assert_eq!(made.load(Ordering::Relaxed), 3);
    for request in recorder.requests() {
        assert_eq!(request.body(), "content");
        assert_eq!(request.headers()["content-length"], "7");
    }
    assert_eq!(*progress.lock().unwrap(), [(7, Some(7)); 3]);
}

#[tokio::test]
async fn progress_of_a_buffer_is_reported_in_pieces_of_64_kib() {
    let recorder = Recorder::new().answer(200, &[], "");
    let progress = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&progress);
    let content = ByteStream::from(vec![b'x'; 150_000]);
    let content = content.on_progress(move |done, total| log.lock().unwrap().push((done, total)));
    client(&recorder).put(content).await.unwrap();
    assert_eq!(recorder.requests()[0].headers()["content-length"], "150000");
    assert_eq!(recorder.requests()[0].body().len(), 150_000);
    let expected = [65_536, 131_072, 150_000].map(|done| (done, Some(150_000)));
    assert_eq!(*progress.lock().unwrap(), expected);
}

#[tokio::test]
async fn wrong_length_of_a_stream_made_anew_is_an_error_each_time() {
    let recorder = Recorder::new();
    let content = ByteStream::from_fn(|| Ok(ByteStream::from("content"))).sized(8);
    let error = client(&recorder).put(content).await.unwrap_err();
    assert!(recorder.requests().is_empty());
    assert!(
        error.to_string().contains("1 bytes before its announced length"),
        "{error}"
    );
}

#[tokio::test]
async fn stream_that_cannot_be_made_is_an_error_with_its_reason() {
    let content = ByteStream::from_fn(|| Err(std::io::Error::other("the file is gone")));
    let error = client(&Recorder::new()).put(content).await.unwrap_err();
    assert!(error.to_string().contains("the file is gone"), "{error}");
}

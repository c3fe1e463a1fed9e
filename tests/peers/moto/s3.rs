//! The S3 of the example, called on the server of moto with the bucket in the path and with the bucket in the host.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::try_join_all;
use rest_op::{ByteStream, Bytes, Checksum, Client, Conditional, Credentials, Error, ErrorKind, Presigned, SigV4};

use self::declared::{
    CompletedPart, CompletedUpload, CopySource, CreateBucketConfiguration, Delete, GetObject, ListObjects, Object,
    ObjectKey, PutObject, S3, S3Error,
};
use super::server::Server;

#[allow(dead_code, unreachable_pub, reason = "the file is written for libraries")]
#[path = "../../../runtime/examples/declared/s3.rs"]
mod declared;

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Returns clients of both styles, each with an empty bucket of its own.
async fn clients(server: &Server, test: &str) -> Result<[(Client, String); 2]> {
    let auth = || {
        SigV4::new(
            "s3",
            "eu-west-1",
            Credentials::new("testing", "testing", None, None, "fixed"),
        )
    };
    let path = Client::builder(server.endpoint()).auth(auth()).path_style().build()?;
    let host = server.endpoint().replace("127.0.0.1", "localhost");
    let host = Client::builder(host).auth(auth()).build()?;
    let clients = [(path, format!("{test}-in-path")), (host, format!("{test}-in-host"))];
    let region = CreateBucketConfiguration {
        location_constraint: "eu-west-1".to_owned(),
    };
    for (s3, bucket) in &clients {
        s3.create_bucket(bucket, Some(&region)).await?;
    }
    Ok(clients)
}

async fn put(s3: &Client, bucket: &str, key: &str, content: &str) -> Result<String> {
    let content = Bytes::from(content.to_owned());
    let call = s3.put_object(bucket, key, &PutObject::default(), &BTreeMap::new(), content);
    Ok(call.await?.etag.expect("an object has an entity tag"))
}

async fn read(mut content: ByteStream) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    while let Some(piece) = content.next().await {
        all.extend_from_slice(&piece?);
    }
    Ok(all)
}

async fn get(s3: &Client, bucket: &str, key: &str) -> Result<Object<ByteStream>> {
    let object = s3.get_object(bucket, key, &GetObject::default()).await?;
    Ok(object.modified().expect("there is no condition").into_value())
}

/// Returns the keys of a bucket, read two at a time.
async fn keys(s3: &Client, bucket: &str) -> Result<Vec<String>> {
    let by_two = ListObjects {
        max_keys: Some(2),
        ..ListObjects::default()
    };
    let objects = s3.list_objects(bucket, &by_two).items().try_collect().await?;
    Ok(objects.into_iter().map(|object| object.key.0).collect())
}

#[tokio::test]
async fn objects_are_written_read_listed_copied_and_deleted() -> Result {
    let Some(server) = Server::shared() else { return Ok(()) };
    for (s3, bucket) in &clients(&server, "objects").await? {
        let options = PutObject {
            cache_control: Some("no-cache".to_owned()),
            content_type: Some("text/plain; charset=utf-8".to_owned()),
            ..PutObject::default()
        };
        let metadata = BTreeMap::from([("author".to_owned(), "Handel".to_owned())]);
        let content = Bytes::from("größe");
        s3.put_object(bucket, "a/1.txt", &options, &metadata, content).await?;

        let head = s3.head_object(bucket, "a/1.txt").await?;
        let object = get(s3, bucket, "a/1.txt").await?;
        assert_eq!((head.content_length, object.content_length), (Some(7), Some(7)));
        assert_eq!((&head.etag, &head.metadata), (&object.etag, &metadata));
        assert_eq!(object.content_type.as_deref(), Some("text/plain; charset=utf-8"));
        assert_eq!(read(object.content).await?, "größe".as_bytes());

        let source = CopySource { bucket, key: "a/1.txt" };
        let copy = s3.copy_object(bucket, "b/größe + 2.txt", &source).await?;
        assert_eq!(copy.etag, head.etag);
        let encoded = CopySource {
            bucket,
            key: "b/größe + 2.txt",
        };
        s3.copy_object(bucket, "c", &encoded).await?;
        assert_eq!(keys(s3, bucket).await?, ["a/1.txt", "b/größe + 2.txt", "c"]);
        let folders = ListObjects {
            delimiter: Some("/".to_owned()),
            ..ListObjects::default()
        };
        let page = s3.list_objects(bucket, &folders).await?;
        let prefixes: Vec<&str> = page
            .common_prefixes
            .iter()
            .map(|common| common.prefix.0.as_str())
            .collect();
        assert_eq!((prefixes, page.contents.len()), (vec!["a/", "b/"], 1));

        s3.delete_object(bucket, "c").await?;
        let objects = ["a/1.txt", "b/größe + 2.txt"]
            .map(|key| ObjectKey { key: key.to_owned() })
            .into();
        let deleted = s3.delete_objects(bucket, &Delete { objects, quiet: None }).await?;
        assert_eq!((deleted.deleted.len(), deleted.errors.len()), (2, 0));
        assert_eq!(keys(s3, bucket).await?, Vec::<String>::new());

        let buckets = s3.list_buckets().await?.buckets.0;
        assert!(
            buckets
                .iter()
                .any(|each| each.name == *bucket && each.creation_date.is_some())
        );
        s3.delete_bucket(bucket).await?;
        let error = s3.list_objects(bucket, &folders).await.unwrap_err();
        assert!(matches!(error.service(), Some(S3Error::NoSuchBucket(_))), "{error}");
    }
    Ok(())
}

#[tokio::test]
async fn keys_arrive_as_they_are() -> Result {
    let Some(server) = Server::shared() else { return Ok(()) };
    let hostile = [
        " ",
        "%2F",
        "+",
        "/leading",
        "//",
        "a b",
        "a%2Fb",
        "a%b",
        "a&b=c;d",
        "a+b",
        "a/",
        "a//b",
        "a/..b/c.",
        "a?b#c",
        "a\"<>\\^`{|}",
        "~!*'()@:,$",
        "größe/会議室/🦀",
        ".hidden",
        "...",
    ];
    for (s3, bucket) in &clients(&server, "keys").await? {
        // With the bucket in the host, moto removes slashes at the beginning of a key.
        let hostile = hostile
            .into_iter()
            .filter(|key| !key.starts_with('/') || bucket.ends_with("path"));
        let hostile: Vec<&str> = hostile.collect();
        for key in &hostile {
            put(s3, bucket, key, key)
                .await
                .map_err(|error| format!("{bucket} {key}: {error}"))?;
        }
        let mut sorted = hostile.clone();
        sorted.sort_unstable();
        assert_eq!(keys(s3, bucket).await?, sorted);
        for key in &hostile {
            assert_eq!(
                read(get(s3, bucket, key).await?.content).await?,
                key.as_bytes(),
                "{key}"
            );
        }
        for key in [".", "..", "a/../b", "./a", "a/.", "", "a/..//b"] {
            let error = s3.head_object(bucket, key).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Refused, "{key}: {error}");
        }
        let objects = hostile.iter().map(|key| ObjectKey { key: (*key).to_owned() });
        let objects = objects.collect();
        s3.delete_objects(
            bucket,
            &Delete {
                objects,
                quiet: Some(true),
            },
        )
        .await?;
        assert_eq!(keys(s3, bucket).await?, Vec::<String>::new());
    }
    Ok(())
}

#[tokio::test]
async fn ranges_and_conditions_are_typed() -> Result {
    let Some(server) = Server::shared() else { return Ok(()) };
    for (s3, bucket) in &clients(&server, "conditions").await? {
        let etag = put(s3, bucket, "a", "0123456789").await?;
        let range = GetObject {
            range: Some("bytes=2-5".to_owned()),
            if_match: Some(etag.clone()),
            ..GetObject::default()
        };
        let object = s3
            .get_object(bucket, "a", &range)
            .await?
            .modified()
            .expect("the object is read");
        assert_eq!(
            (object.content_range.as_deref(), object.checksum()),
            (Some("bytes 2-5/10"), None)
        );
        assert_eq!(read(object.into_value().content).await?, b"2345");

        let if_none_match = Some(etag);
        let unless_current = GetObject {
            if_none_match,
            ..GetObject::default()
        };
        let current = s3.get_object(bucket, "a", &unless_current).await?;
        assert!(matches!(current, Conditional::NotModified));

        let if_match = Some("\"other\"".to_owned());
        let if_other = GetObject {
            if_match,
            ..GetObject::default()
        };
        let error = s3.get_object(bucket, "a", &if_other).await.unwrap_err();
        assert!(
            matches!(error.service(), Some(S3Error::PreconditionFailed(_))),
            "{error}"
        );
        let new = PutObject {
            if_none_match: Some("*".to_owned()),
            ..PutObject::default()
        };
        let call = s3.put_object(bucket, "a", &new, &BTreeMap::new(), Bytes::from("b"));
        let error = call.await.unwrap_err();
        assert!(
            matches!(error.service(), Some(S3Error::PreconditionFailed(_))),
            "{error}"
        );

        let error = s3.get_object(bucket, "none", &GetObject::default()).await.unwrap_err();
        assert!(matches!(error.service(), Some(S3Error::NoSuchKey(_))), "{error}");
        let error = s3.head_object(bucket, "none").await.unwrap_err();
        assert!(matches!(error.service(), Some(S3Error::NoSuchKey(_))), "{error}");
    }
    Ok(())
}

#[tokio::test]
async fn file_is_streamed_with_progress_metadata_and_checksum() -> Result {
    let Some(server) = Server::shared() else { return Ok(()) };
    let path = std::env::temp_dir().join(format!("rest-op-moto-{}", std::process::id()));
    let bytes: Vec<u8> = (0..300_000_u32).map(|index| (index % 251) as u8).collect();
    std::fs::write(&path, &bytes)?;
    for (s3, bucket) in &clients(&server, "file").await? {
        let crc32 = Checksum::Crc32.of_reader(std::fs::File::open(&path)?)?;
        let (sent, received) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let count = |counter: &Arc<AtomicU64>| {
            let counter = Arc::clone(counter);
            move |done, _| counter.store(done, Ordering::Relaxed)
        };
        let file = path.clone();
        let open = move || {
            Ok(ByteStream::from_reader(tokio::fs::File::from_std(std::fs::File::open(
                &file,
            )?)))
        };
        let content = ByteStream::from_fn(open).sized(300_000).on_progress(count(&sent));
        let metadata = BTreeMap::from([("kind".to_owned(), "backup".to_owned())]);
        let call = s3.upload_object(bucket, "file", &PutObject::default(), &metadata, Some(&crc32), content);
        // S3 needs no such header, but moto does.
        call.header("x-amz-sdk-checksum-algorithm", "CRC32").await?;

        let object = s3.get_object(bucket, "file", &GetObject::default()).await?;
        let object = object.modified().expect("there is no condition");
        assert_eq!(
            (object.checksum(), &object.metadata),
            (Some(Checksum::Crc32), &metadata)
        );
        let content = object.into_value().content.on_progress(count(&received));
        assert_eq!(read(content).await?, bytes);
        assert_eq!(
            (sent.load(Ordering::Relaxed), received.load(Ordering::Relaxed)),
            (300_000, 300_000)
        );

        let wrong = Checksum::Crc32.of(b"other");
        let content = ByteStream::from(bytes.clone());
        let call = s3.upload_object(bucket, "wrong", &PutObject::default(), &metadata, Some(&wrong), content);
        if let Err(error) = call.header("x-amz-sdk-checksum-algorithm", "CRC32").await {
            assert_eq!(error.code(), Some("BadDigest"));
        } else {
            // moto stores a wrong checksum, which is noticed when the object is read.
            let content = get(s3, bucket, "wrong").await?.content;
            let error = read(content).await.unwrap_err();
            assert_eq!(error.to_string(), "the CRC32 of the stream is not the expected one");
        }
    }
    std::fs::remove_file(&path)?;
    Ok(())
}

#[tokio::test]
async fn parts_are_uploaded_in_parallel_and_joined() -> Result {
    let Some(server) = Server::shared() else { return Ok(()) };
    let contents = [vec![b'a'; 5 << 20], vec![b'b'; 5 << 20], b"end".to_vec()];
    for (s3, bucket) in &clients(&server, "parts").await? {
        let options = PutObject::default();
        let upload = s3
            .create_multipart_upload(bucket, "key + 1", Some("CRC32"), &options)
            .await?;
        let id = upload.upload_id.as_str();
        let order = Mutex::new(Vec::new());
        let parts = (1..).zip(&contents).map(async |(number, content)| {
            let content = Bytes::from(content.clone());
            let crc32 = Some(Checksum::Crc32.of(&content));
            let written = s3.upload_part(bucket, "key + 1", number, id, content).await?;
            order.lock().unwrap().push(number);
            Ok::<_, Error<S3Error>>(CompletedPart {
                etag: written.etag.expect("a part has an entity tag"),
                crc32,
                part_number: number,
            })
        });
        let parts = try_join_all(parts).await?;
        assert_eq!(order.into_inner()?.len(), 3);
        s3.complete_multipart_upload(bucket, "key + 1", id, &CompletedUpload { parts })
            .await?;
        let content = read(get(s3, bucket, "key + 1").await?.content).await?;
        assert!(content == contents.concat());

        let upload = s3.create_multipart_upload(bucket, "small", None, &options).await?;
        let id = upload.upload_id.as_str();
        let mut parts = Vec::new();
        for number in 1..=2 {
            let etag = s3
                .upload_part(bucket, "small", number, id, Bytes::from("small"))
                .await?
                .etag;
            parts.push(CompletedPart {
                etag: etag.expect("a part has an entity tag"),
                crc32: None,
                part_number: number,
            });
        }
        let joined = CompletedUpload { parts: parts.clone() };
        let error = s3
            .complete_multipart_upload(bucket, "small", id, &joined)
            .await
            .unwrap_err();
        assert!(matches!(error.service(), Some(S3Error::PartTooSmall(_))), "{error}");
        parts[0].etag = "\"other\"".to_owned();
        let error = s3
            .complete_multipart_upload(bucket, "small", id, &CompletedUpload { parts })
            .await
            .unwrap_err();
        assert!(matches!(error.service(), Some(S3Error::InvalidPart(_))), "{error}");
        s3.abort_multipart_upload(bucket, "small", id).await?;
        let error = s3.abort_multipart_upload(bucket, "small", id).await.unwrap_err();
        assert!(matches!(error.service(), Some(S3Error::NoSuchUpload(_))), "{error}");
    }
    Ok(())
}

/// Sends a presigned request as any HTTP client can, and returns status line and body.
fn send(presigned: &Presigned, body: &str) -> Result<(String, String)> {
    let url = presigned.url().strip_prefix("http://").expect("the server has no TLS");
    let (host, target) = url.split_at(url.find('/').expect("the URL has a path"));
    let (_, port) = host.rsplit_once(':').expect("the server has a port");
    let mut stream = TcpStream::connect(("127.0.0.1", port.parse()?))?;
    let mut head = format!(
        "{} {target} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n",
        presigned.method()
    );
    for (name, value) in presigned.headers() {
        head = format!("{head}{name}: {}\r\n", value.to_str()?);
    }
    write!(stream, "{head}content-length: {}\r\n\r\n{body}", body.len())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").expect("the answer has a head");
    Ok((head.lines().next().unwrap_or_default().to_owned(), body.to_owned()))
}

#[tokio::test]
async fn presigned_requests_are_sent_by_a_plain_client() -> Result {
    let Some(server) = Server::shared() else { return Ok(()) };
    for (s3, bucket) in &clients(&server, "presigned").await? {
        let key = "größe + 1/a.txt";
        let content_type = Some("text/plain".to_owned());
        let options = PutObject {
            content_type,
            ..PutObject::default()
        };
        let nothing = ByteStream::from("");
        let call = s3.upload_object(bucket, key, &options, &BTreeMap::new(), None, nothing);
        let put = call.presign(Duration::from_mins(1)).await?;
        assert_eq!(send(&put, "content")?.0, "HTTP/1.1 200 OK");
        assert_eq!(
            s3.head_object(bucket, key).await?.content_type.as_deref(),
            Some("text/plain")
        );

        let call = s3.get_object(bucket, key, &GetObject::default());
        let get = call.presign(Duration::from_mins(1)).await?;
        assert_eq!(send(&get, "")?, ("HTTP/1.1 200 OK".to_owned(), "content".to_owned()));
    }
    Ok(())
}

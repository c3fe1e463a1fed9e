//! Writes, reads, lists, copies and deletes objects of Amazon S3: streams with progress and checksums, ranges, conditions, an
//! upload in parallel parts, and a presigned URL.
//!
//!     cargo run -p rest-op --features checksum,xml --example s3                 # a local stand-in
//!     cargo run -p rest-op --features checksum,xml --example s3 -- live BUCKET  # the AWS_* variables

use std::collections::BTreeMap;
use std::env;
use std::fs::File;
use std::path::Path;
use std::time::Duration;

use futures_util::future::try_join_all;
use rest_op::credentials::{Credentials, Environment};
use rest_op::{BoxError, ByteStream, Bytes, Checksum, Client, Conditional, SigV4};

use self::declared::{
    CompletedPart, CompletedUpload, CopySource, Delete, GetObject, ListObjects, ObjectKey, PutObject, S3, S3Error,
};

#[allow(dead_code, unreachable_pub, reason = "the file is written for libraries")]
#[path = "declared/s3.rs"]
mod declared;
#[path = "stand_in/s3.rs"]
mod stand_in;

/// The smallest part of an upload.
const PART_BYTES: usize = 5 << 20;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (endpoint, auth, bucket) = match arguments.as_slice() {
        [live, bucket] if live == "live" => {
            let region = env::var("AWS_REGION").unwrap_or("us-east-1".to_owned());
            let endpoint = format!("https://s3.{region}.amazonaws.com");
            (endpoint, SigV4::new("s3", region, Environment), bucket.as_str())
        }
        _ => {
            let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "example");
            let auth = SigV4::new("s3", "us-east-1", credentials);
            (stand_in::start().await?, auth, "pictures")
        }
    };
    // Without `path_style`, the bucket would be a part of the host, which an address cannot have.
    let s3 = Client::builder(&endpoint).auth(auth).path_style().build()?;

    // From memory: the content is signed, and has a checksum.
    let note = "notes/größe + 1.txt";
    let metadata = BTreeMap::from([("author".to_owned(), "Handel".to_owned())]);
    let plain = PutObject {
        content_type: Some("text/plain".to_owned()),
        ..PutObject::default()
    };
    let content = Bytes::from("0123456789");
    let etag = s3.put_object(bucket, note, &plain, &metadata, content).await?.etag;
    println!("wrote {note}");

    // From a file, piece by piece.
    let path = env::temp_dir().join("rest-op-s3-upload");
    std::fs::write(&path, vec![b'x'; 1 << 20])?;
    upload(&s3, bucket, "backup.tar", &path).await?;

    // A range, and a condition.
    let range = GetObject {
        range: Some("bytes=2-5".to_owned()),
        ..GetObject::default()
    };
    if let Conditional::Modified(object) = s3.get_object(bucket, note, &range).await? {
        let range = object.content_range.clone().unwrap_or_default();
        println!("read {:?}, {range}", read(object.into_value().content).await?);
    }
    let unless_changed = GetObject {
        if_none_match: etag,
        ..GetObject::default()
    };
    match s3.get_object(bucket, note, &unless_changed).await? {
        Conditional::NotModified => println!("not modified"),
        Conditional::Modified(_) => println!("modified"),
    }
    if let Conditional::Modified(object) = s3.get_object(bucket, note, &GetObject::default()).await? {
        let (verified, author) = (object.checksum(), object.metadata.get("author").cloned());
        let content = read(object.into_value().content).await?;
        println!("read {content:?} by {author:?}, verified by {verified:?}");
    }

    // Parts in parallel.
    let video = "video.mp4";
    let upload_id = s3
        .create_multipart_upload(bucket, video, Some("CRC32"), &PutObject::default())
        .await?
        .upload_id;
    let parts = [
        Bytes::from(vec![1; PART_BYTES]),
        Bytes::from(vec![2; PART_BYTES]),
        Bytes::from("end"),
    ];
    match upload_parts(&s3, bucket, video, &upload_id, parts).await {
        Ok(parts) => println!("joined {parts} parts"),
        Err(error) => {
            // The service charges for parts until their upload is discarded.
            s3.abort_multipart_upload(bucket, video, &upload_id).await?;
            return Err(error.into());
        }
    }

    let source = CopySource { bucket, key: note };
    s3.copy_object(bucket, "copy of it", &source).await?;
    let by_two = ListObjects {
        max_keys: Some(2),
        ..ListObjects::default()
    };
    let mut objects = s3.list_objects(bucket, &by_two).items();
    let mut keys = Vec::new();
    while let Some(object) = objects.next().await {
        let object = object?;
        println!("found {:?}, {} bytes", object.key.0, object.size);
        keys.push(object.key.0);
    }

    // A URL for anyone, for a minute: here, for a client without credentials.
    let call = s3.get_object(bucket, "copy of it", &GetObject::default());
    let url = call.presign(Duration::from_mins(1)).await?;
    let anyone = s3.with_endpoint(&endpoint)?;
    let call = anyone
        .get_object(bucket, "copy of it", &GetObject::default())
        .at(url.url());
    if let Conditional::Modified(object) = call.await? {
        println!("anyone reads {:?}", read(object.into_value().content).await?);
    }

    let objects = keys.into_iter().map(|key| ObjectKey { key }).collect();
    let delete = Delete { objects, quiet: None };
    println!(
        "deleted {} objects",
        s3.delete_objects(bucket, &delete).await?.deleted.len()
    );

    match s3.get_object(bucket, note, &GetObject::default()).await {
        Err(error) if matches!(error.service(), Some(S3Error::NoSuchKey(_))) => println!("{error}"),
        other => println!("{other:?}"),
    }
    Ok(())
}

/// Uploads a file, which is read twice: for its checksum, and for its content.
async fn upload(s3: &Client, bucket: &str, key: &str, path: &Path) -> Result<(), BoxError> {
    let length = std::fs::metadata(path)?.len();
    let crc32 = Checksum::Crc32.of_reader(File::open(path)?)?;
    let path = path.to_owned();
    let open = move || Ok(ByteStream::from_reader(tokio::fs::File::from_std(File::open(&path)?)));
    let content = ByteStream::from_fn(open).sized(length).on_progress(|done, total| {
        if Some(done) == total {
            println!("sent {done} bytes");
        }
    });
    let call = s3.upload_object(
        bucket,
        key,
        &PutObject::default(),
        &BTreeMap::new(),
        Some(&crc32),
        content,
    );
    let written = call.await?;
    println!("uploaded {key}: {}", written.etag.unwrap_or_default());
    Ok(())
}

/// Uploads all parts at once, and joins them.
async fn upload_parts(
    s3: &Client,
    bucket: &str,
    key: &str,
    upload_id: &str,
    parts: impl IntoIterator<Item = Bytes>,
) -> Result<usize, rest_op::Error<S3Error>> {
    let parts = (1..).zip(parts).map(async |(part_number, content)| {
        let crc32 = Some(Checksum::Crc32.of(&content));
        let written = s3.upload_part(bucket, key, part_number, upload_id, content).await?;
        let etag = written.etag.unwrap_or_default();
        Ok::<_, rest_op::Error<S3Error>>(CompletedPart {
            etag,
            crc32,
            part_number,
        })
    });
    let parts = try_join_all(parts).await?;
    let upload = CompletedUpload { parts };
    s3.complete_multipart_upload(bucket, key, upload_id, &upload).await?;
    Ok(upload.parts.len())
}

async fn read(mut content: ByteStream) -> Result<String, BoxError> {
    let mut text = Vec::new();
    while let Some(piece) = content.next().await {
        text.extend_from_slice(&piece?);
    }
    Ok(String::from_utf8(text)?)
}

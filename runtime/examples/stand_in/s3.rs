//! A local replacement for Amazon S3 with one bucket, `pictures`, in the style of paths. It accepts any signature for the service.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use http::{HeaderMap, Method, Request, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rest_op::Bytes;

use self::server::{ServerResponse, query, response};

#[path = "server.rs"]
mod server;

#[derive(Default)]
struct Bucket {
    objects: BTreeMap<String, Object>,
    /// The parts of the uploads, by their number.
    uploads: HashMap<String, BTreeMap<u32, Bytes>>,
}

#[derive(Clone)]
struct Object {
    content: Bytes,
    headers: HeaderMap,
}

pub(crate) async fn start() -> std::io::Result<String> {
    let bucket = Arc::new(Mutex::new(Bucket::default()));
    server::start(move |request| {
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        handle(request, &mut bucket).unwrap_or_else(|(status, code)| {
            let body = format!(
                "<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>The request failed.</Message></Error>"
            );
            response(status, &[], body)
        })
    })
    .await
}

type Refusal = (StatusCode, &'static str);

const NO_SUCH_KEY: Refusal = (StatusCode::NOT_FOUND, "NoSuchKey");
const NO_SUCH_UPLOAD: Refusal = (StatusCode::NOT_FOUND, "NoSuchUpload");

fn handle(request: &Request<Bytes>, bucket: &mut Bucket) -> Result<ServerResponse, Refusal> {
    let is_signed = header(request, "authorization").is_some_and(|value| value.contains("/us-east-1/s3/aws4_request"))
        || query(request, "X-Amz-Credential").is_some_and(|value| value.contains("%2Fus-east-1%2Fs3%2F"));
    if !is_signed {
        return Err((StatusCode::FORBIDDEN, "AccessDenied"));
    }
    let Some(key) = request.uri().path().strip_prefix("/pictures/").map(decode) else {
        return Err((StatusCode::NOT_FOUND, "NoSuchBucket"));
    };
    match (request.method(), query(request, "uploadId")) {
        (&Method::GET, None) if key.is_empty() => Ok(list(request, bucket)),
        (&Method::GET, None) => get(request, bucket.objects.get(&key).ok_or(NO_SUCH_KEY)?),
        (&Method::PUT, None) => put(request, key, bucket),
        (&Method::PUT, Some(id)) => {
            let number = query(request, "partNumber").and_then(|number| number.parse().ok());
            let parts = bucket.uploads.get_mut(id).ok_or(NO_SUCH_UPLOAD)?;
            parts.insert(
                number.ok_or((StatusCode::BAD_REQUEST, "InvalidArgument"))?,
                request.body().clone(),
            );
            Ok(response(StatusCode::OK, &[("etag", &etag(request.body()))], ""))
        }
        (&Method::POST, None) if key.is_empty() => Ok(delete(request, bucket)),
        (&Method::POST, None) => {
            let id = format!("upload-{}", bucket.uploads.len() + 1);
            let body =
                format!("<InitiateMultipartUploadResult><UploadId>{id}</UploadId></InitiateMultipartUploadResult>");
            bucket.uploads.insert(id, BTreeMap::new());
            Ok(response(StatusCode::OK, &[], body))
        }
        (&Method::POST, Some(id)) => {
            let parts = bucket.uploads.remove(id).ok_or(NO_SUCH_UPLOAD)?;
            let content: Bytes = parts.into_values().flatten().collect();
            let body = format!(
                "<CompleteMultipartUploadResult><ETag>{}</ETag></CompleteMultipartUploadResult>",
                etag(&content)
            );
            let headers = HeaderMap::new();
            bucket.objects.insert(key, Object { content, headers });
            Ok(response(StatusCode::OK, &[], body))
        }
        _ => Err((StatusCode::METHOD_NOT_ALLOWED, "MethodNotAllowed")),
    }
}

fn list(request: &Request<Bytes>, bucket: &Bucket) -> ServerResponse {
    let prefix = query(request, "prefix").map(decode).unwrap_or_default();
    let after = query(request, "continuation-token").map(decode).unwrap_or_default();
    let max = query(request, "max-keys")
        .and_then(|max| max.parse().ok())
        .unwrap_or(1_000);
    let found = bucket
        .objects
        .iter()
        .filter(|(key, _)| key.starts_with(&prefix) && **key > after);
    let mut found = found.peekable();
    let mut body = String::from("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    let mut last = String::new();
    for (key, object) in found.by_ref().take(max) {
        last = utf8_percent_encode(key, NON_ALPHANUMERIC).to_string();
        let size = object.content.len();
        let _ = write!(body, "<Contents><Key>{last}</Key><Size>{size}</Size></Contents>");
    }
    if found.peek().is_some() {
        let _ = write!(body, "<NextContinuationToken>{last}</NextContinuationToken>");
    }
    body.push_str("</ListBucketResult>");
    response(StatusCode::OK, &[], body)
}

fn get(request: &Request<Bytes>, object: &Object) -> Result<ServerResponse, Refusal> {
    let etag = etag(&object.content);
    if header(request, "if-match").is_some_and(|expected| expected != etag) {
        return Err((StatusCode::PRECONDITION_FAILED, "PreconditionFailed"));
    }
    if header(request, "if-none-match") == Some(etag.as_str()) {
        return Ok(response(StatusCode::NOT_MODIFIED, &[("etag", &etag)], ""));
    }
    let range = header(request, "range").and_then(|range| {
        let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
        let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
        (first <= last && last < object.content.len()).then_some((first, last))
    });
    let mut found = match range {
        None => response(StatusCode::OK, &[("etag", &etag)], object.content.clone()),
        Some((first, last)) => {
            let range = format!("bytes {first}-{last}/{}", object.content.len());
            let headers = [("etag", etag.as_str()), ("content-range", &range)];
            response(
                StatusCode::PARTIAL_CONTENT,
                &headers,
                object.content.slice(first..=last),
            )
        }
    };
    let is_checksum = |name: &str| name.starts_with("x-amz-checksum-");
    let headers = object
        .headers
        .iter()
        .filter(|(name, _)| range.is_none() || !is_checksum(name.as_str()));
    found
        .headers_mut()
        .extend(headers.map(|(name, value)| (name.clone(), value.clone())));
    Ok(found)
}

fn put(request: &Request<Bytes>, key: String, bucket: &mut Bucket) -> Result<ServerResponse, Refusal> {
    let source = header(request, "x-amz-copy-source");
    let object = if let Some(source) = source {
        let source = decode(source.strip_prefix("pictures/").ok_or(NO_SUCH_KEY)?);
        bucket.objects.get(&source).ok_or(NO_SUCH_KEY)?.clone()
    } else {
        let is_kept = |name: &str| name.starts_with("x-amz-meta-") || name.starts_with("x-amz-checksum-");
        let headers = request.headers().iter().filter(|(name, _)| is_kept(name.as_str()));
        Object {
            content: request.body().clone(),
            headers: headers.map(|(name, value)| (name.clone(), value.clone())).collect(),
        }
    };
    let etag = etag(&object.content);
    bucket.objects.insert(key, object);
    let body = source.map(|_| format!("<CopyObjectResult><ETag>{etag}</ETag></CopyObjectResult>"));
    Ok(response(StatusCode::OK, &[("etag", &etag)], body.unwrap_or_default()))
}

fn delete(request: &Request<Bytes>, bucket: &mut Bucket) -> ServerResponse {
    let text = String::from_utf8_lossy(request.body());
    let mut body = String::from("<DeleteResult>");
    for key in text
        .split("<Key>")
        .skip(1)
        .filter_map(|rest| rest.split("</Key>").next())
    {
        bucket.objects.remove(&key.replace("&amp;", "&"));
        let _ = write!(body, "<Deleted><Key>{key}</Key></Deleted>");
    }
    body.push_str("</DeleteResult>");
    response(StatusCode::OK, &[], body)
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn etag(content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

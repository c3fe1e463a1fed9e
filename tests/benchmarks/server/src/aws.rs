//! DynamoDB and S3 with canned answers: nothing is checked, and uploads are discarded.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use harness::dynamodb::{ITEM, TAKEN};
use http_body_util::{BodyExt, Either, Full};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::{Method, Request, Response};

type Answer = Response<Either<Full<Bytes>, Zeros>>;

/// Answers a request of either service: those of DynamoDB are POST.
pub(crate) async fn answer(request: Request<Incoming>) -> Result<Answer, hyper::Error> {
    if request.method() == Method::POST {
        return dynamodb(request).await;
    }
    if request.method() == Method::PUT {
        let mut body = request.into_body();
        while let Some(frame) = body.frame().await {
            frame?;
        }
        return Ok(s3(200, Either::Left(Full::default())));
    }
    if let Some(query) = request.uri().query()
        && query.contains("list-type=2")
    {
        let listing = listing(query.contains("continuation-token="));
        return Ok(s3(200, Either::Left(listing.into())));
    }
    let key = request.uri().path().rsplit('/').next().unwrap_or_default();
    Ok(match key.parse() {
        Ok(left) => s3(200, Either::Right(Zeros { left })),
        Err(_) => {
            let error = "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>";
            s3(404, Either::Left(error.into()))
        }
    })
}

async fn dynamodb(request: Request<Incoming>) -> Result<Answer, hyper::Error> {
    let (head, body) = request.into_parts();
    let body = body.collect().await?.to_bytes();
    let contains = |text: &str| body.windows(text.len()).any(|window| window == text.as_bytes());
    let operation = head.headers.get("x-amz-target").and_then(|target| target.to_str().ok());
    let (status, answer) = match operation.unwrap_or_default() {
        "DynamoDB_20120810.GetItem" => (200, format!(r#"{{"Item":{ITEM}}}"#)),
        "DynamoDB_20120810.PutItem" if contains(TAKEN) => (
            400,
            r#"{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}"#.to_owned(),
        ),
        "DynamoDB_20120810.PutItem" => (200, "{}".to_owned()),
        "DynamoDB_20120810.Query" if contains("ExclusiveStartKey") => {
            (200, format!(r#"{{"Items":[{ITEM}],"Count":1,"ScannedCount":1}}"#))
        }
        "DynamoDB_20120810.Query" => {
            let key = r#"{"Artist":{"S":"a"},"Song":{"S":"b"}}"#;
            (
                200,
                format!(r#"{{"Items":[{ITEM},{ITEM}],"Count":2,"ScannedCount":2,"LastEvaluatedKey":{key}}}"#),
            )
        }
        _ => (400, r#"{"__type":"UnknownOperationException"}"#.to_owned()),
    };
    let response = Response::builder()
        .status(status)
        .header("content-type", "application/x-amz-json-1.0")
        .header(
            "x-amzn-requestid",
            "0F0F0F0F11112222333344444444444444444444444444444444",
        );
    Ok(response.body(Either::Left(answer.into())).expect("legal headers"))
}

fn s3(status: u16, body: Either<Full<Bytes>, Zeros>) -> Answer {
    let response = Response::builder()
        .status(status)
        .header(
            "x-amz-id-2",
            "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran",
        )
        .header("x-amz-request-id", "318BC8BC148832E5")
        .header("last-modified", "Mon, 17 Dec 2012 02:14:10 GMT")
        .header("etag", "\"fba9dede5f27731c9771645a39863328\"")
        .header("accept-ranges", "bytes")
        .header("content-type", "application/octet-stream")
        .header("server", "AmazonS3");
    response.body(body).expect("legal headers")
}

/// A page of three objects.
fn listing(last: bool) -> String {
    let next = if last {
        ""
    } else {
        "<NextContinuationToken>1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/wm36Hy4vbOwM=</NextContinuationToken>"
    };
    let object = |name: &str, size: u32| {
        format!(
            "<Contents><Key>photos/{name}</Key><LastModified>2024-03-01T08:20:33.000Z</LastModified>\
             <ETag>&quot;fba9dede5f27731c9771645a39863328&quot;</ETag><Size>{size}</Size>\
             <StorageClass>STANDARD</StorageClass></Contents>"
        )
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
         <Name>examples</Name><Prefix/><KeyCount>3</KeyCount><MaxKeys>3</MaxKeys><IsTruncated>{}</IsTruncated>{next}{}{}{}\
         </ListBucketResult>",
        !last,
        object("a &amp; b", 434_234),
        object("c", 1024),
        object("d", 0),
    )
}

/// So many bytes, in pieces.
pub(crate) struct Zeros {
    left: u64,
}

impl Body for Zeros {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        const PIECE: &[u8] = &[0; 1 << 16];
        let length = self.left.min(PIECE.len() as u64);
        self.left -= length;
        Poll::Ready((length > 0).then(|| Ok(Frame::data(Bytes::from_static(&PIECE[..length as usize])))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

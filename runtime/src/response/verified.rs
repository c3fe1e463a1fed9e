//! Results whose body is compared with the checksum in a header.

use std::fmt;
use std::ops::Deref;

use http::header::CONTENT_LENGTH;
use http::{HeaderMap, StatusCode};

use super::from_response::{BodyMode, DecodeError, FromResponse};
use crate::response::reply::Reply;
use crate::values::checksum::Checksum;

/// The headers that contain checksums.
const HEADERS: [(&str, Checksum); 5] = [
    ("x-amz-checksum-crc32", Checksum::Crc32),
    ("x-amz-checksum-crc32c", Checksum::Crc32c),
    ("x-amz-checksum-crc64nvme", Checksum::Crc64Nvme),
    ("x-amz-checksum-sha256", Checksum::Sha256),
    ("content-md5", Checksum::Md5),
];

/// A result whose body has been compared with the checksum that the service sent.
///
/// The checksum is in `content-md5` or in one of the headers `x-amz-checksum-crc32`, `-crc32c`, `-crc64nvme` and `-sha256`,
/// which S3 sends for requests with `x-amz-checksum-mode: ENABLED`. If the body does not match, the call fails, and a
/// [`ByteStream`](crate::ByteStream) ends with an error, before its last piece if its length is known.
///
/// A response without such a header is accepted, and [`checksum`](Self::checksum) returns `None`. So are a response to HEAD, a part
/// of a representation (206), and an object of S3 whose checksum is composed of those of its parts (`…-3`). A body that the feature
/// `compression` has decompressed does not match the checksum of the compressed one.
///
/// ```
/// use rest_op::{Api, ByteStream, Call, Client, Verified, rest_op};
///
/// pub trait Objects: Api {
///     #[rest_op(GET, "/<key..>", header("x-amz-checksum-mode" = "ENABLED"))]
///     fn get(&self, key: &str) -> Call<Verified<ByteStream>>;
/// }
/// impl Objects for Client {}
///
/// async fn size(client: &Client) -> Result<usize, Box<dyn std::error::Error + Send + Sync>> {
///     let mut object = client.get("backup.tar").await?.into_value();
///     let mut size = 0;
///     while let Some(piece) = object.next().await {
///         size += piece?.len();
///     }
///     Ok(size)
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Verified<T> {
    value: T,
    checksum: Option<Checksum>,
}

impl<T> Verified<T> {
    /// Returns the algorithm of the checksum, or `None` if the service sent none that can be verified.
    pub fn checksum(&self) -> Option<Checksum> {
        self.checksum
    }

    /// Returns the result.
    pub fn into_value(self) -> T {
        self.value
    }
}

impl<T> Deref for Verified<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Verified<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified")
            .field("value", &self.value)
            .field("checksum", &self.checksum)
            .finish()
    }
}

impl<T: FromResponse> FromResponse for Verified<T> {
    const ACCEPT: Option<&'static str> = T::ACCEPT;

    fn accepts(status: StatusCode) -> bool {
        T::accepts(status)
    }

    fn body_mode(status: StatusCode) -> BodyMode {
        T::body_mode(status)
    }

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        let body_mode = T::body_mode(reply.status());
        let (reply, checksum) = verify(reply, body_mode)?;
        T::from_response(reply).map(|value| Self { value, checksum })
    }
}

/// Compares a body with its checksum, or makes a stream do so.
#[inline]
fn verify(reply: Reply, body_mode: BodyMode) -> Result<(Reply, Option<Checksum>), DecodeError> {
    let Some((name, checksum, expected)) = expected(reply.status(), reply.headers()) else {
        return Ok((reply, None));
    };
    if body_mode == BodyMode::Streamed {
        let reply = reply.map_stream(|stream| stream.verified(checksum, expected));
        return Ok((reply, Some(checksum)));
    }
    if checksum.of(reply.body()) == expected {
        Ok((reply, Some(checksum)))
    } else if reply.body().is_empty() && has_content(reply.headers()) {
        Ok((reply, None))
    } else {
        let message = "is not the checksum of the body, which was changed on its way";
        Err(DecodeError::new(name, message, &reply))
    }
}

/// Whether a representation has content, which the response to HEAD does not contain.
#[inline]
fn has_content(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_LENGTH).is_some_and(|length| length != "0")
}

/// Returns the first checksum of the whole body.
#[inline]
fn expected(status: StatusCode, headers: &HeaderMap) -> Option<(&'static str, Checksum, String)> {
    if status == StatusCode::PARTIAL_CONTENT {
        return None;
    }
    HEADERS.into_iter().find_map(|(name, checksum)| {
        let value = headers.get(name)?.to_str().ok()?.trim();
        // In base64, only the checksum of several parts contains a hyphen.
        (!value.contains('-')).then(|| (name, checksum, value.to_owned()))
    })
}

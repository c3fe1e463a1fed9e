//! A part of a `multipart/form-data` body (RFC 7578).

use std::cell::RefCell;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use serde::ser::{Error as _, Serialize, Serializer};

use crate::stream::ByteStream;

/// The name of the newtype struct that a part is serialized as.
pub(crate) const PART: &str = "$rest_op::part";

thread_local! {
    /// Passes a part from its `Serialize` to the body, since the data model of serde has no type for it.
    static PASSED: RefCell<Option<Part>> = const { RefCell::new(None) };
}

/// A part of a `multipart/form-data` body: its content, and perhaps a file name and a media type.
///
/// Arguments `#[part]` take it, also in an `Option` or a list. Strings, numbers and other scalars do not need a `Part`; they
/// are sent as text.
///
/// ```
/// use rest_op::{Api, Call, Client, Part, rest_op};
///
/// trait Files: Api {
///     #[rest_op(POST, "/files")]
///     fn upload(&self, #[part] purpose: &str, #[part] file: Part) -> Call<()>;
/// }
/// impl Files for Client {}
///
/// # fn example(client: &Client) {
/// let file = Part::bytes("a,b\n1,2\n").file_name("table.csv").media_type("text/csv");
/// let call = client.upload("assistants", file);
/// # }
/// ```
///
/// With [`stream`](Self::stream), a large file is sent piece by piece. If all parts are buffers, the call is repeated and signed
/// like any other. With a stream, the rules of a [`ByteStream`] as a body apply.
#[derive(Clone)]
pub struct Part {
    pub(crate) content: Content,
    pub(crate) file_name: Option<String>,
    pub(crate) media_type: Option<String>,
}

/// The content of a part.
#[derive(Clone)]
pub(crate) enum Content {
    Whole(Bytes),
    /// Shared, since parts are passed by reference. It is taken once, unless it can be made anew.
    Stream(Arc<Mutex<Option<ByteStream>>>),
    /// The value cannot be written as JSON.
    Unwritable(String),
}

impl Part {
    fn new(content: Content, media_type: Option<&str>) -> Self {
        Self {
            content,
            file_name: None,
            media_type: media_type.map(str::to_owned),
        }
    }

    /// Creates a part of bytes. Its media type is `application/octet-stream` unless another is set.
    #[inline]
    pub fn bytes(content: impl Into<Bytes>) -> Self {
        Self::new(Content::Whole(content.into()), Some("application/octet-stream"))
    }

    /// Creates a part of text. It has no media type unless one is set.
    #[inline]
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(Content::Whole(text.into().into()), None)
    }

    /// Creates a part of JSON. Its media type is `application/json` unless another is set.
    ///
    /// A value that cannot be written as JSON is reported when the call is awaited.
    #[inline]
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Self {
        let content = match serde_json::to_vec(value) {
            Ok(json) => Content::Whole(json.into()),
            Err(error) => Content::Unwritable(format!("cannot be written as JSON: {error}")),
        };
        Self::new(content, Some("application/json"))
    }

    /// Creates a part that is sent piece by piece. Its media type is `application/octet-stream` unless another is set.
    ///
    /// If the length of every stream is known, the body is sent with `content-length`, else in chunks. A copy of the part shares
    /// the stream, and a call with a stream that has been sent is an error, unless it can be [made anew](ByteStream::from_fn).
    #[inline]
    pub fn stream(content: ByteStream) -> Self {
        let content = Content::Stream(Arc::new(Mutex::new(Some(content))));
        Self::new(content, Some("application/octet-stream"))
    }

    /// Sets the name of the file. Quotes and line breaks in it are percent-encoded, as browsers do.
    #[inline]
    pub fn file_name(self, name: impl Into<String>) -> Self {
        Self {
            file_name: Some(name.into()),
            ..self
        }
    }

    /// Sets the media type. An invalid one is reported when the call is awaited.
    #[inline]
    pub fn media_type(self, media_type: impl Into<String>) -> Self {
        Self {
            media_type: Some(media_type.into()),
            ..self
        }
    }

    /// Returns the part that is being serialized.
    #[inline]
    pub(crate) fn passed() -> Option<Self> {
        PASSED.take()
    }
}

impl Content {
    /// Returns the stream of a part for one call.
    #[inline]
    pub(crate) fn take_stream(&self) -> Option<ByteStream> {
        match self {
            Self::Stream(stream) => {
                let mut stream = stream.lock().unwrap_or_else(PoisonError::into_inner);
                ByteStream::again_or_take(&mut stream)
            }
            Self::Whole(_) | Self::Unwritable(_) => None,
        }
    }
}

/// Serializes for arguments `#[part]`; with any other serializer, returns an error.
impl Serialize for Part {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PASSED.set(Some(self.clone()));
        let done = serializer.serialize_newtype_struct(PART, &());
        // Also taken after an error, so that the thread does not keep it.
        match PASSED.take() {
            None => done,
            Some(_) => Err(S::Error::custom("is a part, which only an argument `#[part]` can send")),
        }
    }
}

/// Omits the content.
impl fmt::Debug for Part {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Part");
        match &self.content {
            Content::Whole(content) => debug.field("bytes", &content.len()),
            Content::Stream(_) | Content::Unwritable(_) => &mut debug,
        };
        debug
            .field("file_name", &self.file_name)
            .field("media_type", &self.media_type)
            .finish_non_exhaustive()
    }
}

impl From<Bytes> for Part {
    #[inline]
    fn from(content: Bytes) -> Self {
        Self::bytes(content)
    }
}

impl From<ByteStream> for Part {
    #[inline]
    fn from(content: ByteStream) -> Self {
        Self::stream(content)
    }
}

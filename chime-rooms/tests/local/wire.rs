//! A raw HTTP client, which sends exactly the given bytes.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign};
use aws_sigv4::sign::v4;
use chime_rooms::local::{Builder, LocalChime};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub(crate) const ACCOUNT: &str = "12a3456b-7c89-012d-3456-78901e23fg45";
pub(crate) const ACCESS_KEY_ID: &str = "AKIDEXAMPLE";
pub(crate) const SECRET_ACCESS_KEY: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

/// 2019-12-02T22:38:37.549Z, the time in the documented sample.
pub(crate) fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(1_575_326_317_549)
}

pub(crate) fn builder() -> Builder {
    LocalChime::builder()
        .account(ACCOUNT)
        .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY)
        .clock(now)
}

pub(crate) async fn start() -> LocalChime {
    builder().start().await.unwrap()
}

/// The parameters of a signature.
#[derive(Clone)]
pub(crate) struct Signer {
    pub(crate) access_key_id: &'static str,
    pub(crate) secret_access_key: &'static str,
    pub(crate) session_token: Option<&'static str>,
    pub(crate) region: &'static str,
    pub(crate) service: &'static str,
    pub(crate) time: SystemTime,
    /// Signs in the query with this lifetime, instead of in the header.
    pub(crate) expires_in: Option<Duration>,
}

impl Default for Signer {
    fn default() -> Self {
        Self {
            access_key_id: ACCESS_KEY_ID,
            secret_access_key: SECRET_ACCESS_KEY,
            session_token: None,
            region: "us-east-1",
            service: "chime",
            time: now(),
            expires_in: None,
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn new(method: &'static str, target: impl Into<String>) -> Self {
        Self {
            method,
            target: target.into(),
            headers: Vec::new(),
            body: String::new(),
        }
    }

    /// Creates a request whose target is below the account.
    pub(crate) fn to(method: &'static str, target: &str) -> Self {
        Self::new(method, format!("/accounts/{ACCOUNT}{target}"))
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn json(mut self, body: &impl ToString) -> Self {
        self.body = body.to_string();
        self.header("content-type", "application/json")
    }

    /// Signs the request with the signer of the AWS SDK for Rust.
    pub(crate) fn sign(mut self, chime: &LocalChime, signer: &Signer) -> Self {
        self.headers.push(("host".to_owned(), host(chime).to_owned()));
        let credentials = Credentials::new(
            signer.access_key_id,
            signer.secret_access_key,
            signer.session_token.map(str::to_owned),
            None,
            "test",
        );
        let mut settings = SigningSettings::default();
        if signer.expires_in.is_some() {
            settings.signature_location = SignatureLocation::QueryParams;
            settings.expires_in = signer.expires_in;
        }
        let identity = credentials.into();
        let parameters = v4::SigningParams::builder()
            .identity(&identity)
            .region(signer.region)
            .name(signer.service)
            .time(signer.time)
            .settings(settings)
            .build()
            .unwrap()
            .into();
        let url = format!("{}{}", chime.endpoint(), self.target);
        let headers = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let signable =
            SignableRequest::new(self.method, url, headers, SignableBody::Bytes(self.body.as_bytes())).unwrap();
        let (instructions, _) = sign(signable, &parameters).unwrap().into_parts();
        let (headers, query) = instructions.into_parts();
        self.headers.extend(
            headers
                .iter()
                .map(|header| (header.name().to_owned(), header.value().to_owned())),
        );
        for (key, value) in query {
            let separator = if self.target.contains('?') { '&' } else { '?' };
            self.target = format!("{}{separator}{key}={}", self.target, encode(&value));
        }
        self
    }

    /// Sends the request unchanged. Returns `None` if the connection is closed without a response.
    pub(crate) async fn send(self, chime: &LocalChime) -> Option<Response> {
        let mut lines = vec![format!("{} {} HTTP/1.1", self.method, self.target)];
        lines.extend(self.headers.iter().map(|(name, value)| format!("{name}: {value}")));
        if !self.body.is_empty() {
            lines.push(format!("content-length: {}", self.body.len()));
        }
        lines.push("connection: close\r\n\r\n".to_owned());
        let bytes = lines.join("\r\n") + &self.body;
        send(chime, bytes.as_bytes()).await
    }

    pub(crate) async fn signed(self, chime: &LocalChime) -> Option<Response> {
        self.sign(chime, &Signer::default()).send(chime).await
    }

    /// Signs and sends the request, and expects a response.
    pub(crate) async fn ask(self, chime: &LocalChime) -> Response {
        self.signed(chime).await.expect("a response")
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Response {
    pub(crate) status: u16,
    /// In lower case and sorted, without `connection`, which the test itself requests.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Response {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// Returns the status, name and body of an error.
    pub(crate) fn error(&self) -> (u16, &str, &str) {
        (
            self.status,
            self.header("x-amzn-errortype").unwrap_or_default(),
            &self.body,
        )
    }

    pub(crate) fn status_and_name(&self) -> (u16, &str) {
        (self.status, self.header("x-amzn-errortype").unwrap_or_default())
    }
}

pub(crate) async fn send(chime: &LocalChime, bytes: &[u8]) -> Option<Response> {
    let mut stream = TcpStream::connect(host(chime)).await.unwrap();
    // The service may close the connection before it has read the whole request; only its response matters.
    drop(stream.write_all(bytes).await);
    let mut response = Vec::new();
    drop(stream.read_to_end(&mut response).await);
    let response = String::from_utf8(response).unwrap();
    let (head, body) = response.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines.map(|line| line.split_once(": ").unwrap());
    let mut headers: Vec<_> = headers
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    headers.retain(|(name, _)| name != "connection");
    headers.sort();
    Some(Response {
        status,
        headers,
        body: body.to_owned(),
    })
}

pub(crate) fn host(chime: &LocalChime) -> &str {
    chime.endpoint().strip_prefix("http://").unwrap()
}

/// Percent-encodes all characters except the unreserved ones.
pub(crate) fn encode(value: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    value.bytes().map(byte).collect()
}

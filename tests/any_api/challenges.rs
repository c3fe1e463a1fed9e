//! Custom schemes: Digest, which answers a challenge of the service, and the Shared Key of Azure Storage, which
//! signs the length of the body.

use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderValue;
use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use rest_op::{Api, Auth, AuthFuture, ByteStream, Call, Client, Clock, Reply, Request, rest_op};
use rest_op_tests::fixture::sample_time;
use rest_op_tests::recorder::Recorder;
use sha2::{Digest as _, Sha256};
use time::OffsetDateTime;
use time::macros::format_description;

fn hex(text: &str) -> String {
    let hex = Sha256::digest(text).into_iter().map(|byte| format!("{byte:02x}"));
    hex.fold(String::new(), |all, byte| all + &byte)
}

/// HTTP Digest with SHA-256 and `qop=auth` (RFC 7616).
struct Digest {
    user: &'static str,
    password: &'static str,
    /// Random outside of tests.
    cnonce: &'static str,
    challenge: Mutex<Option<Challenge>>,
}

struct Challenge {
    realm: String,
    nonce: String,
    opaque: String,
    count: u32,
}

impl Challenge {
    fn of(field: &HeaderValue) -> Option<Self> {
        let parameters = field.to_str().ok()?.strip_prefix("Digest ")?;
        let parameter = |name: &str| {
            let (_, rest) = parameters.split_once(&format!("{name}=\""))?;
            Some(rest.split_once('"')?.0.to_owned())
        };
        parameters.contains("algorithm=SHA-256").then_some(())?;
        Some(Self {
            realm: parameter("realm")?,
            nonce: parameter("nonce")?,
            opaque: parameter("opaque")?,
            count: 0,
        })
    }
}

impl Auth for Digest {
    fn authorize<'a>(&'a self, request: &'a mut Request, _: SystemTime) -> AuthFuture<'a> {
        Box::pin(async {
            let mut challenge = self.challenge.lock().unwrap();
            let Some(challenge) = challenge.as_mut() else {
                return Ok(());
            };
            challenge.count += 1;
            let (user, cnonce, uri) = (self.user, self.cnonce, request.target());
            let Challenge {
                realm,
                nonce,
                opaque,
                count,
            } = challenge;
            let secret = hex(&format!("{user}:{realm}:{}", self.password));
            let message = hex(&format!("{}:{uri}", request.method()));
            let response = hex(&format!("{secret}:{nonce}:{count:08x}:{cnonce}:auth:{message}"));
            let mut answer = HeaderValue::try_from(format!(
                "Digest username=\"{user}\", realm=\"{realm}\", uri=\"{uri}\", algorithm=SHA-256, nonce=\"{nonce}\", \
                 nc={count:08x}, cnonce=\"{cnonce}\", qop=auth, response=\"{response}\", opaque=\"{opaque}\""
            ))?;
            answer.set_sensitive(true);
            request.headers_mut().insert(AUTHORIZATION, answer);
            Ok(())
        })
    }

    fn refuse(&self, answered: Option<&HeaderValue>, response: &Reply) -> bool {
        let fields = response.headers().get_all(WWW_AUTHENTICATE);
        let challenge = fields.iter().find_map(Challenge::of);
        // Wrong credentials are challenged again, too; only a stale nonce is answered again.
        let is_stale = fields
            .iter()
            .any(|field| field.as_bytes().windows(10).any(|word| word == b"stale=true"));
        let is_answered = answered.is_none() || is_stale;
        let is_new = challenge.is_some() && is_answered;
        *self.challenge.lock().unwrap() = challenge;
        is_new
    }
}

trait Directory: Api {
    #[rest_op(GET, "/dir/index.html")]
    fn index(&self) -> Call<()>;

    #[rest_op(POST, "/dir/index.html")]
    fn change(&self, #[query] a: u8) -> Call<()>;

    #[rest_op(PUT, "/dir/index.html")]
    fn replace(&self, #[body(stream)] content: ByteStream) -> Call<()>;
}

impl Directory for Client {}

/// The challenges of RFC 7616, section 3.9.1, and one whose nonce is another.
const MD5: &str = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=MD5, \
    nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
const SHA_256: &str = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, \
    nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
const STALE: &str = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, stale=true, \
    nonce=\"5ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0w\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

/// The client of the RFC.
fn mufasa(recorder: &Recorder) -> Client {
    let digest = Digest {
        user: "Mufasa",
        password: "Circle of Life",
        cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
        challenge: Mutex::default(),
    };
    let client = Client::builder("https://www.example.org").auth(digest);
    client.transport(recorder.clone()).build().unwrap()
}

/// An answer to a challenge.
fn answer(uri: &str, nonce: &str, count: u32, response: &str) -> String {
    format!(
        "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", uri=\"{uri}\", algorithm=SHA-256, \
         nonce=\"{nonce}\", nc={count:08}, cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", qop=auth, \
         response=\"{response}\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""
    )
}

/// Returns the request lines and credentials that were sent.
fn sent(recorder: &Recorder) -> Vec<(String, String)> {
    let credentials = recorder.requests().into_iter().map(|request| {
        let field = request.headers().get(AUTHORIZATION);
        field.map_or(String::new(), |field| field.to_str().unwrap().to_owned())
    });
    recorder.lines().into_iter().zip(credentials).collect()
}

#[tokio::test]
async fn challenge_is_answered_and_its_nonce_is_used_until_it_is_stale() {
    let challenges = [("www-authenticate", MD5), ("www-authenticate", SHA_256)];
    let recorder = Recorder::new()
        .answer(401, &challenges, "")
        .answer(200, &[], "")
        .answer(200, &[], "")
        .answer(401, &[("www-authenticate", STALE)], "")
        .answer(200, &[], "");
    let client = mufasa(&recorder);
    client.index().await.unwrap();
    client.change(1).await.unwrap();
    // The service did not act, so an operation that is not idempotent is sent again. The opaque text of the challenge
    // is part of the rejected credentials, and is returned unredacted.
    client.change(1).await.unwrap();
    let (old, new) = (
        "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        "5ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0w",
    );
    let (index, change) = ("/dir/index.html", "/dir/index.html?a=1");
    // The first response is that of the RFC.
    let index_response = "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1";
    let change_response = "8f5ea66cef8b05b46c4d2de636169c4279b5f24103eb5dcbecef06c4c802ce8b";
    let renewed_response = "0bfb27484d6a398e3b0face12648cfdeb54274e3ff137bbdf92c3031ea0b882e";
    let requests = sent(&recorder);
    let (method, old_again) = requests[3].clone();
    assert_eq!(
        (method.as_str(), old_again.contains("nc=00000003")),
        ("POST /dir/index.html?a=1", true)
    );
    assert_eq!(
        [&requests[..3], &requests[4..]].concat(),
        [
            (format!("GET {index}"), String::new()),
            (format!("GET {index}"), answer(index, old, 1, index_response)),
            (format!("POST {change}"), answer(change, old, 2, change_response)),
            (format!("POST {change}"), answer(change, new, 1, renewed_response)),
        ]
    );
}

#[tokio::test]
async fn wrong_password_is_an_error_after_one_answer_and_no_error_shows_the_challenge() {
    let challenge = [("www-authenticate", SHA_256)];
    let recorder = Recorder::new()
        .answer(401, &challenge, "")
        .answer(401, &challenge, "no Mufasa");
    let error = mufasa(&recorder).index().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (401, 2));
    assert_eq!(error.to_string(), "index (2 attempts): 401 Unauthorized: no ***");
    let field = error.response().unwrap().headers()["www-authenticate"]
        .to_str()
        .unwrap();
    assert!(!field.contains("7ypf"), "{field}");
}

#[tokio::test]
async fn challenge_to_a_streamed_body_is_not_answered() {
    let recorder = Recorder::new().answer(401, &[("www-authenticate", SHA_256)], "");
    let call = mufasa(&recorder).replace(ByteStream::from("content"));
    assert_eq!(call.await.unwrap_err().attempts(), 1);
    assert_eq!(recorder.lines(), ["PUT /dir/index.html"]);
}

/// The Shared Key of Azure Storage, as Microsoft documents it under "Authorize with Shared Key".
struct SharedKey {
    account: &'static str,
    key: Vec<u8>,
}

impl SharedKey {
    fn signature(&self, request: &Request) -> String {
        let header = |name: &str| request.headers().get(name).map_or("", |value| value.to_str().unwrap());
        let length = match request.content_length() {
            None | Some(0) => String::new(),
            Some(length) => length.to_string(),
        };
        let mut lines = vec![request.method().to_string()];
        lines.extend([header("content-encoding"), header("content-language"), &length].map(str::to_owned));
        let names = [
            "content-md5",
            "content-type",
            "date",
            "if-modified-since",
            "if-match",
            "if-none-match",
        ];
        lines.extend(names.map(|name| header(name).to_owned()));
        lines.extend(["if-unmodified-since", "range"].map(|name| header(name).to_owned()));
        let mut names: Vec<&str> = request.headers().keys().map(http::HeaderName::as_str).collect();
        names.retain(|name| name.starts_with("x-ms-"));
        names.sort_unstable();
        lines.extend(names.iter().map(|name| format!("{name}:{}", header(name))));
        lines.push(format!("/{}{}", self.account, request.path()));
        let pairs = request.query().into_iter().flat_map(|query| query.split('&'));
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let mut pairs: Vec<_> = pairs
            .map(|(key, value)| format!("{}:{}", decoded(key).to_lowercase(), decoded(value)))
            .collect();
        pairs.sort_unstable();
        lines.append(&mut pairs);
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).unwrap();
        mac.update(lines.join("\n").as_bytes());
        STANDARD.encode(mac.finalize().into_bytes())
    }
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .unwrap()
        .into_owned()
}

impl Auth for SharedKey {
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            let date = format_description!(
                "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
            );
            let date = OffsetDateTime::from(request.signing_time(time)).format(&date)?;
            request.headers_mut().insert("x-ms-date", date.try_into()?);
            let signature = self.signature(request);
            let mut value = HeaderValue::try_from(format!("SharedKey {}:{signature}", self.account))?;
            value.set_sensitive(true);
            request.headers_mut().insert(AUTHORIZATION, value);
            Ok(())
        })
    }
}

trait Blobs: Api {
    #[rest_op(PUT, "/<container>/<blob>")]
    fn put_blob(
        &self,
        container: &str,
        blob: &str,
        #[header("x-ms-blob-type")] kind: &str,
        #[header("content-type")] media_type: &str,
        #[body(stream)] content: ByteStream,
    ) -> Call<()>;

    #[rest_op(GET, "/<container>?restype=container&comp=list")]
    fn list_blobs(&self, container: &str, #[query] prefix: &str) -> Call<String>;
}

impl Blobs for Client {}

/// The account and the key are those of the emulator, which Microsoft publishes. The signatures were made by Python's
/// `hmac`, of the texts that the documentation describes.
#[tokio::test]
async fn shared_key_signs_the_length_of_the_body() {
    const KEY: &str = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    let recorder = Recorder::new().answer(201, &[], "").answer(200, &[], "<Blobs/>");
    let auth = SharedKey {
        account: "devstoreaccount1",
        key: STANDARD.decode(KEY).unwrap(),
    };
    let client = Client::builder("https://devstoreaccount1.blob.core.windows.net").auth(auth);
    let client = client.header("x-ms-version", "2021-08-06").user_agent("app");
    let client = client
        .clock(Clock::fixed(sample_time()))
        .transport(recorder.clone())
        .build()
        .unwrap();
    let content = ByteStream::from("hello");
    client
        .put_blob("box", "a b.txt", "BlockBlob", "text/plain", content)
        .await
        .unwrap();
    client.list_blobs("box", "a/b").await.unwrap();

    let sent: Vec<(String, Vec<String>)> = recorder
        .lines()
        .into_iter()
        .zip(recorder.requests())
        .map(|(line, request)| {
            let fields = request.headers().iter();
            let mut fields: Vec<_> = fields
                .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
                .collect();
            fields.sort_unstable();
            (line, fields)
        })
        .collect();
    let expected = [
        (
            "PUT /box/a%20b.txt",
            &[
                "accept: */*",
                "authorization: SharedKey devstoreaccount1:K0DCG0mmLcQ6Mz5A8adCaL/8/d4K3N+5rWpg2btHJHA=",
                "content-length: 5",
                "content-type: text/plain",
                "host: devstoreaccount1.blob.core.windows.net",
                "user-agent: app",
                "x-ms-blob-type: BlockBlob",
                "x-ms-date: Mon, 02 Dec 2019 22:38:37 GMT",
                "x-ms-version: 2021-08-06",
            ][..],
        ),
        (
            "GET /box?restype=container&comp=list&prefix=a%2Fb",
            &[
                "accept: */*",
                "authorization: SharedKey devstoreaccount1:T8cT+4gUEpTgDEbNHKd8KOvbBAYtpBW7U/J/XQgfePA=",
                "host: devstoreaccount1.blob.core.windows.net",
                "user-agent: app",
                "x-ms-date: Mon, 02 Dec 2019 22:38:37 GMT",
                "x-ms-version: 2021-08-06",
            ],
        ),
    ];
    let expected = expected.map(|(line, fields)| {
        (
            line.to_owned(),
            fields.iter().map(|field| (*field).to_owned()).collect(),
        )
    });
    assert_eq!(sent, expected);
}

/// Reads the length of the body of a request.
#[derive(Default)]
struct Measure(Mutex<Vec<Option<u64>>>);

impl Auth for Measure {
    fn authorize<'a>(&'a self, request: &'a mut Request, _: SystemTime) -> AuthFuture<'a> {
        self.0.lock().unwrap().push(request.content_length());
        Box::pin(async { Ok(()) })
    }

    fn presign<'a>(&'a self, request: &'a mut Request, time: SystemTime, _: Duration) -> AuthFuture<'a> {
        self.authorize(request, time)
    }
}

#[tokio::test]
async fn content_length_is_known_except_for_streams_of_unknown_length() {
    let recorder = Recorder::new()
        .answer(200, &[], "")
        .answer(200, &[], "")
        .answer(200, &[], "");
    let measure = std::sync::Arc::new(Measure::default());
    let client = Client::builder("https://api.example.com").auth(std::sync::Arc::clone(&measure));
    let client = client.transport(recorder).build().unwrap();
    client.index().await.unwrap();
    client.replace(ByteStream::from("content")).await.unwrap();
    client.replace(ByteStream::from_reader(&b"content"[..])).await.unwrap();
    client.index().presign(Duration::from_mins(1)).await.unwrap();
    assert_eq!(*measure.0.lock().unwrap(), [Some(0), Some(7), None, Some(0)]);
}

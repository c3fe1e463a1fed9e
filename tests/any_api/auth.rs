//! Authentication schemes: the requests that they produce.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::HeaderValue;
use rest_op::{Api, ApiKey, Auth, AuthFuture, Basic, Bearer, Call, Client, Request, rest_op};
use rest_op_tests::fixture::signed;
use rest_op_tests::recorder::Recorder;

trait Service: Api {
    #[rest_op(GET, "/private?kind=all")]
    fn private(&self) -> Call<()>;

    #[rest_op(GET, "/public", auth = none)]
    fn public(&self) -> Call<()>;
}

impl Service for Client {}

/// The request line and the credentials of one call of each operation.
async fn sent(auth: impl Auth) -> [(String, Option<HeaderValue>); 2] {
    let recorder = Recorder::new().answer(200, &[], "").answer(200, &[], "");
    let client = Client::builder("https://api.example.com")
        .auth(auth)
        .transport(recorder.clone());
    let client = client.build().unwrap();
    client.private().await.unwrap();
    client.public().await.unwrap();
    let requests = recorder.requests();
    let [private, public] = requests.as_slice() else {
        panic!("two requests: {requests:?}")
    };
    [private, public].map(|request| {
        let credentials = ["authorization", "x-api-key", "x-tenant"]
            .iter()
            .find_map(|name| request.headers().get(*name));
        (request.uri().to_string(), credentials.cloned())
    })
}

const PRIVATE: &str = "https://api.example.com/private?kind=all";
const PUBLIC: &str = "https://api.example.com/public";

/// Returns the credentials of the operation that requires them. The other one sends none.
async fn header(auth: impl Auth) -> HeaderValue {
    let [(private, credentials), public] = sent(auth).await;
    assert_eq!(private, PRIVATE);
    assert_eq!(public, (PUBLIC.to_owned(), None));
    let credentials = credentials.unwrap();
    assert!(credentials.is_sensitive());
    credentials
}

#[tokio::test]
async fn credentials_of_each_scheme_are_sent_in_their_place_and_marked_sensitive() {
    assert_eq!(header(Bearer::new("t0k.en~+/==")).await, "Bearer t0k.en~+/==");
    // The example of RFC 7617, section 2.
    assert_eq!(
        header(Basic::new("Aladdin", "open sesame")).await,
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    );
    // That of section 2.1, in UTF-8.
    assert_eq!(header(Basic::new("test", "123\u{a3}")).await, "Basic dGVzdDoxMjPCow==");
    assert_eq!(header(Basic::new("", "")).await, "Basic Og==");
    assert_eq!(header(ApiKey::header("X-Api-Key", "k3y")).await, "k3y");
    assert_eq!(header(ApiKey::header("authorization", "token k3y")).await, "token k3y");
    assert_eq!(header(Arc::new(Bearer::new("shared"))).await, "Bearer shared");
}

#[tokio::test]
async fn key_in_the_query_is_encoded_and_not_sent_with_public_operations() {
    let [private, public] = sent(ApiKey::query("api key", "a+b/c=")).await;
    assert_eq!(private, (format!("{PRIVATE}&api%20key=a%2Bb%2Fc%3D"), None));
    assert_eq!(public, (PUBLIC.to_owned(), None));
}

#[tokio::test]
async fn key_of_the_client_replaces_a_parameter_of_its_name() {
    let [private, _] = sent(ApiKey::query("kind", "key")).await;
    assert_eq!(private.0, "https://api.example.com/private?kind=key");
}

/// A scheme that signs the target.
struct Signed;

impl Auth for Signed {
    fn authorize<'a>(&'a self, request: &'a mut Request, _: SystemTime) -> AuthFuture<'a> {
        Box::pin(async {
            let mut value = HeaderValue::from_str(&format!("signed {}", request.target().len()))?;
            value.set_sensitive(true);
            request.headers_mut().insert("x-tenant", value);
            Ok(())
        })
    }
}

#[tokio::test]
async fn custom_scheme_receives_the_request() {
    assert_eq!(header(Signed).await, "signed 17");
}

#[tokio::test]
async fn credentials_that_no_header_can_contain_are_reported_without_the_secret_and_not_sent() {
    let auths: [(Box<dyn Auth>, &str); 4] = [
        (
            Box::new(Bearer::new("s3cr\r\net")),
            "the bearer token contains characters that are not allowed in a header",
        ),
        (
            Box::new(ApiKey::header("x-api-key", "s3cr\0et")),
            "the API key contains characters that are not allowed in a header",
        ),
        (
            Box::new(ApiKey::header("x api", "s3cret")),
            "\"x api\" is not a valid header name",
        ),
        (
            Box::new(Basic::new("a:b", "s3cret")),
            "the user name must not contain a colon (RFC 7617)",
        ),
    ];
    for (auth, message) in auths {
        let recorder = Recorder::new();
        let client = Client::builder("https://api.example.com")
            .auth(Arc::<dyn Auth>::from(auth))
            .transport(recorder.clone());
        let error = client.build().unwrap().private().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("private: no credentials: {message} (nothing was sent)")
        );
        assert!(!format!("{error:?}").contains("s3cr"), "{error:?}");
        assert!(recorder.requests().is_empty());
    }
}

#[test]
fn credentials_over_plain_http_are_rejected_except_on_loopback() {
    let plain = |endpoint| Client::builder(endpoint).auth(Bearer::new("s3cret"));
    plain("http://127.0.0.1:1").build().unwrap();
    plain("http://api.example.com")
        .allow_credentials_over_plain_http()
        .build()
        .unwrap();
    let error = plain("http://api.example.com").build().unwrap_err();
    assert!(error.to_string().contains("plain HTTP"), "{error}");
}

#[tokio::test]
async fn presigned_url_covers_the_request_as_it_would_be_sent() {
    let client = signed("https://api.example.com").header("x-amz-request-payer", "requester");
    let client = client.user_agent("app").build().unwrap();
    let presigned = client.private().presign(Duration::from_mins(1)).await.unwrap();
    assert!(
        presigned
            .url()
            .contains("&X-Amz-SignedHeaders=host%3Bx-amz-request-payer&"),
        "{presigned}"
    );
    let headers: Vec<_> = presigned
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value))
        .collect();
    assert_eq!(
        headers,
        [("x-amz-request-payer", &HeaderValue::from_static("requester"))]
    );
}

#[tokio::test]
async fn client_with_other_credentials_shares_everything_else() {
    let recorder = Recorder::new()
        .answer(200, &[], "")
        .answer(200, &[], "")
        .answer(200, &[], "");
    let client = Client::builder("https://api.example.com").user_agent("app");
    let client = client
        .auth(Bearer::new("mine"))
        .transport(recorder.clone())
        .build()
        .unwrap();
    let of_user = client.with_auth(Bearer::new("theirs")).unwrap();
    of_user.private().await.unwrap();
    of_user.public().await.unwrap();
    client.private().await.unwrap();
    let requests = recorder.requests();
    let sent = requests
        .iter()
        .map(|request| request.headers().get("authorization").map(HeaderValue::as_bytes));
    assert!(
        sent.eq([Some(&b"Bearer theirs"[..]), None, Some(b"Bearer mine")]),
        "{requests:?}"
    );
    assert!(requests.iter().all(|request| request.headers()["user-agent"] == "app"));
}

#[test]
fn other_credentials_follow_the_same_rule_for_plain_http() {
    let plain = || Client::builder("http://api.example.com");
    let error = plain().build().unwrap().with_auth(Bearer::new("token")).unwrap_err();
    assert_eq!(
        error.to_string(),
        plain().auth(Bearer::new("token")).build().unwrap_err().to_string()
    );
    let allowed = plain().allow_credentials_over_plain_http().build().unwrap();
    allowed.with_auth(Bearer::new("token")).unwrap();
}

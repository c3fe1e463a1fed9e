//! No output contains a secret, for every authentication scheme and every kind of failure.

use std::sync::Arc;
use std::time::SystemTime;

use rest_op::{
    Api, ApiError, ApiKey, Auth, AuthFuture, Basic, Bearer, Call, Client, ErrorResponse, FromResponse, Json, Linked,
    Problem, Request, Retry, Token, rest_op,
};
use rest_op_tests::recorder::Recorder;

const SECRET: &str = "s3cr3t";
/// The pair `user:s3cr3t`.
const ENCODED: &str = "dXNlcjpzM2NyM3Q=";

trait Service: Api {
    #[rest_op(GET, "/private")]
    fn private(&self) -> Call<String>;

    /// Its parameter has the name of the key in the query.
    #[rest_op(GET, "/overridden?a=1&key=public&z=2")]
    fn overridden(&self) -> Call<String>;
}

impl Service for Client {}

fn schemes() -> [Arc<dyn Auth>; 5] {
    [
        Arc::new(Bearer::new(SECRET)),
        Arc::new(Bearer::from_provider(|| async { Ok(Token::new(SECRET)) })),
        Arc::new(Basic::new("user", SECRET)),
        Arc::new(ApiKey::header("x-api-key", SECRET)),
        Arc::new(ApiKey::query("key", SECRET)),
    ]
}

fn assert_hidden(shown: &str) {
    assert!(!shown.contains(SECRET) && !shown.contains(ENCODED), "{shown}");
}

#[test]
fn schemes_and_tokens_hide_their_secrets() {
    assert_hidden(&format!("{:?}", Bearer::new(SECRET)));
    assert_hidden(&format!(
        "{:?}",
        Bearer::from_provider(|| async { Ok(Token::new(SECRET)) })
    ));
    assert_hidden(&format!("{:?}", Token::new(SECRET)));
    assert_hidden(&format!("{:?}", Basic::new("user", SECRET)));
    assert_hidden(&format!("{:?}", ApiKey::header("x-api-key", SECRET)));
    assert_hidden(&format!("{:?}", ApiKey::query("key", SECRET)));
}

#[tokio::test]
async fn failures_hide_the_secrets_of_their_requests() {
    for auth in schemes() {
        let locations = [
            "https://user:s3cr3t@elsewhere.example/a?key=s3cr3t#s3cr3t",
            "/a?key=s3cr3t",
        ];
        let recorder = Recorder::new()
            .answer(302, &[("location", locations[0])], "")
            .answer(307, &[("location", locations[1])], "")
            .answer(403, &[], "")
            .answer(200, &[], vec![0xff]);
        let client = Client::builder("https://api.example.com")
            .auth(auth)
            .transport(recorder.clone());
        let client = client.retry(Retry::none()).build().unwrap();
        for _ in 0..5 {
            let call = client.private();
            assert_hidden(&format!("{call:?} {client:?}"));
            let error = call.await.unwrap_err();
            let body = error.response().map(ErrorResponse::body);
            assert_hidden(&format!("{error} {error:?} {:?} {body:?}", error.location()));
        }
        let sent = recorder.requests();
        assert_eq!(sent.len(), 5);
        // The request itself hides them, too, but for its URL.
        assert_hidden(&format!("{:?}", sent[0].headers()));
    }
}

#[tokio::test]
async fn default_transport_hides_the_url_if_no_server_listens() {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", closed.local_addr().unwrap());
    drop(closed);
    for auth in schemes() {
        let client = Client::builder(endpoint.as_str())
            .auth(auth)
            .retry(Retry::none())
            .build()
            .unwrap();
        let error = client.private().await.unwrap_err();
        assert!(!error.may_have_been_sent(), "{error}");
        assert_hidden(&format!("{error} {error:?}"));
        let causes = std::iter::successors(error.cause(), |error| (*error).source());
        let causes: Vec<String> = causes.map(|error| format!("{error} {error:?}")).collect();
        assert!(causes.len() > 2, "{causes:?}");
        assert_hidden(&causes.concat());
    }
}

/// Services quote the credentials that they reject.
#[tokio::test]
async fn credentials_that_a_service_quotes_are_not_repeated() {
    for auth in schemes() {
        for body in [r#"{"message":"the key s3cr3t is unknown"}"#, "<p>s3cr3t is unknown</p>"] {
            let recorder = Recorder::new().answer(403, &[], body).answer(403, &[], body);
            let client = Client::builder("https://api.example.com")
                .auth(Arc::clone(&auth))
                .transport(recorder);
            let client = client.retry(Retry::none()).build().unwrap();
            for call in [client.private(), client.overridden()] {
                let error = call.await.unwrap_err();
                assert_hidden(&format!(
                    "{error} {error:?} {:?} {:?}",
                    error.message(),
                    error.service()
                ));
            }
        }
    }
}

/// Fails with a message of its own.
#[derive(Debug)]
struct Quoting;

impl<'de> serde::Deserialize<'de> for Quoting {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Err(serde::de::Error::custom(format_args!("`{text}` is no number")))
    }
}

#[tokio::test]
async fn unreadable_results_do_not_repeat_quoted_credentials() {
    for auth in schemes() {
        let recorder = Recorder::new().answer(200, &[("x-request-id", "id of s3cr3t")], r#""s3cr3t""#);
        let client = Client::builder("https://api.example.com")
            .auth(auth)
            .transport(recorder);
        let error = client.build().unwrap().quoting().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "quoting: 200 with a body that cannot be read: at `.`: `***` is no number (request id id of ***)"
        );
        let excerpt = error.decode_error().unwrap().excerpt();
        assert_hidden(&format!("{error:?} {:?} {excerpt}", error.request_id()));
    }
}

/// An error type whose variants are read from the response anew.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
enum Refused {
    #[api_error(status = 403)]
    Forbidden(ErrorResponse),
    #[api_error(status = 400)]
    BadRequest(Quoted),
    #[api_error(other)]
    Other(ErrorResponse),
}

#[derive(Debug, serde::Deserialize, FromResponse)]
struct Quoted {
    /// Shown by a derived `Debug`.
    #[allow(dead_code, reason = "read by `Debug` alone")]
    message: String,
}

trait Typed: Api {
    #[rest_op(GET, "/typed")]
    fn typed(&self) -> Call<String, Refused>;

    #[rest_op(GET, "/quoting")]
    fn quoting(&self) -> Call<Json<Quoting>>;

    #[rest_op(GET, "/problem")]
    fn problem(&self) -> Call<String, Problem>;
}

impl Typed for Client {}

#[tokio::test]
async fn typed_errors_do_not_repeat_quoted_credentials() {
    let quoting = r#"{"message":"s3cr3t","detail":"the key \u00733cr3t","title":"s3cr3t"}"#;
    for auth in schemes() {
        let recorder = Recorder::new()
            .answer(403, &[("x-echo", SECRET)], quoting)
            .answer(400, &[], quoting)
            .answer(401, &[], quoting)
            .answer(401, &[], quoting)
            .answer(403, &[], quoting);
        let client = Client::builder("https://api.example.com")
            .auth(auth)
            .transport(recorder);
        let client = client.retry(Retry::none()).build().unwrap();
        for _ in 0..3 {
            let error = client.typed().await.unwrap_err();
            let service = error.service().unwrap();
            assert_hidden(&format!("{error} {error:?} {service}"));
            if let Refused::Forbidden(response) | Refused::Other(response) = service {
                assert_hidden(&format!("{:?} {:?}", response.headers(), response.body()));
                assert_eq!(response.message(), Some("***"));
            }
        }
        let error = client.problem().await.unwrap_err();
        let problem = error.service().unwrap();
        assert_hidden(&format!(
            "{error} {error:?} {problem} {:?} {:?}",
            problem.title(),
            problem.detail()
        ));
    }
}

/// Text that is not valid JSON hides nothing: half a surrogate pair, and the text beside it.
#[tokio::test]
async fn escaped_credentials_are_hidden() {
    let quoting = r#"{"x":"\ud800","message":"the key s3cr\u0033t","y":"\ud800 \u00733cr3t"}"#;
    for auth in schemes() {
        let recorder = Recorder::new().answer(403, &[], quoting);
        let client = Client::builder("https://api.example.com")
            .auth(auth)
            .transport(recorder);
        let error = client.build().unwrap().problem().await.unwrap_err();
        let response = error.service().unwrap().response();
        assert_eq!(response.message(), Some("the key ***"));
        let body: &[u8] = br#"{"x":"\ud800","message":"the key ***","y":"\\ud800 ***"}"#;
        assert_eq!(response.body(), body);
    }
}

trait Listed: Api {
    #[rest_op(GET, "/tags")]
    fn tags(&self) -> Call<Linked<String>>;
}

impl Listed for Client {}

/// Services repeat a key of the query in the link to the next page, where it stands before the client sets it.
#[tokio::test]
async fn key_that_a_service_put_into_a_link_is_hidden_on_the_next_page() {
    let recorder = Recorder::new()
        .answer(200, &[("link", "</tags?page=2&key=s3cr3t>; rel=\"next\"")], r#"["a"]"#)
        .answer(403, &[], r#"{"message":"the key s3cr3t has expired"}"#);
    let client = Client::builder("https://api.example.com")
        .auth(ApiKey::query("key", SECRET))
        .transport(recorder.clone())
        .build()
        .unwrap();
    let error = client.tags().items().try_collect().await.unwrap_err();
    assert_eq!(recorder.requests()[1].uri().query(), Some("page=2&key=s3cr3t"));
    assert_eq!(error.message(), Some("the key *** has expired"));
    assert_hidden(&format!("{error} {error:?}"));
}

/// A key in the query, and a separate signature beside it.
struct KeyAndSignature(ApiKey);

impl Auth for KeyAndSignature {
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            self.0.authorize(request, time).await?;
            request.append_query("signature", "s1gn4tur3");
            Ok(())
        })
    }
}

#[tokio::test]
async fn parameters_added_beside_a_key_are_hidden() {
    let recorder = Recorder::new().answer(403, &[], r#"{"message":"neither s3cr3t nor s1gn4tur3"}"#);
    let client = Client::builder("https://api.example.com")
        .auth(KeyAndSignature(ApiKey::query("key", SECRET)))
        .transport(recorder);
    let error = client.build().unwrap().private().await.unwrap_err();
    assert_eq!(error.message(), Some("neither *** nor ***"));
}

/// A custom scheme: a header that is marked as sensitive.
struct Marked(&'static str, &'static str);

impl Auth for Marked {
    fn authorize<'a>(&'a self, request: &'a mut Request, _: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            let mut value = http::HeaderValue::from_static(self.1);
            value.set_sensitive(true);
            request.headers_mut().insert(self.0, value);
            Ok(())
        })
    }
}

#[tokio::test]
async fn parts_of_sensitive_values_are_hidden_in_the_encodings_of_services() {
    for (name, value) in [
        (
            "authorization",
            r#"Digest username="u", realm="r", response="s3+cr3t/""#,
        ),
        ("proxy-authorization", r#"Token token="s3+cr3t/""#),
        ("x-sas", "sr=q&sig=s3%2Bcr3t%2F"),
        ("authorization", "Bearer s3+cr3t/"),
    ] {
        for quoted in [
            "s3+cr3t/",
            "s3%2bcr3t%2f",
            "s3&#43;cr3t&#x2F;",
            "s3&#x2b;cr3t&#47;",
            r"s3\u002bcr3t\/",
            "czMrY3IzdC8",
            "czMrY3IzdC8=",
        ] {
            let recorder =
                Recorder::new().answer(403, &[("x-echo", quoted)], format!(r#"{{"message":"bad {quoted}"}}"#));
            let client = Client::builder("https://api.example.com")
                .auth(Marked(name, value))
                .transport(recorder);
            let error = client.build().unwrap().private().await.unwrap_err();
            let message = error.message().unwrap().trim_end_matches('=');
            assert_eq!(message, "bad ***", "{value}: {quoted}");
            let echo = error.service().unwrap().headers()["x-echo"].to_str().unwrap();
            assert!(!echo.contains("cr3t") && !echo.contains("Y3IzdC8"), "{value}: {echo}");
        }
    }
}

//! Unusual URLs: literal text after labels, characters that URL parsers encode, hosts under `localhost`. A [`Recorder`]
//! shows the same requests that a server receives.

use std::collections::BTreeMap;
use std::time::Duration;

use http::header::HOST;
use http::{Request, Response};
use hyper::body::Incoming;
use rest_op::transport::{Reqwest, Tower};
use rest_op::{Api, Bearer, Call, Client, ClientBuilder, Clock, Linked, Retry, SigV4, rest_op};
use rest_op_tests::fixture::{credentials, sample_time};
use rest_op_tests::recorder::Recorder;
use rest_op_tests::server::Server;

trait Urls: Api {
    /// A custom method, as Google's APIs have them.
    #[rest_op(POST, "/v1/<name..>:cancel")]
    fn cancel(&self, name: &str) -> Call<()>;

    #[rest_op(GET, "/<a>:<b>/x:y/<c>-<d>.json")]
    fn joined(&self, a: u8, b: u8, c: u8, d: u8) -> Call<()>;

    #[rest_op(GET, "/o'clock?$filter=name%20eq%20'a'")]
    fn filtered(&self) -> Call<()>;

    #[rest_op(GET, "/rows")]
    fn rows(&self) -> Call<Linked<u8>>;

    #[rest_op(GET, "/rows")]
    fn selected(&self, #[query(flatten)] parameters: &BTreeMap<String, String>) -> Call<()>;

    #[rest_op(GET, "/key", host_prefix = "<bucket>.")]
    fn object(&self, bucket: &str) -> Call<()>;

    #[rest_op(GET, "/")]
    fn root(&self, #[query] page: Option<u8>) -> Call<()>;
}

impl Urls for Client {}

/// A server that answers with the `host` and the target that it receives.
async fn echo() -> Server {
    Server::start(|request: Request<Incoming>| async move {
        let host = request.headers()[HOST].to_str().unwrap();
        let received = format!("{host} {}", request.uri());
        Response::builder()
            .header("x-received", received)
            .body("".into())
            .unwrap()
    })
    .await
}

/// Sends a call to a server and to a recorder: both receive the same target, which is returned.
async fn target(call: impl Fn(&Client) -> Call<()>) -> String {
    let server = echo().await;
    let response = call(&Client::builder(server.url()).build().unwrap())
        .response()
        .await
        .unwrap();
    let received = response.headers()["x-received"].to_str().unwrap().to_owned();
    let recorder = Recorder::new().answer(200, &[], "");
    let client = Client::builder(server.url())
        .transport(recorder.clone())
        .build()
        .unwrap();
    call(&client).await.unwrap();
    let requests = recorder.requests();
    let uri = requests[0].uri();
    assert_eq!(
        format!("{} {}", uri.authority().unwrap(), uri.path_and_query().unwrap()),
        received
    );
    uri.path_and_query().unwrap().to_string()
}

#[tokio::test]
async fn text_after_a_label_is_sent_as_written() {
    let cancelled = target(|client| client.cancel("operations/a:b c")).await;
    assert_eq!(cancelled, "/v1/operations/a%3Ab%20c:cancel");
    assert_eq!(target(|client| client.joined(1, 2, 3, 4)).await, "/1:2/x:y/3-4.json");
}

#[tokio::test]
async fn apostrophe_of_a_template_is_encoded_in_the_query_only() {
    let filtered = target(Urls::filtered).await;
    assert_eq!(filtered, "/o'clock?$filter=name%20eq%20%27a%27");
}

#[tokio::test]
async fn url_of_the_service_is_encoded_before_it_is_signed_recorded_and_sent() {
    for (url, expected) in [
        ("?q='x'&r=\"é\" {1}", "/?q=%27x%27&r=%22%C3%A9%22%20{1}"),
        ("/a{b}/c d/o'clock", "/a%7Bb%7D/c%20d/o'clock"),
        ("/a<b>`^`|[c]?<d>`^`|[e]", "/a%3Cb%3E%60%5E%60|[c]?%3Cd%3E`^`|[e]"),
        (" /a\tb\n#c d", "/ab"),
        ("\\a\\..\\b?\\", "/b?\\"),
    ] {
        assert_eq!(target(|client| client.root(None).at(url)).await, expected, "{url:?}");
    }
    let client = |recorder: Recorder| {
        let client = Client::builder("https://api.example.com").auth(SigV4::new("a", "b", credentials(None)));
        client
            .clock(Clock::new(sample_time))
            .transport(recorder)
            .build()
            .unwrap()
    };
    let signature = async |url: &str| {
        let recorder = Recorder::new().answer(200, &[], "");
        client(recorder.clone()).root(None).at(url).await.unwrap();
        recorder.requests()[0].headers()["authorization"].clone()
    };
    assert_eq!(signature("/a b?q='é'").await, signature("/a%20b?q=%27%C3%A9%27").await);
}

#[tokio::test]
async fn next_link_with_characters_that_must_be_encoded_is_followed() {
    let link = "<?labels=UI Pod&q='\u{e9}'&page=2>; rel=\"next\"";
    let link = http::HeaderValue::from_bytes(link.as_bytes()).unwrap();
    let server = Server::start(move |request: Request<Incoming>| {
        let link = link.clone();
        async move {
            let mut response = Response::builder();
            let query = request.uri().query();
            if query.is_none() {
                response = response.header("link", link);
            } else {
                assert_eq!(query, Some("labels=UI%20Pod&q=%27%C3%A9%27&page=2"));
            }
            response
                .body(if query.is_none() { "[1]" } else { "[2]" }.into())
                .unwrap()
        }
    })
    .await;
    let client = Client::builder(server.url()).build().unwrap();
    assert_eq!(client.rows().items().try_collect().await.unwrap(), [1, 2]);
}

#[tokio::test]
async fn url_that_parsers_resolve_to_another_host_is_rejected() {
    let recorder = Recorder::new();
    let client = Client::builder("https://api.example.com")
        .transport(recorder.clone())
        .build()
        .unwrap();
    for url in [
        "/\\evil.example/a",
        "\\\\evil.example",
        "\t//evil.example",
        "ht\ntps://evil.example",
    ] {
        let error = client.root(None).at(url).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "root: the URL is not on `https://api.example.com`, the only origin that calls are sent to (nothing was sent)"
        );
    }
    assert_eq!(recorder.lines(), [""; 0]);
}

#[tokio::test]
async fn recorder_rejects_the_urls_that_the_transport_rejects() {
    let object = async |client: ClientBuilder| {
        let client = client.retry(Retry::none()).build().unwrap();
        client.object("xn--99999999").await.unwrap_err().to_string()
    };
    let recorder = Recorder::new().answer(200, &[], "");
    let error = object(Client::builder("http://localhost:1").transport(recorder.clone())).await;
    assert_eq!(object(Client::builder("http://localhost:1")).await, error);
    assert!(error.contains("the request cannot be sent"), "{error}");
    assert_eq!(recorder.lines(), [""; 0]);
}

#[tokio::test]
async fn host_prefix_is_signed_and_sent_in_lower_case() {
    let recorder = Recorder::new().answer(200, &[], "");
    let client = Client::builder("https://s3.example").transport(recorder.clone());
    client.build().unwrap().object("Bucket-1").await.unwrap();
    assert_eq!(recorder.requests()[0].uri().host(), Some("bucket-1.s3.example"));
}

#[tokio::test]
async fn host_prefix_before_an_address_is_rejected() {
    for address in ["127.0.0.1:9000", "[::1]", "192.0.2.1"] {
        let recorder = Recorder::new();
        let client = Client::builder(format!("http://{address}")).transport(recorder.clone());
        let error = client.build().unwrap().object("bucket").await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "object: a host prefix cannot be added to the address `{address}`; use an endpoint with a host name, \
                 such as `localhost` for this machine, or build the client with `path_style()` (nothing was sent)"
            )
        );
        assert_eq!(recorder.lines(), [""; 0]);
    }
}

#[tokio::test]
async fn names_under_localhost_are_reached_with_credentials_without_a_name_server() {
    let server = echo().await;
    let port = server.url().rsplit_once(':').unwrap().1.to_owned();
    for (endpoint, host) in [
        (format!("http://localhost:{port}"), format!("bucket.localhost:{port}")),
        (
            format!("http://s3.localhost:{port}"),
            format!("bucket.s3.localhost:{port}"),
        ),
    ] {
        let client = Client::builder(endpoint).auth(Bearer::new("secret")).build().unwrap();
        let response = client.object("bucket").response().await.unwrap();
        assert_eq!(response.headers()["x-received"], format!("{host} /key"));
    }
}

/// A service that receives nothing.
#[derive(Clone)]
struct Unreached;

impl tower_service::Service<Request<rest_op::ByteStream>> for Unreached {
    type Response = Response<rest_op::ByteStream>;
    type Error = rest_op::BoxError;
    type Future = std::future::Ready<Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut std::task::Context<'_>) -> std::task::Poll<Result<(), Self::Error>> {
        unreachable!()
    }

    fn call(&mut self, _: Request<rest_op::ByteStream>) -> Self::Future {
        unreachable!()
    }
}

#[tokio::test]
async fn transport_that_may_ask_a_name_server_receives_no_credentials_for_names_under_localhost() {
    let custom = || Reqwest::new(Reqwest::builder().unwrap().build().unwrap());
    for client in [
        Client::builder("http://a.localhost").transport(custom()),
        Client::builder("http://a.localhost").transport(Tower::new(Unreached)),
    ] {
        let error = client.auth(Bearer::new("secret")).build().unwrap_err().to_string();
        assert!(error.contains("over plain HTTP"), "{error}");
    }
    let client = Client::builder("http://localhost").transport(custom());
    let client = client.auth(Bearer::new("secret")).build().unwrap();
    let error = client.object("bucket").await.unwrap_err().to_string();
    assert!(
        error.contains("would be sent to another machine over plain HTTP (nothing was sent)"),
        "{error}"
    );
}

#[tokio::test]
async fn parameters_of_the_signature_are_rejected_in_requests_to_presign() {
    let client = Client::builder("https://api.example.com").auth(SigV4::new("a", "b", credentials(None)));
    let client = client.transport(Recorder::new()).build().unwrap();
    let presign = async |key: &str| {
        let parameters = BTreeMap::from([("a".to_owned(), "b".to_owned()), (key.to_owned(), "1".to_owned())]);
        client.selected(&parameters).presign(Duration::from_mins(1)).await
    };
    for (key, shown) in [
        ("X-Amz-Algorithm", "X-Amz-Algorithm"),
        ("X-Amz-Credential", "X-Amz-Credential"),
        ("X-Amz-Date", "X-Amz-Date"),
        ("X-Amz-SignedHeaders", "X-Amz-SignedHeaders"),
        ("X-Amz-Expires", "X-Amz-Expires"),
        ("X-Amz-Security-Token", "X-Amz-Security-Token"),
        ("x-amz-signature", "X-Amz-Signature"),
    ] {
        let error = presign(key).await.unwrap_err().to_string();
        let message = format!("the query contains `{shown}`, which presigning sets itself; remove it");
        assert!(error.contains(&message), "{error}");
    }
    assert!(presign("X-Amz-Meta").await.is_ok());
    // However it is encoded.
    let call = client
        .rows()
        .at("/rows?X%2DAmz-Expires=1")
        .presign(Duration::from_mins(1));
    assert!(call.await.is_err());
}

#[test]
fn root_of_an_endpoint_with_a_path_ends_with_a_slash_unless_sent_at_the_empty_url() {
    let uri = |call: Call<()>| call.request().unwrap().uri().to_string();
    let client = |endpoint: &str| Client::builder(endpoint).build().unwrap();
    let under_path = client("https://api.example.com/v1");
    assert_eq!(uri(under_path.root(Some(2))), "https://api.example.com/v1/?page=2");
    assert_eq!(
        uri(under_path.root(Some(2)).at("")),
        "https://api.example.com/v1?page=2"
    );
    assert_eq!(uri(under_path.filtered().at("")), uri(under_path.filtered()));
    assert_eq!(
        uri(client("https://api.example.com").root(None).at("")),
        "https://api.example.com/"
    );
}

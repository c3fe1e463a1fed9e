//! The token authentication of Debian's container registry: its challenge is answered by the `Auth` of the example. The
//! tokens come from a server here, which signs them as the registry expects, with a key that `openssl` makes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::{Request, Response, StatusCode};
use hyper::body::Incoming;
use rest_op::{ByteStream, Client};
use rest_op_tests::prerequisites::lacks;
use rest_op_tests::server::Server;
use serde_json::{Value, json};

use super::oci_registry::{Challenged, Registry, RegistryError, digest, push};
use super::registry::Running;

const ISSUER: &str = "issuer of the tests";
const SERVICE: &str = "registry of the tests";

fn openssl(directory: &Path, arguments: &[&str]) -> Vec<u8> {
    let command = Command::new("openssl")
        .args(arguments)
        .current_dir(directory)
        .stderr(Stdio::null())
        .output();
    let output = command.unwrap();
    assert!(output.status.success(), "openssl {arguments:?}");
    output.stdout
}

/// Issues tokens to `user` with the password `s3cret`, and records their scopes.
struct Issuer {
    directory: PathBuf,
    scopes: Mutex<Vec<String>>,
}

impl Issuer {
    /// Makes a key, and the certificate that the registry trusts.
    fn new() -> Self {
        let name = format!("issuer-{}", std::process::id());
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&directory).unwrap();
        let arguments = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=issuer"];
        let files = ["-keyout", "issuer.key", "-out", "issuer.pem"];
        openssl(&directory, &[&arguments[..], &files].concat());
        Self {
            directory,
            scopes: Mutex::default(),
        }
    }

    fn answer(&self, request: &Request<Incoming>) -> Response<ByteStream> {
        let credentials = format!("Basic {}", STANDARD.encode("user:s3cret"));
        let given = request.headers().get("authorization");
        if given.is_none_or(|given| given != credentials.as_str()) {
            let response = Response::builder().status(StatusCode::UNAUTHORIZED);
            return response
                .body(r#"{"details":"incorrect username or password"}"#.into())
                .unwrap();
        }
        let query = request.uri().query().unwrap();
        assert!(
            query.starts_with("service=registry%20of%20the%20tests&scope="),
            "{query}"
        );
        let (_, scope) = query.split_once("&scope=").unwrap();
        let scope = scope.replace("%3A", ":").replace("%2F", "/").replace("%2C", ",");
        let token = self.token(&scope);
        self.scopes.lock().unwrap().push(scope);
        Response::new(json!({ "token": token, "expires_in": 300 }).to_string().into())
    }

    /// A token in the form that the registry specifies.
    fn token(&self, scope: &str) -> String {
        let pem = fs::read_to_string(self.directory.join("issuer.pem")).unwrap();
        let certificate: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
        let [kind, name, actions] = scope.split(':').collect::<Vec<_>>().try_into().unwrap();
        let now = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap()
            .as_secs();
        let header = json!({ "typ": "JWT", "alg": "RS256", "x5c": [certificate] });
        let claims = json!({
            "iss": ISSUER, "sub": "user", "aud": SERVICE, "exp": now + 300, "nbf": now - 10, "iat": now, "jti": scope,
            "access": [{ "type": kind, "name": name, "actions": actions.split(',').collect::<Vec<_>>() }],
        });
        let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let text = format!("{}.{}", encode(&header), encode(&claims));
        fs::write(self.directory.join("text"), &text).unwrap();
        let signature = openssl(&self.directory, &["dgst", "-sha256", "-sign", "issuer.key", "text"]);
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

impl Drop for Issuer {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directory);
    }
}

#[tokio::test]
async fn challenge_of_the_registry_is_answered_with_a_token_of_another_host() {
    if lacks("registry tokens", &["docker-registry", "openssl"]) {
        return;
    }
    let issuer = Arc::new(Issuer::new());
    let answering = Arc::clone(&issuer);
    let server = Server::start(move |request| std::future::ready(answering.answer(&request))).await;
    let running = Running::authenticating(|_| {
        let realm = format!("{}/token", server.url());
        let certificate = issuer.directory.join("issuer.pem").display().to_string();
        format!(
            "{{token: {{realm: {realm:?}, service: {SERVICE:?}, issuer: {ISSUER:?}, rootcertbundle: {certificate:?}}}}}"
        )
    });
    let anonymous = Client::builder(running.endpoint()).build().unwrap();
    let registry = |password: &str| {
        let auth = Challenged::new(anonymous.clone(), "user", password);
        anonymous.with_auth(auth).unwrap()
    };

    let client = registry("s3cret");
    let pushed = push(&client, "team/app", b"content").await.unwrap();
    let stored = client.head_blob("team/app", &pushed).await.unwrap();
    assert_eq!((stored.digest, stored.length), (Some(pushed), 7));
    let missing = client.head_blob("other", &digest(b"")).await.unwrap_err();
    assert!(
        matches!(missing.service(), Some(RegistryError::NotFound(_))),
        "{missing}"
    );
    // One token for each scope, however many calls there were.
    assert_eq!(
        *issuer.scopes.lock().unwrap(),
        [
            "repository:team/app:pull,push",
            "repository:team/app:pull",
            "repository:other:pull"
        ]
    );

    let error = registry("another").list_tags("team/app", None).await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with("list_tags (2 attempts): no credentials: token: 401 Unauthorized"),
        "{text}"
    );
    let error = anonymous.list_tags("team/app", None).await.unwrap_err();
    assert!(
        matches!(error.service(), Some(RegistryError::Unauthorized(_))),
        "{error}"
    );
}

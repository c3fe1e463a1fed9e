//! Pushes a blob to a container registry, reads it back and lists tags: `HEAD`, bytes in both directions, opaque
//! locations, pages, and an `Auth` that answers the challenge of the registry with a token of another host.
//!
//!     cargo run -p rest-op --example oci_registry                                  # a local stand-in
//!     cargo run -p rest-op --example oci_registry -- http://127.0.0.1:5000 my/app  # REGISTRY_USER, REGISTRY_PASSWORD

#![allow(missing_docs, reason = "the specification documents the fields")]

use std::collections::BTreeMap;
use std::env;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use http::header::{AUTHORIZATION, HeaderValue, WWW_AUTHENTICATE};
use rest_op::{Api, ApiError, Auth, AuthFuture, Basic, BoxError, ByteStream, Call, Client, Error, ErrorResponse};
use rest_op::{FromResponse, Links, Page, Reply, Request, rest_op};
use serde::Deserialize;
use sha2::{Digest, Sha256};

#[path = "stand_in/oci_registry.rs"]
mod stand_in;

/// The media type of a manifest.
pub const MANIFEST: &str = "application/vnd.oci.image.manifest.v1+json";

/// The operations that this program uses of the [OCI Distribution
/// Specification](https://github.com/opencontainers/distribution-spec).
pub trait Registry: Api {
    /// Returns whether a blob exists, and its size.
    #[rest_op(HEAD, "/v2/<name..>/blobs/<digest>")]
    fn head_blob(&self, name: &str, digest: &str) -> Call<Stored, RegistryError>;

    /// Reads a blob as a stream.
    #[rest_op(GET, "/v2/<name..>/blobs/<digest>")]
    fn get_blob(&self, name: &str, digest: &str) -> Call<ByteStream, RegistryError>;

    /// Starts an upload.
    #[rest_op(POST, "/v2/<name..>/blobs/uploads/")]
    fn begin_upload(&self, name: &str) -> Call<Upload, RegistryError>;

    /// Completes an upload with its whole content. The call is sent [`Call::at`] the location of the upload.
    #[rest_op(PUT, "/v2/<name..>/blobs/uploads/")]
    fn end_upload(&self, name: &str, #[query] digest: &str, #[body(bytes)] blob: &[u8]) -> Call<Stored, RegistryError>;

    /// Stores a manifest under a tag. The call must set its media type as a header.
    #[rest_op(PUT, "/v2/<name..>/manifests/<tag>")]
    fn put_manifest(&self, name: &str, tag: &str, #[body(bytes)] manifest: &str) -> Call<Stored, RegistryError>;

    /// Lists the tags of a repository.
    #[rest_op(GET, "/v2/<name..>/tags/list")]
    fn list_tags(&self, name: &str, #[query("n")] page_size: Option<u32>) -> Call<Tags, RegistryError>;
}

impl Registry for Client {}

/// The digest and the length of stored content.
#[derive(Debug, FromResponse)]
pub struct Stored {
    #[from_response(header = "docker-content-digest")]
    pub digest: Option<String>,
    #[from_response(header = "content-length")]
    pub length: u64,
}

/// The location of an upload.
#[derive(Debug, FromResponse)]
pub struct Upload(#[from_response(header = "location")] pub String);

/// A page of tags, and the link to the next page.
#[derive(Debug, FromResponse, Page)]
pub struct Tags {
    #[page(items)]
    pub tags: Vec<String>,
    #[from_response(header = "link")]
    #[page(next = link)]
    pub links: Links,
}

/// An error response of the registry. Errors of `HEAD` have no body, so the status selects the variant.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
pub enum RegistryError {
    #[api_error(status = 401)]
    Unauthorized(ErrorResponse),
    #[api_error(status = 404)]
    NotFound(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

/// Returns the digest of a blob or a manifest.
pub fn digest(content: &[u8]) -> String {
    let hex = Sha256::digest(content).into_iter().map(|byte| format!("{byte:02x}"));
    hex.fold("sha256:".to_owned(), |digest, hex| digest + &hex)
}

/// Pushes a blob, and returns its digest.
pub async fn push(registry: &impl Registry, name: &str, blob: &[u8]) -> Result<String, Error<RegistryError>> {
    let digest = digest(blob);
    let upload = registry.begin_upload(name).await?;
    registry.end_upload(name, &digest, blob).at(&upload.0).await?;
    Ok(digest)
}

/// Returns the manifest of an image without layers.
pub fn manifest(config: &str, config_size: usize) -> String {
    format!(
        r#"{{"schemaVersion":2,"mediaType":"{MANIFEST}","config":{{"mediaType":
        "application/vnd.oci.image.config.v1+json","digest":"{config}","size":{config_size}}},"layers":[]}}"#
    )
}

/// The service that issues tokens, see the
/// [token authentication](https://distribution.github.io/distribution/spec/auth/token/) of registries.
pub trait Tokens: Api {
    /// Requests a token for a scope. The call is sent [`Call::at`] the realm of the challenge.
    #[rest_op(GET, "/")]
    fn token(&self, #[query] service: &str, #[query] scope: &str) -> Call<Granted>;
}

impl Tokens for Client {}

/// A token. Some services use the name of OAuth.
#[derive(Deserialize, FromResponse)]
pub struct Granted {
    #[serde(alias = "access_token")]
    pub token: String,
}

/// Sends the credentials that the registry requests in its challenge: user name and password, or a token for which they
/// are exchanged.
pub struct Challenged {
    client: Client,
    user: String,
    password: String,
    known: Mutex<Known>,
}

/// The last challenge, and the current tokens by scope.
#[derive(Default)]
struct Known {
    challenge: Option<Challenge>,
    tokens: BTreeMap<String, HeaderValue>,
}

#[derive(Clone)]
enum Challenge {
    Basic,
    Token { realm: String, service: String },
}

impl Challenged {
    /// Requests tokens with a client without credentials.
    pub fn new(client: Client, user: impl Into<String>, password: impl Into<String>) -> Self {
        Self {
            client,
            user: user.into(),
            password: password.into(),
            known: Mutex::default(),
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn basic(&self) -> Basic {
        Basic::new(&self.user, &self.password)
    }

    /// The token for a scope, cached or new.
    async fn token(&self, realm: &str, service: &str, scope: String) -> Result<HeaderValue, BoxError> {
        if let Some(kept) = self.known().tokens.get(&scope) {
            return Ok(kept.clone());
        }
        // The realm is on another host, to which this client's own credentials are not sent.
        let tokens = self.client.with_endpoint(realm)?.with_auth(self.basic())?;
        let granted = tokens.token(service, &scope).at(realm).await?;
        let mut token = HeaderValue::try_from(format!("Bearer {}", granted.token))?;
        token.set_sensitive(true);
        self.known().tokens.insert(scope, token.clone());
        Ok(token)
    }
}

impl Auth for Challenged {
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            let challenge = self.known().challenge.clone();
            match challenge {
                None => Ok(()),
                Some(Challenge::Basic) => self.basic().authorize(request, time).await,
                Some(Challenge::Token { realm, service }) => {
                    let token = self.token(&realm, &service, scope(request)).await?;
                    request.headers_mut().insert(AUTHORIZATION, token);
                    Ok(())
                }
            }
        })
    }

    fn refuse(&self, authorization: Option<&HeaderValue>, response: &Reply) -> bool {
        let mut known = self.known();
        known.tokens.retain(|_, token| Some(&*token) != authorization);
        let mut challenges = response.headers().get_all(WWW_AUTHENTICATE).iter();
        known.challenge = challenges.find_map(|field| Challenge::read(field.to_str().ok()?));
        match known.challenge {
            Some(Challenge::Token { .. }) => true,
            // A password that was rejected will be rejected again.
            Some(Challenge::Basic) => authorization.is_none(),
            None => false,
        }
    }
}

impl Challenge {
    /// Reads `Basic realm="…"` or `Bearer realm="…",service="…",scope="…"`.
    fn read(field: &str) -> Option<Self> {
        let (scheme, parameters) = field.split_once(' ')?;
        let parameter = |name: &str| {
            let (_, value) = parameters.split_once(&format!("{name}=\""))?;
            Some(value.split_once('"')?.0.to_owned())
        };
        if scheme.eq_ignore_ascii_case("basic") {
            return Some(Self::Basic);
        }
        scheme.eq_ignore_ascii_case("bearer").then_some(())?;
        Some(Self::Token {
            realm: parameter("realm")?,
            service: parameter("service").unwrap_or_default(),
        })
    }
}

/// The access that a request needs: to read a repository, or also to write to it.
fn scope(request: &Request) -> String {
    let path = request.path().strip_prefix("/v2/").unwrap_or_default();
    let end = ["/blobs/", "/manifests/", "/tags/"]
        .iter()
        .find_map(|part| path.find(part));
    let name = end.and_then(|end| path.get(..end)).unwrap_or(path);
    let actions = match request.method().as_str() {
        "GET" | "HEAD" => "pull",
        _ => "pull,push",
    };
    format!("repository:{name}:{actions}")
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let mut arguments = env::args().skip(1);
    let variable = |name, otherwise: &str| env::var(name).unwrap_or(otherwise.to_owned());
    let (user, password) = (
        variable("REGISTRY_USER", "user"),
        variable("REGISTRY_PASSWORD", "s3cret"),
    );
    let endpoint = match arguments.next() {
        Some(endpoint) => endpoint,
        None => stand_in::start(&user, &password).await?,
    };
    let name = arguments.next().unwrap_or("team/app".to_owned());
    let anonymous = Client::builder(endpoint).build()?;
    let registry = anonymous.with_auth(Challenged::new(anonymous.clone(), user, password))?;

    let blob = push(&registry, &name, b"{}").await?;
    println!("pushed {blob}: {:?}", registry.head_blob(&name, &blob).await?);
    let mut content = registry.get_blob(&name, &blob).await?;
    println!("it begins with {:?}", content.next().await.transpose()?);

    for tag in ["1.0", "1.1", "latest"] {
        let call = registry.put_manifest(&name, tag, &manifest(&blob, 2));
        call.header("content-type", MANIFEST).await?;
    }
    let tags = registry.list_tags(&name, Some(2)).items();
    println!("tags: {:?}", tags.try_collect().await?);

    match registry.head_blob(&name, &digest(b"never pushed")).await {
        Err(error) if matches!(error.service(), Some(RegistryError::NotFound(_))) => println!("{error}"),
        other => println!("a blob that was never pushed: {other:?}"),
    }
    Ok(())
}

//! Pushes a blob to a container registry, reads it back and lists tags: `HEAD`, bytes in both directions, opaque
//! locations and pages.
//!
//!     cargo run -p rest-op --example oci_registry                                  # a local stand-in
//!     cargo run -p rest-op --example oci_registry -- http://127.0.0.1:5000 my/app  # REGISTRY_USER, REGISTRY_PASSWORD

#![allow(missing_docs, reason = "the specification documents the fields")]

use std::env;

use rest_op::{Api, ApiError, Basic, BoxError, ByteStream, Call, Client, Error, ErrorResponse, FromResponse};
use rest_op::{Links, Page, rest_op};
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

    /// Completes an upload with its whole content. It is sent [`Call::at`] the location of the upload.
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
    let registry = Client::builder(endpoint).auth(Basic::new(user, password)).build()?;

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

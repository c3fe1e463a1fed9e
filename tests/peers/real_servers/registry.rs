//! The container registry of Debian, with user name and password, called by the binding of the example.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use rest_op::{Api, Basic, ByteStream, Call, Client, FromResponse, Links, Next, Page, rest_op};
use rest_op_tests::prerequisites::lacks;

use super::oci_registry::{MANIFEST, Registry, RegistryError, digest, manifest, push};
use crate::process::Process;

/// A registry with a directory of its own.
pub(crate) struct Running {
    process: Process,
    directory: PathBuf,
}

impl Running {
    /// If the program is not installed, prints that this is left out.
    fn start() -> Option<Self> {
        /// `user:s3cret`, hashed by bcrypt.
        const HTPASSWD: &str = "user:$2y$05$abcdefghijklmnopqrstuuLK7U1u6pVRmL7L1BBM2aS35PSZnDXlK\n";
        if lacks("registry", &["docker-registry"]) {
            return None;
        }
        Some(Self::authenticating(|directory| {
            let file = directory.join("htpasswd");
            fs::write(&file, HTPASSWD).unwrap();
            format!("{{htpasswd: {{realm: test, path: '{}'}}}}", file.display())
        }))
    }

    /// A registry that authenticates as a function configures it, which may write into the directory.
    pub(crate) fn authenticating(configure: impl FnOnce(&Path) -> String) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "registry-{}-{}",
            std::process::id(),
            NUMBER.fetch_add(1, Ordering::Relaxed)
        );
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&directory).unwrap();
        let path = |file| directory.join(file).display().to_string();
        let config = format!(
            "{{version: '0.1', storage: {{filesystem: {{rootdirectory: {:?}}}}}, http: {{addr: '127.0.0.1:0'}}, auth: {}}}\n",
            path("data"),
            configure(&directory),
        );
        fs::write(path("config.yml"), config).unwrap();
        let listening = |line: &str| {
            let (_, address) = line.split_once("listening on 127.0.0.1:")?;
            address.split('"').next()?.parse().ok()
        };
        let mut command = Command::new("docker-registry");
        let process = Process::start(command.args(["serve", &path("config.yml")]), listening);
        Self { process, directory }
    }

    pub(crate) fn endpoint(&self) -> &str {
        self.process.endpoint()
    }

    fn client(&self, password: &str) -> Client {
        let client = Client::builder(self.process.endpoint()).auth(Basic::new("user", password));
        client.build().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directory);
    }
}

/// Beyond the example: uploads in pieces, and the paginated list of repositories.
trait More: Api {
    #[rest_op(PATCH, "/v2/<name..>/blobs/uploads/")]
    fn continue_upload(&self, name: &str, #[body(stream)] piece: ByteStream) -> Call<Continued>;

    #[rest_op(GET, "/v2/_catalog")]
    fn list_repositories(&self, #[query("n")] page_size: u32) -> Call<Repositories>;

    #[rest_op(GET, "/v2/", auth = none)]
    fn anonymous(&self) -> Call<(), RegistryError>;
}

impl More for Client {}

#[derive(FromResponse)]
struct Continued(#[from_response(header = "location")] String);

#[derive(FromResponse)]
struct Repositories {
    repositories: Vec<String>,
    #[from_response(header = "link")]
    links: Links,
}

impl Page for Repositories {
    type Item = String;

    fn next(&self) -> Option<Next> {
        Next::link(&self.links)
    }

    fn into_items(self) -> Vec<String> {
        self.repositories
    }
}

#[tokio::test]
async fn blob_is_pushed_and_read_back() {
    let Some(running) = Running::start() else { return };
    let registry = running.client("s3cret");
    let blob: Vec<u8> = (0..300_000_u32).flat_map(u32::to_be_bytes).collect();
    let name = "team/app";
    let missing = registry.head_blob(name, &digest(&blob)).await.unwrap_err();
    assert!(
        matches!(missing.service(), Some(RegistryError::NotFound(_))),
        "{missing}"
    );

    let pushed = push(&registry, name, &blob).await.unwrap();
    assert_eq!(pushed, digest(&blob));

    let stored = registry.head_blob(name, &pushed).await.unwrap();
    assert_eq!(
        (stored.digest.as_deref(), stored.length),
        (Some(pushed.as_str()), 1_200_000)
    );
    let mut content = registry.get_blob(name, &pushed).await.unwrap();
    assert_eq!(content.length(), Some(1_200_000));
    let mut read = Vec::new();
    while let Some(piece) = content.next().await {
        read.extend_from_slice(&piece.unwrap());
    }
    assert!(read == blob);
}

#[tokio::test]
async fn blob_is_pushed_in_streamed_pieces() {
    let Some(running) = Running::start() else { return };
    let registry = running.client("s3cret");
    let upload = registry.begin_upload("team/app").await.unwrap();
    let pieces = ["first, in chunks; ", "then, of known length"];
    let chunked = ByteStream::from_reader(pieces[0].as_bytes());
    let upload = registry
        .continue_upload("team/app", chunked)
        .at(&upload.0)
        .await
        .unwrap();
    let whole = digest(pieces.concat().as_bytes());
    let call = registry.end_upload("team/app", &whole, pieces[1].as_bytes());
    let stored = call.at(&upload.0).await.unwrap();
    assert_eq!(stored.digest, Some(whole));
}

#[tokio::test]
async fn tags_and_repositories_are_listed_over_pages() {
    let Some(running) = Running::start() else { return };
    let registry = running.client("s3cret");
    let names = ["a", "b/c", "d", "e/f/g", "h"];
    for name in names {
        let config = push(&registry, name, b"{}").await.unwrap();
        for tag in ["1.0", "1.1"] {
            let call = registry.put_manifest(name, tag, &manifest(&config, 2));
            call.header("content-type", MANIFEST).await.unwrap();
        }
    }
    let mut tags = registry.list_tags("b/c", Some(1)).items().try_collect().await.unwrap();
    tags.sort_unstable();
    assert_eq!(tags, ["1.0", "1.1"]);

    let mut pages = registry.list_repositories(2).pages();
    let (mut sizes, mut listed) = (Vec::new(), Vec::new());
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        sizes.push(page.repositories.len());
        listed.extend(page.repositories);
    }
    assert_eq!(listed, names);
    assert_eq!(sizes, [2, 2, 1]);
}

#[tokio::test]
async fn wrong_and_missing_passwords_are_typed_errors() {
    let Some(running) = Running::start() else { return };
    let wrong = running.client("another").list_tags("a", None).await.unwrap_err();
    assert!(
        matches!(wrong.service(), Some(RegistryError::Unauthorized(_))),
        "{wrong}"
    );
    let none = running.client("s3cret").anonymous().await.unwrap_err();
    assert!(matches!(none.service(), Some(RegistryError::Unauthorized(_))), "{none}");
}

#[tokio::test]
async fn mismatched_digest_is_rejected_by_the_registry() {
    let Some(running) = Running::start() else { return };
    let registry = running.client("s3cret");
    let upload = registry.begin_upload("team/app").await.unwrap();
    let call = registry.end_upload("team/app", &digest(b"other"), b"content");
    let error = call.at(&upload.0).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 400);
    assert!(error.to_string().contains("DIGEST_INVALID"), "{error}");
}

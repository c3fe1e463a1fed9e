//! What the programs of S3 share: the objects of a bucket, and the calls that are made.

use std::path::Path;
use std::sync::Arc;

use crate::{BoxError, load, number, on_one_thread, process};

pub const BUCKET: &str = "examples";

/// A client of S3, with paths that begin with the bucket.
pub trait S3: Sized + Send + Sync + 'static {
    fn new(endpoint: &str) -> Self;

    /// Reads an object piece by piece, and returns the number of bytes.
    fn get_object(&self, bucket: &str, key: &str) -> impl Future<Output = Result<u64, BoxError>> + Send;

    /// Writes a file as an object, and returns its entity tag.
    fn put_object(&self, bucket: &str, key: &str, file: &Path)
    -> impl Future<Output = Result<String, BoxError>> + Send;

    /// Lists all objects, page by page, and returns the sum of their sizes.
    fn size(&self, bucket: &str) -> impl Future<Output = Result<u64, BoxError>> + Send;
}

const USAGE: &str = "\
usage: loopback ENDPOINT CALLS CONCURRENCY BYTES    a closed loop of GetObject
       upload ENDPOINT FILE                         one PutObject
       download ENDPOINT BYTES                      one GetObject
       check ENDPOINT FILE                          one call of each operation, what came of them";

/// Runs the command in the arguments, and prints each figure on a line, as name and value.
pub fn main<P: S3>() {
    on_one_thread(async |arguments| match arguments {
        ["loopback", endpoint, calls, concurrency, bytes] => {
            // The server answers with as many bytes as the key says.
            let (peer, key) = (Arc::new(P::new(endpoint)), Arc::<str>::from(*bytes));
            let bytes = number(bytes);
            let call = move || {
                let (peer, key) = (peer.clone(), key.clone());
                async move { assert_eq!(peer.get_object(BUCKET, &key).await.expect("an object"), bytes) }
            };
            load::run(number(calls), number(concurrency), call).await;
        }
        ["upload", endpoint, file] => {
            P::new(endpoint)
                .put_object(BUCKET, "backup.tar", file.as_ref())
                .await
                .expect("an upload");
            transferred();
        }
        ["download", endpoint, bytes] => {
            let read = P::new(endpoint).get_object(BUCKET, bytes).await;
            assert_eq!(read.expect("an object"), number(bytes));
            transferred();
        }
        ["check", endpoint, file] => {
            let peer = P::new(endpoint);
            println!("bytes {:?}", peer.get_object(BUCKET, "1024").await);
            println!("missing {}", peer.get_object(BUCKET, "missing").await.is_err());
            println!("etag {:?}", peer.put_object(BUCKET, "file", file.as_ref()).await);
            println!("size {:?}", peer.size(BUCKET).await);
        }
        _ => panic!("{USAGE}"),
    });
}

fn transferred() {
    println!("cpu_ns {}", process::cpu_ns());
    println!("peak_kib {}", process::peak_memory_kib());
}

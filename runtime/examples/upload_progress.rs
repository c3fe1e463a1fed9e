//! Uploads and downloads a file piece by piece, with a progress bar. The upload is made anew for each attempt.
//!
//!     cargo run -p rest-op --example upload_progress                # a file of 8 MiB, to a local stand-in
//!     cargo run -p rest-op --example upload_progress -- FILE

use std::env;
use std::io::{Write, stderr};
use std::path::PathBuf;

use rest_op::{Api, BoxError, ByteStream, Call, Client, rest_op};
use tokio::fs::{self, File};

#[path = "stand_in/files.rs"]
mod stand_in;

/// Keeps files.
trait Files: Api {
    /// Writes a file.
    #[rest_op(
        PUT,
        "/files/<name>",
        content_type = "application/x-tar",
        timeout = "1h",
        attempt_timeout = "1h"
    )]
    fn put_file(&self, name: &str, #[body(stream)] content: ByteStream) -> Call<()>;

    /// Reads a file.
    #[rest_op(GET, "/files/<name>")]
    fn get_file(&self, name: &str) -> Call<ByteStream>;
}

impl Files for Client {}

/// Opens a file anew whenever it is sent.
fn content(path: PathBuf, length: u64) -> ByteStream {
    let open = move || {
        let file = File::from_std(std::fs::File::open(&path)?);
        Ok(ByteStream::from_reader(file))
    };
    ByteStream::from_fn(open).sized(length)
}

/// Draws a bar of 40 characters.
fn draw(what: &str, done: u64, total: Option<u64>) {
    let Some(total) = total.filter(|total| *total > 0) else {
        eprint!("\r{what}: {done} bytes");
        return;
    };
    let filled = usize::try_from(done * 40 / total).unwrap_or(40);
    eprint!("\r{what} [{:<40}] {:>3} %", "#".repeat(filled), done * 100 / total);
    let _ = stderr().flush();
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let path = if let Some(path) = env::args_os().nth(1) {
        PathBuf::from(path)
    } else {
        let path = env::temp_dir().join("rest-op-upload-progress");
        fs::write(&path, vec![b'x'; 8 << 20]).await?;
        path
    };
    let length = fs::metadata(&path).await?.len();
    let files = Client::builder(stand_in::start().await?).build()?;

    let upload = content(path, length).on_progress(|done, total| draw("upload  ", done, total));
    files.put_file("backup.tar", upload).await?;
    eprintln!();

    let mut download = files
        .get_file("backup.tar")
        .await?
        .on_progress(|done, total| draw("download", done, total));
    let mut received = 0;
    while let Some(piece) = download.next().await {
        received += piece?.len() as u64;
    }
    eprintln!();
    println!("{length} bytes sent, {received} bytes received");
    Ok(())
}

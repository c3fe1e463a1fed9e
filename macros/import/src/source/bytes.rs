//! From the bytes of a file to its text: gzip, encodings, and files that are not text.

use std::borrow::Cow;
use std::io::{self, Read};

use flate2::read::MultiGzDecoder;

use crate::error::ImportError;

/// The most bytes of a description, decompressed. The largest public ones have some 30 MiB.
pub(super) const MAX_BYTES: u64 = 512 << 20;

/// Beginnings of files that are not text, and what they are.
const MAGIC: [(&[u8], &str); 7] = [
    (b"PK\x03\x04", "a ZIP archive; unpack it first"),
    (b"BZh", "compressed by bzip2; decompress it first"),
    (b"\xFD7zXZ\0", "compressed by xz; decompress it first"),
    (b"\x28\xB5\x2F\xFD", "compressed by zstd; decompress it first"),
    (b"%PDF", "a PDF document; look for the OpenAPI document in JSON or YAML"),
    (b"\xFF\xFE", "encoded in UTF-16; convert it to UTF-8"),
    (b"\xFE\xFF", "encoded in UTF-16; convert it to UTF-8"),
];

/// Returns bytes as they are, or decompressed if they are gzip's.
pub(super) fn decompressed<'b>(name: &str, bytes: &'b [u8]) -> Result<Cow<'b, [u8]>, ImportError> {
    if !bytes.starts_with(b"\x1F\x8B") {
        return Ok(Cow::Borrowed(bytes));
    }
    let decompressed = bounded(MultiGzDecoder::new(bytes), MAX_BYTES).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => ImportError::new(format_args!(
            "{name} ends early, in the middle of its gzip data; download it again"
        )),
        io::ErrorKind::FileTooLarge => ImportError::new(format_args!("{name} {error}")),
        _ => ImportError::new(format_args!("{name} has faulty gzip data ({error}); download it again")),
    })?;
    Ok(Cow::Owned(decompressed))
}

/// Reads to the end, but no more than a number of bytes.
pub(super) fn bounded(reader: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        let reason = format!("has more than {} MiB; cut it to what you need", limit >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, reason));
    }
    Ok(bytes)
}

/// Returns the text of a file, without a byte order mark.
pub(super) fn text<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, ImportError> {
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ImportError::new(format_args!("{name} is {kind}")));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        ImportError::new(format_args!(
            "{name} is not UTF-8: byte {} is illegal; convert it to UTF-8",
            error.valid_up_to()
        ))
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ImportError::new(format_args!("{name} is empty; download it again")));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    #[test]
    fn decompressed_bytes_are_bounded() {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&vec![b' '; 3 << 20]).unwrap();
        let compressed = encoder.finish().unwrap();
        assert!(compressed.len() < 10_000);
        assert_eq!(
            bounded(MultiGzDecoder::new(compressed.as_slice()), 3 << 20)
                .unwrap()
                .len(),
            3 << 20
        );
        let error = bounded(MultiGzDecoder::new(compressed.as_slice()), 2 << 20).unwrap_err();
        assert_eq!(error.to_string(), "has more than 2 MiB; cut it to what you need");
    }
}

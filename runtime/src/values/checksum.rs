//! Checksums of bodies, as HTTP headers contain them.

use std::fmt;
use std::io::{self, Read};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use crc::{CRC_32_ISCSI, CRC_32_ISO_HDLC, CRC_64_NVME, Crc, Digest as CrcDigest, Table};
use md5::Md5;
use sha2::{Digest, Sha256};

static CRC32: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC);
static CRC32C: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISCSI);
static CRC64_NVME: Crc<u64, Table<16>> = Crc::<u64, Table<16>>::new(&CRC_64_NVME);

/// The algorithm of a checksum. Checksums are in base64, as in `content-md5` (RFC 1864) and `x-amz-checksum-crc32`.
///
/// An operation with the option `checksum = "x-amz-checksum-crc32"` sends the checksum of its body. The checksum of a stream
/// is not known before it is sent; it can be computed first, and sent by an argument:
///
/// ```no_run
/// use std::fs::File;
///
/// use rest_op::{Api, ByteStream, Call, Checksum, Client, rest_op};
///
/// pub trait Objects: Api {
///     #[rest_op(PUT, "/<key..>")]
///     fn put(&self, key: &str, #[header("x-amz-checksum-crc32")] crc32: &str, #[body(stream)] content: ByteStream) -> Call<()>;
/// }
/// impl Objects for Client {}
///
/// async fn upload(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
///     let file = File::open("backup.tar")?;
///     let length = file.metadata()?.len();
///     let crc32 = Checksum::Crc32.of_reader(file)?;
///     let content = ByteStream::from_reader(tokio::fs::File::open("backup.tar").await?).sized(length);
///     client.put("backup.tar", &crc32, content).await?;
///     Ok(())
/// }
/// ```
///
/// Responses are verified by [`Verified`](crate::Verified).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Checksum {
    /// CRC-32 of ISO 3309, as in Ethernet and zip.
    Crc32,
    /// CRC-32C, by Castagnoli.
    Crc32c,
    /// CRC-64/NVME.
    Crc64Nvme,
    /// MD5, which detects accidental changes only.
    Md5,
    /// SHA-256.
    Sha256,
}

impl Checksum {
    /// Returns the checksum of bytes, in base64.
    ///
    /// ```
    /// # use rest_op::Checksum;
    /// assert_eq!(Checksum::Crc32.of(b"123456789"), "y/Q5Jg==");
    /// ```
    #[inline]
    pub fn of(self, bytes: &[u8]) -> String {
        let mut hasher = Hasher::new(self);
        hasher.update(bytes);
        hasher.finish()
    }

    /// Returns the checksum of what a reader returns, in base64.
    #[inline]
    pub fn of_reader(self, mut reader: impl Read) -> io::Result<String> {
        let mut hasher = Hasher::new(self);
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match reader.read(&mut buffer) {
                Ok(0) => return Ok(hasher.finish()),
                Ok(length) => hasher.update(buffer.get(..length).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Crc32 => "CRC32",
            Self::Crc32c => "CRC32C",
            Self::Crc64Nvme => "CRC64NVME",
            Self::Md5 => "MD5",
            Self::Sha256 => "SHA256",
        })
    }
}

/// The state of a checksum whose bytes come in pieces.
pub(crate) enum Hasher {
    Crc32(CrcDigest<'static, u32, Table<16>>),
    Crc64(CrcDigest<'static, u64, Table<16>>),
    Md5(Md5),
    Sha256(Sha256),
}

impl Hasher {
    #[inline]
    pub(crate) fn new(checksum: Checksum) -> Self {
        match checksum {
            Checksum::Crc32 => Self::Crc32(CRC32.digest()),
            Checksum::Crc32c => Self::Crc32(CRC32C.digest()),
            Checksum::Crc64Nvme => Self::Crc64(CRC64_NVME.digest()),
            Checksum::Md5 => Self::Md5(Md5::new()),
            Checksum::Sha256 => Self::Sha256(Sha256::new()),
        }
    }

    #[inline]
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Crc32(digest) => digest.update(bytes),
            Self::Crc64(digest) => digest.update(bytes),
            Self::Md5(digest) => digest.update(bytes),
            Self::Sha256(digest) => digest.update(bytes),
        }
    }

    /// Returns the checksum in base64. Cyclic redundancy checks are numbers in network byte order.
    #[inline]
    pub(crate) fn finish(self) -> String {
        match self {
            Self::Crc32(digest) => STANDARD.encode(digest.finalize().to_be_bytes()),
            Self::Crc64(digest) => STANDARD.encode(digest.finalize().to_be_bytes()),
            Self::Md5(digest) => STANDARD.encode(digest.finalize()),
            Self::Sha256(digest) => STANDARD.encode(digest.finalize()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The check values of the catalogue of parametrised CRC algorithms, of RFC 1321 and of FIPS 180-2, in base64.
    #[test]
    fn checksums_have_their_published_values() {
        let digits = b"123456789";
        assert_eq!(
            Checksum::Crc32.of(digits),
            STANDARD.encode(0xcbf4_3926_u32.to_be_bytes())
        );
        assert_eq!(
            Checksum::Crc32c.of(digits),
            STANDARD.encode(0xe306_9283_u32.to_be_bytes())
        );
        assert_eq!(
            Checksum::Crc64Nvme.of(digits),
            STANDARD.encode(0xae8b_1486_0a79_9888_u64.to_be_bytes())
        );
        assert_eq!(Checksum::Md5.of(b"abc"), "kAFQmDzST7DWlj99KOF/cg==");
        assert_eq!(
            Checksum::Sha256.of(b"abc"),
            "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        );
        assert_eq!(Checksum::Crc32.of(b""), "AAAAAA==");
    }

    #[test]
    fn checksum_of_a_reader_is_that_of_its_bytes() {
        /// Returns one byte at a time, after an interruption.
        struct Bytewise<'a>(&'a [u8], bool);
        impl Read for Bytewise<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                self.1 = !self.1;
                if self.1 {
                    return Err(io::ErrorKind::Interrupted.into());
                }
                let length = self.0.len().min(1);
                self.0.read(&mut buffer[..length])
            }
        }
        let text = b"a longer text";
        for checksum in [
            Checksum::Crc32,
            Checksum::Crc32c,
            Checksum::Crc64Nvme,
            Checksum::Md5,
            Checksum::Sha256,
        ] {
            let read = checksum.of_reader(Bytewise(text, false)).unwrap();
            assert_eq!(read, checksum.of(text), "{checksum}");
        }
    }
}

//! The functions that compute checksums of request bodies.

/// The functions, which return checksums in base64. It is implemented by `()`, if the feature is enabled.
#[diagnostic::on_unimplemented(
    message = "checksums require the feature `checksum` of `rest-op`",
    label = "sends a checksum",
    note = "enable it: `cargo add rest-op --features checksum`"
)]
pub trait Checksums {
    const CRC32: fn(&[u8]) -> String;
    const CRC32C: fn(&[u8]) -> String;
    const CRC64NVME: fn(&[u8]) -> String;
    const MD5: fn(&[u8]) -> String;
    const SHA256: fn(&[u8]) -> String;
}

#[cfg(feature = "checksum")]
mod enabled {
    use crate::values::checksum::Checksum;

    impl super::Checksums for () {
        const CRC32: fn(&[u8]) -> String = |bytes| Checksum::Crc32.of(bytes);
        const CRC32C: fn(&[u8]) -> String = |bytes| Checksum::Crc32c.of(bytes);
        const CRC64NVME: fn(&[u8]) -> String = |bytes| Checksum::Crc64Nvme.of(bytes);
        const MD5: fn(&[u8]) -> String = |bytes| Checksum::Md5.of(bytes);
        const SHA256: fn(&[u8]) -> String = |bytes| Checksum::Sha256.of(bytes);
    }
}

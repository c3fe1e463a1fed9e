//! The functions that compute checksums of request bodies.

use crate::operation::ComputeChecksum;

/// The functions, which return checksums in base64. It is implemented by `()`, if the feature is enabled.
#[diagnostic::on_unimplemented(
    message = "checksums require the feature `checksum` of `rest-op`",
    label = "sends a checksum",
    note = "enable it: `cargo add rest-op --features checksum`"
)]
pub trait Checksums {
    const CRC32: ComputeChecksum;
    const CRC32C: ComputeChecksum;
    const CRC64NVME: ComputeChecksum;
    const MD5: ComputeChecksum;
    const SHA256: ComputeChecksum;
}

#[cfg(feature = "checksum")]
mod enabled {
    use crate::operation::ComputeChecksum;
    use crate::values::checksum::Checksum;

    impl super::Checksums for () {
        const CRC32: ComputeChecksum = |bytes| Checksum::Crc32.of(bytes);
        const CRC32C: ComputeChecksum = |bytes| Checksum::Crc32c.of(bytes);
        const CRC64NVME: ComputeChecksum = |bytes| Checksum::Crc64Nvme.of(bytes);
        const MD5: ComputeChecksum = |bytes| Checksum::Md5.of(bytes);
        const SHA256: ComputeChecksum = |bytes| Checksum::Sha256.of(bytes);
    }
}

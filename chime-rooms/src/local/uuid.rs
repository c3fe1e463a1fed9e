//! IDs in the form of a UUID.

use sha2::{Digest, Sha256};

/// Returns an ID in the form of a UUID. The same steps yield the same IDs, so that tests are reproducible.
pub(super) fn uuid(kind: &str, number: u64) -> String {
    let digest = Sha256::digest(format!("{kind} {number}"));
    let id = digest
        .iter()
        .take(16)
        .fold(0_u128, |id, byte| id << 8 | u128::from(*byte));
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        id >> 96,
        id >> 80 & 0xffff,
        id >> 64 & 0xffff,
        id >> 48 & 0xffff,
        id & 0xffff_ffff_ffff
    )
}

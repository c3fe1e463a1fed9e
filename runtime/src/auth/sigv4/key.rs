//! The signing key: derived by `aws-sigv4`, kept as long as day, region, service and credentials stay the same.

use aws_credential_types::Credentials;
use zeroize::Zeroizing;

use super::date::AmzDate;

/// The last signing key. What it was derived from is wiped from memory with it.
#[derive(Default)]
pub(super) struct KeyCache {
    day: String,
    access_key_id: String,
    secret_access_key: Zeroizing<String>,
    key: Zeroizing<[u8; 32]>,
}

impl KeyCache {
    /// The key of a day for the one region and service that this cache belongs to.
    pub(super) fn key(
        &mut self,
        date: &AmzDate,
        region: &str,
        service: &str,
        credentials: &Credentials,
    ) -> Zeroizing<[u8; 32]> {
        let secret = credentials.secret_access_key();
        let fresh = self.day == date.date()
            && self.access_key_id == credentials.access_key_id()
            && self.secret_access_key.as_str() == secret;
        if !fresh {
            let derived = aws_sigv4::sign::v4::generate_signing_key(secret, date.time(), region, service);
            for (to, from) in self.key.iter_mut().zip(derived.as_ref()) {
                *to = *from;
            }
            date.date().clone_into(&mut self.day);
            credentials.access_key_id().clone_into(&mut self.access_key_id);
            self.secret_access_key = Zeroizing::new(secret.to_owned());
        }
        self.key.clone()
    }
}

//! The signing key, derived by `aws-sigv4` and cached while day and credentials are the same.

use aws_credential_types::Credentials;
use hmac::{Hmac, KeyInit};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::date::AmzDate;

/// The last signing key, as an HMAC that is initialized with it. The key is zeroized on drop. The intermediate values of
/// `aws-sigv4` are not, since it does not support that.
#[derive(Default)]
pub(super) struct KeyCache(Option<Entry>);

struct Entry {
    day: Vec<u8>,
    access_key_id: String,
    secret_access_key: Zeroizing<String>,
    mac: Hmac<Sha256>,
}

impl KeyCache {
    /// Returns the HMAC with the key of a day. A cache belongs to one region and service.
    pub(super) fn mac(
        &mut self,
        date: &AmzDate,
        region: &str,
        service: &str,
        credentials: &Credentials,
    ) -> Hmac<Sha256> {
        let secret = credentials.secret_access_key();
        if let Some(entry) = &self.0
            && entry.day == date.date()
            && entry.access_key_id == credentials.access_key_id()
            && entry.secret_access_key.as_str() == secret
        {
            return entry.mac.clone();
        }
        let derived = aws_sigv4::sign::v4::generate_signing_key(secret, date.time(), region, service);
        let mut key = Zeroizing::new([0; 64]);
        for (to, from) in key.iter_mut().zip(derived.as_ref()) {
            *to = *from;
        }
        // HMAC pads a key that is shorter than a block with zeros (RFC 2104), so this is the same key in a fixed size.
        let mac = Hmac::new(&(*key).into());
        self.0 = Some(Entry {
            day: date.date().to_owned(),
            access_key_id: credentials.access_key_id().to_owned(),
            secret_access_key: Zeroizing::new(secret.to_owned()),
            mac: mac.clone(),
        });
        mac
    }
}

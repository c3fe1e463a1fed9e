//! The configuration of rustls for the default client.

use std::sync::Arc;

#[cfg(feature = "tls-aws-lc")]
use rustls::crypto::aws_lc_rs as cryptography;
#[cfg(not(feature = "tls-aws-lc"))]
use rustls::crypto::ring as cryptography;
use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
use rustls_platform_verifier::BuilderVerifierExt;

/// Returns a configuration that verifies certificates by the platform's rules.
pub(super) fn with_certificates_of_the_platform() -> Result<ClientConfig, String> {
    let builder = start()?.with_platform_verifier().map_err(text)?;
    let mut config = builder.with_no_client_auth();
    // reqwest does not change a given configuration, so the protocols are set here.
    if cfg!(feature = "http2") {
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    }
    Ok(config)
}

/// Returns a configuration that rejects every certificate.
pub(super) fn without_certificates() -> Result<ClientConfig, String> {
    let builder = start()?.with_root_certificates(RootCertStore::empty());
    Ok(builder.with_no_client_auth())
}

fn start() -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, String> {
    let provider = Arc::new(cryptography::default_provider());
    let builder = ClientConfig::builder_with_provider(provider);
    builder.with_safe_default_protocol_versions().map_err(text)
}

/// Returns the message. A boxed error would instantiate the `Debug` of all its parts in this crate.
#[allow(clippy::needless_pass_by_value, reason = "the signature that `map_err` calls")]
fn text(error: rustls::Error) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn http2_is_offered_if_it_is_compiled_in() {
        let offered = super::with_certificates_of_the_platform().unwrap().alpn_protocols;
        let expected: &[&[u8]] = if cfg!(feature = "http2") {
            &[b"h2", b"http/1.1"]
        } else {
            &[]
        };
        assert_eq!(offered, expected);
    }
}

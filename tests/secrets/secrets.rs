//! The secrets, and the search for them in a text.

use rest_op_tests::fixture::SECRET_ACCESS_KEY;

pub(crate) const SESSION_TOKEN: &str = "SESSIONTOKENoooEXAMPLE/with+signs==";
pub(crate) const BEARER_TOKEN: &str = "BEARERTOKENoooEXAMPLE";
pub(crate) const API_KEY: &str = "APIKEYoooEXAMPLE";
pub(crate) const PASSWORD: &str = "PASSWORDoooEXAMPLE";
pub(crate) const SENSITIVE: &str = "SENSITIVEoooVALUE";
pub(crate) const PAGE_TOKEN: &str = "PAGETOKENoooVALUE";

/// Returns the places in a text that contain a secret.
pub(crate) fn found(text: &str, signatures: &[String]) -> Vec<String> {
    let encoded = "SESSIONTOKENoooEXAMPLE%2Fwith";
    // user:PASSWORDoooEXAMPLE in base64.
    let basic = "dXNlcjpQQVNTV09SRG9vb0VYQU1QTEU";
    let fixed = [
        SECRET_ACCESS_KEY,
        SESSION_TOKEN,
        encoded,
        BEARER_TOKEN,
        API_KEY,
        PASSWORD,
        basic,
        SENSITIVE,
        PAGE_TOKEN,
    ];
    let all = fixed.into_iter().chain(signatures.iter().map(String::as_str));
    all.filter(|secret| text.contains(secret))
        .map(|secret| format!("{secret} in {text}"))
        .collect()
}

/// The signatures in the header fields and targets of requests.
pub(crate) fn signatures(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut signatures = Vec::new();
    for text in texts {
        for part in text.split("Signature=").skip(1) {
            let signature: String = part.chars().take_while(char::is_ascii_hexdigit).collect();
            assert_eq!(signature.len(), 64, "{text}");
            signatures.push(signature);
        }
    }
    signatures
}

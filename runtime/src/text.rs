//! Text and bytes without a type: encodings, URLs, excerpts, secrets.

pub(crate) mod excerpt;
pub(crate) mod http_date;
pub(crate) mod percent;
pub(crate) mod random;
pub(crate) mod redact;
pub(crate) mod reference;

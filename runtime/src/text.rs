//! Functions over plain text: encodings, URL references, dates, excerpts, secrets.

pub(crate) mod excerpt;
pub(crate) mod http_date;
pub(crate) mod percent;
pub(crate) mod random;
pub(crate) mod redact;
pub(crate) mod reference;

//! The option `checksum = "header"`: a header that contains a checksum of the body.

use syn::LitStr;

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::suggest;

pub(crate) struct Checksum {
    pub(crate) literal: LitStr,
    /// In lower case.
    pub(crate) header: &'static str,
    /// The constant of the runtime's `Checksums`.
    pub(crate) function: &'static str,
}

/// The headers, and the functions that compute their values.
const HEADERS: &[(&str, &str)] = &[
    ("content-md5", "MD5"),
    ("x-amz-checksum-crc32", "CRC32"),
    ("x-amz-checksum-crc32c", "CRC32C"),
    ("x-amz-checksum-crc64nvme", "CRC64NVME"),
    ("x-amz-checksum-sha256", "SHA256"),
];

impl Checksum {
    /// Reads the name of a header. `None` has been reported.
    pub(super) fn parse(arg: &AttrArg, errors: &mut Errors) -> Option<Self> {
        let literal = arg.parse_string("\"x-amz-checksum-crc32\"", Rule::BadOptionValue, errors)?;
        let name = literal.value().to_ascii_lowercase();
        let Some((header, function)) = HEADERS.iter().find(|(header, _)| *header == name) else {
            let headers: Vec<&str> = HEADERS.iter().map(|(header, _)| *header).collect();
            let remedy = suggest::remedy(&name, &headers);
            let message = format!("`{}` is not a header with a checksum; {remedy}", literal.token());
            errors.report(Rule::UnknownChecksum, &literal, message);
            return None;
        };
        Some(Self {
            literal,
            header,
            function,
        })
    }
}

//! The cases that are left out, each with its reason. No case that every client should pass can be among them.

use crate::generate::vectors::{Applies, Case};

/// Which cases an entry means.
enum Which {
    Case(&'static str),
    /// All optional cases of a trait.
    Feature(&'static str),
}

const LEFT_OUT: &[(Which, &str)] = &[
    (Which::Feature("checksum"), "Content-MD5: a checksum of the body is a header that the caller computes and gives with `Call::header`"),
    (Which::Feature("compression"), "request compression: the caller compresses the body and names the coding in a header"),
    (Which::Case("ApiGatewayAccept"), "API Gateway's `Accept` on every request is a customisation of its SDKs, not declared in the model"),
    (Which::Case("GlacierVersionHeader"), "Glacier's version header on every request is a customisation of its SDKs, not declared in the model"),
    (Which::Case("GlacierChecksums"), "Glacier's SHA-256 and tree hash of the body are computed by its SDKs"),
    (Which::Case("GlacierMultipartChecksums"), "Glacier's SHA-256 and tree hash of the body are computed by its SDKs"),
    (Which::Case("RestJsonDeserializesDenseSetMapAndSkipsNull"), "gone from later Smithy models; a null where a map holds lists is refused, as smithy-rs does"),
    (Which::Case("legacy-input-25-7"), "wants a Content-Type for an absent blob; no newer case does"),
    (Which::Case("legacy-input-26-1"), "wants no header for an empty list; the newer RestJsonNullAndEmptyHeaders, a core case, wants it empty"),
];

/// Why a case is left out, if it is.
pub(crate) fn reason(case: &Case) -> Option<&'static str> {
    let is_meant = |which: &Which| match which {
        Which::Case(id) => *id == case.id,
        Which::Feature(feature) => case.applies == Applies::Optional && case.features.iter().any(|each| each == feature),
    };
    LEFT_OUT.iter().find(|(which, _)| is_meant(which)).map(|(_, reason)| *reason)
}

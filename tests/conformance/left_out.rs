//! The excluded cases, each with a reason. Cases that every client should pass cannot be excluded.

use crate::generate::vectors::{Applies, Case};

/// Which cases an entry means.
enum Which {
    Case(&'static str),
    Cases(&'static [&'static str]),
    /// All optional cases of a trait.
    Feature(&'static str),
}

const LEFT_OUT: &[(Which, &str)] = &[
    (
        Which::Feature("checksum"),
        "Content-MD5 is computed by the caller, and given with `Call::header`",
    ),
    (
        Which::Feature("compression"),
        "a body is compressed by the caller, who names the coding in a header",
    ),
    (
        Which::Case("QueryCompatibleAwsJson10CustomCodeError"),
        "the code of the former Query API is in a header, which `ErrorResponse::headers` has; `code` is that of the model",
    ),
    (
        Which::Case("MachinelearningPredictEndpoint"),
        "the endpoint of one call is in its input; here the endpoint of a client",
    ),
    (
        Which::Cases(&[
            "S3VirtualHostAddressing",
            "S3VirtualHostDualstackAddressing",
            "S3VirtualHostAccelerateAddressing",
            "S3VirtualHostDualstackAccelerateAddressing",
            "S3EscapeObjectKeyInUriLabel",
            "S3EscapePathObjectKeyInUriLabel",
        ]),
        "a customisation of S3's SDKs, which move the bucket into the host; here a binding does, by `host_prefix`",
    ),
    (
        Which::Case("S3PreservesEmbeddedDotSegmentInUriLabel"),
        "a key with the segment `..` is rejected, because URL parsers and proxies remove it",
    ),
    (
        Which::Cases(&["restxml-legacy-output-14-1", "restxml-legacy-output-14-2"]),
        "an event stream in the frames of vnd.amazon.eventstream, which is read from a `ByteStream`",
    ),
    (
        Which::Case("ApiGatewayAccept"),
        "a customization of API Gateway's SDKs, which no model declares; here `ClientBuilder::header`",
    ),
    (
        Which::Case("GlacierVersionHeader"),
        "a customization of Glacier's SDKs, which no model declares; here `ClientBuilder::header`",
    ),
    (
        Which::Case("GlacierChecksums"),
        "a customization of Glacier's SDKs, which hash the body in their own way",
    ),
    (
        Which::Case("GlacierMultipartChecksums"),
        "a customization of Glacier's SDKs, which hash the body in their own way",
    ),
    (
        Which::Case("RestJsonDeserializesDenseSetMapAndSkipsNull"),
        "gone from later Smithy models; a null in a map of lists is refused, as smithy-rs does",
    ),
    (
        Which::Case("legacy-input-25-7"),
        "wants a Content-Type for a blob that is not there; no newer case does",
    ),
    (
        Which::Cases(&["legacy-input-26-1", "restxml-legacy-input-26-1"]),
        "wants no header for an empty list; the newer RestJsonNullAndEmptyHeaders, a core case, wants it empty",
    ),
];

/// Why a case is left out, if it is.
pub(crate) fn reason(case: &Case) -> Option<&'static str> {
    let matches = |which: &Which| match which {
        Which::Case(id) => *id == case.id,
        Which::Cases(ids) => ids.contains(&case.id.as_str()),
        Which::Feature(feature) => {
            case.applies == Applies::Optional && case.features.iter().any(|each| each == feature)
        }
    };
    LEFT_OUT
        .iter()
        .find(|(which, _)| matches(which))
        .map(|(_, reason)| *reason)
}

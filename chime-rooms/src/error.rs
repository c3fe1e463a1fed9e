//! The errors of the API: of a response, and of an item of a batch.

use std::fmt;

use rest_op::{ApiError, ErrorResponse};

use crate::open_enum::open_enum;

/// An error returned by Amazon Chime.
///
/// The variant is chosen by the name of the error, or by its status if the response has no name; status 400 is then
/// [`BadRequest`](Self::BadRequest). Every other name, such as `InvalidSignatureException`, and every other status is
/// [`Other`](Self::Other).
#[derive(Clone, Debug, ApiError)]
#[api_error(response)]
#[non_exhaustive]
pub enum ChimeError {
    /// The input violates a constraint of the service.
    #[api_error(code = "BadRequestException", status = 400)]
    BadRequest(ErrorResponse),
    /// The request exceeds a resource limit.
    #[api_error(code = "ResourceLimitExceededException")]
    ResourceLimitExceeded(ErrorResponse),
    /// The client is not authorized to make the request.
    #[api_error(code = "UnauthorizedClientException", status = 401)]
    UnauthorizedClient(ErrorResponse),
    /// The client is permanently forbidden from making the request.
    #[api_error(code = "ForbiddenException", status = 403)]
    Forbidden(ErrorResponse),
    /// One or more of the resources in the request does not exist.
    #[api_error(code = "NotFoundException", status = 404)]
    NotFound(ErrorResponse),
    /// The request could not be processed because of the current state of a resource.
    #[api_error(code = "ConflictException", status = 409)]
    Conflict(ErrorResponse),
    /// The client exceeded its request rate.
    #[api_error(code = "ThrottledClientException", status = 429)]
    ThrottledClient(ErrorResponse),
    /// The service encountered an unexpected error.
    #[api_error(code = "ServiceFailureException", status = 500)]
    ServiceFailure(ErrorResponse),
    /// The service is currently unavailable.
    #[api_error(code = "ServiceUnavailableException", status = 503)]
    ServiceUnavailable(ErrorResponse),
    /// An error that the API does not document.
    #[api_error(other)]
    Other(ErrorResponse),
}

// Written by hand, since `thiserror` would add two crates to the build of every app.
impl fmt::Display for ChimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.response().fmt(f)
    }
}

impl std::error::Error for ChimeError {}

/// The error of a call.
pub type Error<E = ChimeError> = rest_op::Error<E>;

open_enum! {
    /// The code of an error, in a [`MemberError`](crate::MemberError) and as `Code` in the body of an error response.
    #[allow(missing_docs, reason = "the service documents only the names")]
    pub enum ErrorCode {
        BadRequest,
        Conflict,
        Forbidden,
        NotFound,
        PreconditionFailed,
        ResourceLimitExceeded,
        ServiceFailure,
        AccessDenied,
        ServiceUnavailable,
        Throttled,
        Throttling,
        Unauthorized,
        Unprocessable,
        VoiceConnectorGroupAssociationsExist,
        PhoneNumberAssociationsExist,
    }
}

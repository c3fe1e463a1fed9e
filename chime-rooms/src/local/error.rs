//! The documented errors that operations return.

/// A documented error. Its name determines the status and the `Code`.
#[derive(Clone, Debug)]
pub(super) struct ServiceError {
    pub(super) name: &'static str,
    pub(super) status: u16,
    pub(super) message: String,
}

impl ServiceError {
    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self {
            name: "BadRequestException",
            status: 400,
            message: message.into(),
        }
    }

    pub(super) fn resource_limit_exceeded(message: impl Into<String>) -> Self {
        Self {
            name: "ResourceLimitExceededException",
            status: 400,
            message: message.into(),
        }
    }

    pub(super) fn not_found(message: impl Into<String>) -> Self {
        Self {
            name: "NotFoundException",
            status: 404,
            message: message.into(),
        }
    }

    pub(super) fn conflict(message: impl Into<String>) -> Self {
        Self {
            name: "ConflictException",
            status: 409,
            message: message.into(),
        }
    }

    pub(super) fn code(&self) -> &'static str {
        code_of(self.name)
    }
}

/// Returns the `Code` of an error name: `Throttled` for `ThrottledClientException`.
pub(super) fn code_of(name: &str) -> &str {
    let code = name.strip_suffix("Exception").unwrap_or(name);
    code.strip_suffix("Client").unwrap_or(code)
}

//! The documented errors that the operations themselves answer with.

/// A documented error of the service: by its name, which settles the status and the `Code`.
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

/// Answers the `Code` that goes with an error's name: `Throttled` with `ThrottledClientException`.
pub(super) fn code_of(name: &str) -> &str {
    let code = name.strip_suffix("Exception").unwrap_or(name);
    code.strip_suffix("Client").unwrap_or(code)
}

//! The request methods (RFC 9110, section 9; PATCH: RFC 5789).

macro_rules! http_methods {
    ($($method:ident = $name:literal,)*) => {
        /// A request method, which the attribute calls its verb.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum HttpMethod {
            $($method,)*
        }

        impl HttpMethod {
            pub(crate) const NAMES: &[&str] = &[$($name),*];

            pub(crate) fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$method),)*
                    _ => None,
                }
            }

            /// The name as it is sent.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$method => $name,)*
                }
            }

            /// The variant of the runtime's `HttpMethod`.
            pub(crate) fn variant(self) -> &'static str {
                match self {
                    $(Self::$method => stringify!($method),)*
                }
            }
        }
    };
}

http_methods! {
    Get = "GET",
    Head = "HEAD",
    Post = "POST",
    Put = "PUT",
    Patch = "PATCH",
    Delete = "DELETE",
    Options = "OPTIONS",
}

impl HttpMethod {
    /// Whether a request may be repeated (RFC 9110, section 9.2.2).
    pub(crate) fn is_idempotent(self) -> bool {
        !matches!(self, Self::Post | Self::Patch)
    }

    /// Whether the content of a request has a meaning (RFC 9110, sections 9.3.1 and 9.3.2).
    pub(crate) fn takes_body(self) -> bool {
        !matches!(self, Self::Get | Self::Head)
    }
}

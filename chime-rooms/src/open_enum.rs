//! Enums that keep values which this crate does not know, since the service may add some.

/// Declares an enum with the names of the service as variants, and `Unknown` for all other values.
///
/// `#[serde(untagged)]` alone keeps unknown values. The macro adds `as_str` and `Display` without a second list of the names.
macro_rules! open_enum {
    (
        $(#[$attribute:meta])*
        pub enum $Name:ident { $($(#[$note:meta])* $Value:ident,)+ }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[non_exhaustive]
        pub enum $Name {
            $($(#[$note])* $Value,)+
            /// A value that this crate does not know.
            #[serde(untagged)]
            Unknown(String),
        }

        impl $Name {
            /// Returns the value as the service spells it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$Value => stringify!($Value),)+
                    Self::Unknown(value) => value,
                }
            }
        }

        impl ::std::convert::From<&str> for $Name {
            fn from(value: &str) -> Self {
                match value {
                    $(stringify!($Value) => Self::$Value,)+
                    _ => Self::Unknown(value.to_owned()),
                }
            }
        }

        impl ::std::convert::From<String> for $Name {
            fn from(value: String) -> Self {
                Self::from(value.as_str())
            }
        }

        /// Every text is a value: one that this crate does not know is `Unknown`.
        impl ::std::str::FromStr for $Name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(value))
            }
        }

        impl ::std::fmt::Display for $Name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use open_enum;

//! The formats of a body. A new format is a new line of this table, and a variant of the runtime's `Format`.

/// A format, and how the runtime takes its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BodyFormat {
    /// The option of `#[body]` that chooses it.
    pub(crate) option: &'static str,
    /// The variant of the runtime's `Format`.
    pub(crate) variant: &'static str,
    /// The function of the runtime that takes the value.
    pub(crate) constructor: &'static str,
    /// Whether `with` can serialize the value.
    pub(crate) takes_with: bool,
    /// Whether `content_type` can name another media type.
    pub(crate) takes_content_type: bool,
    /// Whether a tuple has a meaning, or parts that have one.
    pub(crate) tuples: Tuples,
}

/// Where a tuple is a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tuples {
    Allowed,
    /// The value has names.
    Unnamed,
    /// The value is one, or a list of them.
    OneValue,
}

impl BodyFormat {
    pub(crate) const JSON: Self = Self {
        option: "json",
        variant: "Json",
        constructor: "json",
        takes_with: true,
        takes_content_type: true,
        tuples: Tuples::Allowed,
    };

    pub(crate) const FORM: Self = Self {
        option: "form",
        variant: "Form",
        constructor: "entries",
        takes_content_type: false,
        tuples: Tuples::Unnamed,
        ..Self::JSON
    };

    /// `#[body(form, brackets)]`
    pub(crate) const NESTED_FORM: Self = Self {
        constructor: "nested",
        takes_with: false,
        ..Self::FORM
    };

    pub(crate) const STREAM: Self = Self {
        option: "stream",
        variant: "Stream",
        constructor: "stream",
        ..Self::BYTES
    };

    const BYTES: Self = Self {
        option: "bytes",
        variant: "Bytes",
        constructor: "bytes",
        takes_with: false,
        ..Self::JSON
    };

    /// The formats that an option chooses; JSON is the default.
    const ALL: [Self; 5] = [
        Self::FORM,
        Self {
            option: "text",
            variant: "Text",
            constructor: "text",
            tuples: Tuples::OneValue,
            ..Self::BYTES
        },
        Self::BYTES,
        Self::STREAM,
        Self {
            option: "json_lines",
            variant: "JsonLines",
            constructor: "json_lines",
            ..Self::BYTES
        },
    ];

    pub(crate) fn from_option(option: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.option == option)
    }

    pub(crate) fn options() -> impl Iterator<Item = &'static str> {
        Self::ALL.into_iter().map(|format| format.option)
    }
}

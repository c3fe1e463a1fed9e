//! The catalogue of rules: every mistake that the macros report, in the order in which a declaration is read.
//!
//! A rule is checked where its subject is parsed, in the folder of its stage: `rest_op/piece` for a label, `rest_op/style`
//! for a role. It has a case in `tests/mistakes`, a fixture in `tests/compile-fail/<stage>/<rule>.rs` of the workspace, and a
//! line in `runtime/src/reference`.

macro_rules! rules {
    ($($stage:ident { $($rule:ident: $says:literal,)* })*) => {
        /// A rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Rule {
            $($(#[doc = $says] $rule,)*)*
        }

        /// Every rule, with its stage and its text.
        #[cfg(test)]
        pub(crate) const CATALOGUE: &[(&str, Rule, &str)] = &[$($((stringify!($stage), Rule::$rule, $says),)*)*];
    };
}

rules! {
    // Only editors pass incomplete items; the compiler reports them itself.
    syntax {
        HalfTyped: "the method is complete",
        HalfTypedItem: "the type is complete",
    }
    attribute {
        MissingVerb: "the verb comes first",
        QuotedVerb: "the verb is written without quotes",
        IllegalMethod: "any other method is a token in quotes; `CONNECT` and `TRACE` are not supported",
        UnknownVerb: "the verb is `GET`, `HEAD`, `POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`, in upper case",
        VerbNotWord: "the verb is one word, without a path or a name",
        MissingComma: "commas separate the verb, the template and the options",
        MissingTemplate: "the template follows the verb",
        TemplateNotString: "the template is a string",
        OptionBeforeTemplate: "options follow the template",
        UnknownOption: "an option is one of those listed above",
        RepeatedOption: "an option is given once",
        BadOptionValue: "an option has a value of the kind that it takes",
        ContentTypeAsHeader: "the media type of the body is set by the option `content_type`, not by `header`",
        IllegalHeaderValue: "the value of a constant header is printable ASCII",
        IllegalMediaType: "`content_type` is a media type",
        UnknownChecksum: "`checksum` names a header that contains a checksum of the body",
        BadDuration: "a duration is a whole number above 0 and a unit: `ms`, `s`, `m` or `h`",
        UnexpectedTokens: "nothing but options follows the template",
    }
    template {
        SurroundingSpace: "a template neither starts nor ends with a space",
        NoLeadingSlash: "a template starts with `/`",
        Fragment: "a template has no `#fragment`, which would never be sent",
        EmptySegment: "no segment of the path is empty, except the last",
        DotSegment: "no segment is `.` or `..`, plain or encoded, because URL parsers remove those",
        IllegalCharacter: "literal text is sent as written, so characters that are not legal in a URL are percent-encoded",
        BadPercentEncoding: "`%` is followed by two hexadecimal digits",
        EmptyLabel: "a label has a name",
        LabelNotIdentifier: "a label is the name of an argument",
        UnclosedLabel: "a label ends with `>`",
        UnopenedLabel: "a label starts with `<`",
        ForeignLabel: "a label is written `<name>`, not `{name}` or `:name`",
        DuplicateLabel: "a label occurs once in a template",
        TwoGreedyLabels: "at most one label is greedy",
        LabelInQuery: "the query of a template contains constants only; arguments are added by `#[query]`",
        DuplicateConstant: "a key occurs once in the query of a template",
        EmptyQueryKey: "a query is not empty, and each of its constants has a key",
    }
    host_prefix {
        IllegalHostCharacter: "a host prefix contains lower-case letters, digits, `-` and `.`",
        BadHostLabel: "each host label starts and ends with a letter or digit",
        HostPrefixWithoutDot: "a host prefix ends with `.`, or with `-` if it is constant",
        GreedyHostLabel: "a label of a host prefix is not greedy",
    }
    argument {
        UnknownAttribute: "an argument's attribute is `#[query]`, `#[header]`, `#[body]`, `#[member]`, `#[part]`, `#[path]` or `#[check]`",
        CfgOnArgument: "an argument does not depend on `#[cfg]`",
        MalformedRole: "the options of a role are in parentheses after it",
        UnknownRoleOption: "a role has only the options that the table of roles lists",
        BadRoleOption: "`prefix` takes a string",
        RepeatedRoleOption: "an option of a role is given once",
        ConflictingRoleOptions: "the options of a role can be combined",
        KeyAfterStyle: "the key of a query parameter precedes its style",
        EmptyKey: "the key of a query parameter and the name of a member or part are not empty",
        MissingHeaderName: "a header has a name",
        IllegalHeaderName: "a header name contains only the characters that RFC 9110 allows",
        ReservedHeader: "headers that the runtime sets, such as `host` and `authorization`, cannot be declared",
        BadWith: "`with` takes the path of a module or a type",
        BadCheck: "`#[check]` takes one expression",
        CheckOnStream: "a stream cannot be checked",
        TupleArgument: "a tuple is sent as JSON, or by a `with` module, but not as text",
        BadPartType: "a part of bytes or of a stream is a `Part`",
    }
    signature {
        RepeatedAttribute: "a method has one `#[rest_op]`",
        NotMethod: "the attribute is on a method of a trait",
        MethodBody: "the method has no body; the attribute generates it",
        Visibility: "the method has no visibility qualifier",
        Qualifier: "the method is neither `const`, `unsafe`, `extern` nor variadic",
        GenericMethod: "the method has no type or const parameters, so that the trait can be used as `dyn`",
        MissingReceiver: "the method takes `&self`",
        BadReceiver: "the method takes `self` by shared reference",
        RoleOfReceiver: "`self` has no role attribute",
        PatternArgument: "an argument is a plain name",
        ImplTraitArgument: "an argument's type contains no `impl Trait`, so that the trait can be used as `dyn`",
        MissingReturn: "the method has a return type",
        BadReturn: "the method returns a `Call`",
        BadAsyncReturn: "an `async` method returns a `Result`",
    }
    operation {
        MisnamedArgument: "a label and its argument have the same name",
        LabelWithoutArgument: "each label has an argument",
        ArgumentWithoutRole: "each argument has a role",
        TwoRoles: "each argument has one role",
        LabelWithoutValue: "the argument of a label is a single value: neither an `Option` nor a list",
        PathWithoutLabel: "`#[path]` is for the arguments of labels",
        IdempotentWithoutMeaning: "`idempotent` is for methods that are not always idempotent, and excludes `retry = none`",
        AttemptAboveTimeout: "`attempt_timeout` does not exceed `timeout`",
        BodyWithoutMeaning: "a GET or HEAD request has no body, unless the option `get_body` allows one for GET",
        TwoBodies: "a request has at most one body, or the members or parts of one",
        DuplicateMember: "each member of a body has its own name",
        ContentTypeWithoutMeaning: "`content_type` requires a body whose media type is not fixed; without a body argument, it is a JSON type",
        ChecksumWithoutMeaning: "`checksum` requires a body that is neither a stream nor parts",
        DuplicateQueryKey: "a key occurs once in the query, including the template's constants",
        DuplicateHeader: "a header is declared once, including constant headers",
    }
    from_response {
        EmptyAttribute: "an attribute is not empty",
        BadContainerAttribute: "the type itself has only the attributes `xml`, `member = \"…\"` and `crate = path`",
        BadMember: "`member` takes the path of a member of the body, such as `data.viewer`, and is given once",
        BadXml: "`xml` has no value, and is given once",
        WithoutMembers: "`member` and `xml` are for a type that is read from the body itself",
        ResponseUnion: "a response is a struct or an enum",
        ResponseLifetime: "a response owns its data",
        SourceInEnum: "an enum is read from JSON as a whole, or by status; the fields of its variants have no source",
        VariantWithoutStatus: "if one variant has a status, every variant has one",
        ResultVariantShape: "a variant with a status contains one value or none",
        UnknownResultKey: "a variant is chosen by `status` or `success`",
        BadResultStatus: "a variant has statuses in 200..=599, such as `status = 202`, or `success`",
        DuplicateResultStatus: "each status and `success` are given once",
        UnknownSource: "a source is `header`, `header_prefix`, `status` or `body`",
        BadSource: "a source has a value of the kind that it takes: `header = \"…\"`, `header_prefix = \"…\"`, `status`, `body`",
        TwoSources: "a field has one source",
        WithWithoutHeader: "`with` is used together with `header`",
        TwoResponseBodies: "at most one field is the body",
        FieldWithoutSource: "a field without a source is a member of the JSON body, so it has a name, and no other field is the body",
        SerdeDefault: "beside other sources, `#[serde(default)]` is written on the JSON members, not on the type",
    }
    api_error {
        ErrorNotEnum: "an error is an enum",
        VariantShape: "a variant contains one value or none",
        UnknownErrorOption: "the type itself has only the attributes `when`, `code_at`, `message_at`, `code_header`, `response` and `crate`",
        RepeatedErrorOption: "`code_at`, `message_at`, `code_header` and `response` are given once each",
        BadWhen: "`when` takes one condition: a path in JSON, a path and its value, or `xml_root`",
        BadErrorPath: "a path in JSON consists of member names and indices, such as `errors[0].code`",
        BadCodeHeader: "`code_header` takes the name of a header",
        BadResponseOption: "`response` has no value",
        VariantWithoutResponse: "if the type has `response`, each variant contains the response",
        UnknownErrorKey: "a variant is chosen by `code`, `status`, `all` or `other`",
        BadCode: "a code is a string or a whole number",
        BadStatus: "a status is in 300..=599, or in 200..=599 if the type has `when`",
        BadAll: "`all` has one status and one or more codes",
        DuplicateCode: "a code is given once",
        DuplicateStatus: "a status is given once, and a variant has at most one",
        VariantNeverChosen: "each variant has a code, a status or `other`",
        BadOther: "the variant marked `other` contains the response, and has no code or status",
        TwoOthers: "at most one variant is marked `other`",
        NoOther: "a variant is marked `other`, for errors that no other variant matches",
    }
    page {
        PageShape: "a page is a struct with named fields",
        UnknownPageKey: "a field has the key `items` or `next`; the type may have `next`, `at`, `more` and `crate`",
        BadPageKey: "`items` has no value; `at` and `more` are dotted paths that begin with a field of the type",
        RepeatedPageKey: "a key is given once, and a field has one",
        BadNext: "`next` is `query(\"…\")`, `body(\"…\")`, `header(\"…\")`, `url`, `link`, `page(\"…\")` or `offset(\"…\")`",
        MisplacedNext: "a token has its `next` on its field, or on the type with `at`; `page` and `offset` are written on the type",
        NoItems: "a field contains the items",
        TwoItems: "at most one field contains the items",
        ItemsNotVec: "the items are a `Vec` or an `xml::List`",
        NoNext: "a `next` is given",
        TwoNexts: "`next` is given at most once",
    }
}

//! The catalogue of rules: all that can be wrong with a declaration, in the order in which it is read.
//!
//! Tests read it: a rule without a case in the tables or without a fixture in `tests/compile-fail/<stage>/<rule>.rs` fails one.

macro_rules! rules {
    ($($stage:ident { $($rule:ident: $says:literal,)* })*) => {
        /// A rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Rule {
            $($(#[doc = $says] $rule,)*)*
        }

        /// Every rule, with its stage and what it says.
        #[cfg(test)]
        pub(crate) const CATALOGUE: &[(&str, Rule, &str)] = &[$($((stringify!($stage), Rule::$rule, $says),)*)*];
    };
}

rules! {
    // The compiler does not come here with half an item; editors do.
    syntax {
        HalfTyped: "the method is whole",
        HalfTypedItem: "the type is whole",
    }
    attribute {
        MissingVerb: "the verb comes first",
        QuotedVerb: "the verb stands without quotes",
        UnknownVerb: "the verb is `GET`, `HEAD`, `POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`, in capitals",
        VerbNotWord: "the verb is one word, without a path or a name",
        MissingComma: "commas part the verb, the template and the options",
        MissingTemplate: "the template follows the verb",
        TemplateNotString: "the template is a string",
        OptionBeforeTemplate: "options stand behind the template",
        UnknownOption: "an option is `auth`, `idempotent`, `get_body`, `host_prefix` or `crate`",
        RepeatedOption: "an option is given once",
        BadOptionValue: "an option has the value that it takes: `auth = none`, `idempotent`, `get_body`, `host_prefix = \"…\"`, `crate = path`",
        SuperfluousTokens: "nothing but options follows the template",
    }
    template {
        SurroundingSpace: "a template neither starts nor ends with a space",
        NoLeadingSlash: "a template starts with `/`",
        Fragment: "a template has no `#fragment`, which would never be sent",
        EmptySegment: "no segment of the path is empty, but for the last",
        DotSegment: "no segment is `.` or `..`, plain or encoded, which URL parsers fold",
        IllegalCharacter: "literal text goes out as written, so what is not legal in a URL is percent-encoded",
        BadPercentEncoding: "`%` is followed by two hexadecimal digits",
        EmptyLabel: "a label has a name",
        LabelNotIdentifier: "a label is the name of an argument",
        UnclosedLabel: "a label ends with `>`",
        UnopenedLabel: "a label starts with `<`",
        ForeignLabel: "a label is written `<name>`, not `{name}` or `:name`",
        DuplicateLabel: "a label stands once in a template",
        TwoGreedyLabels: "one label at most is greedy",
        LabelInQuery: "the query of a template holds constants; an argument goes there by `#[query]`",
        DuplicateConstant: "a key stands once in the query of a template",
        EmptyQueryKey: "a query is not empty, and each constant of it has a key",
    }
    host_prefix {
        IllegalHostCharacter: "a host prefix has lower-case letters, digits, `-` and `.`",
        BadHostLabel: "each host label has a letter or digit at both ends",
        HostPrefixWithoutDot: "a host prefix ends with `.`, or with `-` if it is constant",
        GreedyHostLabel: "no label of a host prefix is greedy",
    }
    argument {
        UnknownAttribute: "an argument's attribute is `#[query]`, `#[header]`, `#[body]` or `#[check]`",
        CfgOnArgument: "an argument does not depend on a configuration",
        MalformedRole: "what a role needs stands in parentheses behind it",
        UnknownRoleOption: "a role has the options of the table of roles",
        BadRoleOption: "`prefix` has a string",
        RepeatedRoleOption: "an option of a role is given once",
        ConflictingRoleOptions: "the options of a role agree with each other",
        EmptyKey: "the key of a query parameter is not empty",
        MissingHeaderName: "a header has a name",
        IllegalHeaderName: "a header's name has the characters that RFC 9110 allows",
        ReservedHeader: "headers that the runtime sets, such as `host` and `authorization`, are no arguments",
        BadWith: "`with` has the path of a module or of a type",
        BadCheck: "`#[check]` has one expression",
        CheckOnStream: "a stream has no check",
        TupleArgument: "a tuple is the JSON of a body, or what a `with` module writes",
    }
    signature {
        RepeatedAttribute: "a method has one `#[rest_op]`",
        NotMethod: "the attribute sits on a method of a trait",
        MethodBody: "the attribute writes the method's body",
        Visibility: "the method has no visibility of its own",
        Qualifier: "the method is neither `const`, `unsafe`, `extern` nor variadic",
        GenericMethod: "the method has no type or const parameters, so that the trait can be used as `dyn`",
        MissingReceiver: "the method takes `&self`",
        BadReceiver: "the method takes `self` by shared reference",
        RoleOfReceiver: "`self` has no role",
        PatternArgument: "an argument is a plain name",
        ImplTraitArgument: "an argument's type holds no `impl Trait`, so that the trait can be used as `dyn`",
        MissingReturn: "the method returns something",
        BadReturn: "the method returns a `Call`",
        BadAsyncReturn: "an `async` method returns a `Result`",
    }
    operation {
        MisnamedArgument: "label and argument have one name",
        LabelWithoutArgument: "each label has an argument",
        ArgumentWithoutRole: "each argument has a role",
        TwoRoles: "each argument has one role",
        LabelWithoutValue: "the argument of a label has one value: it is neither an `Option` nor a list",
        IdempotentWithoutMeaning: "`idempotent` is for POST and PATCH: all others may be repeated anyway",
        BodyWithoutMeaning: "a GET or HEAD request has no body, unless a service wants one with GET: option `get_body`",
        TwoBodies: "a request has one body at most",
        DuplicateQueryKey: "a key stands once in the query, those of the template included",
        DuplicateHeader: "a header is given once",
    }
    from_response {
        EmptyAttribute: "an attribute says something",
        BadContainerAttribute: "the attribute of the type itself is `crate = path`",
        ResponseUnion: "a response is a struct or an enum",
        ResponseLifetime: "a response owns its data",
        SourceInEnum: "an enum is read from JSON as a whole",
        UnknownSource: "a source is `header`, `header_prefix`, `status` or `body`",
        BadSource: "a source has the value that it takes: `header = \"…\"`, `header_prefix = \"…\"`, `status`, `body`",
        TwoSources: "a field has one source",
        WithWithoutHeader: "`with` stands beside `header`",
        TwoResponseBodies: "one field at most is the body",
        FieldWithoutSource: "a field without a source is a member of the JSON body, so it has a name and no field is the body",
        SerdeDefault: "JSON members beside other sources have their defaults each",
    }
    api_error {
        ErrorNotEnum: "an error is an enum",
        VariantShape: "a variant holds one value or none",
        UnknownErrorKey: "a variant is chosen by `code`, `status` or `other`",
        BadCode: "a code is a string",
        BadStatus: "a status is that of an error: 300 to 599",
        DuplicateCode: "a code is given once",
        DuplicateStatus: "a status is given once, and a variant has one at most",
        VariantNeverChosen: "something chooses each variant",
        BadOther: "the variant marked `other` holds the response and has no code or status",
        TwoOthers: "one variant is marked `other`",
        NoOther: "one variant is marked `other`, for the errors that no variant names",
    }
    page {
        PageShape: "a page is a struct with named fields",
        UnknownPageKey: "a field is `items` or has the `next`; the type may have `next`, `at`, `more` and `crate`",
        BadPageKey: "`items` has no value; `at` and `more` are dotted paths that begin with a field of the type",
        RepeatedPageKey: "a key is given once, and a field has one",
        BadNext: "`next` is `query(\"…\")`, `body(\"…\")`, `header(\"…\")`, `url`, `link`, `page(\"…\")` or `offset(\"…\")`",
        MisplacedNext: "a token has its `next` on its field, or on the type with `at`; `page` and `offset` stand on the type",
        NoItems: "one field has the items",
        TwoItems: "one field at most has the items",
        ItemsNotVec: "the items are a `Vec`",
        NoNext: "one `next` leads to the next page",
        TwoNexts: "one `next` at most leads to the next page",
    }
}

//! Random input: the macros never panic, and never lose a method.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use proptest::prelude::*;
use quote::ToTokens;

use super::declaration::text;
use crate::{api_error, from_response, page, rest_op};

const ATTRIBUTE: &str = r#"POST, "/accounts/<account_id>/rooms/<key..>?kind=all", auth = none, idempotent,
    host_prefix = "data.<bucket>.", crate = rest_op"#;

const METHOD: &str = r#"
    #[doc = "Creates a room."]
    async fn create_room(
        &self,
        #[check(not_blank())] account_id: &str,
        key: &str,
        bucket: &str,
        #[query("max-results", with = with)] #[check(range(1..=99))] max: Option<u32>,
        #[query(flatten)] options: &ListRooms,
        #[header("x-meta")] meta: Vec<String>,
        #[header(prefix = "x-amz-meta-")] metadata: &BTreeMap<String, String>,
        #[body(form)] r#type: &CreateRoom,
    ) -> Result<Room, Error<ChimeError>>;"#;

/// Words, punctuation and groups, inside and outside of the grammar.
fn random_tokens() -> impl Strategy<Value = TokenStream> {
    let words = [
        "GET",
        "get",
        "fn",
        "self",
        "&",
        "mut",
        "async",
        "pub",
        "const",
        "unsafe",
        "struct",
        "enum",
        "union",
        "trait",
        "query",
        "header",
        "body",
        "check",
        "flatten",
        "prefix",
        "with",
        "form",
        "cfg",
        "doc",
        "auth",
        "none",
        "crate",
        "idempotent",
        "host_prefix",
        "from_response",
        "api_error",
        "page",
        "items",
        "next",
        "at",
        "more",
        "url",
        "serde",
        "status",
        "code",
        "code_at",
        "all",
        "when",
        "member",
        "success",
        "other",
        "default",
        "id",
        "_",
        "r#type",
        "'a",
        "T",
        "Option",
        "impl",
        "dyn",
        "where",
        "#",
        "!",
        ",",
        ";",
        ":",
        "::",
        "=",
        "->",
        "<",
        ">",
        "..",
        "|",
        "404",
        "1.5",
        "b\"x\"",
        "\"\"",
        "\"/\"",
        "\"/<id>\"",
        "\"/<a..>?b=<c>#%\"",
        "\"{x}<\"",
        "\"é /..\"",
    ];
    let leaf = prop::sample::select(words.to_vec())
        .prop_map(|word| word.parse::<TokenStream>().expect("each word is a token"));
    leaf.prop_recursive(4, 48, 8, |inner| {
        let delimiters = [
            Delimiter::Parenthesis,
            Delimiter::Bracket,
            Delimiter::Brace,
            Delimiter::None,
        ];
        (
            prop::sample::select(delimiters.to_vec()),
            prop::collection::vec(inner, 0..10),
        )
            .prop_map(|(delimiter, trees)| TokenTree::Group(Group::new(delimiter, trees.into_iter().collect())).into())
    })
}

fn token_streams() -> impl Strategy<Value = TokenStream> {
    prop::collection::vec(random_tokens(), 0..16).prop_map(|trees| trees.into_iter().collect())
}

/// Every stream that ends early, or that lacks one token, at any depth.
fn damaged(tokens: &TokenStream) -> Vec<TokenStream> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut streams = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        let (before, after) = trees.split_at(index);
        let with = |middle: Option<TokenTree>, after: &[TokenTree]| -> TokenStream {
            before
                .iter()
                .cloned()
                .chain(middle)
                .chain(after.iter().cloned())
                .collect()
        };
        let rest = after.split_first().map(|(_, rest)| rest).unwrap_or_default();
        streams.push(with(None, &[]));
        streams.push(with(None, rest));
        if let TokenTree::Group(group) = tree {
            let inner = |stream| Some(TokenTree::Group(Group::new(group.delimiter(), stream)));
            streams.extend(
                damaged(&group.stream())
                    .into_iter()
                    .map(|stream| with(inner(stream), rest)),
            );
        }
    }
    streams
}

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("the text is made of tokens")
}

#[test]
fn a_damaged_attribute_leaves_a_complete_method() {
    let whole = syn::parse2::<syn::TraitItemFn>(rest_op::rest_op(tokens(ATTRIBUTE), tokens(METHOD)));
    let whole = text(whole.expect("the declaration is sound").sig.into_token_stream());
    for attribute in damaged(&tokens(ATTRIBUTE)) {
        let method = match rest_op::try_rest_op(attribute.clone(), tokens(METHOD)) {
            Ok(method) | Err((method, _)) => method,
        };
        let method = syn::parse2::<syn::TraitItemFn>(method).expect("a method comes out");
        assert_eq!(text(method.sig.into_token_stream()), whole, "{attribute}");
        assert!(method.default.is_some(), "{attribute}");
    }
}

#[test]
fn a_damaged_method_keeps_its_name_and_its_arguments() {
    for method in damaged(&tokens(METHOD)) {
        let text = method.to_string();
        // Without these two words the item is not recognized as a method.
        if !text.contains("fn create_room") {
            continue;
        }
        let expansion = rest_op::rest_op(tokens(ATTRIBUTE), method).to_string();
        for word in ["fn create_room", "account_id : & str", "options : & ListRooms"] {
            assert!(
                !text.contains(word) || expansion.contains(word),
                "{text}\nbecame\n{expansion}"
            );
        }
        for attribute in ["# [query", "# [check", "# [header", "# [body"] {
            assert!(!expansion.contains(attribute), "{text}\nbecame\n{expansion}");
        }
    }
}

proptest! {
    #[test]
    fn no_tokens_make_the_attribute_panic(attribute in token_streams(), item in token_streams()) {
        rest_op::rest_op(attribute, item);
    }

    #[test]
    fn no_attribute_makes_a_method_vanish(attribute in token_streams()) {
        let expansion = rest_op::rest_op(attribute, tokens(METHOD)).to_string();
        prop_assert!(expansion.contains("fn create_room"));
    }

    #[test]
    fn no_arguments_make_a_method_vanish(arguments in token_streams()) {
        let method = quote::quote!(fn create_room(&self, #arguments) -> Call<()>;);
        let expansion = rest_op::rest_op(tokens(ATTRIBUTE), method).to_string();
        prop_assert!(expansion.contains("fn create_room"));
    }

    #[test]
    fn no_template_makes_the_attribute_panic(template in ".{0,40}", host_prefix in ".{0,20}") {
        let attribute = quote::quote!(GET, #template, host_prefix = #host_prefix);
        rest_op::rest_op(attribute, tokens(METHOD));
    }

    #[test]
    fn no_template_of_its_own_characters_makes_the_attribute_panic(template in "[/<>.?&=%#{}:a1_é -]{0,24}") {
        let attribute = quote::quote!(GET, #template, host_prefix = #template);
        rest_op::rest_op(attribute, tokens(METHOD));
    }

    #[test]
    fn no_tokens_make_the_derives_panic(container in token_streams(), field in token_streams()) {
        for item in [
            quote::quote!(#container),
            quote::quote!(#[from_response(#container)] struct A { #[from_response(#field)] a: u8, b: u8 }),
            quote::quote!(#[page(#container)] struct A { #[page(#field)] a: Vec<u8>, #[page(items)] b: Vec<u8> }),
            quote::quote!(#[api_error(#container)] enum A { #[api_error(#field)] B(u8), #[api_error(other)] C(u8) }),
        ] {
            from_response::derive(item.clone());
            page::derive(item.clone());
            api_error::derive(item);
        }
    }
}

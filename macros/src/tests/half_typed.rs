//! The expansion of a method with mistakes: callers and editors still see its signature.

use quote::quote;

use super::declaration::{expansion, mistakes, text, try_expand};

#[track_caller]
fn assert_falls_back(declaration: &str, expected: &proc_macro2::TokenStream) {
    assert_ne!(mistakes(declaration), []);
    assert_eq!(text(expansion(declaration)), text(expected.clone()), "{declaration}");
}

#[test]
fn a_half_typed_attribute_keeps_the_signature() {
    for attribute in [
        "",
        "()",
        "(G)",
        "(GET)",
        "(GET,)",
        "(GET, )",
        r#"(GET, "")"#,
        r#"(GET, "/<")"#,
        "(GET, auth =)",
    ] {
        assert_falls_back(
            &format!("#[rest_op{attribute}] #[doc = \"Lists.\"] fn list(&self, #[query] max: u8) -> Call<RoomPage>;"),
            &quote! {
                #[doc = "Lists."]
                fn list(&self, max: u8) -> Call<RoomPage> {
                    let _ = (&max,);
                    loop {}
                }
            },
        );
    }
}

#[test]
fn a_half_typed_argument_is_kept_without_its_attributes() {
    assert_falls_back(
        r#"#[rest_op(GET, "/<id>")] fn list(&self, id: &str, #[query("a")] ma) -> Call<()>;"#,
        &quote! {
            #[allow(unused)]
            fn list(&self, id: &str, ma) -> Call<()> { loop {} }
        },
    );
    assert_falls_back(
        r#"#[rest_op(GET, "/<id>")] fn list(&self, #[query] max:, #[que]) -> Call<()>;"#,
        &quote! {
            #[allow(unused)]
            fn list(&self, max:,) -> Call<()> { loop {} }
        },
    );
}

#[test]
fn a_missing_semicolon_is_left_to_the_compiler() {
    let declaration = r#"#[rest_op(GET, "/")] fn list(&self) -> Call<()>"#;
    assert!(try_expand(declaration).is_ok());
}

#[test]
fn items_in_checks_and_with_are_mentioned_and_not_evaluated() {
    assert_falls_back(
        r#"#[rest_op(get, "/")] fn f(
            &self,
            #[query] #[check(range(1..=99))] max: u8,
            #[query(with = rfc3339)] since: Time,
        ) -> Call<()>;"#,
        &quote! {
            fn f(&self, max: u8, since: Time,) -> Call<()> {
                let _ = (&max, &since,);
                let _ = || (
                    ::rest_op::private::check(
                        "max",
                        ::core::option::Option::Some(&max),
                        range(1..=99)
                    ),
                    ::rest_op::private::text_with(
                        &since,
                        |value, serializer| rfc3339::serialize(value, serializer)
                    ),
                );
                loop {}
            }
        },
    );
}

#[test]
fn parts_that_cause_further_errors_are_removed() {
    assert_falls_back(
        r#"#[rest_op(GET, "/")] pub const extern "C" fn f(self, #[query] mut a: u8, (b, c): (u8, u8)) -> Call<()>;"#,
        &quote! {
            fn f(&self, a: u8, _: (u8, u8)) -> Call<()> {
                let _ = (&a,);
                loop {}
            }
        },
    );
    assert_falls_back(
        r#"#[rest_op(GET, "/<id>")] fn f(id: &str) -> Call<()>;"#,
        &quote! {
            fn f(&self, id: &str) -> Call<()> {
                let _ = (&id,);
                loop {}
            }
        },
    );
}

#[test]
fn a_future_is_kept_and_another_impl_type_is_replaced() {
    assert_falls_back(
        r#"#[rest_op(get, "/")] async fn f(&self) -> Result<(), Error>;"#,
        &quote! {
            fn f(&self) -> impl ::core::future::Future<Output = Result<(), Error> > + ::core::marker::Send {
                ::core::future::pending()
            }
        },
    );
    assert_falls_back(
        r#"#[rest_op(GET, "/")] fn f(&self) -> impl Future<Output = ()>;"#,
        &quote! {
            fn f(&self) -> impl Future<Output = ()> {
                ::core::future::pending()
            }
        },
    );
    assert_falls_back(
        r#"#[rest_op(GET, "/")] fn f(&self) -> Call<Vec<impl Page>>;"#,
        &quote! {
            fn f(&self) -> Call<Vec<()> > {
                loop {}
            }
        },
    );
}

#[test]
fn a_body_written_by_the_user_is_kept() {
    assert_falls_back(
        r#"#[rest_op(GET, "/")] pub async fn f(self, #[query] mut a: u8) { a += 1; }"#,
        &quote! {
            pub async fn f(self, mut a: u8) { a += 1; }
        },
    );
}

#[test]
fn an_item_that_is_not_a_method_is_unchanged() {
    assert_falls_back(
        r#"#[rest_op(GET, "/")] struct S(#[serde(skip)] u8);"#,
        &quote!(
            struct S(#[serde(skip)] u8);
        ),
    );
    assert_falls_back(
        r#"#[rest_op(GET, "/")] type F = fn(u8);"#,
        &quote!(
            type F = fn(u8);
        ),
    );
}

#[test]
fn a_type_with_mistakes_still_implements_its_trait() {
    assert_falls_back(
        "#[derive(FromResponse)] struct Object<T: Clone> { #[from_response(etag)] a: T }",
        &quote! {
            #[automatically_derived]
            impl<T: Clone> ::rest_op::FromResponse for Object<T> {
                fn from_response(_: ::rest_op::Reply) -> ::core::result::Result<Self, ::rest_op::DecodeError> {
                    loop {}
                }
            }
        },
    );
    assert_falls_back(
        "#[derive(Page)] struct Rooms<T> { total: Vec<u8>, #[page(items = 1)] rooms: Vec<T> }",
        &quote! {
            #[automatically_derived]
            impl<T> ::rest_op::Page for Rooms<T> {
                type Item = T;
                fn next(&self) -> ::core::option::Option<::rest_op::Next> {
                    loop {}
                }
                fn into_items(self) -> ::std::vec::Vec<Self::Item> {
                    loop {}
                }
            }
        },
    );
    assert_falls_back(
        "#[derive(ApiError)] enum E {}",
        &quote! {
            #[automatically_derived]
            impl ::rest_op::ApiError for E {
                fn from_error_response(_: ::rest_op::ErrorResponse) -> Self {
                    loop {}
                }
            }
        },
    );
}

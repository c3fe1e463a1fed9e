//! The derive `ApiError`.

use quote::quote;

use super::assert_expands;

#[test]
fn an_error_is_chosen_by_code_else_by_status_else_other() {
    assert_expands(
        r#"#[derive(ApiError)] enum ChimeError {
            #[api_error(code = "NotFoundException", code = "NotFound", status = 404)] NotFound(ErrorResponse),
            #[api_error(status = 429)] Throttled,
            #[api_error(other)] Other(ErrorResponse),
        }"#,
        &quote! {
            #[automatically_derived]
            impl ::rest_op::ApiError for ChimeError {
                #[inline]
                fn from_error_response(response: ::rest_op::ErrorResponse) -> Self {
                    match (::rest_op::private::code(&response), ::rest_op::private::status(&response)) {
                        (::core::option::Option::Some("NotFoundException" | "NotFound"), _) =>
                            ::rest_op::private::from_error(response, Self::NotFound, Self::Other),
                        (::core::option::Option::None, 404) =>
                            ::rest_op::private::from_error(response, Self::NotFound, Self::Other),
                        (_, 429) => Self::Throttled,
                        _ => Self::Other(response)
                    }
                }
            }
        },
    );
}

#[test]
fn an_error_type_with_other_alone_always_chooses_it() {
    assert_expands(
        "#[derive(ApiError)] enum E { #[api_error(other)] Other(ErrorResponse) }",
        &quote! {
            #[automatically_derived]
            impl ::rest_op::ApiError for E {
                #[inline]
                fn from_error_response(response: ::rest_op::ErrorResponse) -> Self {
                    Self::Other(response)
                }
            }
        },
    );
}

#[test]
fn the_response_is_that_of_each_variant() {
    assert_expands(
        "#[derive(ApiError)] #[api_error(response)] pub(crate) enum E<T> where T: Clone {
            #[api_error(status = 404)] NotFound(Own<T>),
            #[api_error(other)] Other(ErrorResponse),
        }",
        &quote! {
            #[automatically_derived]
            impl<T> ::rest_op::ApiError for E<T>
            where
                T: Clone,
                Own<T>: ::rest_op::FromResponse
            {
                #[inline]
                fn from_error_response(response: ::rest_op::ErrorResponse) -> Self {
                    match (::rest_op::private::code(&response), ::rest_op::private::status(&response)) {
                        (_, 404) => ::rest_op::private::from_error(response, Self::NotFound, Self::Other),
                        _ => Self::Other(response)
                    }
                }
            }
            #[automatically_derived]
            impl<T> E<T>
            where
                T: Clone,
                Own<T>: ::core::convert::AsRef<::rest_op::ErrorResponse>
            {
                /// Returns the response: its status, code, message, request id, headers and body.
                #[inline]
                pub(crate) fn response(&self) -> &::rest_op::ErrorResponse {
                    match self {
                        Self::NotFound(response) => ::rest_op::private::error_response(response),
                        Self::Other(response) => ::rest_op::private::error_response(response),
                    }
                }
            }
        },
    );
}

#[test]
fn an_error_in_an_accepted_response_is_recognized_and_read_by_the_attributes_of_its_type() {
    assert_expands(
        r#"#[derive(ApiError)]
        #[api_error(when("ok" = false), when("error" = "x"), when("errors"), when(xml_root = "Error"))]
        #[api_error(code_at = "errors[0].type", message_at = "m", code_header = "X-Code")]
        enum E {
            #[api_error(code = -7, status = 200, all(status = 409, code = "A", code = 1))] A,
            #[api_error(other)] Other(ErrorResponse)
        }"#,
        &quote! {
            #[automatically_derived]
            impl ::rest_op::ApiError for E {
                const SPEC: ::core::option::Option<&'static ::rest_op::private::ErrorSpec> =
                    ::core::option::Option::Some(&::rest_op::private::ErrorSpec {
                        when: ::core::option::Option::Some(|reply|
                            ::rest_op::private::is_literal(reply, "ok", "false")
                                || ::rest_op::private::is_text(reply, "error", "x")
                                || ::rest_op::private::is_present(reply, "errors")
                                || ::rest_op::private::is_xml_root(reply, "Error")
                        ),
                        code: ::core::option::Option::Some(|reply|
                            ::rest_op::private::text_of_header(reply, "x-code")
                                .or_else(|| ::rest_op::private::text_at(reply, "errors[0].type"))
                        ),
                        message: ::core::option::Option::Some(|reply| ::rest_op::private::text_at(reply, "m")),
                    });
                #[inline]
                fn from_error_response(response: ::rest_op::ErrorResponse) -> Self {
                    let response = ::rest_op::private::read_by(response, <Self as ::rest_op::ApiError>::SPEC);
                    match (::rest_op::private::code(&response), ::rest_op::private::status(&response)) {
                        (::core::option::Option::Some("A" | "1"), 409) => Self::A,
                        (::core::option::Option::Some("-7"), _) => Self::A,
                        (::core::option::Option::None, 200) => Self::A,
                        _ => Self::Other(response)
                    }
                }
            }
        },
    );
}

//! The derive `FromResponse`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::assert_expands;

#[test]
fn a_response_without_sources_is_the_json_body() {
    assert_expands(
        "#[derive(FromResponse)] struct RoomPage { rooms: Vec<Room> }",
        &quote! {
            #[automatically_derived]
            impl ::rest_op::FromResponse for RoomPage {
                const ACCEPT: ::core::option::Option<&'static str> =
                    ::core::option::Option::Some("application/json");
                #[inline]
                fn from_response(
                    reply: ::rest_op::Reply
                ) -> ::core::result::Result<Self, ::rest_op::DecodeError> {
                    ::rest_op::private::from_json(&reply)
                }
            }
        },
    );
}

#[test]
fn a_body_field_is_read_last_because_it_consumes_the_reply() {
    assert_expands(
        r#"#[derive(FromResponse)] struct Object<T> {
            #[from_response(body)] content: T,
            #[from_response(header = "ETag")] etag: Option<String>,
            #[from_response(header = "last-modified", with = http_date)] modified: Time,
            #[from_response(header_prefix = "x-amz-meta-")] metadata: BTreeMap<String, String>,
            #[from_response(status)] status: u16,
        }"#,
        &quote! {
            #[automatically_derived]
            impl<T> ::rest_op::FromResponse for Object<T> where T: ::rest_op::FromResponse {
                const ACCEPT: ::core::option::Option<&'static str> = <T as ::rest_op::FromResponse>::ACCEPT;
                fn accepts(status: ::rest_op::private::StatusCode) -> bool {
                    <T as ::rest_op::FromResponse>::accepts(status)
                }
                fn body_mode(status: ::rest_op::private::StatusCode) -> ::rest_op::BodyMode {
                    <T as ::rest_op::FromResponse>::body_mode(status)
                }
                #[inline]
                fn from_response(
                    reply: ::rest_op::Reply
                ) -> ::core::result::Result<Self, ::rest_op::DecodeError> {
                    ::core::result::Result::Ok(Self {
                        etag: ::rest_op::private::from_header(&reply, "etag")?,
                        modified: ::rest_op::private::from_header_with(
                            &reply,
                            "last-modified",
                            |deserializer| http_date::deserialize(deserializer)
                        )?,
                        metadata: ::rest_op::private::from_header_prefix(&reply, "x-amz-meta-")?,
                        status: ::rest_op::private::from_status(&reply)?,
                        content: ::rest_op::private::from_body(reply)?
                    })
                }
            }
        },
    );
}

#[test]
fn fields_without_a_source_are_members_of_the_json_body() {
    assert_expands(
        r#"#[derive(FromResponse)]
        #[from_response(crate = api)]
        #[serde(rename_all = "PascalCase")]
        struct Created<T, U> {
            #[serde(default)] room: T,
            #[from_response(header = "location")] location: U,
        }"#,
        &quote! {
            const _: () = {
                #[derive(api::private::serde::Deserialize)]
                #[serde(crate = "api :: private :: serde")]
                #[serde(rename_all = "PascalCase")]
                struct JsonMembersOfCreated<T> { #[serde(default)] room: T }
                #[automatically_derived]
                impl<T, U> api::FromResponse for Created<T, U>
                where
                    U: api::private::serde::de::DeserializeOwned,
                    JsonMembersOfCreated<T>: api::private::serde::de::DeserializeOwned
                {
                    const ACCEPT: ::core::option::Option<&'static str> =
                        ::core::option::Option::Some("application/json");
                    #[inline]
                    fn from_response(reply: api::Reply) -> ::core::result::Result<Self, api::DecodeError> {
                        let json: JsonMembersOfCreated<T> = api::private::from_json(&reply)?;
                        ::core::result::Result::Ok(Self {
                            room: json.room,
                            location: api::private::from_header(&reply, "location")?
                        })
                    }
                }
            };
        },
    );
}

#[test]
fn a_unit_struct_reads_nothing() {
    assert_expands(
        "#[derive(FromResponse)] struct Deleted;",
        &quote! {
            #[automatically_derived]
            impl ::rest_op::FromResponse for Deleted {
                #[inline]
                fn from_response(
                    reply: ::rest_op::Reply
                ) -> ::core::result::Result<Self, ::rest_op::DecodeError> {
                    let _ = reply;
                    ::core::result::Result::Ok(Self)
                }
            }
        },
    );
}

#[test]
fn an_enum_may_be_read_by_status() {
    assert_expands(
        "#[derive(FromResponse)] enum Upload<T> {
            #[from_response(status = 308, status = 202)] More(Range),
            #[from_response(status = 204)] Gone,
            #[from_response(success)] Done(T),
        }",
        &quote! {
            #[automatically_derived]
            impl<T> ::rest_op::FromResponse for Upload<T> where T: ::rest_op::FromResponse {
                const ACCEPT: ::core::option::Option<&'static str> = ::rest_op::private::first_accept(&[
                    <Range as ::rest_op::FromResponse>::ACCEPT,
                    <T as ::rest_op::FromResponse>::ACCEPT
                ]);
                fn accepts(status: ::rest_op::private::StatusCode) -> bool {
                    ::core::matches!(status.as_u16(), 308u16 | 202u16 | 204u16 | 200..=299)
                }
                fn body_mode(status: ::rest_op::private::StatusCode) -> ::rest_op::BodyMode {
                    match status.as_u16() {
                        308u16 | 202u16 => <Range as ::rest_op::FromResponse>::body_mode(status),
                        204u16 => <() as ::rest_op::FromResponse>::body_mode(status),
                        200..=299 => <T as ::rest_op::FromResponse>::body_mode(status),
                        _ => ::rest_op::BodyMode::Parsed
                    }
                }
                #[inline]
                fn from_response(
                    reply: ::rest_op::Reply
                ) -> ::core::result::Result<Self, ::rest_op::DecodeError> {
                    match reply.status().as_u16() {
                        308u16 | 202u16 => ::rest_op::private::from_body(reply).map(Self::More),
                        204u16 => ::core::result::Result::Ok(Self::Gone),
                        200..=299 => ::rest_op::private::from_body(reply).map(Self::Done),
                        _ => ::core::result::Result::Err(::rest_op::private::unexpected_status(&reply))
                    }
                }
            }
        },
    );
}

#[test]
fn a_member_is_read_in_place_of_the_whole_body() {
    assert_expands(
        r#"#[derive(FromResponse)] #[from_response(member = "data.viewer")] struct Viewer { login: String }"#,
        &quote! {
            #[automatically_derived]
            impl ::rest_op::FromResponse for Viewer {
                const ACCEPT: ::core::option::Option<&'static str> =
                    ::core::option::Option::Some("application/json");
                #[inline]
                fn from_response(
                    reply: ::rest_op::Reply
                ) -> ::core::result::Result<Self, ::rest_op::DecodeError> {
                    ::rest_op::private::from_member(&reply, "data.viewer")
                }
            }
        },
    );
}

#[test]
fn xml_is_read_in_place_of_json() {
    let expansion = |attributes: &str, function: &str, path: &str| {
        let function = format_ident!("{function}");
        let path: TokenStream = path.parse().unwrap();
        assert_expands(
            &format!("#[derive(FromResponse)] #[from_response({attributes})] struct Viewer {{ login: String }}"),
            &quote! {
                #[automatically_derived]
                impl ::rest_op::FromResponse for Viewer {
                    const ACCEPT: ::core::option::Option<&'static str> =
                        ::core::option::Option::Some("application/xml");
                    #[inline]
                    fn from_response(
                        reply: ::rest_op::Reply
                    ) -> ::core::result::Result<Self, ::rest_op::DecodeError> {
                        ::rest_op::private::#function(&reply #path)
                    }
                }
            },
        );
    };
    expansion("xml", "from_xml", "");
    expansion("xml, member = \"Error\"", "from_xml_member", ", \"Error\"");
    expansion("member = \"Error\", xml", "from_xml_member", ", \"Error\"");
}

//! The derive `Page`.

use quote::quote;

use super::assert_expands;

#[test]
fn the_next_page_is_requested_with_the_token_in_a_field() {
    for (next_value, next) in [
        (
            r#"query("cursor")"#,
            quote!(::rest_op::private::next(&self.after, |text| ::rest_op::Next::query(
                "cursor", text
            ))),
        ),
        (
            r#"header("X-Continuation")"#,
            quote!(::rest_op::private::next(&self.after, |text| ::rest_op::Next::header(
                "x-continuation",
                text
            ))),
        ),
        (
            r#"body("page.after")"#,
            quote!(::rest_op::private::next_body(&self.after, "page.after")),
        ),
        (
            "url",
            quote!(::rest_op::private::next(&self.after, |text| ::rest_op::Next::url(text))),
        ),
        ("link", quote!(::rest_op::Next::link(&self.after))),
    ] {
        assert_expands(
            &format!(
                "#[derive(Page)] struct Rooms<T: Clone> {{ #[page(items)] rooms: Vec<T>, #[page(next = {next_value})] after: Token }}"
            ),
            &quote! {
                #[automatically_derived]
                impl<T: Clone> ::rest_op::Page for Rooms<T> {
                    type Item = T;
                    #[inline]
                    fn next(&self) -> ::core::option::Option<::rest_op::Next> {
                        #next
                    }
                    #[inline]
                    fn into_items(self) -> ::std::vec::Vec<Self::Item> {
                        self.rooms
                    }
                }
            },
        );
    }
}

#[test]
fn the_next_page_is_requested_with_the_token_at_a_path() {
    assert_expands(
        r#"#[derive(Page)]
        #[page(next = query("cursor"), at = "meta.paging.next", more = "has_more", crate = api)]
        struct Rooms { #[page(items)] rooms: Vec<Room>, meta: Option<Meta>, has_more: bool }"#,
        &quote! {
            #[automatically_derived]
            impl api::Page for Rooms {
                type Item = Room;
                #[inline]
                fn next(&self) -> ::core::option::Option<api::Next> {
                    if let ::core::option::Option::Some(false) = api::private::has_more(&self.has_more) {
                        return ::core::option::Option::None;
                    }
                    api::private::outer(&self.meta)
                        .get()
                        .and_then(|value| api::private::outer(&value.paging).get())
                        .and_then(|value| api::private::next(&value.next, |text| api::Next::query("cursor", text)))
                }
                #[inline]
                fn into_items(self) -> ::std::vec::Vec<Self::Item> {
                    self.rooms
                }
            }
        },
    );
}

#[test]
fn counted_pages_end_at_an_empty_page() {
    for (next_value, list, next, rooms) in [
        (r#"page("page")"#, "Vec", quote!(page("page")), quote!(rooms)),
        (
            r#"offset("start")"#,
            "Vec",
            quote!(offset("start", self.rooms.len())),
            quote!(rooms),
        ),
        (
            r#"offset("start")"#,
            "xml::List",
            quote!(offset("start", self.rooms.0.len())),
            quote!(rooms.0),
        ),
    ] {
        assert_expands(
            &format!(
                "#[derive(Page)] #[page(next = {next_value})] struct Rooms {{ #[page(items)] rooms: {list}<Room> }}"
            ),
            &quote! {
                #[automatically_derived]
                impl ::rest_op::Page for Rooms {
                    type Item = Room;
                    #[inline]
                    fn next(&self) -> ::core::option::Option<::rest_op::Next> {
                        if self.#rooms.is_empty() {
                            ::core::option::Option::None
                        } else {
                            ::core::option::Option::Some(::rest_op::Next::#next)
                        }
                    }
                    #[inline]
                    fn into_items(self) -> ::std::vec::Vec<Self::Item> {
                        self.#rooms
                    }
                }
            },
        );
    }
}

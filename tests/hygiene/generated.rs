//! Declarations may come out of a `macro_rules!`, whole or in part.

use ::rest_op::{Api, Call, Client, FromResponse, rest_op};

macro_rules! rooms {
    ($krate:path, $name:ident, $verb:ident $template:literal $method:ident($argument:ident: $ty:ty, $rule:expr) -> $output:ty) => {
        /// A trait that is generated.
        pub trait $name: Api {
            /// All of it comes from outside.
            #[rest_op($verb, $template, crate = $krate)]
            fn $method(
                &self,
                $argument: $ty,
                #[query]
                #[check($rule)]
                optional: Option<$ty>,
                #[query] inside: u8,
            ) -> $output;

            /// All of it comes from inside, `self` included.
            #[rest_op(GET, "/inside/<id>")]
            fn inside(&self, id: &str) -> Call<()>;

            /// A future.
            #[rest_op($verb, "/")]
            async fn wait(&self) -> Result<(), ::rest_op::Error>;
        }

        impl $name for Client {}
    };
}

rooms!(::rest_op, Rooms, GET "/rooms/<id>?all" get_room(id: &str, not_empty) -> Call<()>);

fn not_empty(text: &str) -> Result<(), &'static str> {
    if text.is_empty() { Err("is empty") } else { Ok(()) }
}

macro_rules! response {
    ($name:ident { $($field:ident: $ty:ty = $header:literal),* }) => {
        /// A response that is generated.
        #[derive(FromResponse)]
        pub struct $name {
            $(
                /// A header.
                #[from_response(header = $header)]
                pub $field: $ty,
            )*
        }
    };
}

response!(Tags { etag: Option<String> = "etag", version: Vec<String> = "x-version" });

#[test]
fn declarations_may_be_generated() {
    let client = crate::client();
    let (line, _) = crate::sent(&client.get_room("a", Some("b"), 1));
    assert_eq!(line, "GET https://rooms.example/rooms/a?all&optional=b&inside=1");
    let (line, _) = crate::sent(&client.inside("c"));
    assert_eq!(line, "GET https://rooms.example/inside/c");
    drop(client.wait());
    let tags = |Tags { etag, version }| (etag, version);
    assert_eq!(
        tags(Tags {
            etag: None,
            version: Vec::new()
        }),
        (None, Vec::new())
    );
}

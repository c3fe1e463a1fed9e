use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(POST, "/room", content_type = "json")]
    fn room(&self, #[body] name: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.room("a");
}

fn main() {}

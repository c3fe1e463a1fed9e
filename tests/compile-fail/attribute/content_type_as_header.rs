use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(POST, "/room", header("content-type" = "text/plain"))]
    fn room(&self, #[body(text)] name: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.room("a");
}

fn main() {}

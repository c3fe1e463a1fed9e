use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(POST, "/room")]
    fn room(&self, #[member] name: &str, #[member("name")] title: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.room("a", "b");
}

fn main() {}

use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(POST, "/rooms")]
    fn create_room(&self, #[body] name: &str, #[body] topic: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.create_room("a", "b");
}

fn main() {}

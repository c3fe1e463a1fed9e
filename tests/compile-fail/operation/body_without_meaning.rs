use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(HEAD, "/rooms")]
    fn head_rooms(&self, #[body] filter: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.head_rooms("a");
}

fn main() {}

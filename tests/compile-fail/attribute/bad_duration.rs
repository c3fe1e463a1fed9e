use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/room", timeout = "1.5s")]
    fn room(&self) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.room();
}

fn main() {}

use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self, #[query] between: (u32, u32)) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms((1, 2));
}

fn main() {}

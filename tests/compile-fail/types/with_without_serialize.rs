use rest_op::{Api, Call, Client, rest_op};

mod empty {}

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self, #[query(with = empty)] max: u32) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms(1);
}

fn main() {}

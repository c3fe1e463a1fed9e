use rest_op::{Api, Call, Client, rest_op};

pub struct Plain;

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self, #[query] filter: Option<Plain>) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms(None);
}

fn main() {}

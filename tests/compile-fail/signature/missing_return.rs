use rest_op::{Api, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(DELETE, "/rooms")]
    fn delete_rooms(&self);
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    client.delete_rooms();
}

fn main() {}

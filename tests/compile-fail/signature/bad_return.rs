use rest_op::{Api, Client, Error, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self) -> Result<(), Error>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms();
}

fn main() {}

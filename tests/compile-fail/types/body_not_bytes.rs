use rest_op::{Api, Call, Client, rest_op};

pub struct Plain;

pub trait Rooms: Api {
    #[rest_op(POST, "/rooms")]
    fn create_room(&self, #[body(bytes)] room: &Plain) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.create_room(&Plain);
}

fn main() {}

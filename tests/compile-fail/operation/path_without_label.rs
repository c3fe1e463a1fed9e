use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/room")]
    fn room(&self, #[path(with = rest_op::float)] id: f64) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.room(1.0);
}

fn main() {}

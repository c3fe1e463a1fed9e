use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/", host_prefix = "<bucket..>.")]
    fn list_rooms(&self, bucket: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms("b");
}

fn main() {}

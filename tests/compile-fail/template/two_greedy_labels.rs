use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/<from..>/to/<to..>")]
    fn list_rooms(&self, from: &str, to: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms("a", "b");
}

fn main() {}

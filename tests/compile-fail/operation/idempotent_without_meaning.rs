use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(DELETE, "/rooms/<id>", idempotent)]
    fn delete_room(&self, id: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.delete_room("a");
}

fn main() {}

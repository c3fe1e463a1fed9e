use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self, #[header("Authorization")] authorization: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms("a");
}

fn main() {}

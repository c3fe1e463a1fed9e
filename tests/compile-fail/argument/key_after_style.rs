use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/room")]
    fn room(&self, #[query(comma, "ids")] ids: &[u32]) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.room(&[1]);
}

fn main() {}

use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/room")]
    fn room(&self, #[path(with = rest_op::timestamp::date_time)] time: &str) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.room("a");
}

fn main() {}

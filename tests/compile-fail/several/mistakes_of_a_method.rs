// errors: 9

use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(get, "rooms/<room-id>", idempotant)]
    fn list_rooms(
        self,
        #[qurey] filter: &str,
        #[header("host")] host: &str,
        #[body] first: &str,
        #[body] #[check] second: &str,
    ) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms("a", "b", "c", "d");
}

fn main() {}

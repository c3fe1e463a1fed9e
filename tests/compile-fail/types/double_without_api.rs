// errors: 2
use rest_op::{Api, Call, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self) -> Call<()>;
}

pub struct Double;

impl Rooms for Double {
    fn list_rooms(&self) -> Call<()> {
        Call::ready(Ok(()))
    }
}

pub fn caller(double: &Double) {
    let _ = double.list_rooms();
}

fn main() {}

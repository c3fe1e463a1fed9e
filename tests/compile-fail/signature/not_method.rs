use rest_op::rest_op;

#[rest_op(GET, "/rooms")]
pub struct Rooms;

pub fn caller() {
    let _ = Rooms;
}

fn main() {}

use rest_op::{Call, rest_op};

#[rest_op(GET, "/rooms/<id>")]
pub fn get_room(id: &str, #[query] max: u32) -> Call<()>;

pub fn caller() {
    let _ = get_room("a", 1);
}

fn main() {}

use rest_op::{Api, Call, Client, FromResponse, rest_op};

#[derive(FromResponse)]
pub enum Object {
    #[from_response(status = 100)]
    Pending,
    #[from_response(success)]
    Ready(String),
}

pub trait Objects: Api {
    #[rest_op(GET, "/object")]
    fn get_object(&self) -> Call<Object>;
}

impl Objects for Client {}

pub fn caller(client: &Client) {
    let _ = client.get_object();
}

fn main() {}

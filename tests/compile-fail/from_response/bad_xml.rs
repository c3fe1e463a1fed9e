use rest_op::{Api, Call, Client, FromResponse, rest_op};
use serde::Deserialize;

#[derive(Deserialize, FromResponse)]
#[from_response(xml = "Bucket")]
pub struct Bucket {
    pub name: String,
}

pub trait Buckets: Api {
    #[rest_op(GET, "/bucket")]
    fn get_bucket(&self) -> Call<Bucket>;
}

impl Buckets for Client {}

pub fn caller(client: &Client) {
    let _ = client.get_bucket();
}

fn main() {}

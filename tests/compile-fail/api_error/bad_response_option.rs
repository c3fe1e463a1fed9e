use rest_op::{Api, ApiError, Call, Client, ErrorResponse, rest_op};

#[derive(ApiError)]
#[api_error(response = "response")]
pub enum RoomError {
    #[api_error(other)]
    Other(ErrorResponse),
}

pub trait Objects: Api {
    #[rest_op(GET, "/object")]
    fn get_object(&self) -> Call<(), RoomError>;
}

impl Objects for Client {}

pub fn caller(client: &Client, error: &RoomError) {
    let _ = client.get_object();
    let _ = error.response().status();
}

fn main() {}

use rest_op::{Api, Call, Client, rest_op};

pub trait Objects: Api {
    #[rest_op(PUT, "/<key..>", checksum = "x-amz-checksum-crc32")]
    fn put(&self, key: &str) -> Call<()>;
}

impl Objects for Client {}

pub fn caller(client: &Client) {
    let _ = client.put("a");
}

fn main() {}

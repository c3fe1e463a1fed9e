use rest_op::{Api, Call, Client, rest_op};

pub trait Objects: Api {
    #[rest_op(PUT, "/<key..>", checksum = "x-amz-checksum-md5")]
    fn put(&self, key: &str, #[body(bytes)] content: &[u8]) -> Call<()>;
}

impl Objects for Client {}

pub fn caller(client: &Client) {
    let _ = client.put("a", b"b");
}

fn main() {}

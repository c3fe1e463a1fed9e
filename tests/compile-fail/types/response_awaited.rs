use rest_op::{Api, Call, Client, Next, Page, rest_op};

pub struct Plain;

impl Page for Plain {
    type Item = ();

    fn next(&self) -> Option<Next> {
        None
    }

    fn into_items(self) -> Vec<()> {
        Vec::new()
    }
}

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self) -> Call<Plain>;
}

impl Rooms for Client {}

pub async fn caller(client: &Client) -> Result<Plain, rest_op::Error> {
    let _ = client.list_rooms().response().await?;
    let _ = client.list_rooms().presign(std::time::Duration::ZERO).await?;
    let _ = client.list_rooms().pages().next().await;
    let _ = client.list_rooms().items().try_collect().await?;
    client.list_rooms().await
}

pub fn spawned(client: &Client) -> impl Future<Output = Result<Plain, rest_op::Error>> + Send + use<> {
    client.list_rooms().into_future()
}

fn main() {}

//! An API with a parameter of every role.

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, rest_op};

pub(crate) trait Places: Api {
    /// Labels: a whole segment, and two that share one.
    #[rest_op(GET, "/a/<whole>/<first>-<second>.json")]
    fn labels(&self, whole: &str, first: &str, second: &str) -> Call<()>;

    /// A label that takes several segments.
    #[rest_op(GET, "/files/<path..>")]
    fn greedy(&self, path: &str) -> Call<()>;

    /// Parameters: a constant, named ones, and a map.
    #[rest_op(GET, "/query?constant=c")]
    fn query(
        &self,
        #[query] named: &str,
        #[query("list")] list: &[String],
        #[query] number: i64,
        #[query(flatten)] map: &BTreeMap<String, String>,
    ) -> Call<()>;

    /// Headers: one, a list, and a map.
    #[rest_op(GET, "/headers")]
    fn headers(
        &self,
        #[header("x-one")] one: &str,
        #[header("x-list")] list: &[String],
        #[header(prefix = "x-map-")] map: &BTreeMap<String, String>,
    ) -> Call<()>;
}

impl Places for Client {}

//! `rest-op-import`: see its `--help`.

fn main() {}

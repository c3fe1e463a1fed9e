//! The files that `rest-op-import` writes: for every operation of many public documents, and in full for chosen ones.

mod documents;
mod drift;
mod every_operation;
mod golden;
mod ten_operations;

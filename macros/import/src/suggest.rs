//! "Did you mean": the known name that is most like an unknown one.

//! Tables of declarations, their mistakes and their expansions. They run in milliseconds, without the compiler.

mod declaration;
mod expansions;
mod half_typed;
mod mistakes;
mod random_tokens;
mod readme;
mod reserved_headers;
mod several;
mod size;

//! Tables of declarations: what is wrong with each, and what becomes of it. They run in milliseconds, without the compiler.

mod declaration;
mod expansions;
mod half_typed;
mod mistakes;
mod random_tokens;
mod readme;
mod several;
mod size;

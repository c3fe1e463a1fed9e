//! Allocations, counted only with the feature `count`: counting takes time, so timed programs do without it.

#[cfg(feature = "count")]
mod counting {
    use std::alloc::System;

    use stats_alloc::{INSTRUMENTED_SYSTEM, Stats, StatsAlloc};

    #[global_allocator]
    static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

    pub(crate) type Count = Stats;

    pub(crate) fn count() -> Count {
        ALLOCATOR.stats()
    }

    pub(crate) fn print(before: &Count, calls: u32) {
        let made = ALLOCATOR.stats() - *before;
        let per_call = |count: usize| count as f64 / f64::from(calls);
        println!("allocations {}", per_call(made.allocations));
        println!("reallocations {}", per_call(made.reallocations));
        println!("allocated_bytes {}", per_call(made.bytes_allocated));
    }
}

#[cfg(not(feature = "count"))]
mod counting {
    pub(crate) struct Count;

    pub(crate) fn count() -> Count {
        Count
    }

    pub(crate) fn print(_: &Count, _: u32) {}
}

pub(crate) use self::counting::{count, print};

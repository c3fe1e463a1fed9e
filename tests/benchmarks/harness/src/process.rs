//! Figures of this process on Linux; 0 elsewhere.

use std::fs::read_to_string;

/// Nanoseconds that this thread, the only one, was on a processor.
pub(crate) fn cpu_ns() -> u64 {
    let read = || {
        read_to_string("/proc/thread-self/schedstat")
            .ok()?
            .split(' ')
            .next()?
            .parse()
            .ok()
    };
    read().unwrap_or(0)
}

/// The peak of resident memory, in KiB.
pub(crate) fn peak_memory_kib() -> u64 {
    let read = || {
        let status = read_to_string("/proc/self/status").ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.split_whitespace().next()?.parse().ok()
    };
    read().unwrap_or(0)
}

//! Figures of this process on Linux; 0 elsewhere.

use std::fs::{read_dir, read_to_string};

/// Nanoseconds that the threads of this process were on a processor.
pub(crate) fn cpu_ns() -> u64 {
    let threads = read_dir("/proc/self/task").into_iter().flatten().flatten();
    let of_thread = |path: std::path::PathBuf| -> Option<u64> {
        let times = read_to_string(path.join("schedstat")).ok()?;
        times.split(' ').next()?.parse().ok()
    };
    threads.filter_map(|thread| of_thread(thread.path())).sum()
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

//! The closed loop: a number of tasks, each of which makes one call after another, until all calls are made.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use crate::process;

/// Makes calls, and prints the figures.
pub(crate) async fn run<C, F>(calls: u32, concurrency: u32, call: C)
where
    C: Fn() -> F + Clone + Send + 'static,
    F: Future<Output = ()> + Send,
{
    // Connections are opened, caches filled.
    make(200 + 4 * concurrency, concurrency, &call).await;
    let (begun, cpu_ns) = (Instant::now(), process::cpu_ns());
    let mut latencies = make(calls, concurrency, &call).await;
    let (elapsed, cpu_ns) = (begun.elapsed(), process::cpu_ns() - cpu_ns);
    latencies.sort_unstable();
    let percentile = |percent: usize| latencies[(latencies.len() - 1) * percent / 100] as f64 / 1e3;
    println!("calls_per_second {:.0}", f64::from(calls) / elapsed.as_secs_f64());
    println!("p50_us {:.1}", percentile(50));
    println!("p99_us {:.1}", percentile(99));
    println!("cpu_us {:.2}", cpu_ns as f64 / 1e3 / f64::from(calls));
    println!("peak_kib {}", process::peak_memory_kib());
}

/// Makes the calls, and returns their latencies in nanoseconds.
async fn make<C, F>(calls: u32, concurrency: u32, call: &C) -> Vec<u64>
where
    C: Fn() -> F + Clone + Send + 'static,
    F: Future<Output = ()> + Send,
{
    let begun = Arc::new(AtomicU32::new(0));
    let tasks: Vec<_> = (0..concurrency)
        .map(|_| {
            let (call, begun) = (call.clone(), begun.clone());
            tokio::spawn(async move {
                let mut latencies = Vec::with_capacity((2 * calls / concurrency) as usize);
                while begun.fetch_add(1, Ordering::Relaxed) < calls {
                    let start = Instant::now();
                    call().await;
                    latencies.push(start.elapsed().as_nanos() as u64);
                }
                latencies
            })
        })
        .collect();
    let mut latencies = Vec::with_capacity(calls as usize);
    for task in tasks {
        latencies.extend(task.await.unwrap());
    }
    latencies
}

//! How long a request takes on its way: understanding it, making the command, checking it.
//!
//! One line per sample on standard output, once all of a benchmark's are taken:
//! `slipway-bench: parse 200 1234567`, which are the iterations and the nanoseconds of all of
//! them. `SLIPWAY_BENCH_MILLISECONDS` says how long each benchmark is measured, and
//! `SLIPWAY_BENCH_ITERATIONS` asks for one sample of so many iterations instead. Words that are
//! no options are filters, as for `cargo bench -- parse`. Without `--bench` (that is what
//! `cargo test --benches` does), every benchmark runs once, unmeasured.

use std::hint::black_box;
use std::time::{Duration, Instant};

use caro::safety::assess;
use caro::{understand, Request};

const DEFAULT_TIME: Duration = Duration::from_millis(500);
// Shorter than a scheduler's turn, so that most samples are left alone.
const SAMPLE_TIME: Duration = Duration::from_micros(500);

const REQUESTS: &[&str] = &[
    "find large files",
    "files larger than 500 MB in ~/Downloads modified in the last 7 days",
    "search for \"out of memory\" in rust files",
    "kill the process on port 3000",
    "rename .txt files to .md in my notes",
];

const COMMANDS: &[&str] = &[
    "find . -type f -size +104857600c -exec du -k {} + | sort -rn",
    "sudo sh -c 'cd /tmp && rm -rf \"$HOME\"/build'",
    "for f in ./*.txt; do [ -e \"$f\" ] && mv -- \"$f\" \"${f%.txt}.md\"; done",
    "curl -fsSL https://example.com/install | sudo bash -s -- --yes",
];

fn main() {
    let mut measured = false;
    let mut listed = false;
    let mut filters = Vec::new();
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--bench" => measured = true,
            "--list" => listed = true,
            option if option.starts_with('-') => {}
            _ => filters.push(argument),
        }
    }
    let requests: Vec<Request> = REQUESTS
        .iter()
        .filter_map(|text| understand(text).ok())
        .collect();
    assert_eq!(
        requests.len(),
        REQUESTS.len(),
        "every request is understood"
    );

    let benches: [(&str, &dyn Fn()); 3] = [
        ("parse", &|| {
            REQUESTS
                .iter()
                .for_each(|text| drop(black_box(understand(black_box(text)))))
        }),
        ("render", &|| {
            for request in &requests {
                black_box(request.plan().map(|plan| plan.command()).ok());
            }
        }),
        ("validate", &|| {
            COMMANDS
                .iter()
                .for_each(|command| drop(black_box(assess(black_box(command)))))
        }),
    ];
    for (name, work) in benches {
        if !filters.is_empty() && !filters.iter().any(|filter| name.contains(filter.as_str())) {
            continue;
        }
        if listed {
            println!("{name}: benchmark");
        } else if measured {
            measure(name, work);
        } else {
            work();
        }
    }
}

fn measure(name: &str, work: &dyn Fn()) {
    if let Some(iterations) = number("SLIPWAY_BENCH_ITERATIONS") {
        print(name, iterations, &[sample(iterations, work)]);
        return;
    }
    let mut iterations = 1;
    while sample(iterations, work) < SAMPLE_TIME {
        iterations *= 2;
    }
    let time = number("SLIPWAY_BENCH_MILLISECONDS").map_or(DEFAULT_TIME, Duration::from_millis);
    let end = Instant::now() + time;
    let mut samples = vec![sample(iterations, work)];
    while Instant::now() < end {
        samples.push(sample(iterations, work));
    }
    print(name, iterations, &samples);
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

fn sample(iterations: u64, work: &dyn Fn()) -> Duration {
    let start = Instant::now();
    for _ in 0..iterations {
        work();
    }
    start.elapsed()
}

// Whoever reads the lines is woken by them, so none is written while time is taken.
fn print(name: &str, iterations: u64, samples: &[Duration]) {
    for time in samples {
        println!("slipway-bench: {name} {iterations} {}", time.as_nanos());
    }
}

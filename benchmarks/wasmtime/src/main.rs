//! The rounds of the JMH benchmarks on wasmtime, on the same guests: typed functions, `InstancePre`, pooling allocator.
//!
//! Prints one line for each row: the name of the JMH benchmark, a tab, and the nanoseconds of one operation (the mean of the
//! iterations, then the fastest and the slowest one).

mod micro;
mod rounds;
mod sessions;

use rounds::Rounds;
use wasmtime::component::Component;
use wasmtime::{Config, Engine, InstanceAllocationStrategy, Result};

const USAGE: &str =
    "usage: witloof-benchmarks-wasmtime [--iterations N] [--seconds S] [--without-concurrency]";

fn main() -> Result<()> {
    let mut rounds = Rounds {
        iterations: 5,
        seconds: 1.0,
    };
    let mut concurrency = true;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--iterations" => rounds.iterations = number(arguments.next()),
            "--seconds" => rounds.seconds = number(arguments.next()),
            "--without-concurrency" => concurrency = false,
            _ => fail(),
        }
    }
    let mut config = Config::new();
    config.wasm_component_model_implements(true);
    config.allocation_strategy(InstanceAllocationStrategy::pooling());
    // Off, wasmtime keeps no books for asynchronous tasks: faster calls, and no asynchronous component runs.
    config.concurrency_support(concurrency);
    let engine = Engine::new(&config)?;
    micro::run(&engine, &guest(&engine, "bench-micro/micro.wasm")?, &rounds)?;
    sessions::run(
        &engine,
        &guest(&engine, "c-sessions/sessions.wasm")?,
        &rounds,
    )
}

fn guest(engine: &Engine, path: &str) -> Result<Component> {
    Component::from_file(
        engine,
        format!("{}/../../guests/{path}", env!("CARGO_MANIFEST_DIR")),
    )
}

fn number<N: std::str::FromStr>(argument: Option<String>) -> N {
    argument
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| fail())
}

fn fail() -> ! {
    eprintln!("{USAGE}");
    std::process::exit(2)
}

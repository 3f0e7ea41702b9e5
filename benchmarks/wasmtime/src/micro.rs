use crate::rounds::Rounds;
use std::collections::HashMap;
use std::hint::black_box;
use std::sync::Arc;
use wasmtime::component::{Component, Linker};
use wasmtime::{Engine, Result, Store};

const KEY: &str = "session:0123456789ab";
const GETS: u32 = 1000;

type Values = HashMap<String, Arc<[u8]>>;
type Point = (f64, f64, String);

/// The crossings of `bench-micro`.
pub fn run(engine: &Engine, component: &Component, rounds: &Rounds) -> Result<()> {
    let mut linker = Linker::<Values>::new(engine);
    for import in ["sessions", "bench:micro/kv@0.1.0"] {
        linker
            .instance(import)?
            .func_wrap("get", |store, (key,): (String,)| {
                Ok((store.data().get(&key).cloned(),))
            })?;
    }
    let values = HashMap::from([(KEY.to_string(), Arc::from([0u8; 64]))]);
    let mut store = Store::new(engine, values);
    let app = linker.instantiate_pre(component)?.instantiate(&mut store)?;

    let add = app.get_typed_func::<(u32, u32), (u32,)>(&mut store, "add")?;
    rounds.measure("add", 1, || {
        black_box(add.call(&mut store, black_box((17, 4)))?);
        Ok(())
    })?;

    for (row, export) in [("namedGets", "named-gets"), ("plainGets", "plain-gets")] {
        let gets = app.get_typed_func::<(u32,), (u32,)>(&mut store, export)?;
        rounds.measure(row, GETS, || {
            black_box(gets.call(&mut store, (GETS,))?);
            Ok(())
        })?;
    }

    let concat = app.get_typed_func::<(&str, &str, &str), (String,)>(&mut store, "concat")?;
    let (a, b, c) = ("a".repeat(20), "b".repeat(20), "c".repeat(20));
    rounds.measure("concat", 1, || {
        black_box(concat.call(&mut store, (&a, &b, &c))?);
        Ok(())
    })?;

    let echo = app.get_typed_func::<(&[u8],), (Vec<u8>,)>(&mut store, "echo")?;
    let bytes = vec![0u8; 64 * 1024];
    rounds.measure("echo", 1, || {
        black_box(echo.call(&mut store, (&bytes,))?);
        Ok(())
    })?;

    let mirror = app.get_typed_func::<(&[Point],), (Vec<Point>,)>(&mut store, "mirror")?;
    let points: Vec<Point> = (0..1000)
        .map(|i| (f64::from(i), f64::from(i) + 0.5, format!("point {i}")))
        .collect();
    rounds.measure("mirror", 1, || {
        black_box(mirror.call(&mut store, (&points,))?);
        Ok(())
    })
}

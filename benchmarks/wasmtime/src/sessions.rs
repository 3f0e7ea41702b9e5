use crate::rounds::Rounds;
use std::collections::HashMap;
use std::hint::black_box;
use std::sync::Arc;
use wasmtime::component::{
    Component, ComponentType, Lift, Linker, Lower, Resource, ResourceTable, ResourceType,
};
use wasmtime::{Engine, Result, Store, StoreContextMut};

const SERVICE: &str = "demo:named/session-service@0.1.0";
const USER: &str = "session:0123456789ab";
const LOOKUPS: u32 = 8;

/// What a store's `error` is, of which these stores never make one.
#[derive(ComponentType, Lift, Lower)]
#[component(variant)]
enum Refusal {
    #[component(name = "no-such-store")]
    NoSuchStore,
    #[component(name = "access-denied")]
    AccessDenied,
    #[component(name = "other")]
    Other(String),
}

#[derive(ComponentType, Lower)]
#[component(record)]
struct KeyResponse {
    keys: Vec<String>,
    cursor: Option<u64>,
}

#[derive(ComponentType, Lift, Clone, Copy, PartialEq)]
#[allow(dead_code)] // only the derived code makes one
#[component(enum)]
#[repr(u8)]
enum Origin {
    #[component(name = "cache")]
    Cache,
    #[component(name = "store")]
    Store,
}

#[derive(ComponentType, Lift)]
#[component(record)]
struct Hit {
    value: Vec<u8>,
    origin: Origin,
}

/// What a handle of a `bucket` stands for: the place of its entries.
struct Bucket(usize);

type Entries = HashMap<String, Arc<[u8]>>;

/// The buckets of both names, each name with its own.
#[derive(Default)]
struct Stores {
    handles: ResourceTable,
    buckets: [HashMap<String, usize>; 2],
    entries: Vec<Entries>,
}

impl Stores {
    fn open(&mut self, name: usize, identifier: String) -> Result<Resource<Bucket>> {
        let entries = &mut self.entries;
        let place = *self.buckets[name].entry(identifier).or_insert_with(|| {
            entries.push(Entries::new());
            entries.len() - 1
        });
        Ok(self.handles.push(Bucket(place))?)
    }

    fn entries(&mut self, bucket: &Resource<Bucket>) -> Result<&mut Entries> {
        let place = self.handles.get(bucket)?.0;
        Ok(&mut self.entries[place])
    }
}

type Outcome<T> = Result<(std::result::Result<T, Refusal>,)>;

fn bind(linker: &mut Linker<Stores>, import: &str, name: usize) -> Result<()> {
    type Cx<'a> = StoreContextMut<'a, Stores>;
    type This = Resource<Bucket>;
    let mut store = linker.instance(import)?;
    store.resource(
        "bucket",
        ResourceType::host::<Bucket>(),
        |mut cx: Cx, rep| {
            cx.data_mut()
                .handles
                .delete(Resource::<Bucket>::new_own(rep))?;
            Ok(())
        },
    )?;
    store.func_wrap(
        "open",
        move |mut cx: Cx, (identifier,): (String,)| -> Outcome<This> {
            Ok((Ok(cx.data_mut().open(name, identifier)?),))
        },
    )?;
    store.func_wrap(
        "[method]bucket.get",
        |mut cx: Cx, (this, key): (This, String)| -> Outcome<Option<Arc<[u8]>>> {
            Ok((Ok(cx.data_mut().entries(&this)?.get(&key).cloned()),))
        },
    )?;
    store.func_wrap(
        "[method]bucket.set",
        |mut cx: Cx, (this, key, value): (This, String, Arc<[u8]>)| -> Outcome<()> {
            cx.data_mut().entries(&this)?.insert(key, value);
            Ok((Ok(()),))
        },
    )?;
    store.func_wrap(
        "[method]bucket.delete",
        |mut cx: Cx, (this, key): (This, String)| -> Outcome<()> {
            cx.data_mut().entries(&this)?.remove(&key);
            Ok((Ok(()),))
        },
    )?;
    store.func_wrap(
        "[method]bucket.exists",
        |mut cx: Cx, (this, key): (This, String)| -> Outcome<bool> {
            Ok((Ok(cx.data_mut().entries(&this)?.contains_key(&key)),))
        },
    )?;
    store.func_wrap(
        "[method]bucket.list-keys",
        |mut cx: Cx, (this, _cursor): (This, Option<u64>)| -> Outcome<KeyResponse> {
            let keys = cx.data_mut().entries(&this)?.keys().cloned().collect();
            Ok((Ok(KeyResponse { keys, cursor: None }),))
        },
    )
}

type Answer<T> = (std::result::Result<T, String>,);

/// Making an instance of `c-sessions`, and its service over hash maps.
pub fn run(engine: &Engine, component: &Component, rounds: &Rounds) -> Result<()> {
    let mut linker = Linker::<Stores>::new(engine);
    bind(&mut linker, "sessions", 0)?;
    bind(&mut linker, "cache", 1)?;
    let prepared = linker.instantiate_pre(component)?;
    rounds.measure("instantiate", 1, || {
        let mut store = Store::new(engine, Stores::default());
        black_box(prepared.instantiate(&mut store)?);
        Ok(())
    })?;

    let mut store = Store::new(engine, Stores::default());
    let app = prepared.instantiate(&mut store)?;
    let service = app
        .get_export_index(&mut store, None, SERVICE)
        .expect("the component exports its service");
    let mut function = |name| {
        app.get_export_index(&mut store, Some(&service), name)
            .expect("the service has the function")
    };
    let (login, lookup, logout) = (function("login"), function("lookup"), function("logout"));
    let login = app.get_typed_func::<(&str, &[u8]), Answer<()>>(&mut store, login)?;
    let lookup = app.get_typed_func::<(&str,), Answer<Option<Hit>>>(&mut store, lookup)?;
    let logout = app.get_typed_func::<(&str,), Answer<bool>>(&mut store, logout)?;
    let profile = [7u8; 200];
    rounds.measure("sessions", LOOKUPS + 2, || {
        assert!(login.call(&mut store, (USER, &profile))?.0.is_ok());
        for _ in 0..LOOKUPS {
            let hit = lookup
                .call(&mut store, (USER,))?
                .0
                .ok()
                .flatten()
                .expect("the user is logged in");
            assert!(hit.origin == Origin::Cache && black_box(hit.value).len() == profile.len());
        }
        assert!(matches!(logout.call(&mut store, (USER,))?.0, Ok(true)));
        Ok(())
    })
}

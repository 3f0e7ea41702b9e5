//! What stands in the text of a world beside each interface that it imports and exports, kept and put back after
//! resolution, which loses and mixes it:
//!
//! - the spans of imported interfaces are dropped;
//! - `@external-id` on an exported interface is copied to the imports and exports that it implies;
//! - what stands beside an import or export that an earlier one had implied already is dropped.

use std::collections::HashMap;

use wit_parser::{
    AstItem, Docs, IncludeName, IndexMap, InterfaceId, Resolve, Span, Stability, UnresolvedPackage,
    UnresolvedPackageGroup, World, WorldId, WorldItem, WorldKey,
};

/// What stands beside one import or export of an interface.
#[derive(Clone)]
struct Statement {
    span: Span,
    docs: Docs,
    /// Only where it stands in the world itself: an include may drop it.
    stability: Option<Stability>,
    external_id: Option<String>,
}

/// Whether the name is plain, and the name. Both: a plain name may look like anything that is no interface's.
type Key = (bool, String);
type Statements = HashMap<Key, Statement>;

struct Include {
    world: String,
    names: Vec<IncludeName>,
}

#[derive(Default)]
struct WrittenWorld {
    imports: Statements,
    exports: Statements,
    includes: Vec<Include>,
}

/// Worlds by their full names.
pub struct Written(HashMap<String, WrittenWorld>);

/// Collects the statements of groups that `resolve`, which has no texts yet, will resolve together, in this order.
pub fn of(groups: &[UnresolvedPackageGroup], resolve: &Resolve) -> Written {
    let mut worlds = HashMap::new();
    let mut offset = 0;
    for group in groups {
        for package in group.nested.iter().chain([&group.main]) {
            collect(package, offset, resolve, &mut worlds);
        }
        // `append` answers with the length of the map that it appends to.
        offset += group.source_map.clone().append(Default::default());
    }
    Written(worlds)
}

fn collect(
    package: &UnresolvedPackage,
    offset: u32,
    resolve: &Resolve,
    worlds: &mut HashMap<String, WrittenWorld>,
) {
    let mut foreign_interfaces: HashMap<InterfaceId, String> = HashMap::new();
    let mut foreign_worlds: HashMap<WorldId, String> = HashMap::new();
    for (name, items) in &package.foreign_deps {
        for (item, (id, _)) in items {
            match id {
                AstItem::Interface(id) => drop(foreign_interfaces.insert(*id, name.interface_id(item))),
                AstItem::World(id) => drop(foreign_worlds.insert(*id, name.interface_id(item))),
            }
        }
    }
    let interface_name = |id: InterfaceId| {
        foreign_interfaces.get(&id).cloned().unwrap_or_else(|| {
            package
                .name
                .interface_id(package.interfaces[id].name.as_deref().unwrap_or_default())
        })
    };
    let world_name = |id: WorldId| {
        foreign_worlds
            .get(&id)
            .cloned()
            .unwrap_or_else(|| package.name.interface_id(&package.worlds[id].name))
    };
    for (id, world) in package
        .worlds
        .iter()
        .filter(|(id, _)| !foreign_worlds.contains_key(id))
    {
        let statements = |items: &IndexMap<WorldKey, WorldItem>| {
            items
                .iter()
                .filter_map(|(key, item)| statement(key, item, offset, resolve, &interface_name))
                .collect()
        };
        let includes = world
            .includes
            .iter()
            .filter(|include| is_enabled(resolve, &include.stability))
            .map(|include| Include {
                world: world_name(include.id),
                names: include.names.clone(),
            })
            .collect();
        let written = WrittenWorld {
            imports: statements(&world.imports),
            exports: statements(&world.exports),
            includes,
        };
        worlds.insert(world_name(id), written);
    }
}

/// Whether the resolution will keep what has this stability.
fn is_enabled(resolve: &Resolve, stability: &Stability) -> bool {
    match stability {
        Stability::Unstable { feature, .. } => resolve.all_features || resolve.features.contains(feature),
        Stability::Unknown | Stability::Stable { .. } => true,
    }
}

fn statement(
    key: &WorldKey,
    item: &WorldItem,
    offset: u32,
    resolve: &Resolve,
    interface_name: &impl Fn(InterfaceId) -> String,
) -> Option<(Key, Statement)> {
    let mut statement = beside(item)?;
    if !is_enabled(resolve, statement.stability.as_ref()?) {
        return None;
    }
    statement.span.adjust(offset);
    let key = match key {
        WorldKey::Name(label) => (true, label.clone()),
        WorldKey::Interface(id) => (false, interface_name(*id)),
    };
    Some((key, statement))
}

fn beside(item: &WorldItem) -> Option<Statement> {
    match item {
        WorldItem::Interface {
            stability,
            external_id,
            docs,
            span,
            ..
        } => Some(Statement {
            span: *span,
            docs: docs.clone(),
            stability: Some(stability.clone()),
            external_id: external_id.clone(),
        }),
        WorldItem::Function(_) | WorldItem::Type { .. } => None,
    }
}

/// Puts the statements back into worlds that were resolved from them.
pub fn restore(resolve: &mut Resolve, written: &Written) {
    let names = resolve
        .worlds
        .iter()
        .filter_map(|(id, w)| Some((resolve.packages[w.package?].name.interface_id(&w.name), id)))
        .collect::<HashMap<_, _>>();
    let mut effective = Effective {
        resolve,
        names: &names,
        written,
        known: HashMap::new(),
    };
    for name in written.0.keys() {
        effective.prepare(name);
    }
    let known = effective.known;
    for (name, statements) in &known {
        // Worlds that came as binaries have no text, and are right as they are.
        if let (true, Some(id)) = (written.0.contains_key(name), names.get(name)) {
            put_back_all(resolve, *id, &statements.imports, |world| &mut world.imports);
            put_back_all(resolve, *id, &statements.exports, |world| &mut world.exports);
        }
    }
}

fn put_back_all(
    resolve: &mut Resolve,
    id: WorldId,
    statements: &Statements,
    items: impl Fn(&mut World) -> &mut IndexMap<WorldKey, WorldItem>,
) {
    let keys = items(&mut resolve.worlds[id]).keys().cloned().collect::<Vec<_>>();
    for key in keys {
        let statement = statements.get(&plain_and_name(resolve, &key));
        put_back(&mut items(&mut resolve.worlds[id])[&key], statement);
    }
}

fn plain_and_name(resolve: &Resolve, key: &WorldKey) -> Key {
    (matches!(key, WorldKey::Name(_)), resolve.name_world_key(key))
}

fn put_back(item: &mut WorldItem, statement: Option<&Statement>) {
    let WorldItem::Interface {
        stability,
        external_id,
        docs,
        span,
        ..
    } = item
    else {
        return;
    };
    // An item without a statement is implied by another: nothing stands beside it.
    *span = statement.map(|s| s.span).unwrap_or_default();
    *docs = statement.map(|s| s.docs.clone()).unwrap_or_default();
    *external_id = statement.and_then(|s| s.external_id.clone());
    if let Some(own) = statement.and_then(|s| s.stability.clone()) {
        *stability = own;
    }
}

/// A world's statements with those of the worlds that it includes.
#[derive(Clone, Default)]
struct Both {
    imports: Statements,
    exports: Statements,
}

struct Effective<'a> {
    resolve: &'a Resolve,
    names: &'a HashMap<String, WorldId>,
    written: &'a Written,
    known: HashMap<String, Both>,
}

impl Effective<'_> {
    fn prepare(&mut self, name: &str) {
        if self.known.contains_key(name) {
            return;
        }
        let both = match self.written.0.get(name) {
            Some(world) => {
                let mut both = Both {
                    imports: world.imports.clone(),
                    exports: world.exports.clone(),
                };
                for include in &world.includes {
                    self.prepare(&include.world);
                    let included = &self.known[&include.world];
                    add(&mut both.imports, &included.imports, &include.names);
                    add(&mut both.exports, &included.exports, &include.names);
                }
                both
            }
            None => self
                .names
                .get(name)
                .map(|id| self.of_binary(*id))
                .unwrap_or_default(),
        };
        self.known.insert(name.to_string(), both);
    }

    fn of_binary(&self, id: WorldId) -> Both {
        let statements = |items: &IndexMap<WorldKey, WorldItem>| {
            items
                .iter()
                .filter_map(|(key, item)| Some((plain_and_name(self.resolve, key), beside(item)?)))
                .collect()
        };
        let world = &self.resolve.worlds[id];
        Both {
            imports: statements(&world.imports),
            exports: statements(&world.exports),
        }
    }
}

/// What an include brings: what is there already stays, plain names may change, stability is the parser's.
fn add(to: &mut Statements, included: &Statements, names: &[IncludeName]) {
    for ((plain, name), statement) in included {
        let renamed = names
            .iter()
            .find(|n| *plain && n.name == *name)
            .map_or(name, |n| &n.as_);
        let key = (*plain, renamed.clone());
        to.entry(key).or_insert_with(|| Statement {
            stability: None,
            ..statement.clone()
        });
    }
}

use serde_json::{Value, json};
use wit_parser::{World, WorldItem, WorldKey};

use super::{Context, docs, functions, put, stability};

pub fn world(context: &Context<'_>, world: &World) -> Value {
    let mut value = json!({"name": world.name});
    put(
        &mut value,
        "package",
        world.package.map(|id| context.packages[&id]),
    );
    docs(&mut value, &world.docs);
    stability(&mut value, &world.stability);
    context.spans.put(&mut value, world.span);
    value["imports"] = world
        .imports
        .iter()
        .map(|(key, i)| item(context, key, i))
        .collect();
    value["exports"] = world
        .exports
        .iter()
        .map(|(key, i)| item(context, key, i))
        .collect();
    value
}

fn item(context: &Context<'_>, key: &WorldKey, item: &WorldItem) -> Value {
    let resolve = context.resolve;
    let mut value = json!({
        "name": resolve.name_world_key(key),
        "plain": matches!(key, WorldKey::Name(_)),
    });
    match item {
        WorldItem::Interface {
            id,
            stability: stated,
            external_id,
            docs: about,
            span,
        } => {
            value["kind"] = "interface".into();
            value["interface"] = id.index().into();
            let implemented = resolve
                .implements_interface(key, item)
                .and_then(|id| resolve.id_of(id));
            put(&mut value, "implements", implemented);
            put(&mut value, "externalId", external_id.as_deref());
            docs(&mut value, about);
            stability(&mut value, stated);
            context.spans.put(&mut value, *span);
        }
        WorldItem::Function(function) => {
            value["kind"] = "function".into();
            value["function"] = functions::function(context, function);
        }
        WorldItem::Type { id, span } => {
            value["kind"] = "type".into();
            value["type"] = id.index().into();
            context.spans.put(&mut value, *span);
        }
    }
    value
}

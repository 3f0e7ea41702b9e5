use serde_json::{Value, json};
use wit_parser::{AccessorKind, Function, FunctionKind};

use super::{Context, docs, put, stability, types};

pub fn function(context: &Context<'_>, function: &Function) -> Value {
    let kind = match function.kind {
        FunctionKind::Freestanding
        | FunctionKind::AsyncFreestanding
        | FunctionKind::Getter
        | FunctionKind::Setter => "freestanding",
        FunctionKind::Method(_)
        | FunctionKind::AsyncMethod(_)
        | FunctionKind::MethodGetter(_)
        | FunctionKind::MethodSetter(_) => "method",
        FunctionKind::Static(_)
        | FunctionKind::AsyncStatic(_)
        | FunctionKind::StaticGetter(_)
        | FunctionKind::StaticSetter(_) => "static",
        FunctionKind::Constructor(_) => "constructor",
    };
    let mut value = json!({"name": function.name, "kind": kind});
    let accessor = function.kind.accessor().map(|accessor| match accessor {
        AccessorKind::Getter => "get",
        AccessorKind::Setter => "set",
    });
    put(&mut value, "accessor", accessor);
    put(&mut value, "async", function.kind.is_async().then_some(true));
    put(
        &mut value,
        "resource",
        function.kind.resource().map(|id| id.index()),
    );
    value["params"] = function
        .params
        .iter()
        .map(|param| {
            let mut value = json!({"name": param.name, "type": types::reference(&param.ty)});
            context.spans.put(&mut value, param.span);
            value
        })
        .collect();
    put(
        &mut value,
        "result",
        function.result.as_ref().map(types::reference),
    );
    put(&mut value, "externalId", function.external_id.as_deref());
    docs(&mut value, &function.docs);
    stability(&mut value, &function.stability);
    context.spans.put(&mut value, function.span);
    value
}

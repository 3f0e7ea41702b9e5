//! No panic leaves this library, and none writes to standard error.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

use crate::abi::{Reply, Status};

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

static HOOK: Once = Once::new();

/// Runs `call`; a panic in it becomes a reply that says what happened and where.
pub fn caught(call: impl FnOnce() -> Reply) -> Reply {
    HOOK.call_once(|| panic::set_hook(Box::new(remember)));
    panic::catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| {
        let what = LAST.with(|last| last.borrow_mut().take());
        Reply::sentence(Status::Internal, what.unwrap_or_else(|| "panic".to_string()))
    })
}

fn remember(info: &PanicHookInfo<'_>) {
    let payload = info.payload();
    let message = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("panic with a value that is no text");
    let place = info
        .location()
        .map(|l| {
            let file = l.file().replace('\\', "/");
            // The builder's folders say nothing to whoever reads this; the crate and the file do.
            let short = file.rsplit('/').take(3).collect::<Vec<_>>();
            let short = short.into_iter().rev().collect::<Vec<_>>().join("/");
            format!(" ({short}:{})", l.line())
        })
        .unwrap_or_default();
    LAST.with(|last| *last.borrow_mut() = Some(format!("{message}{place}")));
}

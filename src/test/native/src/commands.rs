//! A script to its commands.
//!
//! ```text
//! command = {line, kind, what its kind has of the following}
//!   line      from 1; of an assertion the line of the component or call that it is about
//!   name      of the instance or definition that it makes
//!   of        the definition that `module_instance` and the instance that `register` is about, if it is not the last
//!   as        the name that `register` gives
//!   core      true for a core module
//!   binary    the component, in hexadecimal digits; or, where its text cannot be one,
//!   refused   what the text format has against it
//!   message   what the script expects to be said
//!   invoke    {instance, function, args}; instance only if it is not the last
//!   get       the name of a global, instead of invoke, with `of`
//!   results   values, as `values` writes them
//! ```
//!
//! A kind that needs nothing of this (`thread`, `wait`, …) stands by its name alone: nothing here runs it.

use serde_json::{Map, Value, json};
use wast::parser::{self, ParseBuffer};
use wast::token::{Id, Span};
use wast::{QuoteWat, Wast, WastDirective, WastExecute, WastInvoke, Wat};

use crate::values;

/// The commands of a script in its order, or what is wrong with its text.
pub fn read(text: &str) -> Result<Value, wast::Error> {
    let buffer = ParseBuffer::new(text)?;
    let script = parser::parse::<Wast<'_>>(&buffer)?;
    Ok(script
        .directives
        .into_iter()
        .map(|directive| command(directive, text))
        .collect())
}

/// One command under construction.
struct Command(Map<String, Value>);

impl Command {
    fn new(kind: &str, span: Span, text: &str) -> Command {
        let mut members = Map::new();
        members.insert("line".into(), (span.linecol_in(text).0 + 1).into());
        members.insert("kind".into(), kind.into());
        Command(members)
    }

    fn with(mut self, member: &str, value: impl Into<Value>) -> Command {
        self.0.insert(member.into(), value.into());
        self
    }

    fn named(self, member: &str, id: Option<Id<'_>>) -> Command {
        match id {
            Some(id) => self.with(member, id.name()),
            None => self,
        }
    }

    fn module(self, mut module: QuoteWat<'_>) -> Command {
        let core = matches!(module, QuoteWat::QuoteModule(..) | QuoteWat::Wat(Wat::Module(_)));
        let command = self.named("name", module.name());
        let command = if core { command.with("core", true) } else { command };
        match module.encode() {
            Ok(bytes) => command.with("binary", hexadecimal(&bytes)),
            Err(error) => command.with("refused", error.message()),
        }
    }

    fn invoke(self, invoke: &WastInvoke<'_>) -> Command {
        let mut members = Map::new();
        if let Some(instance) = invoke.module {
            members.insert("instance".into(), instance.name().into());
        }
        members.insert("function".into(), invoke.name.into());
        members.insert("args".into(), invoke.args.iter().map(values::argument).collect());
        self.with("invoke", members)
    }

    fn execute(self, execute: WastExecute<'_>) -> Command {
        match execute {
            WastExecute::Invoke(invoke) => self.invoke(&invoke),
            WastExecute::Wat(wat) => self.module(QuoteWat::Wat(wat)),
            WastExecute::Get { module, global, .. } => self.named("of", module).with("get", global),
        }
    }
}

/// Where a command stands: an assertion where that stands which it is about, as other runners of these scripts count.
fn place(directive: &WastDirective<'_>) -> Span {
    match directive {
        WastDirective::AssertMalformed { module, .. }
        | WastDirective::AssertMalformedCustom { module, .. }
        | WastDirective::AssertInvalid { module, .. }
        | WastDirective::AssertInvalidCustom { module, .. } => module.span(),
        WastDirective::AssertUnlinkable { module, .. } => module.span(),
        WastDirective::AssertTrap { exec, .. }
        | WastDirective::AssertReturn { exec, .. }
        | WastDirective::AssertException { exec, .. }
        | WastDirective::AssertSuspension { exec, .. } => exec.span(),
        WastDirective::AssertExhaustion { call, .. } => call.span,
        other => other.span(),
    }
}

fn command(directive: WastDirective<'_>, text: &str) -> Value {
    let span = place(&directive);
    let start = |kind: &str| Command::new(kind, span, text);
    let command = match directive {
        WastDirective::Module(module) => start("module").module(module),
        WastDirective::ModuleDefinition(module) => start("module_definition").module(module),
        WastDirective::ModuleInstance { instance, module, .. } => start("module_instance")
            .named("name", instance)
            .named("of", module),
        WastDirective::AssertMalformed { module, message, .. } => {
            start("assert_malformed").module(module).with("message", message)
        }
        WastDirective::AssertInvalid { module, message, .. } => {
            start("assert_invalid").module(module).with("message", message)
        }
        WastDirective::AssertUnlinkable { module, message, .. } => start("assert_unlinkable")
            .module(QuoteWat::Wat(module))
            .with("message", message),
        WastDirective::Register { name, module, .. } => {
            start("register").with("as", name).named("of", module)
        }
        WastDirective::Invoke(invoke) => start("action").invoke(&invoke),
        WastDirective::AssertTrap { exec, message, .. } => {
            // A component that traps while it is instantiated is a kind of its own.
            let kind = match exec {
                WastExecute::Wat(_) => "assert_uninstantiable",
                WastExecute::Invoke(_) | WastExecute::Get { .. } => "assert_trap",
            };
            start(kind).execute(exec).with("message", message)
        }
        WastDirective::AssertReturn { exec, results, .. } => start("assert_return")
            .execute(exec)
            .with("results", results.iter().map(values::result).collect::<Vec<_>>()),
        WastDirective::AssertExhaustion { call, message, .. } => {
            start("assert_exhaustion").invoke(&call).with("message", message)
        }
        WastDirective::AssertException { exec, .. } => start("assert_exception").execute(exec),
        WastDirective::AssertSuspension { exec, message, .. } => {
            start("assert_suspension").execute(exec).with("message", message)
        }
        WastDirective::AssertInvalidCustom { module, message, .. } => start("assert_invalid_custom")
            .module(module)
            .with("message", message),
        WastDirective::AssertMalformedCustom { module, message, .. } => start("assert_malformed_custom")
            .module(module)
            .with("message", message),
        WastDirective::Thread(_) => start("thread"),
        WastDirective::Wait { .. } => start("wait"),
    };
    json!(command.0)
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    bytes
        .iter()
        .flat_map(|b| [digit(b >> 4), digit(b & 15)])
        .collect()
}

//! Three functions. A call is stateless: one request in, one block out, which the caller gives back.

use std::alloc::{Layout, alloc, dealloc};

use crate::{ops, panics};

/// Major changes break callers; minor ones add operations or fields.
pub const ABI_MAJOR: u32 = 1;
pub const ABI_MINOR: u32 = 0;

/// `WITB`, read as little-endian bytes: lets a caller notice that it does not read a block.
pub const MAGIC: u32 = u32::from_le_bytes(*b"WITB");

/// What became of a call; the payload's form depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Status {
    /// The payload is the operation's result.
    Ok = 0,
    /// The input is wrong; the payload is a JSON list of diagnostics.
    Diagnostics = 1,
    /// The caller is wrong; the payload is a sentence.
    BadRequest = 2,
    /// The input is larger than allowed; the payload is a sentence.
    Limit = 3,
    /// There is no such operation here; the payload is a sentence.
    Unsupported = 4,
    /// A panic was caught; the payload is its message and place.
    Internal = 5,
}

/// What an operation returns.
#[derive(Debug)]
pub struct Reply {
    pub status: Status,
    pub payload: Vec<u8>,
}

impl Reply {
    pub fn ok(payload: impl Into<Vec<u8>>) -> Reply {
        Reply {
            status: Status::Ok,
            payload: payload.into(),
        }
    }

    pub fn sentence(status: Status, text: impl Into<String>) -> Reply {
        Reply {
            status,
            payload: text.into().into_bytes(),
        }
    }
}

/// The head of a block; `length` bytes of payload follow it at once.
///
/// ```text
/// 0        4        8        12       16
/// | magic  | status | length | flags  | payload ...
/// ```
#[repr(C)]
pub struct Block {
    magic: u32,
    status: u32,
    length: u32,
    /// None is defined yet.
    flags: u32,
}

const HEADER: usize = size_of::<Block>();

fn layout(length: usize) -> Layout {
    Layout::from_size_align(HEADER + length, align_of::<Block>()).expect("a block's length fits u32")
}

fn block(reply: Reply) -> *mut Block {
    let reply = if u32::try_from(reply.payload.len()).is_ok() {
        reply
    } else {
        Reply::sentence(Status::Limit, "the result is larger than 4 GiB")
    };
    let length = reply.payload.len();
    // SAFETY: the layout is never empty, and the block is written in full before it is handed out.
    unsafe {
        let block = alloc(layout(length)).cast::<Block>();
        if !block.is_null() {
            block.write(Block {
                magic: MAGIC,
                status: reply.status as u32,
                length: length as u32,
                flags: 0,
            });
            block
                .add(1)
                .cast::<u8>()
                .copy_from_nonoverlapping(reply.payload.as_ptr(), length);
        }
        block
    }
}

/// The version of this ABI: major in the upper half, minor in the lower.
#[unsafe(no_mangle)]
pub extern "C" fn witloof_abi() -> u32 {
    ABI_MAJOR << 16 | ABI_MINOR
}

/// Runs one operation. Null only where no memory is left; every other outcome is a block.
///
/// # Safety
///
/// `input` points to `length` readable bytes, or `length` is 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn witloof_call(op: u32, input: *const u8, length: u32) -> *mut Block {
    let bytes = if length == 0 {
        &[]
    } else {
        // SAFETY: the caller's promise.
        unsafe { std::slice::from_raw_parts(input, length as usize) }
    };
    block(panics::caught(|| ops::run(op, bytes)))
}

/// Gives a block back. Null is allowed.
///
/// # Safety
///
/// `block` came from `witloof_call` and was not given back before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn witloof_free(block: *mut Block) {
    if !block.is_null() {
        // SAFETY: the caller's promise; the length is the one that the block was made with.
        unsafe { dealloc(block.cast::<u8>(), layout((*block).length as usize)) }
    }
}

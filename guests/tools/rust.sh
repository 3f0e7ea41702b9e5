#!/usr/bin/env bash
# One Rust source, no crates, to a component:
#   tools/rust.sh <target> <in.rs> <out.wasm> [<wit folder> <world>]
# With a WIT folder it is a library for that world (wasm32-unknown-unknown; wasm32-wasip1 with jco's adapter; wasm32-wasip2), without
# one a `wasi:cli/run` program (wasm32-wasip2). The target's standard library must be installed: `rustup target add <target>`.
source "$(dirname "$0")/common.sh"
need rustc "rustup"
target=$1 source=$2 out=$3
rustc --print target-libdir --target "$target" > "$work/libdir"
[ -d "$(cat "$work/libdir")" ] || {
  echo "rust.sh: no standard library for $target; it comes with: rustup target add $target" >&2
  exit 3
}
flags=(--edition 2021 --target "$target" -C opt-level=s -C lto=fat -C panic=abort -C codegen-units=1 -C strip=symbols)
if [ $# -lt 5 ]; then
  rustc "${flags[@]}" --crate-type bin "$source" -o "$out"
  exit
fi
wit=$(wit "$4") world=$5
case $target in
  wasm32-wasip2)
    # Its linker makes a component at once; the world has to be in the module before that.
    rustc "${flags[@]}" --crate-type cdylib -C link-arg=--skip-wit-component "$source" -o "$work/core.wasm"
    adapt=()
    ;;
  wasm32-wasip1)
    rustc "${flags[@]}" --crate-type cdylib "$source" -o "$work/core.wasm"
    adapt=(--adapt "wasi_snapshot_preview1=$jco/lib/wasi_snapshot_preview1.reactor.wasm")
    ;;
  *)
    rustc "${flags[@]}" --crate-type cdylib "$source" -o "$work/core.wasm"
    adapt=()
    ;;
esac
wasm-tools component embed "$wit" "$work/core.wasm" --world "$world" -o "$work/embedded.wasm"
wasm-tools component new "$work/embedded.wasm" "${adapt[@]}" -o "$out"

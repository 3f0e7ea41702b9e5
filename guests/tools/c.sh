#!/usr/bin/env bash
# Freestanding C (no libc; the glue is in each source) to a component:
#   tools/c.sh <in.c> <wit folder> <world> <out.wasm> [option of `wasm-tools component embed` …]
source "$(dirname "$0")/common.sh"
need clang-19 "Debian's clang-19"
need wasm-ld-19 "Debian's lld-19"
need wasm-tools "tools/install"
source=$1 wit=$2 world=$3 out=$4
shift 4
clang-19 --target=wasm32-unknown-unknown -Os -Wall -Wextra -nostdlib -fno-builtin -mbulk-memory \
  -Wl,--no-entry -Wl,-z,stack-size=8192 -Wl,--strip-all -fuse-ld="$(command -v wasm-ld-19)" "$source" -o "$work/core.wasm"
component "$work/core.wasm" "$(wit "$wit")" "$world" "$out" "$@"

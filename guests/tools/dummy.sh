#!/usr/bin/env bash
# A component with a world's shape and no code behind it: tools/dummy.sh <wit folder> <world> <out.wasm>
source "$(dirname "$0")/common.sh"
need wasm-tools "tools/install"
wasm-tools component embed "$1" --world "$2" --dummy-names legacy -o "$work/embedded.wasm"
wasm-tools component new "$work/embedded.wasm" -o "$work/component.wasm"
optimised "$work/component.wasm" "$3"

#!/usr/bin/env bash
# Component text to binary: tools/wat.sh <in.wat> <out.wasm>
source "$(dirname "$0")/common.sh"
need wasm-tools "tools/install"
wasm-tools parse "$1" -o "$2"

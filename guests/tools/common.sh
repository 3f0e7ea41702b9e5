# Read by the scripts of the toolchains: the folders, and the steps that several of them share.
# Sets: guests (this tree), work (a scratch folder for the guest being built), jco (the npm package's folder).
set -euo pipefail
guests=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=$guests/target/tools
work=$guests/target/work/$(basename "$0" .sh)
jco=$tools/node_modules/@bytecodealliance/jco
export PATH="$tools/python/bin:$tools/node_modules/.bin:$PATH"
rm -rf "$work"
mkdir -p "$work"

# need <command> <what brings it>: says what to install rather than "command not found".
need() {
  command -v "$1" > /dev/null || {
    echo "$(basename "$0"): $1 is missing; it comes with $2" >&2
    exit 3
  }
}

# wit <folder>: the folder's WIT with WASI 0.2.12 beside it, for guests whose world imports WASI.
wit() {
  cp -r "$1" "$work/wit"
  rm -f "$work"/wit/*.wasm
  mkdir -p "$work/wit/deps"
  cp -r "$jco"/lib/wit/builtin/0.2.12/wasi-* "$work/wit/deps/"
  [ -n "$(grep -rl '^package wasi:keyvalue' "$work/wit")" ] || cp -r "$guests/c-sessions/wit/deps/wasi-keyvalue" "$work/wit/deps/"
  echo "$work/wit"
}

# component <core.wasm> <wit folder> <world> <out.wasm> [option of embed …]: the component step, then Binaryen
# over each core module, as jco does it.
component() {
  local core=$1 wit=$2 world=$3 out=$4
  shift 4
  wasm-tools component embed "$wit" "$core" --world "$world" "$@" -o "$work/embedded.wasm"
  # Imports of several releases stay apart.
  wasm-tools component new --merge-imports-based-on-semver=false "$work/embedded.wasm" -o "$work/component.wasm"
  optimised "$work/component.wasm" "$out"
}

# optimised <in.wasm> <out.wasm>
optimised() {
  jco opt --quiet "$1" -o "$2"
}

#!/usr/bin/env bash
# AssemblyScript to a component that exports one interface:
#   tools/assemblyscript.sh <in.ts> <wit folder> <world> <interface> <out.wasm>
# The compiler can only export plain identifiers: core-names.mjs gives the functions the names of the canonical ABI.
source "$(dirname "$0")/common.sh"
need asc "tools/install"
source=$1 wit=$2 world=$3 interface=$4 out=$5
asc "$source" --runtime stub -O3 --use abort= -o "$work/plain.wasm"
mapfile -t functions < <(sed -nE 's/^export function ([a-z]+)\(.*/\1/p' "$source" | grep -v '^cabi_')
renames=()
for function in "${functions[@]}"; do renames+=("$function=$interface#$function"); done
node "$guests/tools/core-names.mjs" "$work/plain.wasm" "$work/core.wasm" "${renames[@]}"
component "$work/core.wasm" "$(wit "$wit")" "$world" "$out"

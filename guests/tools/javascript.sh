#!/usr/bin/env bash
# JavaScript on QuickJS to a component with named imports:
#   tools/javascript.sh <in.js> <wit folder> <world> <out.wasm> <old import>=<label>=<interface> …
# QuickJS's componentizer does not know names, so the WIT has one package for each import, and the names are put in afterwards.
source "$(dirname "$0")/common.sh"
need node "Debian's nodejs, 20 or later"
source=$1 wit=$2 world=$3 out=$4
shift 4
(cd "$tools" && node --input-type=module - "$source" "$wit" "$world" "$work/unnamed.wasm" <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const { componentize } = createRequire(process.cwd() + '/')('componentize-qjs');
const [source, witPath, world, out] = process.argv.slice(2);
const made = await componentize({
  jsSource: readFileSync(source, 'utf8'), witPath, world, stubWasi: true, sync: true, optSize: true,
});
writeFileSync(out, made.component);
JS
)
node "$guests/tools/label-imports.mjs" "$work/unnamed.wasm" "$out" "$@"

#!/usr/bin/env node
// Gives exports of a core module other names: core-names.mjs <in.wasm> <out.wasm> <old>=<new> …
import { readFileSync, writeFileSync } from 'node:fs';
import { name, u32, withSections } from './binary.mjs';

const EXPORT_SECTION = 7;
const [input, output, ...pairs] = process.argv.slice(2);
const names = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));

writeFileSync(output, withSections(readFileSync(input), EXPORT_SECTION, (reader) => {
  const count = reader.u32();
  const content = [u32(count)];
  for (let i = 0; i < count; i++) {
    const old = reader.name();
    const start = reader.position;
    reader.byte();
    reader.u32();
    content.push(name(names.get(old) ?? old), reader.since(start));
    names.delete(old);
  }
  return Buffer.concat(content);
}));
if (names.size) throw new Error(`no such exports: ${[...names.keys()].join(', ')}`);

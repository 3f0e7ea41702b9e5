#!/usr/bin/env node
// Gives imports of a component a plain name that implements an interface, for toolchains that do not know named imports:
//   label-imports.mjs <in.wasm> <out.wasm> <import's name>=<label>=<interface> …
import { readFileSync, writeFileSync } from 'node:fs';
import { name, u32, withSections } from './binary.mjs';

const IMPORT_SECTION = 10;
const [input, output, ...triples] = process.argv.slice(2);
const labels = new Map(triples.map((triple) => {
  const [old, label, implementsName] = triple.split('=');
  return [old, { label, implementsName }];
}));

writeFileSync(output, withSections(readFileSync(input), IMPORT_SECTION, (reader) => {
  const count = reader.u32();
  const content = [u32(count)];
  for (let i = 0; i < count; i++) {
    const start = reader.position;
    const form = reader.byte();
    const old = reader.name();
    if (form === 2) {
      for (let attributes = reader.u32(); attributes > 0; attributes--) {
        reader.byte();
        reader.name();
      }
    }
    const description = reader.position;
    skipDescription(reader);
    const given = labels.get(old);
    if (given) {
      const attribute = Buffer.concat([u32(1), Buffer.from([0x00]), name(given.implementsName)]);
      content.push(Buffer.from([2]), name(given.label), attribute, reader.since(description));
      labels.delete(old);
    } else {
      content.push(reader.since(start));
    }
  }
  return Buffer.concat(content);
}));
if (labels.size) throw new Error(`no such imports: ${[...labels.keys()].join(', ')}`);

/** An `externdesc`: a core module's type, a value's or type's bound, else one index. */
function skipDescription(reader) {
  const kind = reader.byte();
  if (kind === 0x00) reader.byte();
  const bound = kind === 0x02 || kind === 0x03 ? reader.byte() : undefined;
  if (!(kind === 0x03 && bound === 0x01)) reader.u32();
}

// Reading and writing of the binary format, as far as core-names.mjs and label-imports.mjs need it.

/** Reads from a position on. */
export class Reader {
  constructor(bytes, position = 8) {
    this.bytes = bytes;
    this.position = position;
  }

  get atEnd() {
    return this.position >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.position++];
  }

  u32() {
    let result = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      result |= (byte & 0x7f) << shift;
      if (byte < 0x80) return result >>> 0;
    }
  }

  name() {
    const length = this.u32();
    this.position += length;
    return this.bytes.subarray(this.position - length, this.position).toString();
  }

  /** What was read since a position. */
  since(start) {
    return this.bytes.subarray(start, this.position);
  }
}

export function u32(value) {
  const bytes = [];
  do {
    const rest = value >>> 7;
    bytes.push((value & 0x7f) | (rest ? 0x80 : 0));
    value = rest;
  } while (value);
  return Buffer.from(bytes);
}

export function name(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([u32(bytes.length), bytes]);
}

/** Copies a module or component, with the sections of one id rewritten: `rewrite(reader, end)` gives the new content. */
export function withSections(bytes, id, rewrite) {
  const reader = new Reader(bytes);
  const out = [bytes.subarray(0, 8)];
  while (!reader.atEnd) {
    const start = reader.position;
    const found = reader.byte();
    const length = reader.u32();
    const end = reader.position + length;
    if (found === id) {
      const content = rewrite(reader, end);
      if (reader.position !== end) throw new Error(`section at ${start}: ends at ${end}, read to ${reader.position}`);
      out.push(Buffer.from([id]), u32(content.length), content);
    } else {
      reader.position = end;
      out.push(reader.since(start));
    }
  }
  return Buffer.concat(out);
}

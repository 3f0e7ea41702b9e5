// world demo:settings/app: interfaces without resources under two names, and secrets, whose handles are kept.
#include "../include/arena.h"

IMPORT("orders", "log") void orders_log(u32, const u8 *, u32, const u8 *, u32);
IMPORT("wasi:logging/logging@0.1.0-draft", "log") void plain_log(u32, const u8 *, u32, const u8 *, u32);
struct setting { u32 is_err; union { struct { u32 some; struct text text; } v; struct { u32 tag; struct text text; } e; }; };
IMPORT("eu", "get") void eu_get(const u8 *, u32, struct setting *);
IMPORT("us", "get") void us_get(const u8 *, u32, struct setting *);
struct secret { u32 is_err; union { u32 handle; struct { u32 tag; struct text text; } e; }; };
struct secret_value { u32 tag; struct text bytes; };
#define SECRETS "wasmcloud:secrets/store@1.0.0"
IMPORT(SECRETS, "get") void secret_get(const u8 *, u32, struct secret *);
IMPORT(SECRETS, "[resource-drop]secret") void secret_drop(u32);
IMPORT("wasmcloud:secrets/reveal@1.0.0", "reveal") void secret_reveal(u32, struct secret_value *);

static u32 kept;                                              // own<secret>, or 0

EXPORT("log") void log(u32 named, u32 level, const u8 *context, u32 cn, const u8 *message, u32 mn) {
  if (named) orders_log(level, context, cn, message, mn); else plain_log(level, context, cn, message, mn);
  reset();
}

struct maybe_text { u32 some; struct text text; };
struct setting_out { u32 is_err; union { struct maybe_text v; struct text e; }; };
EXPORT("setting") struct setting_out *setting(u32 eu, const u8 *key, u32 n) {
  struct setting_out *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out);
  struct setting found;
  if (eu) eu_get(key, n, &found); else us_get(key, n, &found);
  if (found.is_err & 255) {
    out->is_err = 1;
    out->e = join(found.e.tag & 255 ? TEXT("io: ") : TEXT("upstream: "), found.e.text);
  } else {
    out->v.some = found.v.some & 255;
    out->v.text = found.v.text;
  }
  return out;
}

static int get(const u8 *key, u32 n, struct unit_or_text *out, u32 *handle) {
  struct secret found;
  secret_get(key, n, &found);
  if (!(found.is_err & 255)) { *handle = found.handle; return 1; }
  out->is_err = 1;
  switch (found.e.tag & 255) {
    case 0: out->e = join(TEXT("upstream: "), found.e.text); return 0;
    case 1: out->e = join(TEXT("io: "), found.e.text); return 0;
    default: out->e = TEXT("not found"); return 0;
  }
}

EXPORT("known") struct unit_or_text *known(const u8 *key, u32 n) {
  struct unit_or_text *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out);
  u32 handle;
  if (get(key, n, out, &handle)) secret_drop(handle);
  return out;
}

EXPORT("reveal") struct unit_or_text *reveal(const u8 *key, u32 n) {   // result<list<u8>, string>
  struct unit_or_text *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out);
  u32 handle;
  if (!get(key, n, out, &handle)) return out;
  if (kept) secret_drop(kept);
  kept = handle;
  struct secret_value value;
  secret_reveal(kept, &value);
  out->e = value.bytes;
  return out;
}

EXPORT("reveal-and-trap") void reveal_and_trap(void) {
  struct secret_value value;
  secret_reveal(kept, &value);
  *(volatile u32 *)0xfffffff0 = 1;
}

EXPORT("cabi_post_setting") void post_setting(void *p) { (void)p; reset(); }
EXPORT("cabi_post_known") void post_known(void *p) { (void)p; reset(); }
EXPORT("cabi_post_reveal") void post_reveal(void *p) { (void)p; reset(); }

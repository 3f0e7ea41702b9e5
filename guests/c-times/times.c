// world demo:times/two-times: `east` and `west` are one interface, so are `morning` and `evening`, and `dice` and `cards`.
typedef unsigned char u8; typedef unsigned int u32; typedef unsigned long long u64; typedef __SIZE_TYPE__ usize;
#define IMPORT(m, n) __attribute__((import_module(m), import_name(n)))
#define EXPORT(n) __attribute__((export_name(n)))
extern u8 __heap_base; static u8 *top;
EXPORT("cabi_realloc") void *cabi_realloc(void *old, u32 old_size, u32 align, u32 size) {
  (void)old; (void)old_size;
  if (!top) top = &__heap_base;
  usize p = ((usize)top + align - 1) & ~(usize)(align - 1), end = p + size, have = __builtin_wasm_memory_size(0) << 16;
  if (end > have && __builtin_wasm_memory_grow(0, (end - have + 65535) >> 16) == (usize)-1) __builtin_trap();
  top = (u8 *)end; return (void *)p; }

IMPORT("east", "now") u64 east_now(void);
IMPORT("west", "now") u64 west_now(void);
IMPORT("east", "subscribe-duration") u32 east_timer(u64);
IMPORT("west", "subscribe-duration") u32 west_timer(u64);
typedef struct { u64 seconds; u32 nanoseconds; } datetime;
IMPORT("morning", "now") void morning_now(datetime *);
IMPORT("evening", "now") void evening_now(datetime *);
IMPORT("dice", "get-random-u64") u64 roll(void);
IMPORT("cards", "get-random-u64") u64 take(void);
typedef struct { const u32 *p; u32 n; } numbers;
IMPORT("wasi:io/poll@0.2.12", "poll") void poll(const u32 *, u32, numbers *);
IMPORT("wasi:io/poll@0.2.12", "[resource-drop]pollable") void drop(u32);

static u64 two[2];
EXPORT("now") void *now(void) { two[0] = east_now(); two[1] = west_now(); return two; }

EXPORT("today") void *today(void) {
  datetime t;
  morning_now(&t); two[0] = t.seconds;
  evening_now(&t); two[1] = t.seconds;
  return two; }

EXPORT("draw") void *draw(void) { two[0] = roll(); two[1] = take(); return two; }

EXPORT("first") u32 first(u64 east, u64 west) {
  u32 both[2] = { east_timer(east), west_timer(west) }, passed = 0;
  numbers ready; u8 *mark = top; poll(both, 2, &ready);
  for (u32 i = 0; i < ready.n; i++) passed |= 1u << ready.p[i];
  top = mark; drop(both[0]); drop(both[1]);
  return passed; }

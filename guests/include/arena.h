// Glue that several guests need: no libc, and one arena a call, which is empty again after post-return.
typedef unsigned char u8; typedef unsigned int u32; typedef __SIZE_TYPE__ usize;
#define IMPORT(m, n) __attribute__((import_module(m), import_name(n)))
#define EXPORT(n) __attribute__((export_name(n)))
extern u8 __heap_base;
static u8 *top;
void *memcpy(void *d, const void *s, usize n) { u8 *a = d; const u8 *b = s; while (n--) *a++ = *b++; return d; }
void *memset(void *d, int c, usize n) { u8 *a = d; while (n--) *a++ = (u8)c; return d; }
static void *alloc(u32 align, u32 size) {
  if (!top) top = &__heap_base;
  usize p = ((usize)top + align - 1) & ~(usize)(align - 1), end = p + size, have = __builtin_wasm_memory_size(0) << 16;
  if (end > have && __builtin_wasm_memory_grow(0, (end - have + 65535) >> 16) == (usize)-1) __builtin_trap();
  top = (u8 *)end;
  return (void *)p;
}
EXPORT("cabi_realloc") void *cabi_realloc(void *old, u32 old_size, u32 align, u32 size) {
  void *p = alloc(align, size);
  if (old) memcpy(p, old, old_size < size ? old_size : size);
  return p;
}
static inline void reset(void) { top = &__heap_base; }

struct text { const u8 *ptr; u32 len; };
struct unit_or_text { u32 is_err; struct text e; };           // result<_, string>

#define TEXT(literal) ((struct text){ (const u8 *)(literal), sizeof(literal) - 1 })
static inline int is(struct text a, struct text b) {
  if (a.len != b.len) return 0;
  for (u32 i = 0; i < a.len; i++) if (a.ptr[i] != b.ptr[i]) return 0;
  return 1;
}
static inline struct text join(struct text a, struct text b) {
  u8 *p = alloc(1, a.len + b.len);
  memcpy(p, a.ptr, a.len);
  memcpy(p + a.len, b.ptr, b.len);
  return (struct text){ p, a.len + b.len };
}

// world demo:files/two-systems: `left` and `right` are the same interface, two file systems.
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

typedef struct { u32 descriptor; const u8 *name; u32 length; } preopen;
typedef struct { const preopen *p; u32 n; } preopens;
typedef struct { u8 is_err; u8 pad[3]; union { u32 ok; u8 err; }; } open_result;                             // result<descriptor, error-code>
typedef struct { u8 is_err; u8 pad[3]; union { struct { const u8 *p; u32 n; u8 end; } ok; u8 err; }; } read_result; // result<tuple<list<u8>, bool>, error-code>
typedef struct { u8 is_err; u8 pad[7]; union { u64 ok; u8 err; }; } write_result;                            // result<filesize, error-code>
typedef struct { u8 is_err; u8 err; } done_result;                                                           // result<_, error-code>
IMPORT("left", "get-directories") void left_directories(preopens *);
IMPORT("right", "get-directories") void right_directories(preopens *);
#define TYPES "wasi:filesystem/types@0.2.12"
IMPORT(TYPES, "[method]descriptor.open-at") void open_at(u32, u32, const u8 *, u32, u32, u32, open_result *);
IMPORT(TYPES, "[method]descriptor.read") void read(u32, u64, u64, read_result *);
IMPORT(TYPES, "[method]descriptor.write") void write(u32, const u8 *, u32, u64, write_result *);
IMPORT(TYPES, "[method]descriptor.rename-at") void rename_at(u32, const u8 *, u32, u32, const u8 *, u32, done_result *);
IMPORT(TYPES, "[resource-drop]descriptor") void drop(u32);
enum { CREATE = 1, TRUNCATE = 8, READ = 1, WRITE = 2 };

static u32 left, right;
// The first folder of each, kept for as long as the instance lives.
static void begin(void) {
  if (left) return;
  preopens all; left_directories(&all); left = all.p[0].descriptor;
  right_directories(&all); right = all.p[0].descriptor; }

static struct { u8 is_err; u8 pad[7]; union { u64 ok; u32 err; }; } out;
static void *failed(u8 code) { out.is_err = 1; out.err = code; return &out; }
static void *done(u64 n) { out.is_err = 0; out.ok = n; return &out; }

EXPORT("copy") void *copy(const u8 *name, u32 n) {
  begin();
  open_result from, to;
  open_at(left, 1, name, n, 0, READ, &from);
  if (from.is_err) return failed(from.err);
  open_at(right, 1, name, n, CREATE | TRUNCATE, WRITE, &to);
  if (to.is_err) { drop(from.ok); return failed(to.err); }
  u64 at = 0; u8 code = 0, bad = 0, end = 0; u8 *mark = top;
  while (!bad && !end) {
    read_result r; read(from.ok, 65536, at, &r);
    if (r.is_err) { bad = 1; code = r.err; break; }
    end = r.ok.end;
    write_result w; write(to.ok, r.ok.p, r.ok.n, at, &w);
    if (w.is_err) { bad = 1; code = w.err; break; }
    at += w.ok; top = mark;
  }
  drop(from.ok); drop(to.ok);
  return bad ? failed(code) : done(at); }

EXPORT("move-across") void *move_across(const u8 *name, u32 n) {
  begin();
  done_result r; rename_at(left, name, n, right, name, n, &r);
  return r.is_err ? failed(r.err) : done(0); }

static u32 leaked[2];
EXPORT("leak") void *leak(const u8 *name, u32 n) {
  begin();
  for (leaked[0] = 0;; leaked[0]++) {
    open_result r; open_at(left, 1, name, n, 0, READ, &r);
    if (r.is_err) { leaked[1] = r.err; return leaked; }
  } }

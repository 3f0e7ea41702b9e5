// Hand-written canonical-ABI glue for world demo:albums/albums (no libc, no bindgen).
// Two instances of one interface, told apart by the import *module* name: "photos" and "backups". Containers, values and streams are
// resources of the unnamed interfaces that both use.
typedef unsigned char u8; typedef unsigned int u32; typedef unsigned long long u64; typedef __SIZE_TYPE__ usize;
#define IMPORT(m, n) __attribute__((import_module(m), import_name(n)))
#define EXPORT(n) __attribute__((export_name("demo:albums/album-service@0.1.0#" n)))
#define POST(n) __attribute__((export_name("cabi_post_demo:albums/album-service@0.1.0#" n)))

// ---- one arena per call: everything is dead after post-return -------------------------------
extern u8 __heap_base;
static u8 *top;
void *memcpy(void *d, const void *s, usize n) { u8 *a = d; const u8 *b = s; while (n--) *a++ = *b++; return d; }
void *memset(void *d, int c, usize n) { u8 *a = d; while (n--) *a++ = (u8)c; return d; }
static void *alloc(u32 align, u32 size) {
  if (!top) top = &__heap_base;
  usize p = ((usize)top + align - 1) & ~(usize)(align - 1);
  usize end = p + size, have = __builtin_wasm_memory_size(0) << 16;
  if (end > have && __builtin_wasm_memory_grow(0, (end - have + 65535) >> 16) == (usize)-1) __builtin_trap();
  top = (u8 *)end;
  return (void *)p;
}
__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(void *old, u32 old_size, u32 align, u32 size) {
  void *p = alloc(align, size);
  if (old) memcpy(p, old, old_size < size ? old_size : size);
  return p;
}
static void reset(void) { top = &__heap_base; }

// ---- imports ---------------------------------------------------------------------------------
struct str { const u8 *ptr; u32 len; };
struct r_unit { u8 is_err; struct str e; };                                 // result<_, string>
struct r_handle { u8 is_err; union { u32 handle; struct str e; }; };        // result<own, string>
struct r_bytes { u8 is_err; union { struct str v; struct str e; }; };       // result<list<u8>, string>
struct r_bool { u8 is_err; union { u8 b; struct str e; }; };                // result<bool, string>
struct r_names { u8 is_err; union { struct { u8 *names; u32 n; u8 end; } v; struct str e; }; };
struct r_info { u8 is_err; union { struct { struct str name, container; u64 created_at, size; } v; struct str e; }; };
struct r_body { u8 is_err; u32 stream; };                                   // result<own>
struct failure { u8 tag; u32 error; };                                      // variant stream-error
struct r_write { u8 is_err; struct failure f; };                            // result<_, stream-error>
struct r_count { u8 is_err; union { u64 n; struct failure f; }; };          // result<u64, stream-error>
#define STORE(L) \
  IMPORT(#L, "create-container") void L##_create(const u8 *, u32, struct r_handle *); \
  IMPORT(#L, "get-container") void L##_get(const u8 *, u32, struct r_handle *); \
  IMPORT(#L, "container-exists") void L##_exists(const u8 *, u32, struct r_bool *);
STORE(photos)
STORE(backups)
IMPORT("photos", "move-object")
void photos_move(const u8 *, u32, const u8 *, u32, const u8 *, u32, const u8 *, u32, struct r_unit *);
#define CONTAINER(n) IMPORT("wasi:blobstore/container@0.2.0-draft", n)
CONTAINER("[method]container.get-data") void get_data(u32, const u8 *, u32, u64, u64, struct r_handle *);
CONTAINER("[method]container.write-data") void write_data(u32, const u8 *, u32, u32, struct r_unit *);
CONTAINER("[method]container.list-objects") void list_objects(u32, struct r_handle *);
CONTAINER("[method]container.delete-object") void delete_object(u32, const u8 *, u32, struct r_unit *);
CONTAINER("[method]container.object-info") void object_info(u32, const u8 *, u32, struct r_info *);
CONTAINER("[method]stream-object-names.read-stream-object-names") void read_names(u32, u64, struct r_names *);
CONTAINER("[resource-drop]container") void drop_container(u32);
CONTAINER("[resource-drop]stream-object-names") void drop_names(u32);
#define TYPES(n) IMPORT("wasi:blobstore/types@0.2.0-draft", n)
TYPES("[static]outgoing-value.new-outgoing-value") u32 new_value(void);
TYPES("[method]outgoing-value.outgoing-value-write-body") void write_body(u32, struct r_body *);
TYPES("[static]outgoing-value.finish") void finish(u32, struct r_unit *);
TYPES("[resource-drop]outgoing-value") void drop_outgoing(u32);
TYPES("[static]incoming-value.incoming-value-consume-sync") void consume_sync(u32, struct r_bytes *);
TYPES("[static]incoming-value.incoming-value-consume-async") void consume_async(u32, struct r_handle *);
TYPES("[method]incoming-value.size") u64 incoming_size(u32);
#define STREAMS(n) IMPORT("wasi:io/streams@0.2.12", n)
STREAMS("[method]output-stream.blocking-write-and-flush") void write_flush(u32, const u8 *, u32, struct r_write *);
STREAMS("[method]output-stream.blocking-splice") void splice(u32, u32, u64, struct r_count *);
STREAMS("[resource-drop]output-stream") void drop_output(u32);
STREAMS("[resource-drop]input-stream") void drop_input(u32);
IMPORT("wasi:io/error@0.2.12", "[method]error.to-debug-string") void to_debug(u32, struct str *);
IMPORT("wasi:io/error@0.2.12", "[resource-drop]error") void drop_error(u32);

// ---- results ---------------------------------------------------------------------------------
struct out { u32 is_err; struct str v; };                                   // result<_ or list, string>
struct out_size { u64 is_err; union { u64 n; struct str e; }; };
static struct str message(const char *where, struct str e) {
  u8 *start = alloc(1, 0);
  for (const char *s = where; *s; s++) *(u8 *)alloc(1, 1) = (u8)*s;
  memcpy(alloc(1, e.len), e.ptr, e.len);
  return (struct str){ start, (u32)(top - start) };
}
static struct str said(struct failure f) {
  static const u8 CLOSED[] = "closed";
  if (f.tag == 1) return (struct str){ CLOSED, 6 };
  struct str text; to_debug(f.error, &text); drop_error(f.error);
  return text;
}
static struct out *done(void) { struct out *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out); return out; }
static struct out *failed(const char *where, struct str e) {
  struct str text = message(where, e);
  struct out *out = done(); out->is_err = 1; out->v = text; return out;
}
static struct out_size *sized(const char *where, struct str e, u64 n) {
  struct str text = { 0, 0 };
  if (where) text = message(where, e);
  struct out_size *out = alloc(8, sizeof *out); memset(out, 0, sizeof *out);
  if (where) { out->is_err = 1; out->e = text; } else out->n = n;
  return out;
}

// A container, which is made if there is none.
#define OPENED(L) \
  static int L##_opened(const u8 *album, u32 len, struct r_handle *r) { \
    struct r_bool there; L##_exists(album, len, &there); \
    if (there.is_err) { r->is_err = 1; r->e = there.e; return 0; } \
    if (there.b) L##_get(album, len, r); else L##_create(album, len, r); \
    return !r->is_err; \
  }
OPENED(photos)
OPENED(backups)

static struct out *put(const u8 *album, u32 album_len, const u8 *name, u32 name_len, const u8 *photo, u32 len, int finishes) {
  struct r_handle c; if (!photos_opened(album, album_len, &c)) return failed("photos: ", c.e);
  u32 value = new_value();
  struct r_body body; write_body(value, &body); if (body.is_err) __builtin_trap();
  struct r_body second; write_body(value, &second); if (!second.is_err) __builtin_trap();
  struct r_unit r; write_data(c.handle, name, name_len, value, &r); drop_container(c.handle);
  struct out *problem = r.is_err ? failed("write-data: ", r.e) : 0;
  for (u32 at = 0; at < len && !problem; at += 4096) {
    struct r_write w; write_flush(body.stream, photo + at, len - at < 4096 ? len - at : 4096, &w);
    if (w.is_err) problem = failed("write: ", said(w.f));
  }
  drop_output(body.stream);
  if (problem || !finishes) { drop_outgoing(value); return problem ? problem : done(); }
  finish(value, &r);
  return r.is_err ? failed("finish: ", r.e) : done();
}
EXPORT("keep") struct out *keep(const u8 *a, u32 al, const u8 *n, u32 nl, const u8 *p, u32 len) { return put(a, al, n, nl, p, len, 1); }
EXPORT("abandon") struct out *abandon(const u8 *a, u32 al, const u8 *n, u32 nl, const u8 *p, u32 len) { return put(a, al, n, nl, p, len, 0); }

EXPORT("backup") struct out_size *backup(const u8 *album, u32 album_len, const u8 *name, u32 name_len) {
  struct r_handle from, to, v, in; struct r_body body; struct r_unit r; struct r_count moved;
  photos_get(album, album_len, &from); if (from.is_err) return sized("photos: ", from.e, 0);
  get_data(from.handle, name, name_len, 0, ~0ull, &v); drop_container(from.handle); if (v.is_err) return sized("get-data: ", v.e, 0);
  u64 left = incoming_size(v.handle), size = left;
  consume_async(v.handle, &in); if (in.is_err) return sized("consume: ", in.e, 0);
  u32 value = new_value(); write_body(value, &body); if (body.is_err) __builtin_trap();
  for (; left; left -= moved.n) {
    splice(body.stream, in.handle, left, &moved);
    if (moved.is_err) { drop_input(in.handle); drop_output(body.stream); drop_outgoing(value); return sized("splice: ", said(moved.f), 0); }
  }
  drop_input(in.handle); drop_output(body.stream);
  if (!backups_opened(album, album_len, &to)) { drop_outgoing(value); return sized("backups: ", to.e, 0); }
  write_data(to.handle, name, name_len, value, &r); drop_container(to.handle);
  if (r.is_err) { drop_outgoing(value); return sized("write-data: ", r.e, 0); }
  finish(value, &r); if (r.is_err) return sized("finish: ", r.e, 0);
  return sized(0, (struct str){ 0, 0 }, size);
}

static struct out *read_at_once(struct r_handle *c, const char *store, const u8 *name, u32 name_len, u64 start, u64 end) {
  struct r_handle v; struct r_bytes b;
  if (c->is_err) return failed(store, c->e);
  get_data(c->handle, name, name_len, start, end, &v); drop_container(c->handle); if (v.is_err) return failed("get-data: ", v.e);
  consume_sync(v.handle, &b); if (b.is_err) return failed("consume: ", b.e);
  struct out *out = done(); out->v = b.v; return out;
}
EXPORT("fetch") struct out *fetch(const u8 *album, u32 album_len, const u8 *name, u32 name_len, u64 start, u64 end) {
  struct r_handle c; photos_get(album, album_len, &c);
  return read_at_once(&c, "photos: ", name, name_len, start, end);
}
EXPORT("fetch-backup") struct out *fetch_backup(const u8 *album, u32 album_len, const u8 *name, u32 name_len) {
  struct r_handle c; backups_get(album, album_len, &c);
  return read_at_once(&c, "backups: ", name, name_len, 0, ~0ull);
}

EXPORT("names") struct out *names(const u8 *album, u32 album_len) {
  struct r_handle c, l; struct r_names part;
  photos_get(album, album_len, &c); if (c.is_err) return failed("photos: ", c.e);
  list_objects(c.handle, &l); drop_container(c.handle); if (l.is_err) return failed("list-objects: ", l.e);
  u32 n = 0, room = 4; u8 *list = alloc(4, room * 8);
  do {
    read_names(l.handle, 3, &part); if (part.is_err) { drop_names(l.handle); return failed("read: ", part.e); }
    if (n + part.v.n > room) { u8 *more = alloc(4, room * 16); memcpy(more, list, n * 8); list = more; room *= 2; }
    memcpy(list + n * 8, part.v.names, part.v.n * 8); n += part.v.n;
  } while (!part.v.end);
  drop_names(l.handle);
  struct out *out = done(); out->v = (struct str){ list, n }; return out;
}

EXPORT("size") struct out_size *size(const u8 *album, u32 album_len, const u8 *name, u32 name_len) {
  struct r_handle c; struct r_info info;
  photos_get(album, album_len, &c); if (c.is_err) return sized("photos: ", c.e, 0);
  object_info(c.handle, name, name_len, &info); drop_container(c.handle); if (info.is_err) return sized("object-info: ", info.e, 0);
  return sized(0, (struct str){ 0, 0 }, info.v.size);
}

EXPORT("rename") struct out *rename(const u8 *a, u32 al, const u8 *n, u32 nl, const u8 *ta, u32 tal, const u8 *t, u32 tl) {
  struct r_unit r; photos_move(a, al, n, nl, ta, tal, t, tl, &r);
  return r.is_err ? failed("move-object: ", r.e) : done();
}

EXPORT("remove") struct out *remove(const u8 *album, u32 album_len, const u8 *name, u32 name_len) {
  struct r_handle c; struct r_unit r;
  photos_get(album, album_len, &c); if (c.is_err) return failed("photos: ", c.e);
  delete_object(c.handle, name, name_len, &r); drop_container(c.handle);
  return r.is_err ? failed("delete-object: ", r.e) : done();
}

EXPORT("finish-early") void finish_early(void) {
  struct r_body body; struct r_unit r; u32 value = new_value();
  write_body(value, &body); finish(value, &r);
}
POST("keep") void post_keep(void *p) { (void)p; reset(); }
POST("abandon") void post_abandon(void *p) { (void)p; reset(); }
POST("backup") void post_backup(void *p) { (void)p; reset(); }
POST("fetch") void post_fetch(void *p) { (void)p; reset(); }
POST("fetch-backup") void post_fetch_backup(void *p) { (void)p; reset(); }
POST("names") void post_names(void *p) { (void)p; reset(); }
POST("size") void post_size(void *p) { (void)p; reset(); }
POST("rename") void post_rename(void *p) { (void)p; reset(); }
POST("remove") void post_remove(void *p) { (void)p; reset(); }

// world demo:streams/streams: standard streams in every way, four releases of WASI at once. The first argument says what to do.
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

typedef struct { const u8 *p; u32 n; } bytes;
typedef struct { u8 tag; u8 pad[3]; u32 error; } stream_error;
typedef struct { u8 is_err; u8 pad[3]; union { bytes ok; stream_error err; }; } read_result;       // result<list<u8>, stream-error>
typedef struct { u8 is_err; u8 pad[7]; union { u64 ok; stream_error err; }; } count_result;        // result<u64, stream-error>
typedef struct { u8 is_err; u8 pad[3]; stream_error err; } done_result;                           // result<_, stream-error>

IMPORT("wasi:cli/environment@0.2.0", "get-arguments") void get_arguments(bytes *);
IMPORT("wasi:cli/stdin@0.2.0", "get-stdin") u32 old_stdin(void);
IMPORT("wasi:io/streams@0.2.0", "[method]input-stream.blocking-read") void old_read(u32, u64, read_result *);
IMPORT("wasi:io/streams@0.2.0", "[method]input-stream.blocking-skip") void old_skip(u32, u64, count_result *);
IMPORT("wasi:io/streams@0.2.0", "[resource-drop]input-stream") void drop_old_stdin(u32);
IMPORT("wasi:cli/stdin@0.2.12", "get-stdin") u32 get_stdin(void);
IMPORT("wasi:cli/stdout@0.2.12", "get-stdout") u32 get_stdout(void);
IMPORT("wasi:cli/stderr@0.2.12", "get-stderr") u32 get_stderr(void);
IMPORT("wasi:cli/exit@0.2.12", "exit-with-code") void exit_with_code(u32);
#define STREAMS "wasi:io/streams@0.2.12"
IMPORT(STREAMS, "[method]input-stream.read") void read(u32, u64, read_result *);
IMPORT(STREAMS, "[method]input-stream.subscribe") u32 readable(u32);
IMPORT(STREAMS, "[method]output-stream.check-write") void check_write(u32, count_result *);
IMPORT(STREAMS, "[method]output-stream.write") void write(u32, const u8 *, u32, done_result *);
IMPORT(STREAMS, "[method]output-stream.write-zeroes") void write_zeroes(u32, u64, done_result *);
IMPORT(STREAMS, "[method]output-stream.blocking-write-and-flush") void put(u32, const u8 *, u32, done_result *);
IMPORT(STREAMS, "[method]output-stream.blocking-write-zeroes-and-flush") void put_zeroes(u32, u64, done_result *);
IMPORT(STREAMS, "[method]output-stream.blocking-flush") void flush(u32, done_result *);
IMPORT(STREAMS, "[method]output-stream.subscribe") u32 writable(u32);
IMPORT(STREAMS, "[method]output-stream.blocking-splice") void splice(u32, u32, u64, count_result *);
IMPORT(STREAMS, "[resource-drop]input-stream") void drop_stdin(u32);
IMPORT(STREAMS, "[resource-drop]output-stream") void drop_stdout(u32);
IMPORT("wasi:io/error@0.2.12", "[method]error.to-debug-string") void to_debug(u32, bytes *);
IMPORT("wasi:io/error@0.2.12", "[resource-drop]error") void drop_error(u32);
IMPORT("wasi:io/poll@0.2.12", "[method]pollable.block") void block(u32);
IMPORT("wasi:io/poll@0.2.12", "poll") void poll(const u32 *, u32, bytes *);
IMPORT("wasi:io/poll@0.2.12", "[resource-drop]pollable") void drop_pollable(u32);
IMPORT("wasi:io/poll@0.2.3", "[method]pollable.ready") u32 timer_ready(u32);
IMPORT("wasi:io/poll@0.2.3", "[method]pollable.block") void timer_block(u32);
IMPORT("wasi:io/poll@0.2.3", "[resource-drop]pollable") void drop_timer(u32);
IMPORT("wasi:clocks/monotonic-clock@0.2.3", "now") u64 now(void);
IMPORT("wasi:clocks/monotonic-clock@0.2.3", "resolution") u64 resolution(void);
IMPORT("wasi:clocks/monotonic-clock@0.2.3", "subscribe-instant") u32 timer_at(u64);
IMPORT("wasi:clocks/monotonic-clock@0.2.3", "subscribe-duration") u32 timer_in(u64);
typedef struct { u64 seconds; u32 nanoseconds; } datetime;
IMPORT("wasi:clocks/wall-clock@0.2.12", "now") void wall_now(datetime *);
IMPORT("wasi:random/random@0.2.12", "get-random-bytes") void random_bytes(u64, bytes *);
IMPORT("wasi:random/random@0.2.12", "get-random-u64") u64 random_u64(void);

static u32 out, err;
static u32 length(const char *s) { u32 n = 0; while (s[n]) n++; return n; }
static int is(bytes b, const char *s) {
  if (b.n != length(s)) return 0;
  for (u32 i = 0; i < b.n; i++) if (b.p[i] != (u8)s[i]) return 0;
  return 1; }
static u64 number(bytes b) { u64 n = 0; for (u32 i = 0; i < b.n; i++) n = n * 10 + (b.p[i] - '0'); return n; }
static void say(const char *s) { done_result r; put(out, (const u8 *)s, length(s), &r); }
static void say_number(u64 n) {
  char text[21]; u32 i = 20; text[20] = 0;
  do { text[--i] = (char)('0' + n % 10); n /= 10; } while (n);
  say(text + i); }
static void say_line(u64 n) { say_number(n); say("\n"); }
// Says on standard error how a stream failed.
static u32 failed(stream_error e) {
  done_result r;
  if (e.tag == 1) { put(err, (const u8 *)"closed\n", 7, &r); return 1; }
  bytes text; to_debug(e.error, &text); drop_error(e.error);
  put(err, (const u8 *)"failed: ", 8, &r); put(err, text.p, text.n, &r); put(err, (const u8 *)"\n", 1, &r);
  return 1; }

// Bytes through check-write and write, waiting for room; 0 or what failed.
static int emit(const u8 *p, u32 n, stream_error *e) {
  while (n) {
    count_result room; check_write(out, &room);
    if (room.is_err) { *e = room.err; return 1; }
    if (!room.ok) { u32 w = writable(out); block(w); drop_pollable(w); continue; }
    u32 some = room.ok < n ? (u32)room.ok : n;
    done_result done; write(out, p, some, &done);
    if (done.is_err) { *e = done.err; return 1; }
    p += some; n -= some;
  }
  return 0; }

// From 0.2.0 to 0.2.12, after so many bytes that are skipped.
static u32 copy(u64 skipped) {
  u32 in = old_stdin(); u8 *mark = top;
  while (skipped) {
    count_result r; old_skip(in, skipped, &r);
    if (r.is_err) return 1;
    skipped -= r.ok;
  }
  for (;;) {
    read_result r; stream_error e; old_read(in, 65536, &r);
    if (r.is_err) { drop_old_stdin(in); if (r.err.tag != 1) return 1; break; }
    if (emit(r.ok.p, r.ok.n, &e)) return failed(e);
    top = mark;
  }
  done_result r; flush(out, &r);
  return r.is_err ? failed(r.err) : 0; }

// So many bytes from memory, in pieces of 64 KiB.
static u8 large[1 << 17];
static u32 fill(u64 n) {
  stream_error e; done_result r;
  for (u64 left = n; left;) {
    u32 some = left < 65536 ? (u32)left : 65536;
    if (emit(large, some, &e)) return failed(e);
    left -= some;
  }
  flush(out, &r);
  return r.is_err ? failed(r.err) : 0; }

// As a program's standard library prints: so many times so many bytes, each flushed.
static u32 print(u64 times, u32 size) {
  for (; times; times--) {
    done_result r; put(out, large, size, &r);
    if (r.is_err) return failed(r.err);
  }
  return 0; }

// Reads to the end, in pieces of at most 64 KiB, and says how many bytes there were.
static u32 drain(void) {
  u32 in = old_stdin(); u8 *mark = top; u64 total = 0;
  for (;;) {
    read_result r; old_read(in, 65536, &r);
    if (r.is_err) { drop_old_stdin(in); if (r.err.tag != 1) return 1; break; }
    total += r.ok.n; top = mark;
  }
  say_line(total);
  return 0; }

static u32 splice_all(void) {
  u32 in = get_stdin();
  for (;;) {
    count_result r; splice(out, in, 1 << 20, &r);
    if (r.is_err) { drop_stdin(in); return r.err.tag == 1 ? 0 : failed(r.err); }
  } }

static u32 zeroes(u64 n) {
  done_result done; put_zeroes(out, n / 2, &done);
  count_result room; check_write(out, &room); write_zeroes(out, n - n / 2, &done); flush(out, &done);
  return done.is_err ? failed(done.err) : 0; }

// Waits for standard input and output at once, and reads what comes without blocking: how many bytes in how many reads.
static u32 polled(void) {
  u32 in = get_stdin(); u64 total = 0, empty = 0; u8 *mark = top;
  for (;;) {
    u32 both[2] = { readable(in), writable(out) }; bytes ready; poll(both, 2, &ready);
    int is_readable = 0;
    for (u32 i = 0; i < ready.n; i++) if (((const u32 *)ready.p)[i] == 0) is_readable = 1;
    if (!is_readable) block(both[0]);
    read_result r; read(in, 1000, &r);
    drop_pollable(both[0]); drop_pollable(both[1]); top = mark;
    if (r.is_err) { if (r.err.tag != 1) return failed(r.err); break; }
    total += r.ok.n; empty += r.ok.n == 0;
  }
  say_number(total); say(" bytes, "); say_number(empty); say(" empty reads\n"); drop_stdin(in);
  return 0; }

static u32 sleep(u64 milliseconds) {
  u64 before = now(); u32 timer = timer_in(milliseconds * 1000000);
  say(timer_ready(timer) ? "ready " : "not ready "); timer_block(timer); drop_timer(timer);
  u32 past = timer_at(before); say(timer_ready(past) ? "ready " : "not ready "); drop_timer(past);
  say_line((now() - before) / 1000000 >= milliseconds);
  return 0; }

EXPORT("wasi:cli/run@0.2.0#run") u32 run(void) {
  bytes list; get_arguments(&list);
  const bytes *args = (const bytes *)list.p; bytes what = list.n > 1 ? args[1] : (bytes){ 0, 0 };
  u64 n = list.n > 2 ? number(args[2]) : 0;
  out = get_stdout(); err = get_stderr();
  done_result done; count_result room; bytes some;
  if (is(what, "copy")) return copy(n);
  if (is(what, "fill")) return fill(n);
  if (is(what, "print")) return print(n, list.n > 3 ? (u32)number(args[3]) : 1);
  if (is(what, "drain")) return drain();
  if (is(what, "splice")) return splice_all();
  if (is(what, "zeroes")) return zeroes(n);
  if (is(what, "polled")) return polled();
  if (is(what, "sleep")) return sleep(n);
  if (is(what, "for-ever")) { timer_block(timer_in(-1)); return 0; }
  if (is(what, "exit")) { exit_with_code((u32)n); return 0; }
  if (is(what, "fail")) return 1;
  if (is(what, "room")) { check_write(out, &room); say_line(room.ok); return 0; }
  if (is(what, "unasked")) { write(out, large, 1, &done); return 0; }
  if (is(what, "too-many")) { check_write(out, &room); write(out, large, (u32)room.ok + 1, &done); return 0; }
  if (is(what, "blocking-too-many")) { put(out, large, 4097, &done); return 0; }
  if (is(what, "poll-nothing")) { poll(0, 0, &some); return 0; }
  if (is(what, "drop-and-write")) { drop_stdout(out); check_write(out, &room); return 0; }
  if (is(what, "time")) { datetime t; wall_now(&t); say_number(t.seconds); say("."); say_number(t.nanoseconds); say(" "); say_line(resolution()); return 0; }
  if (is(what, "random")) { random_bytes(n, &some); say_number(some.n); say(" "); say_line(random_u64()); return 0; }
  say("what?\n");
  return 1;
}

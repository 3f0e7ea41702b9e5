// world demo:sockets/sockets: a client and a server of TCP and UDP, and look-ups of names. The first argument says what to do,
// the second is 4 or 6.
typedef unsigned char u8; typedef unsigned short u16; typedef unsigned int u32; typedef unsigned long long u64; typedef __SIZE_TYPE__ usize;
#define IMPORT(m, n) __attribute__((import_module(m), import_name(n)))
#define EXPORT(n) __attribute__((export_name(n)))
extern u8 __heap_base; static u8 *top;
EXPORT("cabi_realloc") void *cabi_realloc(void *old, u32 old_size, u32 align, u32 size) {
  (void)old; (void)old_size;
  if (!top) top = &__heap_base;
  usize p = ((usize)top + align - 1) & ~(usize)(align - 1), end = p + size, have = __builtin_wasm_memory_size(0) << 16;
  if (end > have && __builtin_wasm_memory_grow(0, (end - have + 65535) >> 16) == (usize)-1) __builtin_trap();
  top = (u8 *)end; return (void *)p; }

typedef struct { u8 *p; u32 n; } bytes;
typedef struct { u8 tag; u8 pad[3]; u32 error; } stream_error;
typedef struct { u8 is_err; u8 pad[3]; union { bytes ok; stream_error err; }; } read_result;
typedef struct { u8 is_err; u8 pad[7]; union { u64 ok; stream_error err; u8 code; }; } count_result;
typedef struct { u8 is_err; u8 pad[3]; stream_error err; } done_result;
typedef struct { u8 is_err; u8 code; } unit_result;                                              // result<_, error-code>
typedef struct { u8 is_err; u8 pad[3]; union { u32 ok; u8 code; }; } handle_result;
typedef struct { u8 is_err; u8 pad[3]; union { u32 ok[3]; u8 code; }; } handles_result;
// ip-socket-address, as it lies in memory and as it is passed.
typedef struct { u8 v6; u8 pad[3]; union {
  struct { u16 port; u8 a[4]; } v4; struct { u16 port; u16 pad; u32 flow; u16 a[8]; u32 scope; } v6a; u16 port; }; } address;
typedef struct { u8 is_err; u8 pad[3]; union { address ok; u8 code; }; } address_result;
typedef struct { u8 is_err; u8 pad; union { struct { u8 some; u8 pad2; u8 v6; u8 pad3; union { u8 v4[4]; u16 v6a[8]; }; } ok; u8 code; }; } ip_result;
typedef struct { bytes data; address from; } incoming;
typedef struct { bytes data; u8 some; u8 pad[3]; address to; } outgoing;
#define FLAT u32, u32, u32, u32, u32, u32, u32, u32, u32, u32, u32, u32
#define V4(x) 0, (x).v4.port, (x).v4.a[0], (x).v4.a[1], (x).v4.a[2], (x).v4.a[3], 0, 0, 0, 0, 0, 0
#define V6(x) 1, (x).v6a.port, (x).v6a.flow, (x).v6a.a[0], (x).v6a.a[1], (x).v6a.a[2], (x).v6a.a[3], (x).v6a.a[4], (x).v6a.a[5], \
  (x).v6a.a[6], (x).v6a.a[7], (x).v6a.scope

IMPORT("wasi:cli/environment@0.2.12", "get-arguments") void get_arguments(bytes *);
IMPORT("wasi:cli/stdin@0.2.12", "get-stdin") u32 get_stdin(void);
IMPORT("wasi:cli/stdout@0.2.12", "get-stdout") u32 get_stdout(void);
IMPORT("wasi:clocks/monotonic-clock@0.2.12", "subscribe-duration") u32 timer_in(u64);
#define POLL "wasi:io/poll@0.2.12"
IMPORT(POLL, "[method]pollable.block") void block(u32);
IMPORT(POLL, "[method]pollable.ready") u32 ready(u32);
IMPORT(POLL, "poll") void poll(const u32 *, u32, bytes *);
IMPORT(POLL, "[resource-drop]pollable") void drop_pollable(u32);
#define STREAMS "wasi:io/streams@0.2.12"
IMPORT(STREAMS, "[method]input-stream.read") void read(u32, u64, read_result *);
IMPORT(STREAMS, "[method]input-stream.blocking-read") void read_some(u32, u64, read_result *);
IMPORT(STREAMS, "[method]input-stream.subscribe") u32 readable(u32);
IMPORT(STREAMS, "[method]output-stream.check-write") void check_write(u32, count_result *);
IMPORT(STREAMS, "[method]output-stream.write") void write(u32, const u8 *, u32, done_result *);
IMPORT(STREAMS, "[method]output-stream.blocking-write-and-flush") void put(u32, const u8 *, u32, done_result *);
IMPORT(STREAMS, "[method]output-stream.blocking-flush") void flush(u32, done_result *);
IMPORT(STREAMS, "[method]output-stream.subscribe") u32 writable(u32);
IMPORT(STREAMS, "[resource-drop]input-stream") void drop_input(u32);
IMPORT(STREAMS, "[resource-drop]output-stream") void drop_output(u32);
IMPORT("wasi:io/error@0.2.12", "[resource-drop]error") void drop_error(u32);
IMPORT("wasi:sockets/instance-network@0.2.12", "instance-network") u32 instance_network(void);
#define LOOKUP "wasi:sockets/ip-name-lookup@0.2.12"
IMPORT(LOOKUP, "resolve-addresses") void resolve(u32, const u8 *, u32, handle_result *);
IMPORT(LOOKUP, "[method]resolve-address-stream.resolve-next-address") void resolve_next(u32, ip_result *);
IMPORT(LOOKUP, "[method]resolve-address-stream.subscribe") u32 resolved(u32);
IMPORT(LOOKUP, "[resource-drop]resolve-address-stream") void drop_lookup(u32);
IMPORT("wasi:sockets/tcp-create-socket@0.2.12", "create-tcp-socket") void create_tcp(u32, handle_result *);
#define TCP "wasi:sockets/tcp@0.2.12"
IMPORT(TCP, "[method]tcp-socket.start-bind") void start_bind(u32, u32, FLAT, unit_result *);
IMPORT(TCP, "[method]tcp-socket.finish-bind") void finish_bind(u32, unit_result *);
IMPORT(TCP, "[method]tcp-socket.start-connect") void start_connect(u32, u32, FLAT, unit_result *);
IMPORT(TCP, "[method]tcp-socket.finish-connect") void finish_connect(u32, handles_result *);
IMPORT(TCP, "[method]tcp-socket.start-listen") void start_listen(u32, unit_result *);
IMPORT(TCP, "[method]tcp-socket.finish-listen") void finish_listen(u32, unit_result *);
IMPORT(TCP, "[method]tcp-socket.accept") void accept(u32, handles_result *);
IMPORT(TCP, "[method]tcp-socket.local-address") void local_address(u32, address_result *);
IMPORT(TCP, "[method]tcp-socket.remote-address") void remote_address(u32, address_result *);
IMPORT(TCP, "[method]tcp-socket.is-listening") u32 is_listening(u32);
IMPORT(TCP, "[method]tcp-socket.address-family") u32 family_of(u32);
IMPORT(TCP, "[method]tcp-socket.set-listen-backlog-size") void set_backlog(u32, u64, unit_result *);
IMPORT(TCP, "[method]tcp-socket.keep-alive-enabled") void keep_alive(u32, unit_result *);
IMPORT(TCP, "[method]tcp-socket.set-keep-alive-enabled") void set_keep_alive(u32, u32, unit_result *);
IMPORT(TCP, "[method]tcp-socket.keep-alive-idle-time") void idle_time(u32, count_result *);
IMPORT(TCP, "[method]tcp-socket.set-keep-alive-idle-time") void set_idle_time(u32, u64, unit_result *);
IMPORT(TCP, "[method]tcp-socket.set-keep-alive-count") void set_count(u32, u32, unit_result *);
IMPORT(TCP, "[method]tcp-socket.set-hop-limit") void set_hop_limit(u32, u32, unit_result *);
IMPORT(TCP, "[method]tcp-socket.set-receive-buffer-size") void set_receive_buffer(u32, u64, unit_result *);
IMPORT(TCP, "[method]tcp-socket.subscribe") u32 tcp_ready(u32);
IMPORT(TCP, "[method]tcp-socket.shutdown") void shutdown(u32, u32, unit_result *);
IMPORT(TCP, "[resource-drop]tcp-socket") void drop_tcp(u32);
IMPORT("wasi:sockets/udp-create-socket@0.2.12", "create-udp-socket") void create_udp(u32, handle_result *);
#define UDP "wasi:sockets/udp@0.2.12"
IMPORT(UDP, "[method]udp-socket.start-bind") void udp_start_bind(u32, u32, FLAT, unit_result *);
IMPORT(UDP, "[method]udp-socket.finish-bind") void udp_finish_bind(u32, unit_result *);
IMPORT(UDP, "[method]udp-socket.stream") void udp_stream(u32, u32, FLAT, handles_result *);
IMPORT(UDP, "[method]udp-socket.local-address") void udp_local_address(u32, address_result *);
IMPORT(UDP, "[method]udp-socket.remote-address") void udp_remote_address(u32, address_result *);
IMPORT(UDP, "[method]incoming-datagram-stream.receive") void receive(u32, u64, read_result *);
IMPORT(UDP, "[method]incoming-datagram-stream.subscribe") u32 receivable(u32);
IMPORT(UDP, "[method]outgoing-datagram-stream.check-send") void check_send(u32, count_result *);
IMPORT(UDP, "[method]outgoing-datagram-stream.send") void send(u32, const outgoing *, u32, count_result *);
IMPORT(UDP, "[method]outgoing-datagram-stream.subscribe") u32 sendable(u32);
IMPORT(UDP, "[resource-drop]incoming-datagram-stream") void drop_incoming(u32);
IMPORT(UDP, "[resource-drop]outgoing-datagram-stream") void drop_outgoing(u32);
IMPORT(UDP, "[resource-drop]udp-socket") void drop_udp(u32);

static const char *codes[] = { "unknown", "access-denied", "not-supported", "invalid-argument", "out-of-memory", "timeout",
  "concurrency-conflict", "not-in-progress", "would-block", "invalid-state", "new-socket-limit", "address-not-bindable",
  "address-in-use", "remote-unreachable", "connection-refused", "connection-reset", "connection-aborted", "datagram-too-large",
  "name-unresolvable", "temporary-resolver-failure", "permanent-resolver-failure" };
#define WOULD_BLOCK 8

static u32 out, net, v6; static u8 *mark;
static u32 length(const char *s) { u32 n = 0; while (s[n]) n++; return n; }
static int is(bytes b, const char *s) {
  if (b.n != length(s)) return 0;
  for (u32 i = 0; i < b.n; i++) if (b.p[i] != (u8)s[i]) return 0;
  return 1; }
static u64 number(bytes b) { u64 n = 0; for (u32 i = 0; i < b.n; i++) n = n * 10 + (b.p[i] - '0'); return n; }
static void say_bytes(const u8 *p, u32 n) { done_result r; while (n) { u32 k = n < 4096 ? n : 4096; put(out, p, k, &r); p += k; n -= k; } }
static void say(const char *s) { say_bytes((const u8 *)s, length(s)); }
static void say_number(u64 n) {
  char text[21]; u32 i = 20; text[20] = 0;
  do { text[--i] = (char)('0' + n % 10); n /= 10; } while (n);
  say(text + i); }
static void say_hex(u32 n) {
  char text[9]; u32 i = 8; text[8] = 0;
  do { text[--i] = "0123456789abcdef"[n & 15]; n >>= 4; } while (n);
  say(text + i); }
static u32 fail(const char *what, u8 code) { say(what); say(": "); say(codes[code]); say("\n"); return 1; }
static void say_unit(const char *what, unit_result r) { say(what); say(": "); say(r.is_err ? codes[r.code] : "ok"); say("\n"); }
static void wait_for(u32 pollable) { block(pollable); drop_pollable(pollable); }
static address loopback(u32 port) {
  address a = { 0 };
  a.v6 = (u8)v6; a.port = (u16)port;
  if (v6) a.v6a.a[7] = 1; else { a.v4.a[0] = 127; a.v4.a[3] = 1; }
  return a; }
static void bind_tcp(u32 s, address a, unit_result *r) {
  if (a.v6) start_bind(s, net, V6(a), r); else start_bind(s, net, V4(a), r); }
static void connect_tcp(u32 s, address a, unit_result *r) {
  if (a.v6) start_connect(s, net, V6(a), r); else start_connect(s, net, V4(a), r); }

// All of these bytes, waiting for room; 0 or 1 if the peer is gone.
static int emit(u32 stream, const u8 *p, u32 n) {
  while (n) {
    count_result room; done_result done; check_write(stream, &room);
    if (room.is_err) return 1;
    if (!room.ok) { wait_for(writable(stream)); continue; }
    u32 some = room.ok < n ? (u32)room.ok : n;
    write(stream, p, some, &done);
    if (done.is_err) return 1;
    p += some; n -= some;
  }
  return 0; }

static u32 connected(u32 port, handles_result *streams, u32 *socket) {
  handle_result s; unit_result r; create_tcp(v6, &s);
  if (s.is_err) return fail("create-tcp-socket", s.code);
  *socket = s.ok;
  connect_tcp(s.ok, loopback(port), &r);
  if (r.is_err) { drop_tcp(s.ok); return fail("start-connect", r.code); }
  for (;;) {
    finish_connect(s.ok, streams);
    if (!streams->is_err) return 0;
    if (streams->code != WOULD_BLOCK) { drop_tcp(s.ok); return fail("finish-connect", streams->code); }
    wait_for(tcp_ready(s.ok));
  } }

// Sends a text, says that nothing more comes, and prints what comes back.
static u32 client(u32 port, bytes text) {
  handles_result c; u32 socket; unit_result r;
  if (connected(port, &c, &socket)) return 1;
  if (emit(c.ok[1], text.p, text.n)) say("peer gone\n");
  shutdown(socket, 1, &r);
  if (r.is_err) return fail("shutdown", r.code);
  for (;;) {
    mark = top; read_result got; read_some(c.ok[0], 65536, &got);
    if (got.is_err) { say(got.err.tag ? "closed\n" : "failed\n"); if (!got.err.tag) drop_error(got.err.error); break; }
    say_bytes(got.ok.p, got.ok.n); top = mark;
  }
  drop_input(c.ok[0]); drop_output(c.ok[1]); drop_tcp(socket);
  return 0; }

// Sends so many bytes as fast as they are taken.
static u8 large[1 << 16];
static u32 flood(u32 port, u64 n) {
  handles_result c; u32 socket;
  if (connected(port, &c, &socket)) return 1;
  u64 sent = 0;
  while (sent < n) {
    u32 some = n - sent < sizeof large ? (u32)(n - sent) : sizeof large;
    if (emit(c.ok[1], large, some)) { say("peer gone\n"); break; }
    sent += some;
  }
  drop_output(c.ok[1]); drop_input(c.ok[0]); drop_tcp(socket);
  say("sent "); say_number(sent); say("\n");
  return 0; }

static u32 listening(u32 *port) {
  handle_result s; unit_result r; address_result a; create_tcp(v6, &s);
  bind_tcp(s.ok, loopback(0), &r);
  if (r.is_err) { fail("start-bind", r.code); return 0; }
  finish_bind(s.ok, &r); set_backlog(s.ok, 64, &r); start_listen(s.ok, &r); finish_listen(s.ok, &r);
  if (r.is_err) { fail("finish-listen", r.code); return 0; }
  local_address(s.ok, &a); *port = a.ok.port;
  say("listening "); say_number(*port); say("\n");
  return s.ok; }

// Echoes to many clients at once until so many are done. A client that does not read is not read from.
typedef struct { u32 socket, in, out, open, held, at; u8 bytes[8192]; } peer;
static peer peers[64];
static u32 serve(u32 clients) {
  u32 port, listener = listening(&port), done = 0, count = 0; u64 total = 0;
  if (!listener) return 1;
  u8 *base = top;
  while (done < clients) {
    u32 waits[65], whose[65], n = 0; bytes now;
    waits[n] = tcp_ready(listener); whose[n++] = 64;
    for (u32 i = 0; i < 64; i++) if (peers[i].open) { waits[n] = peers[i].held ? writable(peers[i].out) : readable(peers[i].in); whose[n++] = i; }
    poll(waits, n, &now);
    for (u32 i = 0; i < n; i++) drop_pollable(waits[i]);
    for (u32 k = 0; k < now.n; k++) {
      u32 who = whose[((u32 *)now.p)[k]];
      if (who == 64) {
        handles_result a; accept(listener, &a);
        if (a.is_err) { if (a.code != WOULD_BLOCK) return fail("accept", a.code); continue; }
        u32 i = 0; while (peers[i].open) i++;
        peers[i].socket = a.ok[0]; peers[i].in = a.ok[1]; peers[i].out = a.ok[2]; peers[i].open = 1; peers[i].held = 0; count++;
        continue;
      }
      peer *p = &peers[who]; int gone = 0;
      if (p->held) {
        count_result room; done_result d; check_write(p->out, &room);
        if (room.is_err) gone = 1;
        else if (room.ok) {
          u32 some = room.ok < p->held ? (u32)room.ok : p->held;
          write(p->out, p->bytes + p->at, some, &d); gone = d.is_err; p->at += some; p->held -= some;
        }
      } else {
        u8 *here = top; read_result got; read(p->in, sizeof p->bytes, &got);
        if (got.is_err) { gone = 1; if (!got.err.tag) drop_error(got.err.error); }
        else { for (u32 i = 0; i < got.ok.n; i++) p->bytes[i] = got.ok.p[i]; p->held = got.ok.n; p->at = 0; total += got.ok.n; }
        top = here;
      }
      if (gone) { drop_input(p->in); drop_output(p->out); drop_tcp(p->socket); p->open = 0; done++; }
    }
    top = base;
  }
  for (u32 i = 0; i < 64; i++) if (peers[i].open) return 2;
  drop_tcp(listener);
  say("served "); say_number(count); say(" clients, "); say_number(total); say(" bytes\n");
  return 0; }

static u32 udp_bound(handle_result *s) {
  unit_result r; create_udp(v6, s);
  if (s->is_err) return fail("create-udp-socket", s->code);
  address a = loopback(0);
  if (v6) udp_start_bind(s->ok, net, V6(a), &r); else udp_start_bind(s->ok, net, V4(a), &r);
  if (r.is_err) return fail("start-bind", r.code);
  udp_finish_bind(s->ok, &r);
  return 0; }

static u32 send_one(u32 stream, bytes data, const address *to) {
  outgoing o = { data, to != 0, { 0 }, { 0 } }; count_result n;
  if (to) o.to = *to;
  for (;;) {
    check_send(stream, &n);
    if (n.is_err) return fail("check-send", n.code);
    if (n.ok) break;
    wait_for(sendable(stream));
  }
  send(stream, &o, 1, &n);
  return n.is_err ? fail("send", n.code) : n.ok == 1 ? 0 : fail("send", WOULD_BLOCK); }

// Sends back so many datagrams.
static u32 udp_echo(u32 count) {
  handle_result s; handles_result c; address_result a;
  if (udp_bound(&s)) return 1;
  address none = { 0 }; udp_stream(s.ok, 0, V4(none), &c);
  udp_local_address(s.ok, &a); say("bound "); say_number(a.ok.port); say("\n");
  while (count) {
    mark = top; read_result got; wait_for(receivable(c.ok[0])); receive(c.ok[0], count, &got);
    if (got.is_err) return fail("receive", *(u8 *)&got.ok);
    incoming *all = (incoming *)got.ok.p;
    for (u32 i = 0; i < got.ok.n; i++, count--) if (send_one(c.ok[1], all[i].data, &all[i].from)) return 1;
    top = mark;
  }
  drop_incoming(c.ok[0]); drop_outgoing(c.ok[1]); drop_udp(s.ok);
  say("done\n");
  return 0; }

// Sends a datagram to one peer and prints what comes back.
static u32 udp_ask(u32 port, bytes text) {
  handle_result s; handles_result c; address_result a; address to = loopback(port);
  if (udp_bound(&s)) return 1;
  if (v6) udp_stream(s.ok, 1, V6(to), &c); else udp_stream(s.ok, 1, V4(to), &c);
  if (c.is_err) return fail("stream", c.code);
  udp_remote_address(s.ok, &a);
  if (a.is_err || a.ok.port != port) return 2;
  if (send_one(c.ok[1], text, 0)) return 1;
  read_result got; wait_for(receivable(c.ok[0])); receive(c.ok[0], 10, &got);
  if (got.is_err) return fail("receive", *(u8 *)&got.ok);
  incoming *one = (incoming *)got.ok.p; say_bytes(one->data.p, one->data.n); say("\n");
  drop_incoming(c.ok[0]); drop_outgoing(c.ok[1]); drop_udp(s.ok);
  return 0; }

static u32 lookup(bytes name) {
  handle_result s; resolve(net, name.p, name.n, &s);
  if (s.is_err) return fail("resolve-addresses", s.code);
  for (;;) {
    ip_result r; resolve_next(s.ok, &r);
    if (r.is_err && r.code == WOULD_BLOCK) { wait_for(resolved(s.ok)); continue; }
    if (r.is_err) { drop_lookup(s.ok); return fail("resolve-next-address", r.code); }
    if (!r.ok.some) break;
    if (r.ok.v6) for (u32 i = 0; i < 8; i++) { say_hex(r.ok.v6a[i]); say(i < 7 ? ":" : "\n"); }
    else for (u32 i = 0; i < 4; i++) { say_number(r.ok.v4[i]); say(i < 3 ? "." : "\n"); }
  }
  drop_lookup(s.ok);
  return 0; }

// Waits for a client, a timer and standard input at once, and says what came in which order, until all three have.
static u32 at_once(u64 milliseconds) {
  u32 port, listener = listening(&port), in = get_stdin(), left = 3;
  if (!listener) return 1;
  u32 waits[3] = { tcp_ready(listener), timer_in(milliseconds * 1000000), readable(in) }; u32 has[3] = { 1, 1, 1 };
  while (left) {
    u32 now[3], which[3], n = 0; bytes got;
    for (u32 i = 0; i < 3; i++) if (has[i]) { now[n] = waits[i]; which[n++] = i; }
    poll(now, n, &got);
    for (u32 k = 0; k < got.n; k++) {
      u32 w = which[((u32 *)got.p)[k]]; has[w] = 0; left--; drop_pollable(waits[w]);
      if (w == 0) { handles_result a; accept(listener, &a); say(a.is_err ? codes[a.code] : "client"); say("\n"); drop_input(a.ok[1]); drop_output(a.ok[2]); drop_tcp(a.ok[0]); }
      if (w == 1) say("timer\n");
      if (w == 2) { read_result r; read(in, 100, &r); say("input "); if (r.is_err) say("ended\n"); else say_bytes(r.ok.p, r.ok.n); }
    }
  }
  drop_tcp(listener); drop_input(in);
  return 0; }

// What calls answer that are made in the wrong state, or with what cannot be.
static u32 states(void) {
  handle_result s; unit_result r; handles_result h; address_result a; count_result n; address any = loopback(0), other, wide = any;
  create_tcp(v6, &s); u32 t = s.ok;
  v6 = !v6; other = loopback(80); v6 = !v6;
  if (v6) wide.v6a.a[7] = 0; else wide.v4.a[0] = wide.v4.a[3] = 0;
  say("family "); say(family_of(t) ? "ipv6\n" : "ipv4\n");
  say(is_listening(t) ? "listening\n" : "not listening\n");
  finish_bind(t, &r); say_unit("finish-bind", r);
  finish_connect(t, &h); say("finish-connect: "); say(codes[h.code]); say("\n");
  finish_listen(t, &r); say_unit("finish-listen", r);
  start_listen(t, &r); say_unit("start-listen", r);
  accept(t, &h); say("accept: "); say(codes[h.code]); say("\n");
  local_address(t, &a); say("local-address: "); say(codes[a.code]); say("\n");
  remote_address(t, &a); say("remote-address: "); say(codes[a.code]); say("\n");
  shutdown(t, 2, &r); say_unit("shutdown", r);
  set_backlog(t, 0, &r); say_unit("set-listen-backlog-size 0", r);
  set_idle_time(t, 0, &r); say_unit("set-keep-alive-idle-time 0", r);
  set_count(t, 0, &r); say_unit("set-keep-alive-count 0", r);
  set_hop_limit(t, 0, &r); say_unit("set-hop-limit 0", r);
  set_receive_buffer(t, 0, &r); say_unit("set-receive-buffer-size 0", r);
  set_keep_alive(t, 1, &r); say_unit("set-keep-alive-enabled", r);
  keep_alive(t, &r); say(r.code ? "enabled\n" : "not enabled\n");
  set_idle_time(t, 5000000000, &r); idle_time(t, &n); say("idle "); say_number(n.ok); say("\n");
  bind_tcp(t, other, &r); say_unit("start-bind of the other family", r);
  bind_tcp(t, any, &r); say_unit("start-bind", r);
  bind_tcp(t, any, &r); say_unit("start-bind again", r);
  u32 p = tcp_ready(t); say(ready(p) ? "ready\n" : "not ready\n");
  finish_bind(t, &r); say_unit("finish-bind", r);
  bind_tcp(t, any, &r); say_unit("start-bind when bound", r);
  local_address(t, &a); say(a.is_err || !a.ok.port ? "no port\n" : "a port\n");
  start_listen(t, &r); say_unit("start-listen", r);
  start_listen(t, &r); say_unit("start-listen again", r);
  finish_listen(t, &r); say_unit("finish-listen", r);
  say(is_listening(t) ? "listening\n" : "not listening\n");
  say(ready(p) ? "ready\n" : "not ready\n"); drop_pollable(p);
  accept(t, &h); say("accept: "); say(codes[h.code]); say("\n");
  connect_tcp(t, loopback(80), &r); say_unit("start-connect when listening", r);
  shutdown(t, 0, &r); say_unit("shutdown when listening", r);
  drop_tcp(t);
  address bad[3] = { other, loopback(0), wide };
  bad[2].port = 80;
  for (u32 i = 0; i < 3; i++) {
    create_tcp(v6, &s); connect_tcp(s.ok, bad[i], &r);
    say_unit(i == 0 ? "start-connect to the other family" : i == 1 ? "start-connect to port 0" : "start-connect to no address", r);
    drop_tcp(s.ok);
  }
  create_udp(v6, &s); address none = { 0 };
  udp_finish_bind(s.ok, &r); say_unit("udp finish-bind", r);
  udp_local_address(s.ok, &a); say("udp local-address: "); say(codes[a.code]); say("\n");
  udp_stream(s.ok, 0, V4(none), &h); say("udp stream: "); say(codes[h.code]); say("\n");
  udp_remote_address(s.ok, &a); say("udp remote-address: "); say(codes[a.code]); say("\n");
  drop_udp(s.ok);
  if (udp_bound(&s)) return 1;
  if (v6) udp_stream(s.ok, 1, V6(wide), &h); else udp_stream(s.ok, 1, V4(wide), &h);
  say("udp stream to no address: "); say(codes[h.code]); say("\n");
  udp_stream(s.ok, 0, V4(none), &h);
  bytes x = { (u8 *)"x", 1 }; send_one(h.ok[1], x, 0); send_one(h.ok[1], x, &other); send_one(h.ok[1], x, &any);
  bytes nothing = { 0, 0 }; read_result got; receive(h.ok[0], 0, &got); say(got.is_err ? "failed\n" : "nothing received\n"); (void)nothing;
  drop_incoming(h.ok[0]); drop_outgoing(h.ok[1]); drop_udp(s.ok);
  return 0; }

// Makes sockets and keeps them, until no more are to be had.
static u32 leak(u32 most) {
  for (u32 i = 0; i < most; i++) {
    handle_result s; if (i & 1) create_udp(v6, &s); else create_tcp(v6, &s);
    if (s.is_err) { say_number(i); say(" sockets\n"); return fail("create", s.code); }
  }
  say_number(most); say(" sockets\n");
  return 0; }

EXPORT("wasi:cli/run@0.2.12#run") u32 run(void) {
  bytes list; get_arguments(&list);
  const bytes *args = (const bytes *)list.p;
  out = get_stdout(); net = instance_network();
  if (list.n < 3) { say("what?\n"); return 1; }
  bytes what = args[1], none = { 0, 0 }, text = list.n > 4 ? args[4] : none;
  v6 = is(args[2], "6");
  u64 n = list.n > 3 ? number(args[3]) : 0;
  if (is(what, "client")) return client((u32)n, text);
  if (is(what, "flood")) return flood((u32)n, number(text));
  if (is(what, "serve")) return serve((u32)n);
  if (is(what, "udp-echo")) return udp_echo((u32)n);
  if (is(what, "udp-ask")) return udp_ask((u32)n, text);
  if (is(what, "lookup")) return lookup(args[3]);
  if (is(what, "at-once")) return at_once(n);
  if (is(what, "states")) return states();
  if (is(what, "leak")) return leak((u32)n);
  if (is(what, "for-ever")) { u32 port, l = listening(&port); if (l) block(tcp_ready(l)); return 0; }
  say("what?\n");
  return 1; }

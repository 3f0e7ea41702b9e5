// world demo:sockets/networks: two networks by name, sockets of the unnamed interfaces.
typedef unsigned char u8; typedef unsigned int u32;
#define IMPORT(m, n) __attribute__((import_module(m), import_name(n)))
#define EXPORT(n) __attribute__((export_name(n)))
EXPORT("cabi_realloc") void *cabi_realloc(void *old, u32 old_size, u32 align, u32 size) {
  (void)old; (void)old_size; (void)align; (void)size; __builtin_trap(); }

typedef struct { u8 is_err; u8 code; } unit_result;
typedef struct { u8 is_err; u8 pad[3]; union { u32 ok[2]; u8 code; }; } handles_result;
#define FLAT u32, u32, u32, u32, u32, u32, u32, u32, u32, u32, u32, u32
#define LOOPBACK(port) 0, port, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0
IMPORT("inner", "instance-network") u32 inner_network(void);
IMPORT("outer", "instance-network") u32 outer_network(void);
IMPORT("wasi:sockets/network@0.2.12", "[resource-drop]network") void drop_network(u32);
IMPORT("wasi:sockets/tcp-create-socket@0.2.12", "create-tcp-socket") void create_tcp(u32, handles_result *);
#define TCP "wasi:sockets/tcp@0.2.12"
IMPORT(TCP, "[method]tcp-socket.start-bind") void start_bind(u32, u32, FLAT, unit_result *);
IMPORT(TCP, "[method]tcp-socket.finish-bind") void finish_bind(u32, unit_result *);
IMPORT(TCP, "[method]tcp-socket.start-connect") void start_connect(u32, u32, FLAT, unit_result *);
IMPORT(TCP, "[resource-drop]tcp-socket") void drop_tcp(u32);
#define OK 21

static u32 connected(u32 socket, u32 network, u32 port) {
  unit_result r; start_connect(socket, network, LOOPBACK(port), &r);
  return r.is_err ? r.code : OK; }

EXPORT("connect") u32 connect(u32 outer, u32 port) {
  handles_result s; create_tcp(0, &s);
  if (s.is_err) return s.code;
  u32 network = outer ? outer_network() : inner_network(), code = connected(s.ok[0], network, port);
  drop_tcp(s.ok[0]); drop_network(network);
  return code; }

EXPORT("across") u32 across(u32 port) {
  handles_result s; unit_result r; create_tcp(0, &s);
  if (s.is_err) return s.code;
  u32 inner = inner_network(), outer = outer_network(), code;
  start_bind(s.ok[0], inner, LOOPBACK(0), &r); code = r.code;
  if (!r.is_err) { finish_bind(s.ok[0], &r); code = connected(s.ok[0], outer, port); }
  drop_tcp(s.ok[0]); drop_network(inner); drop_network(outer);
  return code; }

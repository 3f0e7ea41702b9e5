// world demo:answers/answers: a wasi:http handler that answers as its path says; glue by hand, no libc.
#include "../include/arena.h"
typedef unsigned long long u64;

#define HTTP "wasi:http/types@0.2.12"
#define STREAMS "wasi:io/streams@0.2.12"
#define DENIED 15                                                                // HTTP-request-denied
struct variant { u8 tag, pad[3]; struct text other; };
struct maybe_text { u8 some, pad[3]; struct text value; };
struct maybe_variant { u8 some, pad[3]; struct variant value; };
struct handle_or_none { u8 is_err, pad[3]; u32 handle; };                        // result<own<…>>
struct stream_error { u8 closed, pad[3]; u32 error; };
struct chunk { u8 is_err, pad[3]; union { struct text ok; struct stream_error e; }; };      // result<list<u8>, stream-error>
struct done { u8 is_err, pad[3]; struct stream_error e; };                       // result<_, stream-error>
struct code { u64 words[4]; };                                                   // error-code
struct finished { u8 is_err, pad[7]; struct code code; };                        // result<_, error-code>
struct trailers { u8 some, p1[7], again, p2[7], failed, p3[7]; union { struct { u8 any, p4[3]; u32 handle; }; struct code code; }; };
struct field { struct text name, value; };
struct fields { struct field *ptr; u32 len; };

IMPORT(HTTP, "[method]incoming-request.method") void req_method(u32, struct variant *);
IMPORT(HTTP, "[method]incoming-request.scheme") void req_scheme(u32, struct maybe_variant *);
IMPORT(HTTP, "[method]incoming-request.authority") void req_authority(u32, struct maybe_text *);
IMPORT(HTTP, "[method]incoming-request.path-with-query") void req_path(u32, struct maybe_text *);
IMPORT(HTTP, "[method]incoming-request.headers") u32 req_headers(u32);
IMPORT(HTTP, "[method]incoming-request.consume") void req_consume(u32, struct handle_or_none *);
IMPORT(HTTP, "[resource-drop]incoming-request") void req_drop(u32);
IMPORT(HTTP, "[method]incoming-body.stream") void in_stream(u32, struct handle_or_none *);
IMPORT(HTTP, "[static]incoming-body.finish") u32 in_finish(u32);
IMPORT(HTTP, "[method]future-trailers.get") void trailers_get(u32, struct trailers *);
IMPORT(HTTP, "[method]future-trailers.subscribe") u32 trailers_subscribe(u32);
IMPORT(HTTP, "[resource-drop]future-trailers") void trailers_drop(u32);
IMPORT(HTTP, "[constructor]fields") u32 fields_new(void);
IMPORT(HTTP, "[method]fields.entries") void fields_entries(u32, struct fields *);
IMPORT(HTTP, "[method]fields.append") void fields_append(u32, const u8 *, u32, const u8 *, u32, u64 *);
IMPORT(HTTP, "[resource-drop]fields") void fields_drop(u32);
IMPORT(HTTP, "[constructor]outgoing-response") u32 res_new(u32);
IMPORT(HTTP, "[method]outgoing-response.body") void res_body(u32, struct handle_or_none *);
IMPORT(HTTP, "[method]outgoing-body.write") void out_stream(u32, struct handle_or_none *);
IMPORT(HTTP, "[static]outgoing-body.finish") void out_finish(u32, u32, u32, struct finished *);
IMPORT(HTTP, "[resource-drop]outgoing-body") void out_drop(u32);
IMPORT(HTTP, "[static]response-outparam.set") void outparam_set(u32, u32, u32, u32, u64, u32, u32, u32, u32);
IMPORT(STREAMS, "[method]input-stream.blocking-read") void in_read(u32, u64, struct chunk *);
IMPORT(STREAMS, "[resource-drop]input-stream") void input_drop(u32);
IMPORT(STREAMS, "[method]output-stream.blocking-write-and-flush") void out_write(u32, const u8 *, u32, struct done *);
IMPORT(STREAMS, "[resource-drop]output-stream") void output_drop(u32);
IMPORT("wasi:io/error@0.2.12", "[resource-drop]error") void error_drop(u32);
IMPORT("wasi:io/poll@0.2.12", "[method]pollable.block") void block(u32);
IMPORT("wasi:io/poll@0.2.12", "[resource-drop]pollable") void pollable_drop(u32);

#define MOST 4096                                                                // of one write
static u8 zeroes[MOST];

static struct text number(u64 n) {
  u8 *end = (u8 *)alloc(1, 20) + 20, *p = end;
  do *--p = (u8)('0' + n % 10); while (n /= 10);
  return (struct text){ p, (u32)(end - p) };
}
static int starts(struct text a, struct text with) { return a.len >= with.len && is((struct text){ a.ptr, with.len }, with); }
static u64 number_behind(struct text path, u32 from) {
  u64 n = 0;
  for (u32 i = from; i < path.len; i++) n = n * 10 + (path.ptr[i] - '0');
  return n;
}
static void append(u32 fields, struct text name, struct text value) {
  u64 result[4];
  fields_append(fields, name.ptr, name.len, value.ptr, value.len, result);
  if (*(u8 *)result) __builtin_trap();
}
// A response of which the head is on its way; gives the body.
static u32 begin(u32 outparam, u32 headers) {
  struct handle_or_none body;
  u32 response = res_new(headers);
  res_body(response, &body);
  outparam_set(outparam, 0, response, 0, 0, 0, 0, 0, 0);
  return body.handle;
}
static u32 stream(u32 body) { struct handle_or_none s; out_stream(body, &s); return s.handle; }
static int put(u32 stream, struct text bytes) {                                  // gives 0 once nobody takes them
  struct done d;
  while (bytes.len) {
    u32 n = bytes.len > MOST ? MOST : bytes.len;
    out_write(stream, bytes.ptr, n, &d);
    if (d.is_err) { if (!d.e.closed) error_drop(d.e.error); return 0; }
    bytes.ptr += n; bytes.len -= n;
  }
  return 1;
}
static void finish(u32 body, u32 stream, int has, u32 trailers) {
  struct finished f;
  output_drop(stream);
  out_finish(body, has, trailers, &f);
}
static void say(u32 outparam, struct text text) {
  u32 body = begin(outparam, fields_new()), s = stream(body);
  put(s, text);
  finish(body, s, 0, 0);
}

// Method, scheme, authority and path, and the headers with names that begin with x-.
static struct text told(u32 request) {
  static const char *methods[] = { "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH" };
  struct variant m; struct maybe_variant s; struct maybe_text a, p; struct fields f;
  req_method(request, &m); req_scheme(request, &s); req_authority(request, &a); req_path(request, &p);
  u32 n = 0;
  if (m.tag < 9) while (methods[m.tag][n]) n++;
  struct text all = m.tag < 9 ? (struct text){ (const u8 *)methods[m.tag], n } : m.other;
  all = join(all, !s.some ? TEXT(" - ") : s.value.tag == 0 ? TEXT(" http ") : s.value.tag == 1 ? TEXT(" https ") : s.value.other);
  all = join(join(all, a.some ? a.value : TEXT("-")), join(TEXT(" "), p.some ? p.value : TEXT("-")));
  u32 headers = req_headers(request);
  fields_entries(headers, &f);
  for (u32 i = 0; i < f.len; i++)
    if (starts(f.ptr[i].name, TEXT("x-")) || starts(f.ptr[i].name, TEXT("X-")))
      all = join(join(all, TEXT("; ")), join(f.ptr[i].name, join(TEXT("="), f.ptr[i].value)));
  fields_drop(headers);
  return all;
}
// What follows the body, or nothing; a child of the future.
static int behind(u32 future, u32 *handle) {
  struct trailers t;
  for (trailers_get(future, &t); !t.some; trailers_get(future, &t)) {
    u32 p = trailers_subscribe(future);
    block(p);
    pollable_drop(p);
  }
  if (t.failed) __builtin_trap();
  *handle = t.handle;
  return t.any;
}
static void receive(u32 request, u32 outparam, int echo) {
  struct handle_or_none h; struct chunk c; u64 n = 0; u32 out = 0, s = 0, trailers = 0;
  req_consume(request, &h); u32 body = h.handle;
  in_stream(body, &h); u32 in = h.handle;
  if (echo) {
    u32 headers = fields_new();
    append(headers, TEXT("x-request"), told(request));
    out = begin(outparam, headers); s = stream(out);
  }
  u8 *mark = top;
  for (;;) {
    top = mark;
    in_read(in, MOST, &c);
    if (c.is_err) break;
    n += c.ok.len;
    if (echo && !put(s, c.ok)) break;
  }
  if (c.is_err && !c.e.closed) { error_drop(c.e.error); __builtin_trap(); }
  input_drop(in);
  u32 future = in_finish(body);
  int has = behind(future, &trailers);
  if (echo) finish(out, s, has, trailers);
  else { if (has) fields_drop(trailers); say(outparam, number(n)); }
  trailers_drop(future);
}
static void send(u32 outparam, u64 n, int announced) {
  u32 headers = fields_new();
  if (announced) append(headers, TEXT("content-length"), number(n));
  append(headers, TEXT("x-many"), TEXT("one")); append(headers, TEXT("x-many"), TEXT("two"));
  u32 body = begin(outparam, headers), s = stream(body);
  while (n) {
    u32 k = n > MOST ? MOST : (u32)n;
    if (!put(s, (struct text){ zeroes, k })) break;
    n -= k;
  }
  finish(body, s, 0, 0);
}

EXPORT("wasi:http/incoming-handler@0.2.12#handle") void handle(u32 request, u32 outparam) {
  struct maybe_text p;
  req_path(request, &p);
  struct text path = p.some ? p.value : TEXT("");
  if (is(path, TEXT("/echo"))) receive(request, outparam, 1);
  else if (is(path, TEXT("/count"))) receive(request, outparam, 0);
  else if (starts(path, TEXT("/length/"))) send(outparam, number_behind(path, 8), 1);
  else if (starts(path, TEXT("/chunks/"))) send(outparam, number_behind(path, 8), 0);
  else if (is(path, TEXT("/error"))) outparam_set(outparam, 1, DENIED, 0, 0, 0, 0, 0, 0);
  else if (is(path, TEXT("/nothing"))) ;
  else if (is(path, TEXT("/trap"))) __builtin_trap();
  else if (is(path, TEXT("/half")) || is(path, TEXT("/unfinished"))) {
    u32 body = begin(outparam, fields_new()), s = stream(body);
    put(s, TEXT("half"));
    if (is(path, TEXT("/half"))) __builtin_trap();
    output_drop(s); out_drop(body);
  } else if (is(path, TEXT("/endless"))) {
    u32 body = begin(outparam, fields_new()), s = stream(body);
    while (put(s, (struct text){ zeroes, MOST })) ;
    finish(body, s, 0, 0);
  } else if (is(path, TEXT("/spin"))) { for (volatile u32 i = 0;; i++) ; }
  else say(outparam, told(request));
  req_drop(request);
  reset();
}

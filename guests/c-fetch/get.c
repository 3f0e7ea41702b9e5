// world demo:fetch/get: a command that fetches http://AUTHORITY/PATH and prints what it is answered; glue by hand, no libc.
#include "../include/arena.h"
typedef unsigned long long u64;

#define HTTP "wasi:http/types@0.2.12"
#define STREAMS "wasi:io/streams@0.2.12"
struct code { u8 tag, pad[7]; u64 payload[3]; };                                 // error-code
struct handle_or_none { u8 is_err, pad[3]; u32 handle; };                        // result<own<…>>
struct handle_or_code { u8 is_err, pad[7]; union { u32 handle; struct code code; }; };      // result<own<…>, error-code>
struct future { u8 some, p1[7], again, p2[7]; struct handle_or_code outcome; };   // option<result<result<own<…>, error-code>>>
struct stream_error { u8 closed, pad[3]; u32 error; };
struct count { u8 is_err, pad[7]; union { u64 ok; struct stream_error e; }; };   // result<u64, stream-error>
struct done { u8 is_err, pad[3]; struct stream_error e; };                       // result<_, stream-error>
struct arguments { struct text *ptr; u32 len; };

IMPORT("wasi:cli/environment@0.2.12", "get-arguments") void get_arguments(struct arguments *);
IMPORT("wasi:cli/stdout@0.2.12", "get-stdout") u32 get_stdout(void);
IMPORT("wasi:http/outgoing-handler@0.2.12", "handle") void send(u32, u32, u32, struct handle_or_code *);
IMPORT(HTTP, "[constructor]fields") u32 fields_new(void);
IMPORT(HTTP, "[constructor]outgoing-request") u32 request_new(u32);
IMPORT(HTTP, "[method]outgoing-request.set-scheme") u32 set_scheme(u32, u32, u32, const u8 *, u32);
IMPORT(HTTP, "[method]outgoing-request.set-authority") u32 set_authority(u32, u32, const u8 *, u32);
IMPORT(HTTP, "[method]outgoing-request.set-path-with-query") u32 set_path(u32, u32, const u8 *, u32);
IMPORT(HTTP, "[method]future-incoming-response.get") void future_get(u32, struct future *);
IMPORT(HTTP, "[method]future-incoming-response.subscribe") u32 future_subscribe(u32);
IMPORT(HTTP, "[method]incoming-response.status") u32 response_status(u32);
IMPORT(HTTP, "[method]incoming-response.consume") void response_consume(u32, struct handle_or_none *);
IMPORT(HTTP, "[method]incoming-body.stream") void in_stream(u32, struct handle_or_none *);
IMPORT(STREAMS, "[method]output-stream.blocking-write-and-flush") void put(u32, const u8 *, u32, struct done *);
IMPORT(STREAMS, "[method]output-stream.blocking-splice") void splice(u32, u32, u64, struct count *);
IMPORT(STREAMS, "[method]output-stream.blocking-flush") void flush(u32, struct done *);
IMPORT("wasi:io/poll@0.2.12", "[method]pollable.block") void block(u32);

static void number(u32 out, const char *what, u32 length, u32 value) {
  u8 line[32]; u32 n = 0, most = 100;
  struct done written;
  for (; n < length; n++) line[n] = (u8)what[n];
  for (; most; most /= 10) if (value >= most || most == 1) line[n++] = (u8)('0' + value / most % 10);
  line[n++] = '\n';
  put(out, line, n, &written);
}

// Prints "status N" and the body, or "error N" for the error-code's case, with which it fails.
EXPORT("wasi:cli/run@0.2.12#run") u32 run(void) {
  struct arguments all; struct handle_or_code sent; struct future had; struct handle_or_none body, in; struct count moved; struct done flushed;
  u32 out = get_stdout();
  get_arguments(&all);
  if (all.len != 3) return 1;
  u32 request = request_new(fields_new());
  if (set_scheme(request, 1, 0, 0, 0) || set_authority(request, 1, all.ptr[1].ptr, all.ptr[1].len)
      || set_path(request, 1, all.ptr[2].ptr, all.ptr[2].len)) return 1;
  send(request, 0, 0, &sent);
  if (sent.is_err) { number(out, "error ", 6, sent.code.tag); return 1; }
  block(future_subscribe(sent.handle));
  future_get(sent.handle, &had);
  if (!had.some || had.again) __builtin_trap();
  if (had.outcome.is_err) { number(out, "error ", 6, had.outcome.code.tag); return 1; }
  number(out, "status ", 7, response_status(had.outcome.handle));
  response_consume(had.outcome.handle, &body);
  in_stream(body.handle, &in);
  do splice(out, in.handle, 65536, &moved); while (!moved.is_err);
  flush(out, &flushed);
  return moved.e.closed ? 0 : 1;
}

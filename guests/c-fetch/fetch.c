// world demo:fetch/two-handlers: requests by two named outgoing handlers; glue by hand, no libc.
#include "../include/arena.h"
typedef unsigned short u16; typedef unsigned long long u64;

#define HTTP "wasi:http/types@0.2.12"
#define STREAMS "wasi:io/streams@0.2.12"
struct code { u8 tag, pad[7]; u64 payload[3]; };                                 // error-code
struct handle_or_none { u8 is_err, pad[3]; u32 handle; };                        // result<own<…>>
struct handle_or_code { u8 is_err, pad[7]; union { u32 handle; struct code code; }; };      // result<own<…>, error-code>
struct done_or_code { u8 is_err, pad[7]; struct code code; };                    // result<_, error-code>
struct maybe_code { u8 some, pad[7]; struct code code; };                        // option<error-code>
struct future { u8 some, p1[7], again, p2[7]; struct handle_or_code outcome; };   // option<result<result<own<…>, error-code>>>
struct stream_error { u8 closed, pad[3]; u32 error; };
struct chunk { u8 is_err, pad[3]; union { struct text ok; struct stream_error e; }; };      // result<list<u8>, stream-error>
struct count { u8 is_err, pad[7]; union { u64 ok; struct stream_error e; }; };   // result<u64, stream-error>
struct done { u8 is_err, pad[3]; struct stream_error e; };                       // result<_, stream-error>
struct field { struct text name, value; };
struct fields { struct field *ptr; u32 len; };
struct handles { u32 *ptr, len; };

IMPORT("public", "handle") void send_public(u32, u32, u32, struct handle_or_code *);
IMPORT("internal", "handle") void send_internal(u32, u32, u32, struct handle_or_code *);
IMPORT(HTTP, "http-error-code") void http_error_code(u32, struct maybe_code *);
IMPORT(HTTP, "[constructor]fields") u32 fields_new(void);
IMPORT(HTTP, "[method]fields.append") void fields_append(u32, const u8 *, u32, const u8 *, u32, u8 *);
IMPORT(HTTP, "[method]fields.entries") void fields_entries(u32, struct fields *);
IMPORT(HTTP, "[resource-drop]fields") void fields_drop(u32);
IMPORT(HTTP, "[constructor]outgoing-request") u32 request_new(u32);
IMPORT(HTTP, "[method]outgoing-request.set-method") u32 set_method(u32, u32, const u8 *, u32);
IMPORT(HTTP, "[method]outgoing-request.set-authority") u32 set_authority(u32, u32, const u8 *, u32);
IMPORT(HTTP, "[method]outgoing-request.set-path-with-query") u32 set_path(u32, u32, const u8 *, u32);
IMPORT(HTTP, "[method]outgoing-request.headers") u32 request_headers(u32);
IMPORT(HTTP, "[method]outgoing-request.body") void request_body(u32, struct handle_or_none *);
IMPORT(HTTP, "[resource-drop]outgoing-request") void request_drop(u32);
IMPORT(HTTP, "[constructor]request-options") u32 options_new(void);
IMPORT(HTTP, "[method]request-options.set-first-byte-timeout") u32 set_first_byte(u32, u32, u64);
IMPORT(HTTP, "[method]outgoing-body.write") void body_write(u32, struct handle_or_none *);
IMPORT(HTTP, "[static]outgoing-body.finish") void body_finish(u32, u32, u32, struct done_or_code *);
IMPORT(HTTP, "[resource-drop]outgoing-body") void body_drop(u32);
IMPORT(HTTP, "[method]future-incoming-response.get") void future_get(u32, struct future *);
IMPORT(HTTP, "[method]future-incoming-response.subscribe") u32 future_subscribe(u32);
IMPORT(HTTP, "[resource-drop]future-incoming-response") void future_drop(u32);
IMPORT(HTTP, "[method]incoming-response.status") u32 response_status(u32);
IMPORT(HTTP, "[method]incoming-response.headers") u32 response_headers(u32);
IMPORT(HTTP, "[method]incoming-response.consume") void response_consume(u32, struct handle_or_none *);
IMPORT(HTTP, "[resource-drop]incoming-response") void response_drop(u32);
IMPORT(HTTP, "[method]incoming-body.stream") void in_stream(u32, struct handle_or_none *);
IMPORT(HTTP, "[static]incoming-body.finish") u32 in_finish(u32);
IMPORT(HTTP, "[resource-drop]incoming-body") void in_drop(u32);
IMPORT(HTTP, "[method]future-trailers.get") void trailers_get(u32, struct future *);
IMPORT(HTTP, "[method]future-trailers.subscribe") u32 trailers_subscribe(u32);
IMPORT(HTTP, "[resource-drop]future-trailers") void trailers_drop(u32);
IMPORT(STREAMS, "[method]input-stream.blocking-read") void read(u32, u64, struct chunk *);
IMPORT(STREAMS, "[resource-drop]input-stream") void input_drop(u32);
IMPORT(STREAMS, "[method]output-stream.check-write") void check_write(u32, struct count *);
IMPORT(STREAMS, "[method]output-stream.write") void write(u32, const u8 *, u32, struct done *);
IMPORT(STREAMS, "[method]output-stream.subscribe") u32 output_subscribe(u32);
IMPORT(STREAMS, "[method]output-stream.blocking-flush") void flush(u32, struct done *);
IMPORT(STREAMS, "[method]output-stream.blocking-splice") void splice(u32, u32, u64, struct count *);
IMPORT(STREAMS, "[resource-drop]output-stream") void output_drop(u32);
IMPORT("wasi:io/error@0.2.12", "[resource-drop]error") void error_drop(u32);
IMPORT("wasi:io/poll@0.2.12", "[method]pollable.block") void block(u32);
IMPORT("wasi:io/poll@0.2.12", "poll") void poll(const u32 *, u32, struct handles *);
IMPORT("wasi:io/poll@0.2.12", "[resource-drop]pollable") void pollable_drop(u32);
IMPORT("wasi:clocks/monotonic-clock@0.2.12", "subscribe-duration") u32 timer(u64);

enum way { PUBLIC, INTERNAL };
static void need(int holds) { if (!holds) __builtin_trap(); }
static void wait_for(u32 pollable) { block(pollable); pollable_drop(pollable); }
// Returns whether it worked.
static int send(u32 way, u32 request, u32 options, struct handle_or_code *sent) {
  (way == PUBLIC ? send_public : send_internal)(request, options != 0, options, sent);
  return !sent->is_err;
}
static u32 request(struct text authority, struct text path, u32 headers) {
  u32 made = request_new(headers);
  need(!set_authority(made, 1, authority.ptr, authority.len) && !set_path(made, 1, path.ptr, path.len));
  return made;
}
static u32 request_body_of(u32 made) { struct handle_or_none body; request_body(made, &body); need(!body.is_err); return body.handle; }
static u32 writing(u32 body) { struct handle_or_none out; body_write(body, &out); need(!out.is_err); return out.handle; }
static u32 consumed(u32 response) { struct handle_or_none body; response_consume(response, &body); need(!body.is_err); return body.handle; }
static u32 reading(u32 body) { struct handle_or_none in; in_stream(body, &in); need(!in.is_err); return in.handle; }
// The code behind a stream's error, which is dropped.
static struct code behind(struct stream_error e) {
  struct maybe_code found = { 0 };
  if (e.closed) { found.code.tag = 38; return found.code; }                      // internal-error: it should not just close
  http_error_code(e.error, &found);
  error_drop(e.error);
  need(found.some);
  return found.code;
}
// Waits for the outcome of a future and takes it, once.
static void outcome(u32 pollable, void get(u32, struct future *), u32 future, struct future *into) {
  wait_for(pollable);
  get(future, into);
  need(into->some && !into->again);
  struct future second;
  get(future, &second);
  need(second.some && second.again);
}
static int arrived(u32 future, struct handle_or_code *into) {
  struct future had;
  outcome(future_subscribe(future), future_get, future, &had);
  future_drop(future);
  *into = had.outcome;
  return !had.outcome.is_err;
}
static struct fields taken(u32 from) { struct fields all; fields_entries(from, &all); fields_drop(from); return all; }

// All bytes of a stream, which is dropped; 0, or 1 with the code.
static int read_all(u32 in, struct text *into, struct code *failed) {
  struct chunk part;
  u8 *all = alloc(1, 0); u32 n = 0;
  int broken = 0;
  for (;;) {
    read(in, 65536, &part);
    if (part.is_err) { if (!part.e.closed) { *failed = behind(part.e); broken = 1; } break; }
    if (part.ok.ptr != all + n) { u8 *moved = alloc(1, n + part.ok.len); memcpy(moved, all, n); memcpy(moved + n, part.ok.ptr, part.ok.len); all = moved; }
    n += part.ok.len;
  }
  input_drop(in);
  *into = (struct text){ all, n };
  return broken;
}
// All bytes into a stream as it has room for them; 0, or 1 with the code.
static int write_all(u32 out, struct text all, struct code *failed) {
  for (u32 done = 0; done < all.len; ) {
    struct count room; struct done written;
    check_write(out, &room);
    if (room.is_err) { *failed = behind(room.e); return 1; }
    if (!room.ok) { wait_for(output_subscribe(out)); continue; }
    u32 k = room.ok < all.len - done ? (u32)room.ok : all.len - done;
    write(out, all.ptr + done, k, &written);
    if (written.is_err) { *failed = behind(written.e); return 1; }
    done += k;
  }
  struct done flushed;
  flush(out, &flushed);
  if (flushed.is_err) { *failed = behind(flushed.e); return 1; }
  return 0;
}
static u32 decimal(u32 n, u8 *into) {
  u8 digits[10]; u32 k = 0;
  do { digits[k++] = (u8)('0' + n % 10); n /= 10; } while (n);
  for (u32 i = 0; i < k; i++) into[i] = digits[k - 1 - i];
  return k;
}
// Completes a body with the trailer x-length; 0, or 1 with the code.
static int finish(u32 body, u32 length, struct code *failed) {
  u32 trailers = fields_new(); u8 text[10], appended[2];
  fields_append(trailers, (const u8 *)"x-length", 8, text, decimal(length, text), appended);
  struct done_or_code finished;
  body_finish(body, 1, trailers, &finished);
  if (finished.is_err) *failed = finished.code;
  return finished.is_err;
}

struct reply { u16 status, pad; struct fields headers; struct text body; struct fields trailers; };
struct reply_or_code { u8 is_err, pad[7]; union { struct reply reply; struct code code; }; };
static struct reply_or_code fetched;
static struct reply_or_code *failed_fetch(struct code code) { fetched.is_err = 1; fetched.code = code; return &fetched; }

static struct reply_or_code *fetch(u32 way, struct text method, struct text authority, struct text path, struct fields headers, struct text body) {
  struct code failed; u8 appended[2];
  u32 own = fields_new();
  for (u32 i = 0; i < headers.len; i++) {
    struct field f = headers.ptr[i];
    fields_append(own, f.name.ptr, f.name.len, f.value.ptr, f.value.len, appended);
    need(!appended[0]);
  }
  u32 made = request(authority, path, own);
  need(!set_method(made, 9, method.ptr, method.len));
  u32 sending = body.len ? request_body_of(made) : 0;
  u32 options = options_new();
  need(!set_first_byte(options, 1, 5000000000ull));
  struct handle_or_code sent;
  if (!send(way, made, options, &sent)) { if (sending) body_drop(sending); return failed_fetch(sent.code); }
  if (sending) {
    u32 out = writing(sending);
    int broken = write_all(out, body, &failed);
    output_drop(out);
    if (broken) body_drop(sending);
    if (broken || finish(sending, body.len, &failed)) { future_drop(sent.handle); return failed_fetch(failed); }
  }
  struct handle_or_code response;
  if (!arrived(sent.handle, &response)) return failed_fetch(response.code);
  fetched.is_err = 0;
  fetched.reply.status = (u16)response_status(response.handle);
  fetched.reply.headers = taken(response_headers(response.handle));
  u32 receiving = consumed(response.handle);
  response_drop(response.handle);
  struct text content;
  int broken = read_all(reading(receiving), &content, &failed);
  u32 trailers = in_finish(receiving);
  struct future behind_it;
  outcome(trailers_subscribe(trailers), trailers_get, trailers, &behind_it);
  need(broken == behind_it.outcome.is_err);
  struct fields none = { 0, 0 };
  u8 *some = (u8 *)&behind_it.outcome.handle;                                   // option<own<fields>>
  fetched.reply.trailers = !broken && *some ? taken(*(u32 *)(some + 4)) : none;
  trailers_drop(trailers);
  if (broken) return failed_fetch(failed);
  fetched.reply.body = content;
  return &fetched;
}

EXPORT("fetch") struct reply_or_code *fetch_flat(u32 way, const u8 *method, u32 method_len, const u8 *authority, u32 authority_len, const u8 *path, u32 path_len,
    struct field *headers, u32 headers_len, const u8 *body, u32 body_len) {
  return fetch(way, (struct text){ method, method_len }, (struct text){ authority, authority_len }, (struct text){ path, path_len },
    (struct fields){ headers, headers_len }, (struct text){ body, body_len });
}

struct texts { struct text *ptr; u32 len; };
static struct texts came;
EXPORT("race") struct texts *race(struct text *paths, u32 n, u64 nanoseconds) {
  u32 futures[16], waiting[17], which[17];
  need(n <= 16);
  came.ptr = alloc(4, (n + 1) * sizeof(struct text)); came.len = 0;
  waiting[n] = timer(nanoseconds);
  for (u32 i = 0; i < n; i++) {
    struct handle_or_code sent;
    need(send(i % 2, request(TEXT("example.org"), paths[i], fields_new()), 0, &sent));
    futures[i] = sent.handle; waiting[i] = future_subscribe(sent.handle); which[i] = i;
  }
  for (u32 left = n; left; ) {
    struct handles ready;
    poll(waiting, left + 1, &ready);
    if (ready.ptr[ready.len - 1] == left) { came.ptr[came.len++] = TEXT("late"); for (u32 i = 0; i < left; i++) { pollable_drop(waiting[i]); future_drop(futures[which[i]]); } waiting[0] = waiting[left]; break; }
    for (u32 r = ready.len; r-- > 0; ) {                                        // from behind, because they close up
      u32 i = ready.ptr[r]; struct future had;
      pollable_drop(waiting[i]);
      future_get(futures[which[i]], &had);
      need(had.some && !had.again);
      came.ptr[came.len++] = had.outcome.is_err ? TEXT("failed") : paths[which[i]];
      if (!had.outcome.is_err) response_drop(had.outcome.handle);
      future_drop(futures[which[i]]);
      for (u32 k = i; k < left; k++) { waiting[k] = waiting[k + 1]; which[k] = which[k + 1]; }
      left--;
    }
  }
  pollable_drop(waiting[0]);
  return &came;
}

struct count_or_code { u8 is_err, pad[7]; union { u64 count; struct code code; }; };
static struct count_or_code relayed;
static struct count_or_code *failed_relay(struct code code) { relayed.is_err = 1; relayed.code = code; return &relayed; }
EXPORT("relay") struct count_or_code *relay(const u8 *path_ptr, u32 path_len) {
  struct text path = { path_ptr, path_len };
  struct handle_or_code got, response, put; struct code failed;
  if (!send(INTERNAL, request(TEXT("from.internal"), path, fields_new()), 0, &got)) return failed_relay(got.code);
  if (!arrived(got.handle, &response)) return failed_relay(response.code);
  u32 receiving = consumed(response.handle), in = reading(receiving);
  u32 made = request(TEXT("to.public"), path, fields_new());
  need(!set_method(made, 3, 0, 0));                                             // put
  u32 sending = request_body_of(made), out = writing(sending);
  if (!send(PUBLIC, made, 0, &put)) return failed_relay(put.code);
  relayed.is_err = 0; relayed.count = 0;
  for (;;) {
    struct count moved;
    splice(out, in, 1 << 16, &moved);
    if (moved.is_err) { if (moved.e.closed) break; return failed_relay(behind(moved.e)); }
    relayed.count += moved.ok;
  }
  input_drop(in); output_drop(out); in_drop(receiving); response_drop(response.handle);
  if (finish(sending, (u32)relayed.count, &failed)) return failed_relay(failed);
  if (!arrived(put.handle, &response)) return failed_relay(response.code);
  response_drop(response.handle);
  return &relayed;
}

static struct maybe_code ended;
EXPORT("ending") struct maybe_code *ending(const u8 *path_ptr, u32 path_len) {
  struct text path = { path_ptr, path_len };
  struct handle_or_code sent, response; struct text content;
  need(send(PUBLIC, request(TEXT("example.org"), path, fields_new()), 0, &sent) && arrived(sent.handle, &response));
  u32 receiving = consumed(response.handle);
  ended.some = (u8)read_all(reading(receiving), &content, &ended.code);
  in_drop(receiving); response_drop(response.handle);
  return &ended;
}

EXPORT("give-up") void give_up(u32 at) {
  struct handle_or_code sent, response; struct done done; struct chunk part;
  u32 made = request(TEXT("example.org"), TEXT("/"), fields_new());
  u32 sending = at == 3 ? request_body_of(made) : 0;
  need(send(PUBLIC, made, 0, &sent));
  if (at == 0) { future_drop(sent.handle); return; }
  if (at == 3) {
    u32 out = writing(sending);
    write(out, (const u8 *)"", 0, &done);
    output_drop(out); body_drop(sending); future_drop(sent.handle);
    return;
  }
  need(arrived(sent.handle, &response));
  if (at == 1) { response_drop(response.handle); return; }
  u32 receiving = consumed(response.handle), in = reading(receiving);
  read(in, 1, &part);
  need(!part.is_err);
  input_drop(in); in_drop(receiving); response_drop(response.handle);
}

EXPORT("break-rule") void break_rule(u32 rule) {
  struct handle_or_code sent, response; struct done_or_code finished;
  u32 made = request(TEXT("example.org"), TEXT("/"), fields_new());
  if (rule == 0) { request_headers(made); request_drop(made); return; }
  u32 sending = rule == 2 ? request_body_of(made) : 0;
  need(send(PUBLIC, made, 0, &sent));
  if (rule == 2) { writing(sending); body_finish(sending, 0, 0, &finished); return; }
  need(arrived(sent.handle, &response));
  if (rule == 1) { response_headers(response.handle); response_drop(response.handle); return; }
  u32 receiving = consumed(response.handle);
  reading(receiving);
  in_finish(receiving);
}

struct leaked { u32 count, pad; struct code code; };
static struct leaked leaked;
EXPORT("leak") struct leaked *leak(void) {
  for (leaked.count = 0;; leaked.count++) {
    struct handle_or_code sent;
    u32 made = request(TEXT("example.org"), TEXT("/"), fields_new());
    u32 sending = request_body_of(made);
    if (!send(PUBLIC, made, 0, &sent)) { leaked.code = sent.code; return &leaked; }
    writing(sending);
    if (leaked.count % 2) { struct handle_or_code response; if (arrived(sent.handle, &response)) { response_headers(response.handle); reading(consumed(response.handle)); } }
  }
}

EXPORT("cabi_post_fetch") void post_fetch(void *reply) { (void)reply; reset(); }
EXPORT("cabi_post_race") void post_race(void *paths) { (void)paths; reset(); }
EXPORT("cabi_post_relay") void post_relay(void *count) { (void)count; reset(); }
EXPORT("cabi_post_ending") void post_ending(void *code) { (void)code; reset(); }

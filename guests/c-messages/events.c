// world demo:messages/events: messages as resources of the host, given to this component by two handlers.
#include "../include/arena.h"

enum { TIMEOUT, CONNECTION, PERMISSION_DENIED, OTHER };
struct error { u32 tag; struct text text; };
struct unit_or_error { u32 is_err; struct error e; };
struct client_or_error { u32 is_err; union { u32 client; struct error e; }; };
struct messages_or_error { u32 is_err; union { struct { u32 *handles; u32 n; } v; struct error e; }; };
struct maybe_text { u32 some; struct text text; };
struct pair { struct text key, value; };
struct maybe_pairs { u32 some; struct pair *pairs; u32 n; };
#define TYPES "wasi:messaging/types@0.2.0-draft"
IMPORT(TYPES, "[static]client.connect") void client_connect(const u8 *, u32, struct client_or_error *);
IMPORT(TYPES, "[method]client.disconnect") void client_disconnect(u32, struct unit_or_error *);
IMPORT(TYPES, "[resource-drop]client") void client_drop(u32);
IMPORT(TYPES, "[constructor]message") u32 message_new(const u8 *, u32);
IMPORT(TYPES, "[method]message.topic") void message_topic(u32, struct maybe_text *);
IMPORT(TYPES, "[method]message.content-type") void message_content_type(u32, struct maybe_text *);
IMPORT(TYPES, "[method]message.set-content-type") void message_set_content_type(u32, const u8 *, u32);
IMPORT(TYPES, "[method]message.data") void message_data(u32, struct text *);
IMPORT(TYPES, "[method]message.set-data") void message_set_data(u32, const u8 *, u32);
IMPORT(TYPES, "[method]message.metadata") void message_metadata(u32, struct maybe_pairs *);
IMPORT(TYPES, "[method]message.add-metadata") void message_add_metadata(u32, const u8 *, u32, const u8 *, u32);
IMPORT(TYPES, "[method]message.set-metadata") void message_set_metadata(u32, struct pair *, u32);
IMPORT(TYPES, "[resource-drop]message") void message_drop(u32);
IMPORT("wasi:messaging/producer@0.2.0-draft", "send") void send(u32, const u8 *, u32, u32, struct unit_or_error *);
IMPORT("requests", "[constructor]request-options") u32 options_new(void);
IMPORT("requests", "[method]request-options.set-timeout-ms") void options_set_timeout_ms(u32, u32);
IMPORT("requests", "[method]request-options.set-expected-replies") void options_set_expected_replies(u32, u32);
IMPORT("requests", "request") void request(u32, const u8 *, u32, u32, u32, u32, struct messages_or_error *);
IMPORT("requests", "reply") void reply(u32, u32, struct unit_or_error *);

static struct text text_of(struct error *e) {
  switch (e->tag & 255) {
    case TIMEOUT: return TEXT("timeout");
    case CONNECTION: return join(TEXT("connection: "), e->text);
    case PERMISSION_DENIED: return join(TEXT("permission denied: "), e->text);
    default: return join(TEXT("other: "), e->text);
  }
}

// The same message again, with another text before its bytes and one name more.
static u32 copy(u32 from, struct text before, struct text by) {
  struct text data; struct maybe_text type; struct maybe_pairs meta;
  message_data(from, &data); message_content_type(from, &type); message_metadata(from, &meta);
  struct text bytes = join(before, data);
  u32 to = message_new(data.ptr, data.len);
  message_set_data(to, bytes.ptr, bytes.len);
  if (type.some & 255) message_set_content_type(to, type.text.ptr, type.text.len);
  if (meta.some & 255) message_set_metadata(to, meta.pairs, meta.n);
  message_add_metadata(to, (const u8 *)"by", 2, by.ptr, by.len);
  return to;
}

static int refuses(u32 message, struct unit_or_error *out) {
  struct text data;
  message_data(message, &data);
  if (is(data, TEXT("trap"))) __builtin_trap();
  if (!is(data, TEXT("fail"))) return 0;
  message_drop(message);
  out->is_err = 1; out->e.tag = OTHER; out->e.text = TEXT("refused by the guest");
  return 1;
}

EXPORT("replying#handle") struct unit_or_error *handle_replying(u32 message) {
  struct unit_or_error *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out);
  if (refuses(message, out)) return out;
  reply(message, copy(message, TEXT("got "), TEXT("replying")), out);
  message_drop(message);
  return out;
}

EXPORT("wasi:messaging/incoming-handler@0.2.0-draft#handle") struct unit_or_error *handle(u32 message) {
  struct unit_or_error *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out);
  if (refuses(message, out)) return out;
  struct client_or_error c; struct maybe_text topic;
  client_connect((const u8 *)"any", 3, &c);
  if (c.is_err & 255) { out->is_err = 1; out->e = c.e; message_drop(message); return out; }
  message_topic(message, &topic);
  struct text to = join(TEXT("seen."), topic.text);
  send(c.client, to.ptr, to.len, copy(message, TEXT(""), TEXT("sending")), out);
  client_drop(c.client); message_drop(message);
  return out;
}

EXPORT("ask") struct unit_or_text *ask(u8 *t, u32 tn, u8 *d, u32 dn, u32 has_timeout, u32 timeout_ms, u32 replies) {   // result<list<list<u8>>, string>
  struct unit_or_text *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out);
  struct client_or_error c; struct messages_or_error r;
  client_connect((const u8 *)"any", 3, &c);
  if (c.is_err & 255) { out->is_err = 1; out->e = text_of(&c.e); return out; }
  u32 message = message_new(d, dn), options = options_new();
  if (has_timeout) options_set_timeout_ms(options, timeout_ms);
  options_set_expected_replies(options, replies);
  request(c.client, t, tn, message, 1, options, &r);
  message_drop(message);
  if (r.is_err & 255) {
    out->is_err = 1; out->e = text_of(&r.e);
  } else {
    struct text *list = alloc(4, r.v.n * sizeof *list);
    for (u32 i = 0; i < r.v.n; i++) { message_data(r.v.handles[i], &list[i]); message_drop(r.v.handles[i]); }
    out->e.ptr = (const u8 *)list; out->e.len = r.v.n;
  }
  client_drop(c.client);
  return out;
}

EXPORT("tell") struct unit_or_text *tell(u8 *t, u32 tn, u8 *d, u32 dn, u8 *k, u32 kn, u8 *v, u32 vn) {
  struct unit_or_text *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out);
  struct client_or_error c; struct unit_or_error r;
  client_connect((const u8 *)"any", 3, &c);
  if (c.is_err & 255) { out->is_err = 1; out->e = text_of(&c.e); return out; }
  u32 message = message_new(d, dn);
  message_add_metadata(message, k, kn, v, vn);
  send(c.client, t, tn, message, &r);
  client_disconnect(c.client, &(struct unit_or_error){ 0 }); client_drop(c.client);
  if (r.is_err & 255) { out->is_err = 1; out->e = text_of(&r.e); }
  return out;
}

EXPORT("cabi_post_replying#handle") void post_replying(void *p) { (void)p; reset(); }
EXPORT("cabi_post_wasi:messaging/incoming-handler@0.2.0-draft#handle") void post_handle(void *p) { (void)p; reset(); }
EXPORT("cabi_post_ask") void post_ask(void *p) { (void)p; reset(); }
EXPORT("cabi_post_tell") void post_tell(void *p) { (void)p; reset(); }

// world demo:messages/broker: one interface imported twice, one exported twice, told apart by their labels.
#include "../include/arena.h"

struct message { struct text subject, body; u32 wants_reply; struct text reply_to; };
struct reply { u32 is_err; union { struct message m; struct text e; }; };
#define CONSUMER(L) \
  IMPORT(#L, "publish") void L##_publish(const u8 *, u32, const u8 *, u32, u32, const u8 *, u32, struct unit_or_text *); \
  IMPORT(#L, "request") void L##_request(const u8 *, u32, const u8 *, u32, u32, struct reply *);
CONSUMER(orders)
CONSUMER(audit)

static u32 count;

EXPORT("orders-handler#handle-message")
struct unit_or_text *order(u8 *s, u32 sn, u8 *b, u32 bn, u32 wants_reply, u8 *r, u32 rn) {
  struct unit_or_text *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out);
  struct text subject = { s, sn }, body = { b, bn };
  if (is(body, TEXT("trap"))) __builtin_trap();
  if (is(body, TEXT("fail"))) { out->is_err = 1; out->e = TEXT("refused by the guest"); return out; }
  struct text seen = join(TEXT("seen."), subject);
  audit_publish(seen.ptr, seen.len, b, bn, 0, 0, 0, out);
  if (out->is_err & 255 || !wants_reply) return out;
  struct text answer = join(TEXT("got "), body);
  orders_publish(r, rn, answer.ptr, answer.len, 0, 0, 0, out);
  return out;
}

EXPORT("audit-handler#handle-message")
struct unit_or_text *audited_one(u8 *s, u32 sn, u8 *b, u32 bn, u32 wants_reply, u8 *r, u32 rn) {
  (void)s; (void)sn; (void)b; (void)bn; (void)wants_reply; (void)r; (void)rn;
  struct unit_or_text *out = alloc(4, sizeof *out); memset(out, 0, sizeof *out);
  count++;
  return out;
}

EXPORT("ask") struct unit_or_text *ask(u8 *s, u32 sn, u8 *b, u32 bn, u32 timeout_ms) {   // result<list<u8>, string>
  struct unit_or_text *out = alloc(4, sizeof *out);
  struct reply reply;
  orders_request(s, sn, b, bn, timeout_ms, &reply);
  out->is_err = reply.is_err & 255;
  out->e = out->is_err ? reply.e : reply.m.body;
  return out;
}

EXPORT("tell") struct unit_or_text *tell(u8 *s, u32 sn, u8 *b, u32 bn, u32 wants_reply, u8 *r, u32 rn) {
  struct unit_or_text *out = alloc(4, sizeof *out);
  orders_publish(s, sn, b, bn, wants_reply, r, rn, out);
  return out;
}

EXPORT("audited") u32 audited(void) { return count; }

EXPORT("cabi_post_orders-handler#handle-message") void post_order(void *p) { (void)p; reset(); }
EXPORT("cabi_post_audit-handler#handle-message") void post_audited(void *p) { (void)p; reset(); }
EXPORT("cabi_post_ask") void post_ask(void *p) { (void)p; reset(); }
EXPORT("cabi_post_tell") void post_tell(void *p) { (void)p; reset(); }

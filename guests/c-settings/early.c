// world demo:settings/early: the log of wasi:logging/logging without a version, under a name and without.
#include "../include/arena.h"

IMPORT("wasi:logging/logging", "log") void plain_log(u32, const u8 *, u32, const u8 *, u32);
IMPORT("orders", "log") void orders_log(u32, const u8 *, u32, const u8 *, u32);

EXPORT("log") void log(u32 level, const u8 *context, u32 cn, const u8 *message, u32 mn) {
  plain_log(level, context, cn, message, mn);
  orders_log(level, context, cn, message, mn);
  reset();
}

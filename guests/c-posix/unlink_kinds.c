#include "posix.h"

COMMAND(unlink_kinds) {
  CALL(unlinkat(ROOT, "f", 0));
  CALL(unlinkat(ROOT, "f", 0));
  CALL(unlinkat(ROOT, "d", 0));
  CALL(unlinkat(ROOT, "d/", 0));
  CALL(unlinkat(ROOT, "g/", 0));
  CALL(unlinkat(ROOT, "g/x", 0));
  CALL(unlinkat(ROOT, "missing/", 0));
  CALL(unlinkat(ROOT, "missing/x", 0));
  CALL(unlinkat(ROOT, "", 0));
  SO(unlinkat(ROOT, ".", 0) == -1 && (errno == EISDIR || errno == EINVAL || errno == EPERM));
  SO(unlinkat(ROOT, "to-d/", 0) == -1 && (errno == EISDIR || errno == ENOTDIR));
  CALL(unlinkat(ROOT, "to-d", 0));
  CALL(unlinkat(ROOT, "to-g", 0));
  CALL(unlinkat(ROOT, "dangling", 0));
  CALL(unlinkat(ROOT, "loop", 0));
  CALL(unlinkat(ROOT, "d/../d/./h", 0));
  CALL(unlink("/k"));
  CALL(unlinkat(100, "g", 0));
  return 0;
}

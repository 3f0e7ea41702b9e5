#include "posix.h"

COMMAND(access_kinds) {
  CALL(faccessat(ROOT, "f", F_OK, 0));
  CALL(faccessat(ROOT, "f", R_OK | W_OK, 0));
  CALL(faccessat(ROOT, "d", R_OK | W_OK | X_OK, 0));
  CALL(faccessat(ROOT, "to-f", F_OK, 0));
  CALL(faccessat(ROOT, "dangling", F_OK, 0));
  CALL(faccessat(ROOT, "missing", R_OK, 0));
  CALL(faccessat(ROOT, "f/x", F_OK, 0));
  CALL(faccessat(ROOT, "f/", F_OK, 0));
  CALL(faccessat(ROOT, "../f", F_OK, 0));
  CALL(access("/d/g", F_OK));
  CALL(access("/d/h", F_OK));
  return 0;
}

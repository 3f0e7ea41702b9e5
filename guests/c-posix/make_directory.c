#include "posix.h"

COMMAND(make_directory) {
  CALL(mkdirat(ROOT, "new", 0777));
  CALL(mkdirat(ROOT, "new", 0777));
  CALL(mkdirat(ROOT, "new/in/", 0777));
  CALL(mkdirat(ROOT, "new/in/", 0777));
  CALL(mkdirat(ROOT, "new/../two//", 0777));
  CALL(mkdirat(ROOT, "f", 0777));
  CALL(mkdirat(ROOT, "to-d", 0777));
  CALL(mkdirat(ROOT, "dangling", 0777));
  CALL(mkdirat(ROOT, "loop", 0777));
  CALL(mkdirat(ROOT, "missing/x", 0777));
  CALL(mkdirat(ROOT, "f/x", 0777));
  CALL(mkdirat(ROOT, "dangling/x", 0777));
  CALL(mkdirat(ROOT, "loop/x", 0777));
  CALL(mkdirat(ROOT, "to-d/x", 0777));
  CALL(mkdirat(ROOT, "", 0777));
  CALL(mkdirat(ROOT, ".", 0777));
  CALL(mkdirat(ROOT, "d/..", 0777));
  CALL(mkdir("/three", 0777));
  CALL(mkdirat(1, "x", 0777));
  return 0;
}

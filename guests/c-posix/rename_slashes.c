#include "posix.h"

COMMAND(rename_slashes) {
  CALL(renameat(ROOT, "f/", ROOT, "x"));
  CALL(renameat(ROOT, "f", ROOT, "x/"));
  CALL(renameat(ROOT, "f/", ROOT, "x/"));
  CALL(renameat(ROOT, "f/", ROOT, "g"));
  CALL(renameat(ROOT, "f", ROOT, "g/"));
  SO(renameat(ROOT, "f", ROOT, "d/") == -1 && (errno == EISDIR || errno == ENOTDIR));
  CALL(renameat(ROOT, "missing/", ROOT, "x"));
  CALL(renameat(ROOT, "d/", ROOT, "e"));
  CALL(renameat(ROOT, "e", ROOT, "h/"));
  CALL(renameat(ROOT, "h///", ROOT, "i//"));
  CALL(renameat(ROOT, "i/", ROOT, "g"));
  CALL(renameat(ROOT, "i/", ROOT, "g/"));
  SO(renameat(ROOT, "to-f/", ROOT, "x") == -1 && errno == ENOTDIR);
  return 0;
}

#include "posix.h"

COMMAND(remove_directory) {
  SO(unlinkat(ROOT, "full", AT_REMOVEDIR) == -1 && (errno == ENOTEMPTY || errno == EEXIST));
  SO(unlinkat(ROOT, "full/", AT_REMOVEDIR) == -1 && (errno == ENOTEMPTY || errno == EEXIST));
  CALL(unlinkat(ROOT, "empty", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "empty", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "slash/", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "slashes///", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "f", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "f/", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "to-full", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "dangling", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "missing/x", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "f/x", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "", AT_REMOVEDIR));
  SO(unlinkat(ROOT, ".", AT_REMOVEDIR) == -1 && errno == EINVAL);
  CALL(unlinkat(ROOT, "full/.", AT_REMOVEDIR));
  SO(unlinkat(ROOT, "full/..", AT_REMOVEDIR) == -1 && (errno == ENOTEMPTY || errno == EEXIST));
  SO(unlinkat(ROOT, "full/..//", AT_REMOVEDIR) == -1 && (errno == ENOTEMPTY || errno == EEXIST));
  CALL(unlinkat(ROOT, "full/in", AT_REMOVEDIR));
  CALL(unlinkat(ROOT, "full/file", 0));
  CALL(rmdir("/full"));
  CALL(rmdir("/f"));
  return 0;
}

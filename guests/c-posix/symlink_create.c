#include "posix.h"

COMMAND(symlink_create) {
  CALL(symlinkat("f", ROOT, "to-f"));
  print_file("to-f");
  CALL(symlinkat("d", ROOT, "to-d"));
  print_file("to-d/g");
  CALL(symlinkat("../f", ROOT, "d/up"));
  print_file("d/up");
  CALL(symlinkat("missing", ROOT, "dangling"));
  CALL(symlinkat("self", ROOT, "self"));
  CALL(symlinkat("any text: größe", ROOT, "text"));
  CALL(symlinkat("f", ROOT, "to-f"));
  CALL(symlinkat("f", ROOT, "dangling"));
  CALL(symlinkat("f", ROOT, "f"));
  CALL(symlinkat("f", ROOT, "d"));
  CALL(symlinkat("f", ROOT, "missing/x"));
  CALL(symlinkat("f", ROOT, "f/x"));
  CALL(symlinkat("", ROOT, "x"));
  CALL(symlinkat("f", ROOT, ""));
  CALL(symlinkat("f", ROOT, "."));
  SO(symlinkat("f", ROOT, "x/") == -1 && (errno == ENOENT || errno == ENOTDIR));
  CALL(symlinkat("f", ROOT, "d/"));
  SO(symlinkat("f", ROOT, "f/") == -1 && (errno == EEXIST || errno == ENOTDIR));
  SO(symlinkat("f", ROOT, "dangling/") == -1);
  CALL(symlink("d/g", "/last"));
  CALL(symlinkat("f", 1, "x"));
  return 0;
}

#include "posix.h"

COMMAND(rename_links) {
  CALL(renameat(ROOT, "to-f", ROOT, "moved"));
  print_file("moved");
  CALL(renameat(ROOT, "g", ROOT, "over"));
  CALL(renameat(ROOT, "dangling", ROOT, "still"));
  CALL(renameat(ROOT, "loop", ROOT, "loops"));
  CALL(renameat(ROOT, "to-d", ROOT, "empty"));
  CALL(renameat(ROOT, "to-d/h", ROOT, "out"));
  CALL(renameat(ROOT, "out", ROOT, "to-d/in"));
  CALL(renameat(ROOT, "empty", ROOT, "to-d"));
  CALL(linkat(ROOT, "f", ROOT, "same", 0));
  CALL(renameat(ROOT, "f", ROOT, "same"));
  print_file("f");
  print_file("same");
  return 0;
}

#include "posix.h"

COMMAND(rename_file) {
  int f = must_open("f", O_RDWR), g = must_open("g", O_RDONLY);
  CALL(renameat(ROOT, "f", ROOT, "g"));
  char text[8];
  CALL(pread(g, text, sizeof text, 0));
  printf("%.3s\n", text);
  CALL(pwrite(f, "NEW", 3, 0));
  print_file("g");
  CALL(renameat(ROOT, "g", ROOT, "d/h"));
  CALL(renameat(ROOT, "g", ROOT, "x"));
  CALL(renameat(ROOT, "d/h", ROOT, "d/h"));
  CALL(renameat(ROOT, "d/h", ROOT, "d"));
  CALL(renameat(ROOT, "d/h", ROOT, "k/x"));
  CALL(renameat(ROOT, "d/h", ROOT, "missing/x"));
  CALL(renameat(ROOT, "k/x", ROOT, "x"));
  CALL(renameat(ROOT, "", ROOT, "x"));
  CALL(renameat(ROOT, "k", ROOT, ""));
  int d = must_open("d", O_RDONLY | O_DIRECTORY);
  CALL(renameat(d, "h", ROOT, "back"));
  CALL(renameat(ROOT, "k", d, "k"));
  CALL(renameat(f, "k", ROOT, "x"));
  CALL(renameat(ROOT, "back", f, "x"));
  CALL(renameat(100, "k", ROOT, "x"));
  CALL(rename("/back", "/last"));
  CALL(pwrite(f, "!", 1, 3));
  struct stat stat;
  CALL(fstat(f, &stat));
  printf("size %lld\n", (long long)stat.st_size);
  return 0;
}

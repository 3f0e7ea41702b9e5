#include "posix.h"

COMMAND(link_file) {
  CALL(linkat(ROOT, "f", ROOT, "g", 0));
  CALL(linkat(ROOT, "f", ROOT, "d/h", 0));
  struct stat f, g;
  CALL(fstatat(ROOT, "f", &f, 0));
  CALL(fstatat(ROOT, "d/h", &g, 0));
  SO(f.st_ino == g.st_ino && f.st_dev == g.st_dev);
  int fd = must_open("g", O_WRONLY);
  CALL(write(fd, "T", 1));
  print_file("f");
  CALL(unlinkat(ROOT, "f", 0));
  print_file("d/h");
  CALL(linkat(ROOT, "g", ROOT, "d/h", 0));
  CALL(linkat(ROOT, "g", ROOT, "g", 0));
  CALL(linkat(ROOT, "g", ROOT, "d", 0));
  CALL(linkat(ROOT, "g", ROOT, "dangling", 0));
  CALL(linkat(ROOT, "missing", ROOT, "x", 0));
  CALL(linkat(ROOT, "missing/f", ROOT, "x", 0));
  CALL(linkat(ROOT, "g", ROOT, "missing/x", 0));
  CALL(linkat(ROOT, "g/f", ROOT, "x", 0));
  CALL(linkat(ROOT, "g", ROOT, "g/x", 0));
  SO(linkat(ROOT, "d", ROOT, "x", 0) == -1 && (errno == EPERM || errno == EACCES));
  SO(linkat(ROOT, ".", ROOT, "x", 0) == -1 && (errno == EPERM || errno == EACCES));
  CALL(linkat(ROOT, "g/", ROOT, "x", 0));
  SO(linkat(ROOT, "g", ROOT, "x/", 0) == -1 && (errno == ENOENT || errno == ENOTDIR));
  CALL(linkat(ROOT, "", ROOT, "x", 0));
  CALL(linkat(ROOT, "g", ROOT, "", 0));
  CALL(link("/g", "/last"));
  CALL(linkat(fd, "g", ROOT, "x", 0));
  CALL(linkat(ROOT, "g", fd, "x", 0));
  CALL(linkat(ROOT, "g", 100, "x", 0));
  return 0;
}

#include "posix.h"

COMMAND(symlink_loop) {
  struct stat stat;
  CALL(openat(ROOT, "a", O_RDONLY));
  CALL(openat(ROOT, "a", O_WRONLY | O_CREAT, 0666));
  CALL(openat(ROOT, "a/x", O_RDONLY));
  CALL(openat(ROOT, "a/", O_RDONLY | O_DIRECTORY));
  CALL(openat(ROOT, "self", O_RDONLY));
  CALL(openat(ROOT, "d/round", O_RDONLY));
  CALL(fstatat(ROOT, "a", &stat, 0));
  CALL(fstatat(ROOT, "a", &stat, AT_SYMLINK_NOFOLLOW));
  SO(S_ISLNK(stat.st_mode));
  CALL(utimensat(ROOT, "a", NULL, 0));
  // As many links as POSIX promises at least.
  CALL(close(openat(ROOT, "l8", O_RDONLY)));
  CALL(renameat(ROOT, "a", ROOT, "c"));
  CALL(openat(ROOT, "b", O_RDONLY));
  CALL(unlinkat(ROOT, "b", 0));
  CALL(unlinkat(ROOT, "self", 0));
  return 0;
}

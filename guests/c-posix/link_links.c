#include "posix.h"

static const char *kind(const char *path) {
  struct stat stat;
  if (fstatat(ROOT, path, &stat, AT_SYMLINK_NOFOLLOW) != 0) return "nothing";
  return S_ISLNK(stat.st_mode) ? "a link" : S_ISREG(stat.st_mode) ? "a file" : "another";
}

COMMAND(link_links) {
  CALL(linkat(ROOT, "to-f", ROOT, "same", 0));
  printf("%s\n", kind("same"));
  CALL(linkat(ROOT, "dangling", ROOT, "dangling2", 0));
  printf("%s\n", kind("dangling2"));
  CALL(linkat(ROOT, "loop", ROOT, "loop2", 0));
  printf("%s\n", kind("loop2"));
  return 0;
}

COMMAND(link_followed) {
  CALL(linkat(ROOT, "to-f", ROOT, "file", AT_SYMLINK_FOLLOW));
  printf("%s\n", kind("file"));
  CALL(linkat(ROOT, "dangling", ROOT, "x", AT_SYMLINK_FOLLOW));
  CALL(linkat(ROOT, "loop", ROOT, "x", AT_SYMLINK_FOLLOW));
  SO(linkat(ROOT, "to-d", ROOT, "x", AT_SYMLINK_FOLLOW) == -1 && errno == EPERM);
  CALL(linkat(ROOT, "to-d/g", ROOT, "g", 0));
  return 0;
}

#include "posix.h"

static void links(const char *path) {
  struct stat stat;
  if (fstatat(ROOT, path, &stat, AT_SYMLINK_NOFOLLOW) == 0) printf("%s %d\n", path, (int)stat.st_nlink);
}

COMMAND(link_counts) {
  links("f");
  CALL(linkat(ROOT, "f", ROOT, "g", 0));
  links("f");
  links("g");
  CALL(unlinkat(ROOT, "f", 0));
  links("g");
  links("link");
  return 0;
}

#include "posix.h"
#include <dirent.h>

COMMAND(symlink_dangling) {
  struct stat stat;
  CALL(fstatat(ROOT, "link", &stat, 0));
  CALL(fstatat(ROOT, "link", &stat, AT_SYMLINK_NOFOLLOW));
  printf("size %lld\n", (long long)stat.st_size);
  CALL(openat(ROOT, "link", O_RDONLY));
  CALL(openat(ROOT, "link", O_RDONLY | O_DIRECTORY));
  CALL(openat(ROOT, "link/x", O_RDONLY));
  CALL(fstatat(ROOT, "link/", &stat, AT_SYMLINK_NOFOLLOW));
  CALL(faccessat(ROOT, "link", F_OK, 0));
  CALL(utimensat(ROOT, "link", NULL, 0));
  SO(opendir("/link") == NULL && errno == ENOENT);
  CALL(openat(ROOT, "deep", O_WRONLY | O_CREAT, 0666));
  make_file("link", "made through the link");
  CALL(fstatat(ROOT, "link", &stat, 0));
  printf("size %lld\n", (long long)stat.st_size);
  CALL(unlinkat(ROOT, "target", 0));
  CALL(fstatat(ROOT, "link", &stat, 0));
  return 0;
}

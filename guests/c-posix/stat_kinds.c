#include "posix.h"

static void told(const char *path, int flags) {
  struct stat stat;
  if (fstatat(ROOT, path, &stat, flags) != 0) {
    print_result(path, -1);
    return;
  }
  printf("%s: %s", path, S_ISREG(stat.st_mode) ? "file" : S_ISDIR(stat.st_mode) ? "folder" : S_ISLNK(stat.st_mode) ? "link" : "another");
  if (S_ISDIR(stat.st_mode)) {
    printf("\n");
  } else {
    printf(" %lld\n", (long long)stat.st_size);
  }
}

COMMAND(stat_kinds) {
  told("f", 0);
  told("empty", AT_SYMLINK_NOFOLLOW);
  told("d", 0);
  told(".", 0);
  told("d/", AT_SYMLINK_NOFOLLOW);
  told("d/..", 0);
  told("to-f", 0);
  told("to-f", AT_SYMLINK_NOFOLLOW);
  told("to-d", 0);
  told("to-d", AT_SYMLINK_NOFOLLOW);
  told("to-d/", AT_SYMLINK_NOFOLLOW);
  told("to-d/g", AT_SYMLINK_NOFOLLOW);
  told("f/", 0);
  told("to-f/", 0);
  told("to-f/", AT_SYMLINK_NOFOLLOW);
  told("f/x", 0);
  told("missing", 0);
  told("missing/", 0);
  told("missing/x", 0);
  told("", 0);
  struct stat stat, other;
  CALL(lstat("/to-f", &stat));
  CALL(fstatat(ROOT, "f", &stat, 0));
  CALL(fstatat(ROOT, "d/../f", &other, 0));
  SO(stat.st_ino == other.st_ino && stat.st_dev == other.st_dev);
  int fd = must_open("f", O_RDONLY);
  CALL(fstat(fd, &other));
  SO(stat.st_ino == other.st_ino && stat.st_dev == other.st_dev);
  SO(stat.st_size == other.st_size && stat.st_mtime == other.st_mtime && S_ISREG(other.st_mode));
  CALL(fstatat(ROOT, "d/g", &other, 0));
  SO(stat.st_ino != other.st_ino);
  CALL(fstatat(ROOT, "to-f", &other, AT_SYMLINK_NOFOLLOW));
  SO(stat.st_ino != other.st_ino);
  CALL(fstat(ROOT, &other));
  SO(S_ISDIR(other.st_mode));
  CALL(fstatat(ROOT, ".", &stat, 0));
  SO(stat.st_ino == other.st_ino);
  CALL(close(fd));
  CALL(fstat(fd, &stat));
  CALL(fstatat(fd, "f", &stat, 0));
  CALL(fstatat(1, "f", &stat, 0));
  return 0;
}

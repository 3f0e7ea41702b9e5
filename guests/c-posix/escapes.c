#include "posix.h"

COMMAND(escapes) {
  struct stat stat;
  CALL(openat(ROOT, "up", O_RDONLY));
  CALL(openat(ROOT, "deep/up", O_RDONLY));
  CALL(openat(ROOT, "absolute", O_RDONLY));
  CALL(openat(ROOT, "absolute-root/etc/passwd", O_RDONLY));
  CALL(openat(ROOT, "folder-up/secret", O_RDONLY));
  CALL(openat(ROOT, "folder-up/in/d", O_RDONLY));
  CALL(openat(ROOT, "new-up", O_WRONLY | O_CREAT, 0666));
  CALL(fstatat(ROOT, "up", &stat, 0));
  CALL(fstatat(ROOT, "absolute", &stat, 0));
  CALL(fstatat(ROOT, "up", &stat, AT_SYMLINK_NOFOLLOW));
  CALL(fstatat(ROOT, "../secret", &stat, 0));
  CALL(mkdirat(ROOT, "../made", 0777));
  CALL(mkdirat(ROOT, "folder-up/made", 0777));
  CALL(unlinkat(ROOT, "../secret", 0));
  CALL(unlinkat(ROOT, "folder-up/secret", 0));
  CALL(unlinkat(ROOT, "../in", AT_REMOVEDIR));
  CALL(renameat(ROOT, "../secret", ROOT, "mine"));
  CALL(renameat(ROOT, "f", ROOT, "../f"));
  CALL(renameat(ROOT, "f", ROOT, "folder-up/f"));
  CALL(linkat(ROOT, "../secret", ROOT, "mine", 0));
  CALL(linkat(ROOT, "folder-up/secret", ROOT, "mine", 0));
  CALL(linkat(ROOT, "up", ROOT, "mine", AT_SYMLINK_FOLLOW));
  CALL(linkat(ROOT, "f", ROOT, "../mine", 0));
  CALL(symlinkat("f", ROOT, "../mine"));
  CALL(symlinkat("/etc/passwd", ROOT, "mine"));
  CALL(symlinkat("../secret", ROOT, "later"));
  CALL(openat(ROOT, "later", O_RDONLY));
  CALL(utimensat(ROOT, "../secret", NULL, 0));
  CALL(utimensat(ROOT, "up", NULL, 0));
  char text[64];
  CALL(readlinkat(ROOT, "up", text, sizeof text));
  CALL(readlinkat(ROOT, "absolute", text, sizeof text));
  CALL(readlinkat(ROOT, "../link", text, sizeof text));
  CALL(close(openat(ROOT, "inside", O_RDONLY)));
  CALL(close(openat(ROOT, "deep/inside", O_RDONLY)));
  int deep = must_open("deep", O_RDONLY | O_DIRECTORY);
  CALL(openat(deep, "inside", O_RDONLY));
  return 0;
}

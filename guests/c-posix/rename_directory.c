#include "posix.h"

COMMAND(rename_directory) {
  int open = must_open("d/in", O_RDONLY | O_DIRECTORY), f = must_open("d/in/f", O_RDWR);
  CALL(renameat(ROOT, "d", ROOT, "moved"));
  CALL(renameat(ROOT, "moved", ROOT, "empty"));
  SO(renameat(ROOT, "empty", ROOT, "full") == -1 && (errno == ENOTEMPTY || errno == EEXIST));
  CALL(renameat(ROOT, "empty", ROOT, "file"));
  CALL(renameat(ROOT, "empty", ROOT, "link"));
  CALL(renameat(ROOT, "empty", ROOT, "empty"));
  CALL(renameat(ROOT, "empty", ROOT, "empty/in/x"));
  CALL(renameat(ROOT, "empty", ROOT, "empty/x"));
  SO(renameat(ROOT, "empty/in", ROOT, "empty") == -1 && (errno == ENOTEMPTY || errno == EEXIST));
  CALL(renameat(ROOT, "missing", ROOT, "empty"));
  SO(renameat(ROOT, ".", ROOT, "x") == -1 && (errno == EBUSY || errno == EINVAL));
  SO(renameat(ROOT, "empty/.", ROOT, "x") == -1 && (errno == EBUSY || errno == EINVAL));
  SO(renameat(ROOT, "empty", ROOT, ".") == -1);
  SO(renameat(ROOT, "empty", ROOT, "full/..") == -1);
  // What is open is still the same.
  CALL(close(openat(open, "f", O_RDONLY)));
  CALL(close(openat(open, "new", O_WRONLY | O_CREAT, 0666)));
  CALL(mkdirat(open, "folder", 0777));
  CALL(write(f, "F", 1));
  CALL(openat(ROOT, "d/in/f", O_RDONLY));
  print_file("empty/in/f");
  return 0;
}

#include "posix.h"
#include <dirent.h>

COMMAND(read_only) {
  print_file("f");
  print_file("d/g");
  print_file("to-f");
  struct stat stat;
  CALL(fstatat(ROOT, "d", &stat, 0));
  char text[8];
  CALL(readlinkat(ROOT, "to-f", text, sizeof text));
  DIR *folder = opendir("/");
  int count = 0;
  while (readdir(folder)) count++;
  printf("%d\n", count);
  CALL(openat(ROOT, "f", O_WRONLY));
  CALL(openat(ROOT, "f", O_RDWR));
  CALL(openat(ROOT, "f", O_RDONLY | O_TRUNC));
  CALL(openat(ROOT, "new", O_WRONLY | O_CREAT, 0666));
  CALL(openat(ROOT, "f", O_RDONLY | O_CREAT, 0666));
  CALL(mkdirat(ROOT, "new", 0777));
  CALL(unlinkat(ROOT, "f", 0));
  CALL(unlinkat(ROOT, "d/e", AT_REMOVEDIR));
  CALL(renameat(ROOT, "f", ROOT, "x"));
  CALL(linkat(ROOT, "f", ROOT, "x", 0));
  CALL(symlinkat("f", ROOT, "x"));
  RAW(__wasi_path_filestat_set_times(ROOT, 0, "f", 1, 1, __WASI_FSTFLAGS_MTIM));
  int d = must_open("d", O_RDONLY | O_DIRECTORY);
  CALL(openat(d, "g", O_RDWR));
  CALL(unlinkat(d, "g", 0));
  CALL(mkdirat(d, "x", 0777));
  int f = must_open("f", O_RDONLY);
  RAW(__wasi_fd_filestat_set_times(f, 1, 1, __WASI_FSTFLAGS_MTIM));
  SO(ftruncate(f, 0) == -1);
  CALL(write(f, "x", 1));
  CALL(fsync(f));
  return 0;
}

#include "posix.h"

COMMAND(no_folders) {
  SO(open("/f", O_RDONLY) == -1);
  SO(open("f", O_WRONLY | O_CREAT, 0666) == -1);
  SO(mkdir("/d", 0777) == -1);
  struct stat stat;
  SO(lstat("/", &stat) == -1);
  CALL(openat(ROOT, "f", O_RDONLY));
  CALL(fstat(ROOT, &stat));
  __wasi_prestat_t prestat;
  RAW(__wasi_fd_prestat_get(ROOT, &prestat));
  return 0;
}

#include "posix.h"

COMMAND(close_preopen) {
  int d = must_open("d", O_RDONLY | O_DIRECTORY), f = must_open("f", O_RDONLY);
  CALL(close(ROOT));
  CALL(close(ROOT));
  CALL(openat(ROOT, "f", O_RDONLY));
  __wasi_prestat_t prestat;
  RAW(__wasi_fd_prestat_get(ROOT, &prestat));
  // What was opened from it stays.
  char byte;
  CALL(read(f, &byte, 1));
  CALL(close(openat(d, "g", O_RDONLY)));
  RAW(__wasi_fd_renumber(d, f));
  CALL(close(openat(f, "g", O_RDONLY)));
  return 0;
}

COMMAND(overwrite_preopen) {
  int d = must_open("d", O_RDONLY | O_DIRECTORY), f = must_open("f", O_RDONLY);
  RAW(__wasi_fd_renumber(d, ROOT));
  CALL(openat(d, "g", O_RDONLY));
  CALL(close(openat(ROOT, "g", O_RDONLY)));
  CALL(openat(ROOT, "f", O_RDONLY));
  __wasi_prestat_t prestat;
  RAW(__wasi_fd_prestat_get(ROOT, &prestat));
  // A preopened folder under another number.
  CALL(close(f));
  CALL(openat(ROOT, ".", O_RDONLY) - f);
  RAW(__wasi_fd_renumber(f, ROOT));
  CALL(close(openat(ROOT, "g", O_RDONLY)));
  return 0;
}

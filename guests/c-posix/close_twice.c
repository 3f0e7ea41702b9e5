#include "posix.h"

COMMAND(close_twice) {
  int fd = must_open("f", O_RDWR);
  CALL(close(fd));
  CALL(close(fd));
  CALL(close(1000));
  CALL(close(-1));
  char text[4];
  CALL(read(fd, text, 1));
  CALL(write(fd, text, 1));
  CALL(readv(fd, (struct iovec[]){{text, 1}}, 1));
  CALL(writev(fd, (struct iovec[]){{text, 1}}, 1));
  struct stat stat;
  CALL(fstat(fd, &stat));
  __wasi_fdstat_t status;
  RAW(__wasi_fd_fdstat_get(fd, &status));
  RAW(__wasi_fd_fdstat_set_flags(fd, 0));
  RAW(__wasi_fd_fdstat_set_rights(fd, 0, 0));
  RAW(__wasi_fd_filestat_set_size(fd, 0));
  RAW(__wasi_fd_filestat_set_times(fd, 0, 0, 0));
  RAW(__wasi_fd_sync(fd));
  __wasi_prestat_t prestat;
  RAW(__wasi_fd_prestat_get(fd, &prestat));
  RAW(__wasi_fd_prestat_dir_name(fd, (uint8_t *)text, 4));
  CALL(openat(fd, "x", O_RDONLY));
  CALL(mkdirat(fd, "x", 0777));
  CALL(unlinkat(fd, "x", 0));
  CALL(unlinkat(fd, "x", AT_REMOVEDIR));
  CALL(symlinkat("x", fd, "y"));
  CALL(readlinkat(fd, "x", text, 4));
  CALL(fstatat(fd, "x", &stat, 0));
  CALL(utimensat(fd, "x", NULL, 0));
  CALL(linkat(fd, "x", ROOT, "y", 0));
  CALL(renameat(fd, "x", ROOT, "y"));
  CALL(renameat(ROOT, "f", fd, "y"));
  CALL(isatty(fd));
  // The number is used again, for another.
  CALL(openat(ROOT, "g", O_RDONLY) - fd);
  CALL(read(fd, text, 1));
  printf("%c\n", *text);
  return 0;
}

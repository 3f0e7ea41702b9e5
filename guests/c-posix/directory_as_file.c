#include "posix.h"

COMMAND(directory_as_file) {
  int fd = must_open("d", O_RDONLY | O_DIRECTORY);
  char text[4];
  __wasi_filesize_t at;
  __wasi_size_t done;
  struct iovec into[] = {{text, sizeof text}};
  SO(lseek(fd, 0, SEEK_SET) == -1 && errno == EBADF);
  RAW(__wasi_fd_tell(fd, &at));
  RAW(__wasi_fd_read(fd, (__wasi_iovec_t *)into, 1, &done));
  RAW(__wasi_fd_write(fd, (__wasi_ciovec_t *)into, 1, &done));
  RAW(__wasi_fd_pread(fd, (__wasi_iovec_t *)into, 1, 0, &done));
  RAW(__wasi_fd_pwrite(fd, (__wasi_ciovec_t *)into, 1, 0, &done));
  RAW(__wasi_fd_allocate(fd, 0, 1));
  RAW(__wasi_fd_advise(fd, 0, 0, __WASI_ADVICE_NORMAL));
  RAW(__wasi_fd_filestat_set_size(fd, 0));
  RAW(__wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_APPEND));
  __wasi_filestat_t stat;
  RAW(__wasi_fd_filestat_get(fd, &stat));
  SO(stat.filetype == __WASI_FILETYPE_DIRECTORY);
  CALL(close(fd));
  return 0;
}

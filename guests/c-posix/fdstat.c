#include "posix.h"

COMMAND(fdstat) {
  int fd = must_open("f", O_RDWR);
  __wasi_fdstat_t stat;
  RAW(__wasi_fd_fdstat_get(fd, &stat));
  SO(stat.fs_filetype == __WASI_FILETYPE_REGULAR_FILE && stat.fs_flags == 0);
  RAW(__wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_APPEND | __WASI_FDFLAGS_NONBLOCK));
  RAW(__wasi_fd_fdstat_get(fd, &stat));
  SO(stat.fs_flags == (__WASI_FDFLAGS_APPEND | __WASI_FDFLAGS_NONBLOCK));
  RAW(__wasi_fd_fdstat_set_flags(fd, 0));
  RAW(__wasi_fd_fdstat_get(fd, &stat));
  SO(stat.fs_flags == 0);
  RAW(__wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_SYNC));
  RAW(__wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_DSYNC));
  SO(__wasi_fd_fdstat_set_rights(fd, stat.fs_rights_base, stat.fs_rights_inheriting) == __WASI_ERRNO_NOTSUP);
  RAW(__wasi_fd_fdstat_get(ROOT, &stat));
  SO(stat.fs_filetype == __WASI_FILETYPE_DIRECTORY && stat.fs_flags == 0);
  SO((stat.fs_rights_base & __WASI_RIGHTS_PATH_OPEN) != 0);
  SO((stat.fs_rights_inheriting & __WASI_RIGHTS_FD_READ) != 0);
  int d = must_open("d", O_RDONLY | O_DIRECTORY);
  RAW(__wasi_fd_fdstat_get(d, &stat));
  SO(stat.fs_filetype == __WASI_FILETYPE_DIRECTORY);
  return 0;
}

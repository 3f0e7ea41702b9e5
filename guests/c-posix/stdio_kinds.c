#include "posix.h"

static void kinds(void) {
  for (int fd = 0; fd < 3; fd++) {
    CALL(isatty(fd));
    __wasi_fdstat_t stat;
    RAW(__wasi_fd_fdstat_get(fd, &stat));
    printf("%d type %s flags %d read %d write %d\n", fd,
           stat.fs_filetype == __WASI_FILETYPE_CHARACTER_DEVICE ? "character device"
           : stat.fs_filetype == __WASI_FILETYPE_UNKNOWN        ? "unknown"
                                                                 : "another",
           stat.fs_flags, (stat.fs_rights_base & __WASI_RIGHTS_FD_READ) != 0,
           (stat.fs_rights_base & __WASI_RIGHTS_FD_WRITE) != 0);
    CALL(lseek(fd, 0, SEEK_CUR));
    __wasi_filesize_t at;
    RAW(__wasi_fd_tell(fd, &at));
    struct stat file;
    CALL(fstat(fd, &file));
    printf("size %lld\n", (long long)file.st_size);
  }
  __wasi_prestat_t prestat;
  RAW(__wasi_fd_prestat_get(0, &prestat));
}

COMMAND(stdio_kinds) {
  kinds();
  return 0;
}

COMMAND(stdio_terminal) {
  kinds();
  return 0;
}

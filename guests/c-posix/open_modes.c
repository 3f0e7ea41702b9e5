#include "posix.h"

static void rights(int fd) {
  __wasi_fdstat_t stat;
  if (__wasi_fd_fdstat_get(fd, &stat) != 0) return;
  printf("type %d read %d write %d append %d nonblock %d\n", stat.fs_filetype, (stat.fs_rights_base & __WASI_RIGHTS_FD_READ) != 0,
         (stat.fs_rights_base & __WASI_RIGHTS_FD_WRITE) != 0, (stat.fs_flags & __WASI_FDFLAGS_APPEND) != 0,
         (stat.fs_flags & __WASI_FDFLAGS_NONBLOCK) != 0);
}

COMMAND(open_modes) {
  char byte;
  int fd = must_open("f", O_RDONLY);
  rights(fd);
  CALL(read(fd, &byte, 1));
  CALL(write(fd, "x", 1));
  CALL(pwrite(fd, "x", 1, 0));
  fd = must_open("f", O_WRONLY);
  rights(fd);
  CALL(read(fd, &byte, 1));
  CALL(pread(fd, &byte, 1, 0));
  CALL(write(fd, "X", 1));
  fd = must_open("f", O_RDWR);
  rights(fd);
  CALL(read(fd, &byte, 1));
  printf("%c\n", byte);
  CALL(lseek(fd, 1, SEEK_SET));
  CALL(write(fd, "Y", 1));
  fd = must_open("f", O_RDWR | O_APPEND | O_NONBLOCK);
  rights(fd);
  CALL(write(fd, "Z", 1));
  // Neither to read nor to write.
  __wasi_fd_t none;
  RAW(__wasi_path_open(ROOT, 0, "f", 0, 0, 0, 0, &none));
  rights(none);
  CALL(read(none, &byte, 1));
  CALL(write(none, "x", 1));
  struct stat stat;
  CALL(fstat(none, &stat));
  printf("size %lld\n", (long long)stat.st_size);
  return 0;
}

#include "posix.h"

COMMAND(allocate) {
  int fd = must_open("f", O_RDWR);
  // Returns its error.
  RAW(posix_fallocate(fd, 0, 100));
  RAW(__wasi_fd_allocate(fd, 0, 1));
  RAW(posix_fallocate(0, 0, 100));
  CALL(close(fd));
  RAW(posix_fallocate(fd, 0, 100));
  return 0;
}

COMMAND(sync_file) {
  int fd = must_open("f", O_RDWR);
  CALL(write(fd, "x", 1));
  CALL(fsync(fd));
  CALL(fdatasync(fd));
  int reader = must_open("f", O_RDONLY);
  CALL(fsync(reader));
  CALL(fdatasync(reader));
  SO(fsync(1) == -1 && errno == EINVAL);
  SO(fdatasync(0) == -1 && errno == EINVAL);
  CALL(close(fd));
  CALL(fsync(fd));
  CALL(fdatasync(fd));
  fd = must_open("g", O_WRONLY | O_CREAT | O_SYNC);
  CALL(write(fd, "g", 1));
  SO((fcntl(fd, F_GETFL) & O_SYNC) == O_SYNC);
  fd = must_open("h", O_WRONLY | O_CREAT | O_DSYNC);
  CALL(write(fd, "h", 1));
  SO((fcntl(fd, F_GETFL) & O_DSYNC) != 0);
  return 0;
}

COMMAND(advise) {
  int fd = must_open("f", O_RDONLY);
  RAW(posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL));
  RAW(posix_fadvise(fd, 0, 0, POSIX_FADV_RANDOM));
  RAW(posix_fadvise(fd, 2, 100, POSIX_FADV_WILLNEED));
  RAW(posix_fadvise(fd, 100, 2, POSIX_FADV_DONTNEED));
  RAW(posix_fadvise(fd, 0, 2, POSIX_FADV_NOREUSE));
  RAW(posix_fadvise(fd, 0, 0, POSIX_FADV_NORMAL));
  RAW(posix_fadvise(fd, 0, 0, 77));
  RAW(posix_fadvise(fd, 0, -1, POSIX_FADV_NORMAL));
  RAW(posix_fadvise(0, 0, 0, POSIX_FADV_NORMAL));
  CALL(close(fd));
  RAW(posix_fadvise(fd, 0, 0, POSIX_FADV_NORMAL));
  return 0;
}

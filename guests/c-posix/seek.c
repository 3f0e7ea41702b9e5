#include "posix.h"

COMMAND(seek) {
  int fd = must_open("f", O_RDONLY);
  char text[16];
  CALL(lseek(fd, 0, SEEK_CUR));
  CALL(lseek(fd, 4, SEEK_SET));
  CALL(read(fd, text, 2));
  printf("%.2s\n", text);
  CALL(lseek(fd, -3, SEEK_CUR));
  CALL(read(fd, text, 3));
  printf("%.3s\n", text);
  CALL(lseek(fd, -2, SEEK_END));
  CALL(read(fd, text, 9));
  CALL(lseek(fd, 0, SEEK_END));
  CALL(read(fd, text, 9));
  CALL(lseek(fd, -1, SEEK_SET));
  CALL(lseek(fd, -11, SEEK_CUR));
  CALL(lseek(fd, -11, SEEK_END));
  CALL(lseek(fd, 0, 9));
  CALL(lseek(fd, 0, SEEK_CUR));
  CALL(lseek(fd, 100, SEEK_END));
  CALL(read(fd, text, 9));
  __wasi_filesize_t at;
  RAW(__wasi_fd_tell(fd, &at));
  printf("%llu\n", at);
  RAW(__wasi_fd_seek(fd, INT64_MAX, __WASI_WHENCE_SET, &at));
  RAW(__wasi_fd_seek(fd, 1, __WASI_WHENCE_CUR, &at));
  RAW(__wasi_fd_seek(fd, INT64_MAX, __WASI_WHENCE_END, &at));
  RAW(__wasi_fd_seek(fd, INT64_MIN, __WASI_WHENCE_END, &at));
  RAW(__wasi_fd_tell(fd, &at));
  SO(at == INT64_MAX);
  CALL(read(fd, text, 9));
  CALL(close(fd));
  SO(lseek(fd, 0, SEEK_SET) == -1);
  RAW(__wasi_fd_tell(fd, &at));
  return 0;
}

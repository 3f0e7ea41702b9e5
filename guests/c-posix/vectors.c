#include "posix.h"

// A call may do less than all: as POSIX allows, and as the adapter does, which takes the first part that is not empty.
static size_t write_all(int fd, struct iovec *parts, int count) {
  size_t all = 0;
  while (count > 0) {
    ssize_t some = writev(fd, parts, count);
    if (some < 0) return -1;
    all += some;
    while (count > 0 && (size_t)some >= parts->iov_len) {
      some -= parts->iov_len;
      parts++;
      count--;
    }
    if (count > 0) {
      parts->iov_base = (char *)parts->iov_base + some;
      parts->iov_len -= some;
    }
  }
  return all;
}

COMMAND(vectors) {
  int fd = must_open("f", O_RDWR | O_CREAT);
  struct iovec parts[] = {{"", 0}, {"one", 3}, {"", 0}, {"two", 3}, {"three", 5}, {"", 0}};
  printf("written %zu\n", write_all(fd, parts, 6));
  CALL(lseek(fd, 0, SEEK_SET));
  char first[4] = "....", second[100];
  memset(second, '.', sizeof second);
  struct iovec into[] = {{first, 0}, {first, 4}, {second, sizeof second}};
  ssize_t got = readv(fd, into, 3);
  SO(got == 4 || got == 11);
  SO(memcmp(first, "onet", 4) == 0);
  if (got == 4) got += read(fd, second, sizeof second);
  printf("read %zd\n", got);
  SO(memcmp(second, "wothree..", 9) == 0);
  __wasi_size_t done = 7;
  RAW(__wasi_fd_write(fd, NULL, 0, &done));
  printf("%zu\n", done);
  RAW(__wasi_fd_read(fd, NULL, 0, &done));
  printf("%zu\n", done);
  RAW(__wasi_fd_pwrite(fd, NULL, 0, 3, &done));
  RAW(__wasi_fd_pread(fd, NULL, 0, 3, &done));
  struct iovec empty[] = {{first, 0}, {first, 0}};
  CALL(writev(fd, empty, 2));
  CALL(readv(fd, empty, 2));
  CALL(writev(fd, parts, -1));
  CALL(readv(fd, into, -1));
  return 0;
}

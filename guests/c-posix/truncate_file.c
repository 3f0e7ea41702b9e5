#include "posix.h"

static void size(int fd) {
  struct stat stat;
  fstat(fd, &stat);
  printf("size %lld\n", (long long)stat.st_size);
}

COMMAND(truncate_file) {
  int fd = must_open("f", O_RDWR);
  CALL(lseek(fd, 5, SEEK_SET));
  CALL(ftruncate(fd, 8));
  size(fd);
  CALL(ftruncate(fd, 3));
  size(fd);
  CALL(lseek(fd, 0, SEEK_CUR));
  CALL(read(fd, (char[4]){0}, 4));
  CALL(write(fd, "!", 1));
  size(fd);
  CALL(ftruncate(fd, 8));
  size(fd);
  char text[16];
  CALL(pread(fd, text, sizeof text, 0));
  SO(memcmp(text, "012\0\0!\0\0", 8) == 0);
  CALL(ftruncate(fd, 0));
  size(fd);
  CALL(ftruncate(fd, -1));
  CALL(truncate("/f", 4));
  size(fd);
  CALL(truncate("/none", 4));
  CALL(truncate("/d", 4));
  CALL(close(fd));
  CALL(ftruncate(fd, 1));
  fd = must_open("f", O_RDONLY);
  SO(ftruncate(fd, 1) == -1 && (errno == EINVAL || errno == EBADF));
  size(fd);
  SO(ftruncate(1, 0) == -1 && errno == EINVAL);
  return 0;
}

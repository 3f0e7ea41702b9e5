#include "posix.h"

COMMAND(large_file) {
  int fd = must_open("large", O_RDWR | O_CREAT);
  off_t far = 5LL << 30;
  CALL(lseek(fd, far, SEEK_SET));
  CALL(write(fd, "end", 3));
  CALL(lseek(fd, 0, SEEK_CUR));
  struct stat stat;
  CALL(fstat(fd, &stat));
  printf("size %lld\n", (long long)stat.st_size);
  CALL(lseek(fd, -5, SEEK_END));
  char text[8] = "--------";
  CALL(read(fd, text, sizeof text));
  SO(memcmp(text, "\0\0end---", 8) == 0);
  CALL(pwrite(fd, "!", 1, far + 10));
  CALL(pread(fd, text, sizeof text, far + 9));
  CALL(ftruncate(fd, 6LL << 30));
  CALL(lseek(fd, 0, SEEK_END));
  CALL(ftruncate(fd, (4LL << 30) + 1));
  CALL(fstatat(ROOT, "large", &stat, 0));
  printf("size %lld\n", (long long)stat.st_size);
  CALL(close(fd));
  fd = must_open("large", O_WRONLY | O_APPEND);
  CALL(write(fd, "x", 1));
  CALL(lseek(fd, 0, SEEK_CUR));
  return 0;
}

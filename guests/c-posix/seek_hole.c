#include "posix.h"

COMMAND(seek_hole) {
  int fd = must_open("f", O_RDWR | O_CREAT | O_EXCL);
  CALL(lseek(fd, 5, SEEK_SET));
  struct stat stat;
  fstat(fd, &stat);
  printf("size %lld\n", (long long)stat.st_size);
  CALL(write(fd, "x", 1));
  fstat(fd, &stat);
  printf("size %lld\n", (long long)stat.st_size);
  CALL(lseek(fd, 0, SEEK_SET));
  char text[16] = "????????????";
  CALL(read(fd, text, sizeof text));
  SO(memcmp(text, "\0\0\0\0\0x??", 8) == 0);
  CALL(lseek(fd, 1, SEEK_SET));
  CALL(write(fd, "ab", 2));
  CALL(lseek(fd, 0, SEEK_SET));
  CALL(read(fd, text, 3));
  SO(memcmp(text, "\0ab", 3) == 0);
  return 0;
}

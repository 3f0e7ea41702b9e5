#include "posix.h"

COMMAND(nonblocking) {
  int fd = must_open("f", O_RDWR | O_NONBLOCK);
  char text[8];
  CALL(read(fd, text, 3));
  printf("%.3s\n", text);
  CALL(read(fd, text, sizeof text));
  CALL(read(fd, text, sizeof text));
  CALL(lseek(fd, 0, SEEK_SET));
  CALL(write(fd, "AB", 2));
  CALL(pread(fd, text, sizeof text, 0));
  printf("%.6s\n", text);
  int d = openat(ROOT, "d", O_RDONLY | O_DIRECTORY | O_NONBLOCK);
  SO(d >= 0);
  return 0;
}

#include "posix.h"

COMMAND(pwrite_append) {
  int fd = must_open("f", O_RDWR | O_APPEND);
  CALL(pwrite(fd, "X", 1, 0));
  char text[8];
  CALL(pread(fd, text, sizeof text, 0));
  SO(memcmp(text, "Xbc", 3) == 0 || memcmp(text, "abcX", 4) == 0);
  return 0;
}

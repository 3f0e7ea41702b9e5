#include "posix.h"

COMMAND(pread_pwrite) {
  int fd = must_open("f", O_RDWR);
  char text[16] = "................";
  CALL(pread(fd, text, 3, 2));
  printf("%.4s\n", text);
  CALL(lseek(fd, 0, SEEK_CUR));
  CALL(pwrite(fd, "XY", 2, 8));
  CALL(pwrite(fd, "Z", 1, 12));
  CALL(lseek(fd, 0, SEEK_CUR));
  CALL(pread(fd, text, 16, 7));
  SO(memcmp(text, "7XY\0\0Z.", 7) == 0);
  CALL(pread(fd, text, 16, 13));
  CALL(pread(fd, text, 16, 1000));
  CALL(pread(fd, text, 0, 0));
  CALL(pwrite(fd, text, 0, 100));
  CALL(pread(fd, text, 1, -1));
  CALL(pwrite(fd, text, 1, -1));
  CALL(read(fd, text, 2));
  printf("%.2s\n", text);
  SO(pread(0, text, 1, 0) == -1 && errno != 0);
  CALL(pwrite(1, text, 1, 0));
  CALL(close(fd));
  CALL(pread(fd, text, 1, 0));
  CALL(pwrite(fd, text, 1, 0));
  return 0;
}

#include "posix.h"

static unsigned char block[300000], back[300000];

COMMAND(long_writes) {
  for (size_t i = 0; i < sizeof block; i++) block[i] = i * 31 >> 3;
  int fd = must_open("f", O_RDWR | O_CREAT);
  size_t written = 0;
  while (written < sizeof block) {
    ssize_t some = write(fd, block + written, sizeof block - written);
    if (some <= 0) break;
    written += some;
  }
  printf("%zu\n", written);
  CALL(lseek(fd, 0, SEEK_SET));
  size_t got = 0;
  for (ssize_t some; (some = read(fd, back + got, sizeof back - got)) > 0;) got += some;
  printf("%zu\n", got);
  SO(memcmp(block, back, sizeof block) == 0);
  memset(back, 0, sizeof back);
  for (got = 0; got < sizeof back;) {
    ssize_t some = pread(fd, back + got, sizeof back - got, got);
    if (some <= 0) break;
    got += some;
  }
  SO(memcmp(block, back, sizeof block) == 0);
  for (written = 0; written < sizeof block;) {
    ssize_t some = pwrite(fd, block + written, sizeof block - written, 100 + written);
    if (some <= 0) break;
    written += some;
  }
  CALL(lseek(fd, 0, SEEK_END));
  CALL(pread(fd, back, 100, 100) == 100 && memcmp(block, back, 100) == 0);
  return 0;
}

#include "posix.h"

COMMAND(many_files) {
  int fds[300], count = 0, error = 0;
  for (; count < 300; count++) {
    int fd = openat(ROOT, "f", O_RDONLY);
    if (fd < 0) {
      error = errno;
      break;
    }
    fds[count] = fd;
  }
  SO(count >= 100);
  SO(count == 300 || error == EMFILE || error == ENFILE || error == ENOMEM);
  int distinct = 1;
  for (int i = 1; i < count; i++) distinct &= fds[i] > fds[i - 1];
  SO(distinct);
  CALL(close(fds[50]));
  int again = openat(ROOT, "f", O_RDONLY);
  SO(again == fds[50]);
  char byte;
  CALL(read(again, &byte, 1));
  for (int i = 0; i < count; i++) close(fds[i]);
  // None is left, so there is room again, time after time.
  int opened = 0;
  for (int i = 0; i < 2000; i++) {
    int fd = openat(ROOT, "f", O_RDONLY);
    opened += fd >= 0;
    close(fd);
  }
  printf("%d\n", opened);
  return 0;
}

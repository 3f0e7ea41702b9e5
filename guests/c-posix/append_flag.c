#include "posix.h"

COMMAND(append_flag) {
  int fd = must_open("f", O_RDWR);
  SO(fcntl(fd, F_GETFL) == O_RDWR);
  CALL(write(fd, "AB", 2));
  CALL(fcntl(fd, F_SETFL, O_APPEND));
  SO(fcntl(fd, F_GETFL) == (O_RDWR | O_APPEND));
  CALL(lseek(fd, 0, SEEK_SET));
  CALL(write(fd, "end", 3));
  CALL(fcntl(fd, F_SETFL, 0));
  CALL(lseek(fd, 2, SEEK_SET));
  CALL(write(fd, "C", 1));
  print_file("f");
  CALL(fcntl(fd, F_SETFL, O_NONBLOCK));
  SO((fcntl(fd, F_GETFL) & O_NONBLOCK) != 0);
  CALL(write(fd, "D", 1));
  CALL(close(fd));
  CALL(fcntl(fd, F_GETFL));
  CALL(fcntl(fd, F_SETFL, 0));
  return 0;
}

#include "posix.h"

COMMAND(append) {
  int fd = must_open("log", O_WRONLY | O_APPEND);
  CALL(lseek(fd, 0, SEEK_SET));
  CALL(write(fd, "three", 5));
  CALL(lseek(fd, 0, SEEK_CUR));
  CALL(lseek(fd, 2, SEEK_SET));
  CALL(write(fd, "four", 4));
  CALL(lseek(fd, 0, SEEK_CUR));
  print_file("log");
  CALL(ftruncate(fd, 3));
  CALL(write(fd, "!", 1));
  CALL(close(fd));
  print_file("log");
  fd = must_open("new", O_WRONLY | O_APPEND | O_CREAT);
  CALL(write(fd, "a", 1));
  CALL(write(fd, "b", 1));
  CALL(close(fd));
  print_file("new");
  return 0;
}

#include "posix.h"

COMMAND(open_truncate) {
  int reader = must_open("f", O_RDONLY);
  int fd = must_open("f", O_WRONLY | O_TRUNC);
  CALL(read(reader, (char[9]){0}, 9));
  CALL(write(fd, "12", 2));
  CALL(close(fd));
  print_file("f");
  fd = must_open("f", O_RDWR | O_CREAT | O_TRUNC);
  CALL(lseek(fd, 0, SEEK_END));
  CALL(close(fd));
  CALL(close(openat(ROOT, "link", O_RDWR | O_TRUNC)));
  CALL(openat(ROOT, "d", O_RDONLY | O_TRUNC));
  CALL(openat(ROOT, "missing", O_WRONLY | O_TRUNC));
  CALL(openat(ROOT, "g", O_RDWR | O_CREAT | O_EXCL | O_TRUNC, 0666));
  print_file("g");
  return 0;
}

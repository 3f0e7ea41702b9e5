#include "posix.h"

COMMAND(open_create) {
  int fd;
  CALL(close(openat(ROOT, "new", O_WRONLY | O_CREAT, 0644)));
  CALL(close(openat(ROOT, "kept", O_WRONLY | O_CREAT, 0644)));
  print_file("kept");
  CALL(openat(ROOT, "kept", O_WRONLY | O_CREAT | O_EXCL, 0644));
  CALL(openat(ROOT, "d", O_RDONLY | O_CREAT | O_EXCL, 0644));
  CALL(openat(ROOT, "dangling", O_WRONLY | O_CREAT | O_EXCL, 0644));
  CALL(openat(ROOT, "to-kept", O_WRONLY | O_CREAT | O_EXCL, 0644));
  CALL(close(openat(ROOT, "exclusive", O_RDWR | O_CREAT | O_EXCL, 0644)));
  CALL(openat(ROOT, "missing/new", O_WRONLY | O_CREAT, 0644));
  CALL(openat(ROOT, "kept/new", O_WRONLY | O_CREAT, 0644));
  CALL(openat(ROOT, "d", O_WRONLY | O_CREAT, 0644));
  CALL(openat(ROOT, "missing/", O_WRONLY | O_CREAT, 0644));
  CALL(openat(ROOT, "missing", O_RDONLY));
  CALL(openat(ROOT, "", O_RDWR | O_CREAT, 0644));
  fd = must_open("d/inside", O_RDONLY | O_CREAT);
  CALL(write(fd, "x", 1));
  CALL(read(fd, (char[1]){0}, 1));
  CALL(close(fd));
  CALL(close(openat(ROOT, "dangling", O_WRONLY | O_CREAT, 0644)));
  return 0;
}

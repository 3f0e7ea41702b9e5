#include "posix.h"

COMMAND(unlink_open) {
  int fd = must_open("f", O_RDWR), other = must_open("f", O_RDONLY);
  CALL(unlinkat(ROOT, "f", 0));
  CALL(openat(ROOT, "f", O_RDONLY));
  char text[16];
  CALL(read(fd, text, 4));
  CALL(write(fd, "more", 4));
  CALL(pread(other, text, sizeof text, 0));
  printf("%.8s\n", text);
  struct stat stat, new;
  CALL(fstat(fd, &stat));
  printf("size %lld\n", (long long)stat.st_size);
  SO(S_ISREG(stat.st_mode));
  CALL(ftruncate(fd, 2));
  CALL(lseek(other, 0, SEEK_END));
  make_file("f", "new");
  CALL(fstatat(ROOT, "f", &new, 0));
  SO(stat.st_ino != new.st_ino);
  CALL(pread(fd, text, sizeof text, 0));
  CALL(fsync(fd));
  CALL(close(fd));
  CALL(close(other));
  return 0;
}

COMMAND(remove_open_directory) {
  struct stat stat;
  int d = must_open("d", O_RDONLY | O_DIRECTORY);
  CALL(unlinkat(ROOT, "d", AT_REMOVEDIR));
  CALL(openat(d, "x", O_WRONLY | O_CREAT, 0666));
  CALL(mkdirat(d, "x", 0777));
  CALL(fstat(d, &stat));
  CALL(close(d));
  return 0;
}

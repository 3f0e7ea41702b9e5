#include "posix.h"
#include <sys/time.h>

static void print_times(const char *path) {
  struct stat stat;
  fstatat(ROOT, path, &stat, AT_SYMLINK_NOFOLLOW);
  printf("%s %lld.%09ld %lld.%09ld\n", path, (long long)stat.st_atim.tv_sec, stat.st_atim.tv_nsec,
         (long long)stat.st_mtim.tv_sec, stat.st_mtim.tv_nsec);
}

static time_t modified(const char *path, int flags) {
  struct stat stat;
  fstatat(ROOT, path, &stat, flags);
  return stat.st_mtime;
}

COMMAND(times) {
  CALL(utimensat(ROOT, "f", (struct timespec[]){{1, 2000}, {1000000000, 3000}}, 0));
  print_times("f");
  RAW(__wasi_path_filestat_set_times(ROOT, 0, "f", 5000000000, 0, __WASI_FSTFLAGS_ATIM));
  print_times("f");
  CALL(utimensat(ROOT, "f", (struct timespec[]){{0, UTIME_OMIT}, {7, 999999000}}, 0));
  print_times("f");
  RAW(__wasi_path_filestat_set_times(ROOT, 0, "f", 9, 9, 0));
  print_times("f");
  CALL(utimensat(ROOT, "f", (struct timespec[]){{0, 0}, {0, 0}}, 0));
  print_times("f");
  int fd = must_open("f", O_RDWR);
  CALL(futimens(fd, (struct timespec[]){{10, 1000}, {11, 2000}}));
  print_times("f");
  int reader = must_open("f", O_RDONLY);
  CALL(futimens(reader, (struct timespec[]){{12, 0}, {13, 0}}));
  print_times("f");
  RAW(__wasi_path_filestat_set_times(ROOT, 0, "f", 20000000000, 0, __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM_NOW));
  SO(modified("f", 0) > 1700000000);
  CALL(futimens(fd, (struct timespec[]){{30, 0}, {30, 0}}));
  RAW(__wasi_fd_filestat_set_times(fd, 0, 0, __WASI_FSTFLAGS_ATIM_NOW | __WASI_FSTFLAGS_MTIM_NOW));
  SO(modified("f", 0) > 1700000000);
  CALL(utimensat(ROOT, "f", (struct timespec[]){{30, 0}, {30, 0}}, 0));
  CALL(write(fd, "x", 1));
  SO(modified("f", 0) > 1700000000);
  CALL(utimensat(ROOT, "d", (struct timespec[]){{40, 0}, {41, 0}}, 0));
  print_times("d");
  make_file("d/new", "");
  SO(modified("d", 0) > 1700000000);
  CALL(utimensat(ROOT, ".", (struct timespec[]){{40, 0}, {41, 0}}, 0));
  SO(modified(".", 0) == 41);
  CALL(utimensat(ROOT, "missing", NULL, 0));
  CALL(utimensat(ROOT, "f/", NULL, 0));
  CALL(utimensat(ROOT, "", NULL, 0));
  CALL(utimensat(ROOT, "f", (struct timespec[]){{0, 1000000000}, {0, 0}}, 0));
  CALL(close(fd));
  CALL(futimens(fd, NULL));
  CALL(futimens(1, NULL));
  return 0;
}

COMMAND(times_of_links) {
  CALL(utimensat(ROOT, "f", (struct timespec[]){{1, 0}, {2, 0}}, 0));
  CALL(utimensat(ROOT, "to-f", (struct timespec[]){{3, 0}, {4, 0}}, AT_SYMLINK_NOFOLLOW));
  print_times("f");
  print_times("to-f");
  CALL(utimensat(ROOT, "to-f", (struct timespec[]){{5, 0}, {6, 0}}, 0));
  print_times("f");
  SO(modified("to-f", AT_SYMLINK_NOFOLLOW) == 4);
  CALL(utimensat(ROOT, "dangling", (struct timespec[]){{7, 0}, {8, 0}}, AT_SYMLINK_NOFOLLOW));
  print_times("dangling");
  CALL(utimensat(ROOT, "dangling", (struct timespec[]){{7, 0}, {8, 0}}, 0));
  CALL(utimensat(ROOT, "to-d/", (struct timespec[]){{9, 0}, {10, 0}}, AT_SYMLINK_NOFOLLOW));
  print_times("d");
  return 0;
}

COMMAND(times_raw) {
  int fd = must_open("f", O_RDWR);
  RAW(__wasi_fd_filestat_set_times(fd, 1, 2, __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_ATIM_NOW));
  RAW(__wasi_fd_filestat_set_times(fd, 1, 2, __WASI_FSTFLAGS_MTIM | __WASI_FSTFLAGS_MTIM_NOW));
  RAW(__wasi_path_filestat_set_times(ROOT, 0, "f", 1, 2, __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_ATIM_NOW));
  RAW(__wasi_path_filestat_set_times(ROOT, 0, "f", 1, 2, __WASI_FSTFLAGS_MTIM | __WASI_FSTFLAGS_MTIM_NOW));
  RAW(__wasi_fd_filestat_set_times(fd, 1000, 2000, __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM));
  print_times("f");
  RAW(__wasi_fd_filestat_set_times(fd, 3000, 4000, 0));
  print_times("f");
  __wasi_filestat_t stat, other;
  RAW(__wasi_fd_filestat_get(fd, &stat));
  printf("%llu %llu\n", stat.atim, stat.mtim);
  RAW(__wasi_path_filestat_get(ROOT, 0, "f", &other));
  SO(memcmp(&stat, &other, sizeof stat) == 0);
  RAW(__wasi_fd_filestat_set_times(ROOT, 1, 2, __WASI_FSTFLAGS_MTIM));
  return 0;
}

#include "posix.h"

COMMAND(unbuffered_write) {
  int reader = must_open("f", O_RDONLY | O_CREAT), writer = must_open("f", O_WRONLY);
  char text[4] = "abc";
  for (int i = 0; i < 3; i++) {
    CALL(write(writer, text + i, 1));
    struct stat stat;
    CALL(fstat(reader, &stat));
    printf("size %lld\n", (long long)stat.st_size);
    char back;
    CALL(read(reader, &back, 1));
    printf("%c\n", back);
  }
  // The stream behind the descriptor ends at the file's end for good, but each seek begins another.
  CALL(read(reader, text, sizeof text));
  CALL(lseek(reader, 0, SEEK_SET));
  CALL(lseek(reader, 3, SEEK_SET));
  CALL(pwrite(writer, "Z", 1, 0));
  CALL(pread(reader, text, 3, 0));
  printf("%.3s\n", text);
  static char large[100000];
  memset(large, 'x', sizeof large);
  CALL(write(writer, large, sizeof large));
  int all = 0;
  for (int some; (some = read(reader, large, sizeof large)) > 0;) all += some;
  printf("%d\n", all);
  return 0;
}

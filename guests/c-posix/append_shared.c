#include "posix.h"

COMMAND(append_shared) {
  int one = must_open("log", O_WRONLY | O_APPEND | O_CREAT);
  int two = must_open("log", O_WRONLY | O_APPEND);
  int reader = must_open("log", O_RDONLY);
  char text[16];
  CALL(write(one, "1", 1));
  CALL(write(two, "22", 2));
  CALL(write(one, "333", 3));
  CALL(read(reader, text, sizeof text));
  printf("%.6s\n", text);
  CALL(write(two, "4", 1));
  CALL(read(reader, text, sizeof text));
  printf("%.1s\n", text);
  CALL(read(reader, text, sizeof text));
  return 0;
}

#include "posix.h"

COMMAND(stdin_lines) {
  char line[64];
  CALL(read(0, line, 0));
  CALL(read(0, line, 4));
  printf("%.4s|\n", line);
  while (fgets(line, sizeof line, stdin)) printf("%zu %s|\n", strlen(line), line);
  SO(feof(stdin));
  SO(!ferror(stdin));
  SO(fgetc(stdin) == EOF);
  CALL(write(0, "x", 1));
  CALL(lseek(0, 0, SEEK_CUR));
  char *all = NULL;
  size_t room = 0;
  SO(getline(&all, &room, stdin) == -1);
  return 0;
}

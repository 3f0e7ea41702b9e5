#include "posix.h"

COMMAND(stdin_empty) {
  char byte;
  CALL(read(0, &byte, 1));
  CALL(read(0, &byte, 1));
  SO(getchar() == EOF);
  SO(feof(stdin));
  CALL(close(0));
  CALL(read(0, &byte, 1));
  CALL(close(0));
  return 0;
}

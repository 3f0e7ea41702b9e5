#include "posix.h"

extern char **environ;

COMMAND(environment) {
  for (char **each = environ; *each; each++) puts(*each);
  printf("A %s\n", getenv("A"));
  SO(getenv("EMPTY") != NULL && *getenv("EMPTY") == 0);
  SO(getenv("NONE") == NULL);
  SO(getenv("ORDE") == NULL);
  printf("FORM %s\n", getenv("FORM"));
  CALL(setenv("A", "two", 0));
  printf("A %s\n", getenv("A"));
  CALL(setenv("A", "two", 1));
  printf("A %s\n", getenv("A"));
  CALL(unsetenv("EMPTY"));
  SO(getenv("EMPTY") == NULL);
  CALL(setenv("=", "x", 1));
  __wasi_size_t count, size;
  RAW(__wasi_environ_sizes_get(&count, &size));
  printf("%zu variables, %zu bytes\n", count, size);
  uint8_t *pointers[count];
  uint8_t bytes[size];
  RAW(__wasi_environ_get(pointers, bytes));
  for (__wasi_size_t i = 0; i < count; i++) puts((char *)pointers[i]);
  return 0;
}

#include "posix.h"

COMMAND(working_directory) {
  char path[64];
  printf("%s\n", getcwd(path, sizeof path));
  CALL(chdir("d"));
  printf("%s\n", getcwd(path, sizeof path));
  print_result("open g", open("g", O_RDONLY) >= 0);
  CALL(access("g", R_OK));
  CALL(access("../f", F_OK));
  CALL(mkdir("made", 0777));
  CALL(chdir("made"));
  printf("%s\n", getcwd(path, sizeof path));
  CALL(rename("/d/g", "g"));
  CALL(chdir("/"));
  CALL(access("d/made/g", R_OK | W_OK));
  CALL(chdir("/f"));
  CALL(chdir("/missing"));
  printf("%s\n", getcwd(path, sizeof path));
  SO(getcwd(path, 1) == NULL && errno == ERANGE);
  return 0;
}

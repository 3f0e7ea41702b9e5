#include "posix.h"

COMMAND(remove_any) {
  CALL(remove("/f"));
  CALL(remove("/f"));
  CALL(remove("/empty"));
  SO(remove("/full") == -1 && (errno == ENOTEMPTY || errno == EEXIST));
  CALL(remove("/to-full"));
  CALL(remove("/full/g"));
  CALL(remove("/full/"));
  return 0;
}

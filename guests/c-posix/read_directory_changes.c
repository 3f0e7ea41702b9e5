#include "posix.h"
#include <dirent.h>

static int count(DIR *folder, const char *name) {
  int found = 0;
  for (struct dirent *entry; (entry = readdir(folder));) found += name == NULL || strcmp(entry->d_name, name) == 0;
  return found;
}

COMMAND(read_directory_changes) {
  CALL(mkdirat(ROOT, "d", 0777));
  DIR *folder = opendir("/d");
  printf("%d\n", count(folder, NULL));
  make_file("d/new", "");
  rewinddir(folder);
  printf("%d\n", count(folder, NULL));
  rewinddir(folder);
  printf("new %d\n", count(folder, "new"));
  CALL(unlinkat(ROOT, "d/new", 0));
  rewinddir(folder);
  printf("new %d\n", count(folder, "new"));
  for (int i = 0; i < 60; i++) {
    char path[16];
    snprintf(path, sizeof path, "d/file-%d", i);
    make_file(path, "");
  }
  rewinddir(folder);
  printf("%d\n", count(folder, NULL));
  // To remove each as it comes removes all, and each comes once.
  rewinddir(folder);
  int removed = 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] != '.') removed += unlinkat(dirfd(folder), entry->d_name, 0) == 0;
  }
  SO(removed > 0);
  while (removed < 60) {
    int before = removed;
    rewinddir(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
      if (entry->d_name[0] != '.') removed += unlinkat(dirfd(folder), entry->d_name, 0) == 0;
    }
    if (removed == before) break;
  }
  printf("removed %d\n", removed);
  CALL(unlinkat(ROOT, "d", AT_REMOVEDIR));
  rewinddir(folder);
  struct dirent *entry;
  int left = 0;
  while ((entry = readdir(folder))) left += entry->d_name[0] != '.';
  printf("left %d\n", left);
  CALL(closedir(folder));
  return 0;
}

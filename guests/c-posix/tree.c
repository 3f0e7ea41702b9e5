#include "posix.h"
#include <dirent.h>

// Removes what is beneath a folder, as `rm -r` does, and counts it.
static int removed(int parent, const char *name) {
  int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (fd < 0) return unlinkat(parent, name, 0) == 0;
  int count = 0;
  DIR *folder = fdopendir(fd);
  for (int before = -1; before != count;) {
    before = count;
    rewinddir(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
      if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) count += removed(dirfd(folder), entry->d_name);
    }
  }
  closedir(folder);
  return count + (unlinkat(parent, name, AT_REMOVEDIR) == 0);
}

COMMAND(tree) {
  char path[64];
  int made = 0;
  for (int i = 0; i < 4; i++) {
    snprintf(path, sizeof path, "t%.*s", i * 2, "/a/b/c/d");
    made += mkdirat(ROOT, path, 0777) == 0;
    for (int j = 0; j < 5; j++) {
      char file[80];
      snprintf(file, sizeof file, "%s/file-%d", path, j);
      make_file(file, path);
      made++;
    }
  }
  made += symlinkat("../kept", ROOT, "t/out") == 0;
  printf("made %d\n", made);
  printf("removed %d\n", removed(ROOT, "t"));
  return 0;
}

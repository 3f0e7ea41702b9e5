#include "posix.h"
#include <dirent.h>

static int by_name(const struct dirent **one, const struct dirent **other) { return strcmp((*one)->d_name, (*other)->d_name); }

static int all(const struct dirent *entry) { return entry != NULL; }

static const char *kind(unsigned char type) {
  return type == DT_DIR ? "folder" : type == DT_REG ? "file" : type == DT_LNK ? "link" : "another";
}

COMMAND(read_directory) {
  struct dirent **entries;
  int count = scandir("/d", &entries, all, by_name);
  printf("%d\n", count);
  for (int i = 0; i < count; i++) {
    struct stat stat;
    char path[300];
    snprintf(path, sizeof path, "d/%s", entries[i]->d_name);
    int same = strcmp(entries[i]->d_name, "..") == 0 ||
               (fstatat(ROOT, path, &stat, AT_SYMLINK_NOFOLLOW) == 0 && stat.st_ino == entries[i]->d_ino);
    printf("%s %s %d\n", entries[i]->d_name, kind(entries[i]->d_type), same);
  }
  DIR *folder = opendir("/d");
  SO(folder != NULL);
  int first = 0;
  while (readdir(folder)) first++;
  SO(readdir(folder) == NULL);
  rewinddir(folder);
  int second = 0;
  long place = -1;
  char name[300] = "";
  for (struct dirent *entry; (entry = readdir(folder)); second++) {
    if (second == 2) place = telldir(folder);
    if (second == 3) strcpy(name, entry->d_name);
  }
  printf("%d %d\n", first, second);
  seekdir(folder, place);
  struct dirent *again = readdir(folder);
  SO(again != NULL && strcmp(again->d_name, name) == 0);
  CALL(closedir(folder));
  folder = opendir("/empty");
  for (struct dirent *entry; (entry = readdir(folder));) first += 100;
  printf("%d\n", first);
  CALL(closedir(folder));
  SO(opendir("/d/file") == NULL && errno == ENOTDIR);
  SO(opendir("/missing") == NULL && errno == ENOENT);
  SO(opendir("/loop") == NULL && errno == ELOOP);
  SO(fdopendir(must_open("d/file", O_RDONLY)) == NULL && errno == ENOTDIR);
  folder = opendir("/link");
  int through = 0;
  while (readdir(folder)) through++;
  printf("%d\n", through);
  return 0;
}

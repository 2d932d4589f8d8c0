// A bad disk on demand: stands before libc's write, pwrite, fsync and fdatasync (LD_PRELOAD) and lets chosen calls on the database's
// files fail. The test steers it through a small file of three numbers, mapped by both sides:
//   [0] what: 0 nothing · 1 writes fail with ENOSPC · 2 fsyncs fail with EIO     [1] let this many calls pass first     [2] calls failed so far
// Once it has begun to fail it goes on failing until `what` is set to 0, as a full disk does; an fsync fails once.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

static volatile int64_t *control;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("BAD_DISK_CONTROL");
  if (!path) return;
  int fd = open(path, O_RDWR);
  if (fd < 0) return;
  void *mapped = mmap(NULL, 3 * sizeof(int64_t), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (mapped != MAP_FAILED) control = mapped;
  close(fd);
}

static int is_ours(int fd) {
  char link[64], path[512];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, "evenboard.sqlite") != NULL;
}

static int fails(int64_t what, int fd) {
  if (!control || control[0] != what || !is_ours(fd)) return 0;
  if (control[1] > 0) { control[1]--; return 0; }
  control[2]++;
  if (what == 2) control[0] = 0;
  return 1;
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t count) {
  if (fails(1, fd)) { errno = ENOSPC; return -1; }
  return REAL(write)(fd, bytes, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  if (fails(1, fd)) { errno = ENOSPC; return -1; }
  return REAL(pwrite)(fd, bytes, count, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  if (fails(1, fd)) { errno = ENOSPC; return -1; }
  return REAL(pwrite64)(fd, bytes, count, at);
}
int fsync(int fd) {
  if (fails(2, fd)) { errno = EIO; return -1; }
  return REAL(fsync)(fd);
}
int fdatasync(int fd) {
  if (fails(2, fd)) { errno = EIO; return -1; }
  return REAL(fdatasync)(fd);
}

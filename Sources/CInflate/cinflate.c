#include "cinflate.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>
#include <zlib.h>

static struct {
  __typeof__(inflateInit2_) *begin;
  __typeof__(inflate) *inflate;
  __typeof__(inflateEnd) *end;
} zlib;
static int is_loaded;

static void load(void) {
  void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libz.dylib", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  zlib.begin = (__typeof__(inflateInit2_) *)dlsym(library, "inflateInit2_");
  zlib.inflate = (__typeof__(inflate) *)dlsym(library, "inflate");
  zlib.end = (__typeof__(inflateEnd) *)dlsym(library, "inflateEnd");
  is_loaded = zlib.begin && zlib.inflate && zlib.end;
}

long cinflate(const void *bytes, size_t length, void *out, size_t room) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  if (!is_loaded) return -2;
  if (length > UINT_MAX || room > UINT_MAX) return -1;
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  // Negative window bits: no header around the data.
  if (zlib.begin(&stream, -MAX_WBITS, ZLIB_VERSION, (int)sizeof stream) != Z_OK) return -1;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)length;
  stream.next_out = out;
  stream.avail_out = (uInt)room;
  int code = zlib.inflate(&stream, Z_FINISH);
  long written = (long)stream.total_out;
  zlib.end(&stream);
  return code == Z_STREAM_END ? written : -1;
}

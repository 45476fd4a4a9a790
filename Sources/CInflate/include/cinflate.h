// The only door to zlib, loaded when the first packed file is read.
#ifndef CINFLATE_H
#define CINFLATE_H

#include <stddef.h>

// Unpacks raw deflate data into `out`, which has room for `room` bytes.
// Returns how many were written; -1 if the data are broken or do not fit; -2 if zlib is not installed.
long cinflate(const void *bytes, size_t length, void *out, size_t room);

#endif

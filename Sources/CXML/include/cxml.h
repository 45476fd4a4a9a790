// The only door to libxml2. It shows none of its types, and loads the library when the first page is read: its
// own libraries cost 2 ms of every start otherwise.
#ifndef CXML_H
#define CXML_H

#include <stddef.h>

// What is called while a text is read. Names and texts are UTF-8 and live until the call returns.
typedef struct cxml_events {
  void *user;
  // `attributes` are names and values by turns, ended by NULL; a value may be NULL. `attributes` may be NULL.
  void (*start)(void *user, const char *name, const char *const *attributes);
  void (*end)(void *user, const char *name);
  void (*text)(void *user, const char *bytes, size_t length);
  void (*comment)(void *user, const char *text);
} cxml_events;

typedef enum cxml_result {
  CXML_READ = 0,     // to its end, mended where it had to be
  CXML_DEEP = 1,     // elements stand inside each other deeper than `depth`
  CXML_BROKEN = 2,   // no XML
  CXML_DOCTYPE = 3,  // XML that declares entities or the like
  CXML_MISSING = 4,  // libxml2 is not installed
} cxml_result;

// Reads HTML in UTF-8, whatever it says about its encoding.
cxml_result cxml_html(const char *bytes, size_t length, int depth, cxml_events events);

// Reads XML. Nothing outside it is fetched, no entity of its own is expanded.
cxml_result cxml_xml(const char *bytes, size_t length, int depth, cxml_events events);

#endif

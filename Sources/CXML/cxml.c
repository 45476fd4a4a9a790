#include "cxml.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

// Debian's name of the library for the headers we were built with.
#if LIBXML_VERSION >= 21400
#define CXML_LIBRARY "libxml2.so.16"
#else
#define CXML_LIBRARY "libxml2.so.2"
#endif

// The functions we call, under the types their headers declare.
#define CXML_FUNCTIONS(each)        \
  each(htmlCreateMemoryParserCtxt)  \
  each(htmlCtxtUseOptions)          \
  each(htmlParseDocument)           \
  each(htmlFreeParserCtxt)          \
  each(xmlCreateMemoryParserCtxt)   \
  each(xmlCtxtUseOptions)           \
  each(xmlParseDocument)            \
  each(xmlFreeParserCtxt)           \
  each(xmlFindCharEncodingHandler)  \
  each(xmlSwitchToEncoding)         \
  each(xmlStopParser)               \
  each(xmlInitParser)

#define CXML_DECLARE(name) __typeof__(name) *name;
static struct { CXML_FUNCTIONS(CXML_DECLARE) } xml;
static int is_loaded;

static void load(void) {
  void *library = dlopen(CXML_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libxml2.dylib", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define CXML_FIND(name) if (!(xml.name = (__typeof__(name) *)dlsym(library, #name))) return;
  CXML_FUNCTIONS(CXML_FIND)
  xml.xmlInitParser();
  is_loaded = 1;
}

static int ready(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

typedef struct reading {
  xmlParserCtxtPtr parser;
  cxml_events events;
  int depth, limit;
  cxml_result result;
} reading;

static void stop(reading *self, cxml_result why) {
  if (self->result == CXML_READ) self->result = why;
  xml.xmlStopParser(self->parser);
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes) {
  reading *self = user;
  if (self->result != CXML_READ) return;
  if (++self->depth > self->limit) return stop(self, CXML_DEEP);
  self->events.start(self->events.user, (const char *)name, (const char *const *)attributes);
}

static void on_end(void *user, const xmlChar *name) {
  reading *self = user;
  if (self->result != CXML_READ) return;
  self->depth--;
  self->events.end(self->events.user, (const char *)name);
}

static void on_text(void *user, const xmlChar *bytes, int length) {
  reading *self = user;
  if (self->result != CXML_READ || length <= 0) return;
  self->events.text(self->events.user, (const char *)bytes, (size_t)length);
}

static void on_comment(void *user, const xmlChar *text) {
  reading *self = user;
  if (self->result != CXML_READ || !self->events.comment) return;
  self->events.comment(self->events.user, (const char *)text);
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *public, const xmlChar *system) {
  (void)name, (void)public, (void)system;
  stop(user, CXML_DOCTYPE);
}

// Takes the place of the handler the parser came with, whose own calls would build a tree.
static void listen(xmlSAXHandlerPtr handler) {
  memset(handler, 0, sizeof *handler);
  handler->startElement = on_start;
  handler->endElement = on_end;
  handler->characters = on_text;
  handler->ignorableWhitespace = on_text;
  handler->cdataBlock = on_text;
  handler->comment = on_comment;
}

cxml_result cxml_html(const char *bytes, size_t length, int depth, cxml_events events) {
  if (!ready()) return CXML_MISSING;
  if (length == 0 || length > INT_MAX) return CXML_BROKEN;
  htmlParserCtxtPtr parser = xml.htmlCreateMemoryParserCtxt(bytes, (int)length);
  if (!parser) return CXML_BROKEN;
  reading self = {parser, events, 0, depth, CXML_READ};
  xml.htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                  HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
  xml.xmlSwitchToEncoding(parser, xml.xmlFindCharEncodingHandler("UTF-8"));
  listen(parser->sax);
  parser->userData = &self;
  xml.htmlParseDocument(parser);
  xml.htmlFreeParserCtxt(parser);
  return self.result;
}

cxml_result cxml_xml(const char *bytes, size_t length, int depth, cxml_events events) {
  if (!ready()) return CXML_MISSING;
  if (length == 0 || length > INT_MAX) return CXML_BROKEN;
  xmlParserCtxtPtr parser = xml.xmlCreateMemoryParserCtxt(bytes, (int)length);
  if (!parser) return CXML_BROKEN;
  reading self = {parser, events, 0, depth, CXML_READ};
  xml.xmlCtxtUseOptions(parser, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_SAX1);
  listen(parser->sax);
  parser->sax->internalSubset = on_doctype;
  parser->userData = &self;
  xml.xmlParseDocument(parser);
  if (self.result == CXML_READ && !parser->wellFormed) self.result = CXML_BROKEN;
  xml.xmlFreeParserCtxt(parser);
  return self.result;
}

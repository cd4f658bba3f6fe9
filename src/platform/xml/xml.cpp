#include "platform/xml/xml.hpp"

#include <expat.h>
#include <memory>

#include "base/text.hpp"

namespace wijktafel::xml {
namespace {

struct Free {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

struct Reading {
  XML_Parser parser = nullptr;
  Element document;  // its one child is the root
  std::vector<Element*> open = {&document};
  std::size_t elements = 0;

  void stop() const { XML_StopParser(parser, XML_FALSE); }
};

void begin(void* data, const XML_Char* name, const XML_Char** /*attributes*/) {
  auto& reading = *static_cast<Reading*>(data);
  if (++reading.elements > elements_most || reading.open.size() > depth_most) return reading.stop();
  const std::string_view whole(name);
  const auto colon = whole.rfind(':');
  auto& siblings = reading.open.back()->children;
  // Nobody points into a list of children while it grows: only the last of each is open.
  siblings.push_back(
      {.name = std::string(colon == whole.npos ? whole : whole.substr(colon + 1)), .text = {}});
  reading.open.push_back(&siblings.back());
}

void end(void* data, const XML_Char* /*name*/) { static_cast<Reading*>(data)->open.pop_back(); }

void add_text(void* data, const XML_Char* text, int count) {
  static_cast<Reading*>(data)->open.back()->text.append(text, static_cast<std::size_t>(count));
}

void refuse_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  static_cast<Reading*>(data)->stop();
}

}  // namespace

const Element* Element::find(std::string_view wanted) const {
  for (const auto& child : children)
    if (child.name == wanted) return &child;
  return nullptr;
}

std::string Element::text_of(std::string_view wanted) const {
  const auto* child = find(wanted);
  return child ? std::string(trimmed(child->text)) : std::string();
}

std::optional<Element> read(std::string_view document) {
  if (document.size() > bytes_most) return std::nullopt;
  const std::unique_ptr<XML_ParserStruct, Free> parser(XML_ParserCreate(nullptr));
  if (!parser) return std::nullopt;
  Reading reading{.parser = parser.get(), .document = {}};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), begin, end);
  XML_SetCharacterDataHandler(parser.get(), add_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), refuse_doctype);
  if (XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), 1) != XML_STATUS_OK ||
      reading.document.children.size() != 1)
    return std::nullopt;
  return std::move(reading.document.children.front());
}

}  // namespace wijktafel::xml

// Any text as what people wrote: in XML and in JSON it can be read back, and it never becomes markup.
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "capabilities/open311/document.hpp"
#include "platform/xml/xml.hpp"

namespace {

using namespace wijktafel;
using namespace wijktafel::open311;

std::string written(Format format, std::string_view text) {
  Document document(format);
  document.open_list("service_requests");
  document.open("request");
  document.text("description", text);
  document.number("lat", 52.1);
  document.nothing("zipcode");
  document.close();
  document.close();
  return document.take();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The database holds UTF-8 only: what is not, is refused where it comes in.
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!is_utf8(text)) return 0;
  const auto json = boost::json::parse(written(Format::json, text)).at(0);
  if (text.empty())
    promise(json.at("description").is_null());
  else
    promise(std::string_view(json.at("description").as_string()) == text);
  const auto xml = xml::read(written(Format::xml, text));
  promise(xml && xml->children.size() == 1 && xml->children[0].children.size() == 3);
  return 0;
}

#include "capabilities/open311/document.hpp"

#include <gtest/gtest.h>

namespace wijktafel::open311 {
namespace {

std::string small(Format format) {
  Document document(format);
  document.open_list("service_requests");
  document.open("request");
  document.text("service_request_id", "001");
  document.text("address", "");
  document.number("lat", 52.1);
  document.yes_no("metadata", true);
  document.open_list("values");
  document.text("format", "a");
  document.close();
  document.open_list("photos");
  document.close();
  document.close();
  document.close();
  return document.take();
}

TEST(Document, XmlHasADeclarationNoNamespaceAndShortEmptyElements) {
  EXPECT_EQ(small(Format::xml),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<service_requests><request><service_request_id>001</service_request_id><address/>"
            "<lat>52.1000000</lat><metadata>true</metadata><values><format>a</format></values><photos/>"
            "</request></service_requests>\n");
}

TEST(Document, JsonDropsTheRootAndKeepsCodesAsText) {
  EXPECT_EQ(small(Format::json),
            "[{\"service_request_id\":\"001\",\"address\":null,\"lat\":52.1000000,\"metadata\":true,"
            "\"values\":[\"a\"],\"photos\":[]}]\n");
}

TEST(Document, AnEmptyListIsAnEmptyElementAndAnEmptyArray) {
  for (const auto format : {Format::xml, Format::json}) {
    Document document(format);
    document.open_list("service_requests");
    document.close();
    EXPECT_EQ(document.take(), format == Format::json
                                   ? "[]\n"
                                   : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<service_requests/>\n");
  }
}

TEST(Document, MarkupIsEscapedAndWhatXmlCannotHoldIsLeftOut) {
  std::string xml;
  append_xml(xml, "a<b>&\"c\" é\x01\r\n\xEF\xBF\xBE.");
  EXPECT_EQ(xml, "a&lt;b&gt;&amp;&quot;c&quot; é&#13;\n.");
  std::string json;
  append_json(json, "a\"\\\n\x01</script>é");
  EXPECT_EQ(json, "a\\\"\\\\\\n\\u0001\\u003c/script>é");
}

}  // namespace
}  // namespace wijktafel::open311

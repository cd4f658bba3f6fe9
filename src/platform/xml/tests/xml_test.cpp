#include "platform/xml/xml.hpp"

#include <gtest/gtest.h>

namespace wijktafel::xml {
namespace {

TEST(Xml, GivesElementsInTheirOrderWithTheirText) {
  const auto root = read(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<services xmlns:x=\"urn:x\"><service "
      "a=\"1\"><x:service_code>0"
      "01</x:service_code><name>Gat &amp; &lt;kuil&gt; &#233;</name></service><service/></services>");
  ASSERT_TRUE(root);
  EXPECT_EQ(root->name, "services");
  ASSERT_EQ(root->children.size(), 2u);
  EXPECT_EQ(root->children[0].text_of("service_code"), "001");
  EXPECT_EQ(root->children[0].text_of("name"), "Gat & <kuil> é");
  EXPECT_EQ(root->children[1].text_of("name"), "");
  EXPECT_EQ(root->children[1].find("name"), nullptr);
}

TEST(Xml, ReadsOtherEncodingsThatADocumentNames) {
  const auto root = read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe9\xe9n</a>");
  ASSERT_TRUE(root);
  EXPECT_EQ(root->text, "één");
}

TEST(Xml, RefusesWhatIsNoWholeDocument) {
  for (const auto* wrong : {"", "text", "<a>", "<a></b>", "<a/><b/>", "<a>&unknown;</a>", "<a>\x01</a>"})
    EXPECT_FALSE(read(wrong)) << wrong;
}

TEST(Xml, RefusesEntitiesOfTheDocumentsOwnMaking) {
  EXPECT_FALSE(read("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"));
  EXPECT_FALSE(read("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"));
}

TEST(Xml, EndsAtItsLimits) {
  std::string deep;
  for (std::size_t i = 0; i < depth_most + 1; ++i) deep += "<a>";
  for (std::size_t i = 0; i < depth_most + 1; ++i) deep += "</a>";
  EXPECT_FALSE(read(deep));
  EXPECT_TRUE(read(deep.substr(3, deep.size() - 7)));
  std::string many = "<a>";
  for (std::size_t i = 0; i < elements_most; ++i) many += "<b/>";
  EXPECT_FALSE(read(many + "</a>"));
  EXPECT_FALSE(read("<a>" + std::string(bytes_most, 'x') + "</a>"));
}

}  // namespace
}  // namespace wijktafel::xml

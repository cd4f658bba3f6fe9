#include "platform/html/safe_html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijktafel::html {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string markdown(std::string_view text) { return from_markdown(text).markup(); }

TEST(Escaped, MakesTextOfWhatCouldBeMarkup) {
  EXPECT_EQ(escaped("<a b=\"c\" d='e'>&"), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
}

TEST(PlainText, BecomesParagraphsAndLines) {
  EXPECT_EQ(from_plain_text("een\r\ntwee\n\n  drie <b>  \n\n\n").markup(),
            "<p>een<br>\ntwee</p>\n<p>drie &lt;b&gt;</p>\n");
  EXPECT_EQ(from_plain_text("").markup(), "");
}

TEST(Markdown, KnowsEmphasisListsAndLineEnds) {
  EXPECT_EQ(markdown("**vet** en *schuin*"), "<p><strong>vet</strong> en <em>schuin</em></p>\n");
  EXPECT_EQ(markdown("- een\n- twee"), "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n");
  EXPECT_EQ(markdown("regel een\nregel twee"), "<p>regel een<br />\nregel twee</p>\n");
}

TEST(Markdown, LinksToTheWebMailAndTelephoneAndSaysThatVisitorsWroteThem) {
  EXPECT_EQ(markdown("[site](https://example.nl/a?b=c&d)"),
            "<p><a rel=\"nofollow ugc\" href=\"https://example.nl/a?b=c&amp;d\">site</a></p>\n");
  EXPECT_THAT(markdown("[bel](tel:112)"), HasSubstr("href=\"tel:112\""));
  EXPECT_THAT(markdown("<mailto:a@example.nl>"), HasSubstr("href=\"mailto:a@example.nl\""));
  EXPECT_THAT(markdown("zie www.example.nl en https://example.org/x."),
              AllOf(HasSubstr("<a rel=\"nofollow ugc\" href=\"http://www.example.nl\">"),
                    HasSubstr("<a rel=\"nofollow ugc\" href=\"https://example.org/x\">")));
}

TEST(Markdown, ALinkThatCouldRunSomethingBecomesItsText) {
  for (const auto* evil : {
           "[klik](javascript:alert(1))",
           "[klik](JAVASCRIPT:alert(1))",
           "[klik](javascript&#58;alert(1))",
           "[klik](java&Tab;script:alert(1))",
           "[klik](&#106;avascript:alert(1))",
           "[klik](\\javascript:alert(1))",
           "[klik](<javascript:alert(1)>)",
           "[klik](data:text/html;base64,PHNjcmlwdD4=)",
           "[klik](vbscript:x)",
           "[klik](//example.nl/x)",
           "[klik](file:///etc/passwd)",
           "[klik][x]\n\n[x]: javascript:alert(1)",
       })
    EXPECT_THAT(markdown(evil), AllOf(HasSubstr("klik"), Not(HasSubstr("<a")))) << evil;
  EXPECT_THAT(markdown("<javascript:alert(1)>"), Not(HasSubstr("<a")));
}

TEST(Markdown, QuotesInAddressesAndTitlesDoNotEndTheValue) {
  EXPECT_THAT(markdown("[a](https://x.nl/\"onmouseover=alert(1))"), Not(HasSubstr("\"onmouseover")));
  EXPECT_THAT(markdown("[a](https://x.nl 'b\" onclick=\"c')"), Not(HasSubstr("onclick")));
}

TEST(Markdown, ShowsHtmlAsItWasTyped) {
  EXPECT_EQ(markdown("ik heb <b>haast</b>"), "<p>ik heb &lt;b&gt;haast&lt;/b&gt;</p>\n");
  EXPECT_EQ(markdown("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
  EXPECT_EQ(markdown("<div>\n<img src=x onerror=alert(1)>\n</div>"),
            "<p>&lt;div&gt;<br />\n&lt;img src=x onerror=alert(1)&gt;<br />\n&lt;/div&gt;</p>\n");
  EXPECT_THAT(markdown("<!-- weg -->"), HasSubstr("&lt;!-- weg --&gt;"));
  EXPECT_THAT(markdown("a <a href=\"javascript:x\">b</a>"), Not(HasSubstr("<a")));
  EXPECT_EQ(markdown("&lt;b&gt; &#60;i&#62;"), "<p>&lt;b&gt; &lt;i&gt;</p>\n");
}

TEST(Markdown, ShowsNoImagesButLinksToThem) {
  EXPECT_EQ(markdown("![boom](https://x.nl/a.png)"),
            "<p><a rel=\"nofollow ugc\" href=\"https://x.nl/a.png\">boom</a></p>\n");
  EXPECT_EQ(markdown("![](https://x.nl/a.png)"),
            "<p><a rel=\"nofollow ugc\" href=\"https://x.nl/a.png\">https://x.nl/a.png</a></p>\n");
  EXPECT_EQ(markdown("![boom](javascript:x)"), "<p>boom</p>\n");
  EXPECT_EQ(markdown("[![boom](https://x.nl/a.png)](https://x.nl)"),
            "<p><a rel=\"nofollow ugc\" href=\"https://x.nl\">boom</a></p>\n");
  EXPECT_EQ(markdown("[![boom](https://x.nl/a.png)](javascript:x)"), "<p>boom</p>\n");
}

TEST(Markdown, KeepsTheOutlineOfThePage) {
  EXPECT_EQ(markdown("# Kop *een*\n\ntekst"), "<p><strong>Kop <em>een</em></strong></p>\n<p>tekst</p>\n");
  EXPECT_EQ(markdown("Kop\n==="), "<p><strong>Kop</strong></p>\n");
  EXPECT_EQ(markdown("# "), "<p><strong></strong></p>\n");
}

TEST(Markdown, TakesNoClassFromTheTyper) {
  EXPECT_EQ(markdown("```wt-brand\na < b\n```"), "<pre><code>a &lt; b\n</code></pre>\n");
}

TEST(Markdown, SurvivesOddInput) {
  EXPECT_EQ(markdown(""), "");
  EXPECT_THAT(markdown(std::string("a\0b", 3)), HasSubstr("a"));
  EXPECT_THAT(markdown("a\xff"), HasSubstr("a"));
  EXPECT_FALSE(markdown(std::string(4000, '>')).empty());
  EXPECT_FALSE(markdown(std::string(4000, '[')).empty());
  EXPECT_FALSE(markdown(std::string(2000, '*') + "a" + std::string(1999, '_')).empty());
}

}  // namespace
}  // namespace wijktafel::html

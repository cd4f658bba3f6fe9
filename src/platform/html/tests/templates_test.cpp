#include "platform/html/templates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.hpp"

namespace wijktafel::html {
namespace {

using i18n::Language;
using testing::HasSubstr;

const std::string mark = "{{%AUTOESCAPE context=\"HTML\"}}\n";

const i18n::Words& words() {
  static const auto all = i18n::Words::from({{"nl", R"([page]
title = "Foto's & <meer>"
hello = "Dag {name}"
brace = "'{{late}}'"
only = "Alleen")"},
                                             {"en", R"([page]
title = "Photos"
hello = "Hello {name}"
brace = "x")"}});
  return all;
}

struct Place {
  std::string name;
  std::string title;
  std::optional<std::string> url;
};
BOOST_DESCRIBE_STRUCT(Place, (), (name, title, url))

struct Button {
  static constexpr std::string_view component = "design/button";
  std::string label;
};
BOOST_DESCRIBE_STRUCT(Button, (), (label))

struct Row {
  std::string title;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(Row, (), (title, late))

struct View {
  std::string title = {};
  std::int64_t count = 0;
  double width = 0;
  bool late = false;
  std::optional<std::string> url = {};
  std::optional<Place> place = {};
  std::vector<Row> rows = {};
  std::vector<std::string> names = {};
  SafeHtml body = {};
  Button button = {};
  std::optional<Button> extra = {};
  std::vector<Button> buttons = {};
};
BOOST_DESCRIBE_STRUCT(View, (),
                      (title, count, width, late, url, place, rows, names, body, button, extra, buttons))

std::string rendered(const std::string& content, const View& view, Language language = Language::nl) {
  const Templates templates(words(),
                            {{"capabilities/signals/templates/page.html", mark + content},
                             {"design/components/button/button.html", mark + "<b>{{label}}{{title}}</b>"}});
  return templates.render(language, "signals/page", view).markup();
}

std::string fault(const std::string& whole) {
  try {
    Templates(words(), {{"capabilities/signals/templates/page.html", whole}});
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "";
}

TEST(Templates, ShowTextsNumbersAndFlags) {
  EXPECT_EQ(
      rendered("{{title}} {{count}} {{width}}{{#late}} te laat{{/late}}{{#not_late}} op tijd{{/not_late}}",
               {.title = "Lamp", .count = 12345, .width = 0.5, .late = true}),
      "Lamp 12345 0.5 te laat");
  EXPECT_EQ(rendered("{{#late}}te laat{{/late}}{{#not_late}}op tijd{{/not_late}}", {}), "op tijd");
}

TEST(Templates, ShowAnOptionalWhenItIsThereAndItsOppositeWhenItIsNot) {
  const std::string content = "{{#url}}<a href=\"{{url}}\">x</a>{{/url}}{{#not_url}}geen{{/not_url}}";
  EXPECT_EQ(rendered(content, {.url = "/a/b?pagina=2"}), "<a href=\"/a/b?pagina=2\">x</a>");
  EXPECT_EQ(rendered(content, {}), "geen");
}

TEST(Templates, RepeatAListAndSaySoWhenItIsEmpty) {
  const std::string content =
      "{{#rows}}{{title}}{{#late}}!{{/late}}{{#rows_separator}}, "
      "{{/rows_separator}}{{/rows}}{{#not_rows}}niets{{/not_rows}}";
  EXPECT_EQ(rendered(content, {.rows = {{"a", true}, {"b", false}, {"c", true}}}), "a!, b, c!");
  EXPECT_EQ(rendered(content, {}), "niets");
  EXPECT_EQ(rendered("{{#names}}[{{value}}]{{/names}}", {.names = {"x", "y"}}), "[x][y]");
}

TEST(Templates, InnerNamesHideOuterOnesAlsoWhenTheyAreEmpty) {
  const std::string content =
      "{{#place}}{{name}}/{{title}}{{#url}} {{url}}{{/url}}{{#not_url}} -{{/not_url}} {{count}}{{/place}}";
  EXPECT_EQ(
      rendered(content,
               {.title = "Buiten", .count = 7, .url = "/buiten", .place = Place{"Plein", "Binnen", {}}}),
      "Plein/Binnen - 7");
  EXPECT_EQ(rendered("{{#rows}}{{#late}}!{{/late}}{{#not_late}}.{{/not_late}}{{/rows}}",
                     {.late = true, .rows = {{"a", false}}}),
            ".");
}

TEST(Templates, IncludeComponentsWhichSeeTheirOwnMembersOnly) {
  EXPECT_EQ(
      rendered(
          "{{>button}}|{{#extra}}{{>component}}{{/extra}}|{{#buttons}}{{>component}}{{/buttons}}",
          {.title = "buiten", .button = {"een"}, .extra = Button{"<twee>"}, .buttons = {{"drie"}, {"vier"}}}),
      "<b>een</b>|<b>&lt;twee&gt;</b>|<b>drie</b><b>vier</b>");
}

TEST(Templates, PutWordsInEscapedPerLanguage) {
  EXPECT_EQ(rendered("<p title=\"[[page.title]]\">[[page.title]]</p>", {}),
            "<p title=\"Foto&#39;s &amp; &lt;meer&gt;\">Foto&#39;s &amp; &lt;meer&gt;</p>");
  EXPECT_EQ(rendered("[[page.title]]", {}, Language::en), "Photos");
}

TEST(Templates, AWordIsNeverReadAsAMarker) {
  EXPECT_EQ(rendered("[[page.brace]]", {.late = true}), "&#123;&#123;late}}");
}

TEST(Templates, EscapeTextAndQuotedValues) {
  const std::string evil = "<script>alert('1')</script>\"&";
  EXPECT_EQ(rendered("<p>{{title}}</p>", {.title = evil}),
            "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;</p>");
  EXPECT_THAT(rendered("<input value=\"{{title}}\">", {.title = "\" onfocus=\"x"}),
              HasSubstr("&quot; onfocus=&quot;x"));
  EXPECT_THAT(rendered("<input value='{{title}}'>", {.title = "' onfocus='x"}),
              HasSubstr("&#39; onfocus=&#39;x"));
  EXPECT_THAT(rendered("<title>{{title}}</title>", {.title = "</title><script>"}),
              HasSubstr("&lt;/title&gt;"));
}

TEST(Templates, LetOwnAddressesThroughAndNoScript) {
  const auto href = [](const std::string& url) {
    return rendered("<a href=\"{{title}}\">x</a>", {.title = url});
  };
  EXPECT_EQ(href("/lansingerland/x?pagina=2&q=a:b"), "<a href=\"/lansingerland/x?pagina=2&amp;q=a:b\">x</a>");
  EXPECT_EQ(href("https://example.nl/a"), "<a href=\"https://example.nl/a\">x</a>");
  for (const auto* evil :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "vbscript:x", "\x01javascript:alert(1)"})
    EXPECT_THAT(href(evil), Not(HasSubstr("script:"))) << evil;
  EXPECT_EQ(rendered("<a href=\"tel:{{title}}\">x</a><a href=\"mailto:{{title}}\">y</a><a "
                     "href=\"#reactie-{{count}}\">z</a>",
                     {.title = "112", .count = 3}),
            "<a href=\"tel:112\">x</a><a href=\"mailto:112\">y</a><a href=\"#reactie-3\">z</a>");
}

TEST(Templates, ShowSafeHtmlAsItIs) {
  EXPECT_EQ(rendered("<div>{{body:x-safe}}</div>", {.body = from_plain_text("a & b")}),
            "<div><p>a &amp; b</p>\n</div>");
  EXPECT_EQ(rendered("{{body}}", {.body = from_plain_text("a")}), "&lt;p&gt;a&lt;/p&gt; ");
}

TEST(Templates, EscapeATextThatAMistakenTemplateCallsSafe) {
  EXPECT_EQ(rendered("{{title:x-safe}}", {.title = "<script>"}), "&lt;script&gt;");
}

TEST(Templates, KeepWhatWasTypedInATextarea) {
  const std::string typed = "regel 1\n  <regel> 2\n\nregel 4";
  EXPECT_EQ(rendered("<div>\n  <textarea name=\"t\">{{title}}</textarea>\n</div>", {.title = typed}),
            "<div>\n<textarea name=\"t\">regel 1\n  &lt;regel&gt; 2\n\nregel 4</textarea>\n</div>");
}

TEST(Templates, AnIndentedComponentLeavesTheLinesInItAlone) {
  const Templates templates(
      words(), {{"design/templates/p.html", mark + "<form>\n    {{>button}}\n</form>"},
                {"design/components/button/button.html", mark + "<textarea>{{label}}</textarea>"}});
  EXPECT_EQ(templates.render(Language::nl, "design/p", View{.button = {"a\nb"}}).markup(),
            "<form>\n<textarea>a\nb</textarea>\n</form>");
}

TEST(Templates, SectionsMayStandBetweenAttributesAndInClasses) {
  EXPECT_EQ(rendered("<option{{#late}} selected{{/late}} value=\"{{title}}\">", {.title = "x", .late = true}),
            "<option selected value=\"x\">");
  EXPECT_EQ(
      rendered("<li class=\"a{{#late}} b{{/late}}\"{{#late}} aria-current=\"page\"{{/late}}>{{title}}</li>",
               {.title = "<", .late = true}),
      "<li class=\"a b\" aria-current=\"page\">&lt;</li>");
}

TEST(Templates, ASectionMarkAloneOnItsLineTakesTheLineAlong) {
  EXPECT_EQ(
      rendered("<ul>\n  {{#rows}}\n  <li>{{title}}</li>\n  {{/rows}}\n</ul>\n", {.rows = {{"a"}, {"b"}}}),
      "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
}

TEST(Templates, TextTemplatesAreNotEscapedAndKeepTheirLines) {
  const Templates templates(words(),
                            {{"capabilities/signals/templates/mail.txt",
                              "[[page.title]]\n\n{{#rows}}\n- {{title}}\n{{/rows}}\n\n{{title}}\n"}});
  EXPECT_EQ(templates.render_text(Language::nl, "signals/mail", View{.title = "<&>", .rows = {{"a"}, {"b"}}}),
            "Foto's & <meer>\n\n- a\n- b\n\n<&>\n");
  EXPECT_THAT(templates.names(), testing::ElementsAre("signals/mail.txt"));
}

TEST(Templates, ATemplateThatDoesNotExistIsAFailure) {
  const Templates templates(words(), {{"design/templates/p.html", mark + "{{>button}}"}});
  EXPECT_THROW(templates.render(Language::nl, "design/q", View{}), Failure);
  EXPECT_THROW(templates.render(Language::nl, "design/p", View{}), Failure);
}

TEST(TemplateFaults, NameTheFileTheLineAndWhatIsWrong) {
  EXPECT_THAT(fault("<p>{{title}}</p>"),
              AllOf(HasSubstr("signals/templates/page.html, line 1"), HasSubstr("AUTOESCAPE")));
  EXPECT_THAT(fault(mark + "\n{{title:none}}"), AllOf(HasSubstr("line 3"), HasSubstr(":none")));
  EXPECT_THAT(fault(mark + "{{title:h:none}}"), HasSubstr("modifier"));
  EXPECT_THAT(fault(mark + "[[page.nothing]]"), HasSubstr("no word page.nothing in nl.toml"));
  EXPECT_THAT(fault(mark + "[[page.only]]"), HasSubstr("no word page.only in en.toml"));
  EXPECT_THAT(fault(mark + "[[page.hello]]"), HasSubstr("placeholders"));
  EXPECT_THAT(fault(mark + "{{#rows}}x"), HasSubstr("has no end"));
  EXPECT_THAT(fault(mark + "{{#rows}}{{/row}}"), HasSubstr("ends no section"));
  EXPECT_THAT(fault(mark + "{{%AUTOESCAPE context=\"JSON\"}}"), HasSubstr("not a name"));
  EXPECT_THAT(fault(mark + "{{=<% %>=}}"), HasSubstr("not a name"));
  EXPECT_THAT(fault(mark + "{{Title}}"), HasSubstr("not a name"));
  EXPECT_THAT(fault(mark + "{{title"), HasSubstr("no }}"));
}

TEST(TemplateFaults, WhatUndoesTheEscapingIsRefused) {
  for (const std::string content : {"<a href=\"{{>button}}\">",
                                    "<a {{>button}}>",
                                    "<script>{{title}}</script>",
                                    "<style>{{title}}</style>",
                                    "<a href={{title}}>",
                                    "<a {{title}}>",
                                    "<{{title}}>",
                                    "<a onclick=\"{{title}}\">",
                                    "<p style=\"{{title}}\">",
                                    "<iframe srcdoc=\"{{title}}\">",
                                    "<button formaction=\"{{title}}\">",
                                    "<a href=\"javascript:{{title}}\">",
                                    "<a href=\"{{title}}{{title}}\">",
                                    "<a href=\"{{#late}}{{title}}{{/late}}\">",
                                    "<a href=\"/zoeken?q={{title}}\">",
                                    "<!-- {{title}} -->",
                                    "<p title=\"{{body:x-safe}}\">",
                                    "<textarea>{{body:x-safe}}</textarea>",
                                    "{{#late}}<a href=\"{{/late}}x\">",
                                    "<meta http-equiv=\"refresh\" content=\"0;url={{title}}\">",
                                    "<a href=[[page.title]]>",
                                    "<a [[page.title]]>",
                                    "<p title=\"x"})
    EXPECT_NE(fault(mark + content), "") << content;
}

TEST(TemplateFaults, AreToldAllAtOnce) {
  try {
    Templates(words(), {{"design/templates/a.html", "x"}, {"design/templates/b.html", "y"}});
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), AllOf(HasSubstr("a.html"), HasSubstr("b.html")));
  }
}

}  // namespace
}  // namespace wijktafel::html

// What else is done with a view: the guard over its template, JSON for the API, and examples.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "base/result.hpp"
#include "platform/html/example.hpp"
#include "platform/html/json_view.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::html {
namespace {

using testing::HasSubstr;

struct Badge {
  static constexpr std::string_view component = "design/badge";
  std::string word;
};
BOOST_DESCRIBE_STRUCT(Badge, (), (word))

struct Place {
  std::string name;
  std::optional<std::string> url;
};
BOOST_DESCRIBE_STRUCT(Place, (), (name, url))

struct Reply {
  static constexpr std::string_view component = "design/reply";
  std::string text;
  std::vector<Reply> replies;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (text, replies))

struct View {
  std::string title;
  std::int64_t count = 0;
  double width = 0;
  bool late = false;
  std::optional<std::string> url;
  std::optional<Place> place;
  Place home;
  std::vector<Place> places;
  std::vector<std::string> names;
  SafeHtml body;
  Badge badge;
  std::optional<Badge> extra;
  std::vector<Reply> replies;
};
BOOST_DESCRIBE_STRUCT(View, (),
                      (title, count, width, late, url, place, home, places, names, body, badge, extra,
                       replies))

const std::string mark = "{{%AUTOESCAPE context=\"HTML\"}}\n";

const i18n::Words& no_words() {
  static const auto words = i18n::Words::from({{"nl", ""}, {"en", ""}});
  return words;
}

Templates templates(const std::string& content) {
  return Templates(no_words(), {{"design/templates/page.html", mark + content},
                                {"design/components/badge/badge.html", mark + "{{word}}"},
                                {"design/components/reply/reply.html",
                                 mark + "{{text}}{{#replies}}({{>component}}){{/replies}}"}});
}

std::string faults(const std::string& content) { return faults_of<View>(templates(content), "design/page"); }

TEST(TemplateGuard, AcceptsWhatTheViewHas) {
  EXPECT_EQ(faults("{{title}} {{count}} {{width}} {{#late}}a{{/late}}{{#not_late}}b{{/not_late}}"
                   "{{#url}}{{url}} {{title}}{{/url}}{{#not_url}}-{{/not_url}}"
                   "{{#place}}{{name}}{{#url}}{{url}}{{/url}}{{/place}}{{#home}}{{name}}{{/home}}"
                   "{{#places}}{{name}}{{#places_separator}}, "
                   "{{/places_separator}}{{/places}}{{#not_places}}-{{/not_places}}"
                   "{{#names}}{{value}}{{/names}}{{body:x-safe}}{{>badge}}{{#extra}}{{>component}}{{/extra}}"
                   "{{#replies}}{{>component}}{{/replies}}"),
            "");
}

TEST(TemplateGuard, NamesTheTemplateTheLineAndTheName) {
  EXPECT_EQ(faults("\n{{titel}}"), "design/page, line 3, titel: the view has no such name\n");
}

TEST(TemplateGuard, FindsWhatWouldSilentlyBeEmpty) {
  for (const std::string content :
       {"{{#lates}}x{{/lates}}", "{{#not_title}}x{{/not_title}}", "{{#not_home}}x{{/not_home}}",
        "{{#title}}x{{/title}}", "{{url}}", "{{late}}", "{{place}}",
        "{{#place}}{{#home}}{{value}}{{/home}}{{/place}}", "{{#names}}{{name}}{{/names}}", "{{value}}",
        "{{#names_separator}}x{{/names_separator}}", "{{>extra}}", "{{>title}}",
        "{{#extra}}{{word}}{{/extra}}", "{{#not_url}}{{url}}{{/not_url}}", "{{component}}"})
    EXPECT_NE(faults(content), "") << content;
}

TEST(TemplateGuard, LooksIntoTheComponents) {
  const Templates wrong(no_words(), {{"design/templates/page.html", mark + "{{>badge}}"},
                                     {"design/components/badge/badge.html", mark + "{{title}}"}});
  EXPECT_THAT(faults_of<View>(wrong, "design/page"), HasSubstr("design/badge, line 2, title"));
  const Templates missing(no_words(), {{"design/templates/page.html", mark + "{{>badge}}"}});
  EXPECT_THAT(faults_of<View>(missing, "design/page"), HasSubstr("no template design/badge"));
}

TEST(TemplateGuard, AllowsUnescapedOutputOnSafeHtmlOnly) {
  EXPECT_THAT(faults("{{title:x-safe}}"), HasSubstr("only a SafeHtml"));
  EXPECT_THAT(faults("{{body}}"), HasSubstr("{{body:x-safe}}"));
}

TEST(Templates, AnOptionalTextIsSeenInsideOtherSectionsInItsOwn) {
  View view;
  view.url = "/terug";
  view.home.name = "Thuis";
  const std::string content =
      "{{#url}}{{#home}}{{name}} {{/home}}{{#names}}{{url}}{{value}}{{/names}}{{/url}}";
  view.names = {"a", "b"};
  EXPECT_EQ(faults(content), "");
  EXPECT_EQ(templates(content).render(i18n::Language::nl, "design/page", view).markup(),
            "Thuis /teruga/terugb");
}

TEST(Templates, AComponentMayContainItself) {
  View view;
  view.replies = {{"a", {{"b", {{"c", {}}}}, {"d", {}}}}};
  EXPECT_EQ(templates("{{#replies}}{{>component}}{{/replies}}")
                .render(i18n::Language::nl, "design/page", view)
                .markup(),
            "a(b(c))(d)");
}

TEST(JsonView, WritesMembersByTheirNamesAndLeavesHtmlOut) {
  View view;
  view.title = "Lamp \"kapot\"";
  view.count = 5000000000;
  view.width = std::numeric_limits<double>::quiet_NaN();
  view.url = "/a";
  view.home.name = "Plein";
  view.places = {{"x", "/x"}, {"y", {}}};
  view.names = {"een"};
  view.body = from_plain_text("weg");
  view.badge.word = "open";
  view.extra = Badge{"extra"};
  view.replies = {{"a", {{"b", {}}}}};
  EXPECT_EQ(
      json_of(view),
      R"({"title":"Lamp \"kapot\"","count":5000000000,"width":null,"late":false,"url":"/a","place":null,)"
      R"("home":{"name":"Plein","url":null},"places":[{"name":"x","url":"/x"},{"name":"y","url":null}],)"
      R"("names":["een"],"badge":{"word":"open"},"extra":{"word":"extra"},)"
      R"("replies":[{"text":"a","replies":[{"text":"b","replies":[]}]}]})");
}

TEST(Example, FillsAView) {
  const auto view = load_example<View>(R"({"title": "Lamp", "count": 3, "width": 2, "late": true, "url": null,
      "place": {"name": "Plein", "url": "/p"}, "names": ["a", "b"], "body": "<p>x</p>",
      "replies": [{"text": "r", "replies": []}]})");
  EXPECT_EQ(view.title, "Lamp");
  EXPECT_EQ(view.count, 3);
  EXPECT_EQ(view.width, 2.0);
  EXPECT_TRUE(view.late);
  EXPECT_FALSE(view.url);
  ASSERT_TRUE(view.place);
  EXPECT_EQ(view.place->url, "/p");
  EXPECT_EQ(view.names, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(view.body.markup(), "<p>x</p>");
  ASSERT_EQ(view.replies.size(), 1u);
  EXPECT_EQ(view.replies[0].text, "r");
}

TEST(Example, SaysWhereItDoesNotFitTheView) {
  const auto failure = [](std::string_view json) -> std::string {
    try {
      load_example<View>(json);
    } catch (const Failure& failed) {
      return failed.what();
    }
    return "";
  };
  EXPECT_EQ(failure(R"({"titel": "x"})"), "example: the view has no titel");
  EXPECT_EQ(failure(R"({"places": [{"name": 3}]})"), "example.places[0].name: a text is expected");
  EXPECT_EQ(failure(R"({"late": "ja"})"), "example.late: true or false is expected");
  EXPECT_EQ(failure(R"({"names": {}})"), "example.names: a list is expected");
  EXPECT_EQ(failure(R"({"home": []})"), "example.home: an object is expected");
  EXPECT_THAT(failure("{"), HasSubstr("not JSON"));
}

}  // namespace
}  // namespace wijktafel::html

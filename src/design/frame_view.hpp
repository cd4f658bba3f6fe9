// What the template of the frame (templates/page.html) shows; made by page.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/link.hpp"
#include "platform/html/safe_html.hpp"

namespace wijktafel::design {

struct FrameTab {
  std::string text;
  std::string url;
  bool active = false;
};
BOOST_DESCRIBE_STRUCT(FrameTab, (), (text, url, active))

struct FrameTabs {
  std::string label;
  std::vector<FrameTab> links;
};
BOOST_DESCRIBE_STRUCT(FrameTabs, (), (label, links))

struct FrameCrumbs {
  std::vector<Link> links;
};
BOOST_DESCRIBE_STRUCT(FrameCrumbs, (), (links))

struct FramePlace {
  std::optional<FrameCrumbs> crumbs;
  std::string name;
  std::string url;
  std::optional<FrameTabs> tabs;
  std::optional<FrameTabs> more_tabs;
};
BOOST_DESCRIBE_STRUCT(FramePlace, (), (crumbs, name, url, tabs, more_tabs))

struct FramePerson {
  std::string name;
  std::string my_work_url;
  std::string account_url;
  std::string sign_out_url;
};
BOOST_DESCRIBE_STRUCT(FramePerson, (), (name, my_work_url, account_url, sign_out_url))

struct FrameView {
  std::string language;
  std::string title;
  std::string style_url;
  std::string script_url;
  std::string icon_url;
  std::string font_url;
  std::string home_url;
  std::string other_language;
  std::string other_language_name;
  std::string other_language_url;
  std::string sign_in_url;
  std::string privacy_url;
  std::string accessibility_url;
  std::optional<std::string> description;
  std::optional<std::string> feed_url;
  std::optional<std::string> back_url;
  std::optional<FramePerson> person;
  std::optional<FramePlace> place;
  html::SafeHtml body;
  bool demo = false;
  bool narrow = false;
  bool is_private = false;
};
BOOST_DESCRIBE_STRUCT(FrameView, (),
                      (language, title, description, style_url, script_url, icon_url, font_url, home_url,
                       other_language, other_language_name, other_language_url, sign_in_url, privacy_url,
                       accessibility_url, feed_url, back_url, person, place, body, demo, narrow, is_private))

}  // namespace wijktafel::design

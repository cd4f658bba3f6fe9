// What the mail of a morning shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/html/view.hpp"

namespace wijktafel::safety_net {

struct DigestLine {
  std::string title;
  std::string about;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(DigestLine, (), (title, about, url))

struct DigestSection {
  std::string title;
  std::vector<DigestLine> lines;
  std::optional<std::string> more;  // "En nog 12 andere."
};
BOOST_DESCRIBE_STRUCT(DigestSection, (), (title, lines, more))

struct DigestView {
  std::string subject;
  std::string greeting;
  std::vector<DigestSection> sections;
};
BOOST_DESCRIBE_STRUCT(DigestView, (), (subject, greeting, sections))

}  // namespace wijktafel::safety_net

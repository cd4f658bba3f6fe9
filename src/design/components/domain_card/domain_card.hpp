// One domain of the neighbourhood in one glance: a figure, what is happening, where to read on.
// `domain` is social, physical or safety: it picks colour and shape; the title says it in words.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/components/status_badge/status_badge.hpp"
#include "design/link.hpp"

namespace wijktafel::design {

struct DomainFigure {
  std::string value;                               // "46"
  std::string text;                                // "mensen eten samen op donderdag"
  std::optional<StatusBadge> goal = std::nullopt;  // "doel 40: gehaald"
};
BOOST_DESCRIBE_STRUCT(DomainFigure, (), (value, text, goal))

struct DomainItem {
  std::string text;
  std::string url;
  std::optional<StatusBadge> badge = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(DomainItem, (), (text, url, badge))

struct DomainCard {
  static constexpr std::string_view component = "design/domain_card";
  std::string domain;
  std::string title;
  std::optional<DomainFigure> figure = std::nullopt;
  std::vector<DomainItem> items = {};
  std::optional<Link> more = std::nullopt;  // "7 open · 2 doelen · € 9.500"
};
BOOST_DESCRIBE_STRUCT(DomainCard, (), (domain, title, figure, items, more))

}  // namespace wijktafel::design

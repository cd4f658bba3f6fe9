// Several signals at once: what will change, and what came of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

struct HiddenField {
  std::string name;
  std::string content;
};
BOOST_DESCRIBE_STRUCT(HiddenField, (), (name, content))

struct BulkConfirmView {
  std::string title;  // "U verandert 7 signalen"
  std::vector<std::string> changes;
  std::vector<std::string> signals;
  std::string url;
  std::vector<HiddenField> hidden;
  std::string button;
  std::string back_url;
};
BOOST_DESCRIBE_STRUCT(BulkConfirmView, (), (title, changes, signals, url, hidden, button, back_url))

struct BulkRefused {
  design::Link signal;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(BulkRefused, (), (signal, reason))

struct BulkUndo {
  std::string url;
  std::vector<HiddenField> hidden;
};
BOOST_DESCRIBE_STRUCT(BulkUndo, (), (url, hidden))

struct BulkResultView {
  std::string title;  // "6 signalen zijn veranderd"
  std::vector<design::Link> changed;
  std::optional<std::string> refused_title;
  std::vector<BulkRefused> refused;
  std::optional<BulkUndo> undo;
  std::string back_url;
};
BOOST_DESCRIBE_STRUCT(BulkResultView, (), (title, changed, refused_title, refused, undo, back_url))

}  // namespace wijktafel::signals

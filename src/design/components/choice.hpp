// One of the answers of a choice field, a check field or a select field.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

namespace wijktafel::design {

struct Choice {
  std::string value;
  std::string label;
  std::optional<std::string> note = std::nullopt;  // one line under the answer
  bool chosen = false;
  std::string id = {};  // filled by Fields; the first one carries the name of the field
};
BOOST_DESCRIBE_STRUCT(Choice, (), (value, label, note, chosen, id))

}  // namespace wijktafel::design

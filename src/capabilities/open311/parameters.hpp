// The arguments of a request: from the address and from the form. An optional argument that is empty was not
// given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace wijktafel::open311 {

// Holds references.
class Parameters {
 public:
  explicit Parameters(const http::Pairs& query, const http::Pairs* fields = nullptr)
      : query_(query), fields_(fields) {}
  // Trimmed; the form goes before the address. "" when absent or empty.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const { return !get(name).empty(); }
  // "a, b,,a" gives a and b.
  std::vector<std::string> list(std::string_view name) const;

  struct Answer {
    std::string code;
    std::vector<std::string> values;  // not empty ones only
    bool is_plain = true;             // "attribute[CODE]"; false: "attribute[CODE][]"
  };
  // attribute[CODE]=value and attribute[CODE][]=value, in the order in which they came. A name that only
  // resembles this is an answer with the code "".
  std::vector<Answer> answers() const;

 private:
  const http::Pairs& query_;
  const http::Pairs* fields_;
};

}  // namespace wijktafel::open311

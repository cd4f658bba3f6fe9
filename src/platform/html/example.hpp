// A view from its example: x.example.json beside x.html. Tests and the gallery show templates with it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "platform/html/view.hpp"

namespace wijktafel::html {

// A value inside an example. Its functions throw Failure naming the place when the value is of another kind.
class ExampleValue {
 public:
  bool is_null() const;
  std::string text() const;
  std::int64_t number() const;
  double real() const;
  bool flag() const;
  std::size_t size() const;  // of a list
  ExampleValue element(std::size_t index) const;
  std::vector<std::string> names() const;  // of an object
  ExampleValue member(std::string_view name) const;
  [[noreturn]] void refuse(std::string_view what) const;

 private:
  friend class Example;
  ExampleValue(const void* json, std::string place) : json_(json), place_(std::move(place)) {}
  const void* json_;  // a boost::json::value, kept by Example
  std::string place_;
};

class Example {
 public:
  explicit Example(std::string_view json);
  ~Example();
  ExampleValue root() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The text of the embedded example of a template ("signals/signal_page"), or nothing.
std::optional<std::string_view> find_example(std::string_view template_name);

// A member that the example leaves out keeps the view's own default; a name that the view does not have is a
// Failure.
template <class T>
void read_example(const ExampleValue& from, T& into) {
  if constexpr (std::is_same_v<T, bool>) {
    into = from.flag();
  } else if constexpr (std::is_integral_v<T>) {
    into = static_cast<T>(from.number());
  } else if constexpr (std::is_floating_point_v<T>) {
    into = static_cast<T>(from.real());
  } else if constexpr (std::is_same_v<T, SafeHtml>) {
    into = from_our_own_example(from.text());
  } else if constexpr (std::is_same_v<T, std::string>) {
    into = from.text();
  } else if constexpr (is_optional<T>) {
    if (!from.is_null()) read_example(from, into.emplace());
  } else if constexpr (is_vector<T>) {
    into.clear();
    for (std::size_t i = 0; i < from.size(); ++i) read_example(from.element(i), into.emplace_back());
  } else {
    static_assert(Described<T>, "a member of a view that an example can give");
    using Members =
        boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
    for (const auto& name : from.names()) {
      bool known = false;
      boost::mp11::mp_for_each<Members>([&](auto member) {
        if (name != member.name) return;
        known = true;
        read_example(from.member(name), into.*member.pointer);
      });
      if (!known) from.refuse("the view has no " + name);
    }
  }
}

template <Described View>
View load_example(std::string_view json) {
  const Example example(json);
  View view;
  read_example(example.root(), view);
  return view;
}

}  // namespace wijktafel::html

// A view: what a page shows, as a plain struct described with Boost.Describe.
//
//   struct SignalRow { std::string title; std::string url; bool late = false; };
//   BOOST_DESCRIBE_STRUCT(SignalRow, (), (title, url, late))
//   struct SignalListView { std::vector<SignalRow> rows; std::optional<std::string> next_url; };
//   BOOST_DESCRIBE_STRUCT(SignalListView, (), (rows, next_url))
//
// In the template (logic-less, every file begins with {{%AUTOESCAPE context="HTML"}}):
//   std::string, numbers       {{title}}            escaped for where they stand; never in an unquoted
//   attribute bool late                  {{#late}}…{{/late}} and {{#not_late}}…{{/not_late}} std::optional<T>
//   x         {{#x}}…{{/x}} (a text inside as {{x}}), {{#not_x}}…{{/not_x}} std::vector<T> rows
//   {{#rows}}…{{/rows}} once per element (a text element is {{value}}), {{#not_rows}}…{{/not_rows}} when
//   empty a struct                   {{#place}}…{{/place}} once SafeHtml text              {{text:x-safe}}
//   the only way to unescaped output; the guard allows it on SafeHtml only a component (a struct with `static
//   constexpr std::string_view component = "design/text_field";`)
//                              {{>title_field}}     its own template; also inside std::optional and
//                              std::vector sections, as {{>component}}
//   [[signals.page.title]]     a text from words/, put in when the template is loaded, once per language
//   a list's separator         {{#rows}}…{{#rows_separator}}, {{/rows_separator}}{{/rows}} between elements
// Names of an outer view are visible in the sections inside it, and hidden by an inner member of the same
// name, also when that one is empty. A component's template sees its own members only.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.hpp"
#include "platform/html/safe_html.hpp"

namespace wijktafel::html {

// Where a view's members go: template values or JSON.
class Sink {
 public:
  // What stands in a section: members of a struct, or one value or component under a name made up for it,
  // that JSON leaves out.
  enum class Holds { members, one };

  virtual ~Sink() = default;
  virtual void text(std::string_view name, std::string_view value) = 0;
  virtual void number(std::string_view name, std::int64_t value) = 0;
  virtual void real(std::string_view name, double value) = 0;
  virtual void flag(std::string_view name, bool value) = 0;
  virtual void safe(std::string_view name, const SafeHtml& value) = 0;
  // An optional or a list without content.
  virtual void nothing(std::string_view name, bool is_list) = 0;
  // Members of what follows belong to section `name`, until leave().
  virtual void enter(std::string_view name, bool is_list_element, Holds holds) = 0;
  virtual void leave() = 0;
  // Members of what follows belong to the template `component`, included as `name`, until leave().
  virtual void enter_component(std::string_view name, std::string_view component) = 0;
};

template <class T>
concept Described = boost::describe::has_describe_members<T>::value;
template <class T>
concept Component = Described<T> && requires {
  { T::component } -> std::convertible_to<std::string_view>;
};

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr Sink::Holds section_holds =
    Described<T> && !Component<T> ? Sink::Holds::members : Sink::Holds::one;

template <Described T>
void pour(const T& view, Sink& sink);

// `value` under `name`. Inside a section made for an optional or a list element, a component's include is
// {{>component}}.
template <class T>
void pour_member(std::string_view name, const T& value, Sink& sink) {
  if constexpr (std::is_same_v<T, bool>) {
    sink.flag(name, value);
  } else if constexpr (std::is_integral_v<T>) {
    sink.number(name, static_cast<std::int64_t>(value));
  } else if constexpr (std::is_floating_point_v<T>) {
    sink.real(name, value);
  } else if constexpr (std::is_same_v<T, SafeHtml>) {
    sink.safe(name, value);
  } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    sink.text(name, value);
  } else if constexpr (Component<T>) {
    sink.enter_component(name, T::component);
    pour(value, sink);
    sink.leave();
  } else if constexpr (is_optional<T>) {
    if (!value) return sink.nothing(name, false);
    sink.enter(name, false, section_holds<typename T::value_type>);
    if constexpr (Component<typename T::value_type>) {
      pour_member("component", *value, sink);
    } else if constexpr (Described<typename T::value_type>) {
      pour(*value, sink);
    } else {
      pour_member(name, *value, sink);
    }
    sink.leave();
  } else if constexpr (is_vector<T>) {
    if (value.empty()) return sink.nothing(name, true);
    for (const auto& element : value) {
      sink.enter(name, true, section_holds<typename T::value_type>);
      if constexpr (Component<typename T::value_type>) {
        pour_member("component", element, sink);
      } else if constexpr (Described<typename T::value_type>) {
        pour(element, sink);
      } else {
        pour_member("value", element, sink);
      }
      sink.leave();
    }
  } else {
    static_assert(Described<T>,
                  "a member of a view is a text, number, flag, SafeHtml, struct, optional or vector");
    sink.enter(name, false, Sink::Holds::members);
    pour(value, sink);
    sink.leave();
  }
}

template <Described T>
void pour(const T& view, Sink& sink) {
  using Members =
      boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
  boost::mp11::mp_for_each<Members>(
      [&](auto member) { pour_member(member.name, view.*member.pointer, sink); });
}

}  // namespace wijktafel::html

// The names that a view has, from its type alone: also of lists and optionals that happen to be empty. For
// the guards.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "platform/html/view.hpp"

namespace wijktafel::html {

struct Member {
  // An optional and a list are sections, whatever they hold.
  enum class Kind { text, safe_html, flag, section, component };
  std::string_view name;
  Kind kind = Kind::text;
  bool can_be_nothing = false;      // {{#not_name}} exists
  bool is_list = false;             // {{#name_separator}} exists
  bool is_scalar_section = false;   // an optional text: {{name}} inside {{#name}}
  std::string_view component = {};  // the template of a component
  // Of a section or a component; asked when needed, because a view may contain its own type.
  std::function<std::vector<Member>()> inside = {};
};

template <Described T>
std::vector<Member> members_of();

// Mirrors pour_member in view.hpp.
template <class T>
Member member_of(std::string_view name) {
  using Kind = Member::Kind;
  if constexpr (std::is_same_v<T, bool>) {
    return {.name = name, .kind = Kind::flag, .can_be_nothing = true};
  } else if constexpr (std::is_same_v<T, SafeHtml>) {
    return {.name = name, .kind = Kind::safe_html};
  } else if constexpr (Component<T>) {
    return {.name = name, .kind = Kind::component, .component = T::component, .inside = members_of<T>};
  } else if constexpr (is_optional<T> || is_vector<T>) {
    using Inner = typename T::value_type;
    Member member{.name = name, .kind = Kind::section, .can_be_nothing = true, .is_list = is_vector<T>};
    if constexpr (Component<Inner>) {
      member.inside = [] { return std::vector{member_of<Inner>("component")}; };
    } else if constexpr (Described<Inner>) {
      member.inside = members_of<Inner>;
    } else {
      const std::string_view inner_name = is_vector<T> ? "value" : name;
      member.is_scalar_section = is_optional<T>;
      member.inside = [inner_name] { return std::vector{member_of<Inner>(inner_name)}; };
    }
    return member;
  } else if constexpr (Described<T>) {
    return {.name = name, .kind = Kind::section, .inside = members_of<T>};
  } else {
    return {.name = name, .kind = Kind::text};
  }
}

template <Described T>
std::vector<Member> members_of() {
  using Members =
      boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
  std::vector<Member> members;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    using Type = std::remove_cvref_t<decltype(std::declval<const T&>().*member.pointer)>;
    members.push_back(member_of<Type>(member.name));
  });
  return members;
}

}  // namespace wijktafel::html

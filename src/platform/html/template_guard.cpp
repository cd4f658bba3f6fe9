#include "platform/html/template_guard.hpp"

#include <algorithm>
#include <set>

#include "platform/html/template_source.hpp"

namespace wijktafel::html {
namespace {

constexpr std::string_view negation = "not_";
constexpr std::string_view separator = "_separator";

class Guard {
 public:
  explicit Guard(const Templates& templates) : templates_(templates) {}

  void check_template(const std::string& name, const std::vector<Member>& members) {
    if (!seen_.insert(name).second) return;
    const auto names = templates_.names_in(name);
    if (!names) {
      faults_ += "there is no template " + name + "\n";
      return;
    }
    const auto outer_template = std::exchange(template_, name);
    const auto outer_open = std::exchange(open_, {});
    check(*names, {members}, nullptr);
    template_ = outer_template;
    open_ = outer_open;
  }

  const std::string& faults() const { return faults_; }

 private:
  using Scopes = std::vector<std::vector<Member>>;  // outermost first
  struct Found {
    const Member* member = nullptr;
    std::size_t depth = 0;
  };

  static Found find(const Scopes& scopes, std::string_view name) {
    for (std::size_t depth = scopes.size(); depth-- > 0;)
      for (const auto& member : scopes[depth])
        if (member.name == name) return {&member, depth};
    return {};
  }

  void check(const std::vector<TemplateName>& names, const Scopes& scopes, const Member* list) {
    for (const auto& name : names) {
      switch (name.kind) {
        case TemplateName::Kind::variable: check_variable(name, scopes); break;
        case TemplateName::Kind::section: check_section(name, scopes, list); break;
        case TemplateName::Kind::include: check_include(name, scopes); break;
      }
    }
  }

  void check_variable(const TemplateName& name, const Scopes& scopes) {
    const auto* member = find(scopes, name.name).member;
    if (!member) return fault(name, "the view has no such name");
    if (member->is_scalar_section) {
      if (std::ranges::find(open_, name.name) == open_.end())
        return fault(name, "it may be absent: show it inside {{#" + name.name + "}}");
      const auto inside = member->inside();
      return check_escaping(name, inside.front());
    }
    check_escaping(name, *member);
  }

  void check_escaping(const TemplateName& name, const Member& member) {
    if (member.kind == Member::Kind::safe_html) {
      if (!name.is_safe_html) fault(name, "this is HTML: {{" + name.name + ":x-safe}}");
    } else if (member.kind != Member::Kind::text) {
      fault(name, "this is not a text but a section, a flag or a component");
    } else if (name.is_safe_html) {
      fault(name, "only a SafeHtml may be shown with :x-safe");
    }
  }

  void check_section(const TemplateName& name, const Scopes& scopes, const Member* list) {
    const auto found = find(scopes, name.name);
    if (!found.member) return check_derived_section(name, scopes, list);
    if (found.member->kind == Member::Kind::flag) return check(name.inside, scopes, nullptr);
    if (found.member->kind != Member::Kind::section) return fault(name, "this is no section");
    Scopes inner(scopes.begin(), scopes.begin() + static_cast<std::ptrdiff_t>(found.depth) + 1);
    inner.push_back(found.member->inside());
    open_.push_back(name.name);
    check(name.inside, inner, found.member->is_list ? found.member : nullptr);
    open_.pop_back();
  }

  // {{#not_x}} of what may be absent, and {{#x_separator}} right inside {{#x}}.
  void check_derived_section(const TemplateName& name, const Scopes& scopes, const Member* list) {
    const std::string_view whole = name.name;
    if (list && whole == std::string(list->name) + std::string(separator))
      return check(name.inside, scopes, nullptr);
    const auto* member =
        whole.starts_with(negation) ? find(scopes, whole.substr(negation.size())).member : nullptr;
    if (!member) return fault(name, "the view has no such section");
    if (!member->can_be_nothing) return fault(name, "this is always there");
    check(name.inside, scopes, nullptr);
  }

  void check_include(const TemplateName& name, const Scopes& scopes) {
    const auto* member = find(scopes, name.name).member;
    if (!member || member->kind != Member::Kind::component)
      return fault(name, "the view has no such component");
    check_template(std::string(member->component), member->inside());
  }

  void fault(const TemplateName& name, const std::string& what) {
    faults_ += template_ + ", line " + std::to_string(name.line) + ", " + name.name + ": " + what + "\n";
  }

  const Templates& templates_;
  std::set<std::string> seen_;
  std::string template_;
  std::vector<std::string> open_;  // the sections around, in this template
  std::string faults_;
};

}  // namespace

std::string faults_of(const Templates& templates, std::string_view name, const std::vector<Member>& members) {
  Guard guard(templates);
  guard.check_template(std::string(name), members);
  return guard.faults();
}

}  // namespace wijktafel::html

#include "platform/html/values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace wijktafel::html {
namespace {

std::string_view view(const ctemplate::TemplateString& name) { return {name.data(), name.size()}; }
constexpr std::string_view negation = "not_";

}  // namespace

// Over the elements of a section, or once over the scope itself for a flag.
class Values::Each final : public ctemplate::TemplateDictionaryInterface::Iterator {
 public:
  Each(const Values& scope, const Entry* entry) : scope_(scope), entry_(entry) {}
  bool HasNext() const override { return next_ < (entry_ ? entry_->inside.size() : 1); }
  const TemplateDictionaryInterface& Next() override {
    const auto at = next_++;
    return entry_ ? *entry_->inside[at] : scope_;
  }

 private:
  const Values& scope_;
  const Entry* entry_;
  std::size_t next_ = 0;
};

Values::Entry& Values::add(std::string_view name, Entry::Kind kind) {
  entries_.push_back({name, kind, {}, {}, {}});
  return entries_.back();
}

Values& Values::add_inside(std::string_view name, bool is_list_element) {
  const bool goes_on = is_list_element && !entries_.empty() && entries_.back().name == name;
  Entry& entry = goes_on ? entries_.back() : add(name, Entry::Kind::section);
  entry.inside.push_back(std::make_unique<Values>(this));
  return *entry.inside.back();
}

const Values::Entry* Values::find(std::string_view name) const {
  for (const Values* scope = this; scope != nullptr; scope = scope->outer_) {
    const auto at = std::ranges::find(scope->entries_, name, &Entry::name);
    if (at != scope->entries_.end()) return &*at;
  }
  return nullptr;
}

ctemplate::TemplateString Values::GetValue(const ctemplate::TemplateString& variable) const {
  const auto* entry = find(view(variable));
  // An optional text asked for inside another section that stands inside its own: {{#url}}{{#place}}{{url}}.
  if (entry && entry->kind == Entry::Kind::section && entry->inside.size() == 1) {
    const auto& inside = entry->inside.front()->entries_;
    if (inside.size() == 1 && inside.front().name == entry->name) entry = &inside.front();
  }
  if (!entry || entry->kind != Entry::Kind::text) return {"", 0};
  if (entry->value.data() == nullptr) return {entry->own.data(), entry->own.size()};
  return {entry->value.data(), entry->value.size()};
}

bool Values::IsHiddenSection(const ctemplate::TemplateString& name) const {
  const auto wanted = view(name);
  if (const auto* entry = find(wanted))
    return entry->kind != Entry::Kind::shown && entry->kind != Entry::Kind::section;
  if (wanted.starts_with(negation)) {
    const auto* entry = find(wanted.substr(negation.size()));
    return !entry || entry->kind != Entry::Kind::hidden;
  }
  // A list's separator too: ctemplate shows it between the elements without asking.
  return true;
}

bool Values::IsHiddenTemplate(const ctemplate::TemplateString& name) const {
  const auto* entry = find(view(name));
  return !entry || entry->kind != Entry::Kind::include;
}

const char* Values::GetIncludeTemplateName(const ctemplate::TemplateString& variable, int) const {
  const auto* entry = find(view(variable));
  return entry ? entry->own.c_str() : "";
}

Values::Iterator* Values::CreateTemplateIterator(const ctemplate::TemplateString& name) const {
  return new Each(*this, find(view(name)));
}

Values::Iterator* Values::CreateSectionIterator(const ctemplate::TemplateString& name) const {
  const auto* entry = find(view(name));
  return new Each(*this, entry && entry->kind == Entry::Kind::section ? entry : nullptr);
}

void Values::DumpToString(std::string* out, int level) const {
  for (const auto& entry : entries_) {
    *out += std::string(static_cast<std::size_t>(level) * 2, ' ') + std::string(entry.name) + "\n";
    for (const auto& inside : entry.inside) inside->DumpToString(out, level + 1);
  }
}

void ValuesSink::text(std::string_view name, std::string_view value) {
  open_.back()->add(name, Values::Entry::Kind::text).value = value;
}

void ValuesSink::number(std::string_view name, std::int64_t value) {
  open_.back()->add(name, Values::Entry::Kind::text).own = std::to_string(value);
}

// The shortest form that reads back to the same number: for coordinates in drawings and data attributes.
void ValuesSink::real(std::string_view name, double value) {
  open_.back()->add(name, Values::Entry::Kind::text).own = fmt::format("{}", value);
}

void ValuesSink::flag(std::string_view name, bool value) {
  open_.back()->add(name, value ? Values::Entry::Kind::shown : Values::Entry::Kind::hidden);
}

void ValuesSink::safe(std::string_view name, const SafeHtml& value) {
  text(name, value.markup());
  safe_.insert(value.markup().data());
}

void ValuesSink::nothing(std::string_view name, bool) {
  open_.back()->add(name, Values::Entry::Kind::hidden);
}

void ValuesSink::enter(std::string_view name, bool is_list_element, Holds) {
  open_.push_back(&open_.back()->add_inside(name, is_list_element));
}

void ValuesSink::leave() { open_.pop_back(); }

void ValuesSink::enter_component(std::string_view name, std::string_view component) {
  auto& entry = open_.back()->add(name, Values::Entry::Kind::include);
  entry.own = language_ + "/" + std::string(component);
  entry.inside.push_back(std::make_unique<Values>(nullptr));
  open_.push_back(entry.inside.back().get());
}

}  // namespace wijktafel::html

// A view as ctemplate asks for it. A dictionary of our own, because ctemplate's would show an outer value or
// section where the inner one of the same name is empty. Not thread-safe; lives as long as one rendering.
#pragma once

#include <ctemplate/template_dictionary_interface.h>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "platform/html/view.hpp"

namespace wijktafel::html {

// The addresses of all SafeHtml values of one rendering: the modifier x-safe lets these through and escapes
// the rest.
using SafeValues = std::unordered_set<const char*>;

class Values final : public ctemplate::TemplateDictionaryInterface {
 public:
  explicit Values(const Values* outer) : outer_(outer) {}

  struct Entry {
    enum class Kind { text, shown, hidden, section, include };
    std::string_view name;  // a member's name, or a literal: lives for ever
    Kind kind;
    std::string_view value;  // in the view itself, which outlives the rendering
    std::string own;  // when there is no value: a number written out, or the name of an included template
    std::vector<std::unique_ptr<Values>> inside;
  };
  Entry& add(std::string_view name, Entry::Kind kind);
  // The section that is being filled, or a new one: a list's elements come one after the other.
  Values& add_inside(std::string_view name, bool is_list_element);

 protected:
  ctemplate::TemplateString GetValue(const ctemplate::TemplateString& variable) const override;
  bool IsHiddenSection(const ctemplate::TemplateString& name) const override;
  bool IsUnhiddenSection(const ctemplate::TemplateString& name) const override {
    return !IsHiddenSection(name);
  }
  bool IsHiddenTemplate(const ctemplate::TemplateString& name) const override;
  const char* GetIncludeTemplateName(const ctemplate::TemplateString& variable, int number) const override;
  Iterator* CreateTemplateIterator(const ctemplate::TemplateString& name) const override;
  Iterator* CreateSectionIterator(const ctemplate::TemplateString& name) const override;
  void DumpToString(std::string* out, int level) const override;

 private:
  class Each;
  const Entry* find(std::string_view name) const;
  const Values* outer_;
  std::vector<Entry> entries_;
};

// Fills Values from a view. `language` is the first part of the names of included templates.
class ValuesSink final : public Sink {
 public:
  ValuesSink(std::string language, Values& root, SafeValues& safe)
      : language_(std::move(language)), safe_(safe), open_{&root} {}
  void text(std::string_view name, std::string_view value) override;
  void number(std::string_view name, std::int64_t value) override;
  void real(std::string_view name, double value) override;
  void flag(std::string_view name, bool value) override;
  void safe(std::string_view name, const SafeHtml& value) override;
  void nothing(std::string_view name, bool is_list) override;
  void enter(std::string_view name, bool is_list_element, Holds holds) override;
  void leave() override;
  void enter_component(std::string_view name, std::string_view component) override;

 private:
  std::string language_;
  SafeValues& safe_;
  std::vector<Values*> open_;
};

}  // namespace wijktafel::html

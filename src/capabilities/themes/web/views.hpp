// What the templates of themes show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/check_field/check_field.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::themes {

// --- what holds in an area ---
struct ThemeLine {
  std::string name;
  std::string description;
  std::string term;  // "5 werkdagen, afgesproken voor Rozenland"
  std::optional<std::string> holder;
};
BOOST_DESCRIBE_STRUCT(ThemeLine, (), (name, description, term, holder))

struct ThemeGroup {
  std::string name;
  std::vector<ThemeLine> themes;
};
BOOST_DESCRIBE_STRUCT(ThemeGroup, (), (name, themes))

struct ThemesView {
  std::string general;
  std::vector<ThemeGroup> groups;
  std::optional<design::EmptyState> empty;
  std::optional<std::string> manage_url;
};
BOOST_DESCRIBE_STRUCT(ThemesView, (), (general, groups, empty, manage_url))

// --- administration ---
struct ManagedTheme {
  std::string name;
  std::string url;
  std::string about;  // "Straat en verkeer · 5 werkdagen · eerst bij Wijkbeheer"
  bool has_ended = false;
};
BOOST_DESCRIBE_STRUCT(ManagedTheme, (), (name, url, about, has_ended))

struct ThemeForm {
  static constexpr std::string_view component = "themes/theme_form";
  std::string url;
  std::optional<design::ErrorSummary> faults;
  design::TextField name;
  design::TextField name_en;
  design::TextField description;
  design::TextField description_en;
  design::TextField group;
  design::CheckField domains;
  design::TextArea keywords;
  design::TickBox duty_of_care;
  design::TickBox confidential;
  design::SelectField door;
  std::optional<design::TickBox> ended;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ThemeForm, (),
                      (url, faults, name, name_en, description, description_en, group, domains, keywords,
                       duty_of_care, confidential, door, ended, submit))

struct AdoptForm {
  std::string url;
  std::string text;  // "Neem 33 thema's over"
};
BOOST_DESCRIBE_STRUCT(AdoptForm, (), (url, text))

struct ManageView {
  std::string public_url;
  std::vector<ManagedTheme> themes;
  std::optional<AdoptForm> adopt;
  ThemeForm form;
};
BOOST_DESCRIBE_STRUCT(ManageView, (), (public_url, themes, adopt, form))

struct RuleLine {
  std::string area;
  std::string what;   // "5 werkdagen, eerst bij Wijkbeheer"
  std::string since;  // "sinds 1 maart", "vanaf 1 juni"
  bool is_over = false;
  bool is_gone = false;
};
BOOST_DESCRIBE_STRUCT(RuleLine, (), (area, what, since, is_over, is_gone))

struct RuleForm {
  static constexpr std::string_view component = "themes/rule_form";
  std::string url;
  std::optional<design::ErrorSummary> faults;
  design::SelectField area;
  design::TextField term_days;
  design::SelectField holder;
  design::DateField valid_from;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(RuleForm, (), (url, faults, area, term_days, holder, valid_from, submit))

struct ChangeView {
  std::string title;
  std::vector<RuleLine> rules;
  std::string no_rules;
  RuleForm rule;
  ThemeForm form;
};
BOOST_DESCRIBE_STRUCT(ChangeView, (), (title, rules, no_rules, rule, form))

struct PageLinkView {
  std::string url;
};
BOOST_DESCRIBE_STRUCT(PageLinkView, (), (url))

}  // namespace wijktafel::themes

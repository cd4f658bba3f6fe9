// The page where an administrator changes the rules for promises.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/error_summary/error_summary.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/pagination/pagination.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"

namespace wijktafel::signals {

struct PromiseRuleRow {
  std::string rule;
  std::string since;
  std::string button;
  std::string wanted;  // yes or no
};
BOOST_DESCRIBE_STRUCT(PromiseRuleRow, (), (rule, since, button, wanted))

struct PromiseVersionRow {
  std::string when;
  std::string sentence;
};
BOOST_DESCRIBE_STRUCT(PromiseVersionRow, (), (when, sentence))

struct PromiseRulesView {
  std::string url;
  std::optional<design::ErrorSummary> faults;
  design::TextField sentence;
  design::SubmitRow try_it;
  std::optional<design::Notice> tried;
  design::TextField rule;
  design::SubmitRow add;
  std::vector<PromiseRuleRow> rules;  // in force
  bool has_off_rules = false;
  std::vector<PromiseRuleRow> off_rules;  // switched off
  bool has_versions = false;
  std::vector<PromiseVersionRow> versions;
  std::optional<design::Pagination> pages;
};
BOOST_DESCRIBE_STRUCT(PromiseRulesView, (),
                      (url, faults, sentence, try_it, tried, rule, add, rules, has_off_rules, off_rules,
                       has_versions, versions, pages))

struct PromiseRulesLink {
  std::string url;
};
BOOST_DESCRIBE_STRUCT(PromiseRulesLink, (), (url))

}  // namespace wijktafel::signals

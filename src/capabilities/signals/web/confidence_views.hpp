// Making a signal confidential, and who looked at those that are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/empty_state/empty_state.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/pagination/pagination.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"

namespace wijktafel::signals {

struct ConfidentialForm {
  static constexpr std::string_view component = "signals/confidential_form";
  std::string url;
  std::int64_t version = 0;
  bool open = false;
  std::string summary;
  std::string explanation;
  std::string wanted;  // yes or no
  std::optional<design::ErrorSummary> faults;
  design::TextArea reason;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ConfidentialForm, (),
                      (url, version, open, summary, explanation, wanted, faults, reason, submit))

struct LookRow {
  std::string when;
  std::string who;
  std::string what;
  std::string signal;  // "Signaal 123, Rozenbuurt"
};
BOOST_DESCRIBE_STRUCT(LookRow, (), (when, who, what, signal))

struct LooksView {
  std::string url;
  design::TextField number;
  design::SubmitRow submit;
  std::vector<LookRow> rows;
  std::optional<design::EmptyState> empty;
  std::optional<design::Pagination> pages;
};
BOOST_DESCRIBE_STRUCT(LooksView, (), (url, number, submit, rows, empty, pages))

struct LooksLink {
  std::string url;
};
BOOST_DESCRIBE_STRUCT(LooksLink, (), (url))

}  // namespace wijktafel::signals

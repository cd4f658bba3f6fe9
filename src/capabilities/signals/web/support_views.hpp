// What pages show about who else has the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/error_summary/error_summary.hpp"
#include "design/components/file_field/file_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

// Under the chain of a signal.
struct SupportBlockView {
  std::optional<std::string> sentence;  // how many; nothing when it is nobody
  std::optional<std::string> url;       // nothing when it cannot be supported (any more)
};
BOOST_DESCRIBE_STRUCT(SupportBlockView, (), (sentence, url))

struct SupportView {
  std::string url;
  std::string signal_title;
  std::string signal_url;
  std::optional<design::ErrorSummary> faults;
  design::TextArea detail;
  std::optional<std::string> photos_along;  // those of the report that is given up for this
  design::FileField photos;
  bool gives_up_draft = false;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(SupportView, (),
                      (url, signal_title, signal_url, faults, detail, photos_along, photos, gives_up_draft,
                       submit))

// One signal that looks like what is about to be sent.
struct LikelyRow {
  std::string title;
  std::string url;
  std::string about;
  std::optional<std::string> me_too_url;
  std::string me_too_label;  // for who hears the page: which one
};
BOOST_DESCRIBE_STRUCT(LikelyRow, (), (title, url, about, me_too_url, me_too_label))
struct LikelyView {
  std::vector<LikelyRow> rows;
};
BOOST_DESCRIBE_STRUCT(LikelyView, (), (rows))

}  // namespace wijktafel::signals

// What the pages of clusters show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/area_map/area_map.hpp"
#include "design/components/disclosure/disclosure.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/components/status_badge/status_badge.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/summary_list/summary_list.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::clusters {

struct ConfirmForm {
  std::string url;
  std::string intro;  // on which agenda, and that whoever told one is invited
  design::TextField title;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ConfirmForm, (), (url, intro, title, submit))

struct DismissForm {
  std::string url;
  design::TextArea reason;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(DismissForm, (), (url, reason, submit))

struct NoMeetingView {
  std::string text;
  design::Link plan;
};
BOOST_DESCRIBE_STRUCT(NoMeetingView, (), (text, plan))

struct ClusterView {
  std::string title;
  design::StatusBadge badge;
  std::optional<design::ErrorSummary> faults = std::nullopt;
  std::optional<std::string> decided = std::nullopt;  // what became of it
  std::optional<design::Link> agenda_item = std::nullopt;
  design::SummaryList facts = {};
  design::Disclosure why = {};
  design::AreaMap map = {};
  design::ItemList signals = {};
  std::optional<std::string> more = std::nullopt;
  std::optional<ConfirmForm> confirm = std::nullopt;
  std::optional<NoMeetingView> no_meeting = std::nullopt;
  std::optional<DismissForm> dismiss = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(ClusterView, (),
                      (title, badge, faults, decided, agenda_item, facts, why, map, signals, more, confirm,
                       no_meeting, dismiss))

struct ClusterSection {
  std::string title;
  design::ItemList list;
};
BOOST_DESCRIBE_STRUCT(ClusterSection, (), (title, list))

struct ClusterListView {
  std::optional<design::EmptyState> empty = std::nullopt;
  std::vector<ClusterSection> sections = {};
};
BOOST_DESCRIBE_STRUCT(ClusterListView, (), (empty, sections))

struct WaitingView {
  std::string text;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(WaitingView, (), (text, url))

}  // namespace wijktafel::clusters

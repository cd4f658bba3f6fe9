// What the pages of signals show: one signal with the forms of who may work on it, lists, the page of a
// follower.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/web/confidence_views.hpp"
#include "capabilities/signals/web/pickup_views.hpp"
#include "capabilities/signals/web/template_views.hpp"
#include "design/components/area_map/area_map.hpp"
#include "design/components/chain/chain.hpp"
#include "design/components/check_field/check_field.hpp"
#include "design/components/choice_field/choice_field.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/file_field/file_field.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/status_badge/status_badge.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

// --- forms of who works on it; each is folded away until it is needed ---
struct AssignForm {
  static constexpr std::string_view component = "signals/assign_form";
  std::string url;
  std::int64_t version = 0;
  bool open = false;
  std::optional<design::ErrorSummary> faults;
  design::TextField title;
  design::CheckField domains;
  design::SelectField holder;
  design::DateField next_date;
  std::optional<design::TickBox> neighbours;
  std::optional<design::TickBox> photos;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(AssignForm, (),
                      (url, version, open, faults, title, domains, holder, next_date, neighbours, photos,
                       submit))

// "Wie doet dit, en wanneer?": the answer promises something.
struct PromiseQuestion {
  std::string text;
  design::TickBox without_commitment;
};
BOOST_DESCRIBE_STRUCT(PromiseQuestion, (), (text, without_commitment))

struct AnswerForm {
  static constexpr std::string_view component = "signals/answer_form";
  std::string url;
  std::int64_t version = 0;
  bool open = false;
  std::optional<design::ErrorSummary> faults;
  std::optional<TemplateChoice> templates;
  std::optional<PromiseQuestion> promise;
  design::TextArea text;
  design::ChoiceField outcome;
  std::optional<design::DateField> next_date;
  std::optional<design::SelectField> month;
  std::optional<design::TextField> for_whom;
  std::optional<design::DateField> until;
  std::optional<design::TextArea> possible_instead;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(AnswerForm, (),
                      (url, version, open, faults, templates, promise, text, outcome, next_date, month,
                       for_whom, until, possible_instead, submit))

struct ReferForm {
  static constexpr std::string_view component = "signals/refer_form";
  std::string url;
  bool open = false;
  std::optional<design::ErrorSummary> faults;
  design::ChoiceField care;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ReferForm, (), (url, open, faults, care, submit))

// One that looks like the same: a press makes it the original.
struct LikelyOriginal {
  std::int64_t number = 0;
  std::string text;  // "Nummer 12: Het pad is donker"
  std::string link;
};
BOOST_DESCRIBE_STRUCT(LikelyOriginal, (), (number, text, link))

struct DuplicateForm {
  static constexpr std::string_view component = "signals/duplicate_form";
  std::string url;
  std::int64_t version = 0;
  bool open = false;
  std::optional<design::ErrorSummary> faults;
  std::vector<LikelyOriginal> likely;
  design::TextField original;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(DuplicateForm, (), (url, version, open, faults, likely, original, submit))

// It was not the same after all.
struct UndoDuplicate {
  std::string url;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(UndoDuplicate, (), (url, version))

struct WorkForms {
  std::optional<AssignForm> assign;
  std::optional<AnswerForm> answer;
  std::optional<ReferForm> refer;
  std::optional<DuplicateForm> duplicate;
  std::optional<UndoDuplicate> undo_duplicate;
  std::optional<std::string> split_url;
  std::optional<ArrangeForm> arrange;
  std::optional<NotesForm> notes;
  std::optional<ConfidentialForm> confidential;
  std::optional<std::string> reporter_url;
};
BOOST_DESCRIBE_STRUCT(WorkForms, (),
                      (assign, answer, refer, duplicate, undo_duplicate, split_url, arrange, notes,
                       confidential, reporter_url))

// Who knows more tells it: under the page for who is signed in, behind the secret link for who told it.
struct UpdateForm {
  static constexpr std::string_view component = "signals/update_form";
  std::string url;
  bool open = false;
  std::optional<design::ErrorSummary> faults;
  design::TextArea text;
  std::optional<design::SelectField> organisation;
  design::FileField photos;
  std::optional<std::string> looked_at_first;  // a sentence
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(UpdateForm, (),
                      (url, open, faults, text, organisation, photos, looked_at_first, submit))

// --- one signal ---
struct ShownPhoto {
  std::string url;
  std::string description;
  int width = 0;
  int height = 0;
};
BOOST_DESCRIBE_STRUCT(ShownPhoto, (), (url, description, width, height))

// "Is het opgelost?", for who reads by the secret link.
struct VerdictForm {
  std::string url;
  design::TextArea what_is_left;
};
BOOST_DESCRIBE_STRUCT(VerdictForm, (), (url, what_is_left))

// "Is het zo gebleven?", half a year and a year later.
struct StillSoForm {
  std::string url;
  std::string question;
  design::TextArea what_is_back;
};
BOOST_DESCRIBE_STRUCT(StillSoForm, (), (url, question, what_is_back))

// What was solved and was confirmed can still be opened again.
struct OpenAgainForm {
  std::string url;
  design::TextArea what_is_left;
};
BOOST_DESCRIBE_STRUCT(OpenAgainForm, (), (url, what_is_left))

// What only who reads by the secret link sees.
struct Following {
  std::optional<StillSoForm> still_so;
  std::optional<OpenAgainForm> open_again;
  std::optional<VerdictForm> verdict;
  std::optional<std::string> stop_url;  // while messages are sent
};
BOOST_DESCRIBE_STRUCT(Following, (), (still_so, open_again, verdict, stop_url))

struct SignalView {
  std::optional<design::Notice> notice;
  std::optional<Following> following;
  std::optional<design::Notice> confidential;  // for who may see it
  design::StatusBadge badge;
  std::string about;  // "Nummer 123 · Probleem · Veiligheid"
  std::string title;
  html::SafeHtml text;
  std::optional<std::string> chance;
  std::optional<std::string> place_words;
  std::optional<design::AreaMap> map;
  std::vector<ShownPhoto> photos;
  std::optional<std::string> photos_waiting;
  std::string who;
  std::optional<std::string> outcome;  // how it ended, in one sentence
  std::string when;
  bool is_late = false;
  bool neighbours_may = false;
  std::optional<NeighboursView> neighbours;
  std::optional<design::Link> original;
  std::vector<design::Link> duplicates;
  design::Chain chain;
  html::SafeHtml actions;  // slot signal_actions
  std::optional<UpdateForm> update;
  std::optional<std::string> update_sign_in_url;  // for who is not signed in
  std::optional<WorkForms> work;
  html::SafeHtml footer;  // slot item_footer
};
BOOST_DESCRIBE_STRUCT(SignalView, (),
                      (notice, following, confidential, badge, about, title, text, chance, place_words, map,
                       photos, photos_waiting, who, outcome, when, is_late, neighbours_may, neighbours,
                       original, duplicates, chain, actions, update, update_sign_in_url, work, footer))

// --- lists ---
struct SignalListView {
  std::string report_url;
  bool may_report = false;  // of one neighbourhood; on the page of the municipality one is chosen first
  std::string intro;
  std::string filter_url;
  bool is_filtered = false;
  design::SelectField state;
  design::SelectField domain;
  design::SelectField sort;
  design::SelectField ending;
  design::SubmitRow submit;
  std::optional<design::ItemList> list;
  std::optional<design::EmptyState> empty;
  std::optional<std::string> next_url;
};
BOOST_DESCRIBE_STRUCT(SignalListView, (),
                      (report_url, may_report, intro, filter_url, is_filtered, state, domain, sort, ending,
                       submit, list, empty, next_url))

// --- the reporter, for who may call back ---
struct ReporterView {
  std::string reach;  // "E-mailadres"
  std::string address;
  std::string name;
  std::string back_url;
};
BOOST_DESCRIBE_STRUCT(ReporterView, (), (reach, address, name, back_url))

}  // namespace wijktafel::signals

// What the templates of forwarding show.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "design/components/action_buttons/action_buttons.hpp"
#include "design/components/check_field/check_field.hpp"
#include "design/components/choice_field/choice_field.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::forwarding {

// On the page of a signal.
struct SentLine {
  std::string sentence;
  std::optional<std::string> fault;  // for who works on it
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(SentLine, (), (sentence, fault, note))

struct SendForm {
  std::string url;
  design::SelectField destination;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(SendForm, (), (url, destination, submit))

struct SignalForwarding {
  std::vector<SentLine> lines;
  std::optional<design::ActionButtons> retry;
  std::optional<SendForm> form;
};
BOOST_DESCRIBE_STRUCT(SignalForwarding, (), (lines, retry, form))

// On the coordinator's work list.
struct FailedWork {
  std::string title;
  design::ItemList list;
};
BOOST_DESCRIBE_STRUCT(FailedWork, (), (title, list))

struct ManageLink {
  std::string url;
  std::optional<std::string> failed;
};
BOOST_DESCRIBE_STRUCT(ManageLink, (), (url, failed))

// Replies of which nothing was kept: a sentence each.
struct UnkeptReplies {
  std::vector<std::string> lines;
};
BOOST_DESCRIBE_STRUCT(UnkeptReplies, (), (lines))

struct DestinationsView {
  std::optional<design::EmptyState> empty;
  std::optional<design::ItemList> list;
  std::string add_url;
  std::optional<FailedWork> failed;
  std::optional<design::ActionButtons> retry;
  std::optional<UnkeptReplies> unkept;
};
BOOST_DESCRIBE_STRUCT(DestinationsView, (), (empty, list, add_url, failed, retry, unkept))

// How the connection is, and what can be done with the destination besides changing it.
struct ConnectionView {
  design::Notice state;
  std::optional<design::Notice> asking;  // what goes wrong when it is asked how its requests stand
  design::ActionButtons buttons;
};
BOOST_DESCRIBE_STRUCT(ConnectionView, (), (state, asking, buttons))

struct DestinationForm {
  std::string title;
  std::optional<ConnectionView> connection;
  std::string url;
  std::optional<design::ErrorSummary> faults;
  std::optional<design::ChoiceField> kind;
  design::TextField name;
  design::SelectField organisation;
  std::optional<design::TextField> endpoint;
  std::optional<design::ChoiceField> format;
  std::optional<design::TextField> jurisdiction;
  std::optional<design::TextField> credential;
  std::optional<design::TickBox> updates;
  design::TickBox automatic;
  design::CheckField areas;
  std::optional<design::CheckField> themes;
  design::SubmitRow submit;
  std::optional<design::ActionButtons> end;
};
BOOST_DESCRIBE_STRUCT(DestinationForm, (),
                      (title, connection, url, faults, kind, name, organisation, endpoint, format,
                       jurisdiction, credential, updates, automatic, areas, themes, submit, end))

// A question of a service that is answered once.
struct ServiceQuestions {
  std::string service;
  std::vector<std::string> notes;
  std::vector<design::TextField> texts;
  std::vector<design::SelectField> lists;
};
BOOST_DESCRIBE_STRUCT(ServiceQuestions, (), (service, notes, texts, lists))

struct ServicesView {
  std::string title;
  std::optional<design::EmptyState> empty;
  std::optional<std::string> url;
  std::vector<design::SelectField> lines;
  std::vector<ServiceQuestions> questions;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ServicesView, (), (title, empty, url, lines, questions, submit))

struct MessageView {
  std::string title;
  design::Link back;
};
BOOST_DESCRIBE_STRUCT(MessageView, (), (title, back))

}  // namespace wijktafel::forwarding

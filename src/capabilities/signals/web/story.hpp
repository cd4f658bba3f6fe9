// A story of signals as it stands in an exchange file, checked for its form; what it says happens in
// exchange.cpp.
#pragma once

#include <boost/json/fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/actions/report_signal.hpp"
#include "capabilities/signals/model.hpp"

namespace wijktafel::signals {

enum class Deed {
  assign,
  answer,
  refer,
  confirm,
  duplicate,
  update,
  pick_up,
  neighbours,
  still_so,
  me_too,
  help,
  arrange,
  note,
  split,
  confidential,
  let_through,
  remove,
  forward
};

// One thing that happened to a signal. Only the members of its deed are filled.
struct StoryEvent {
  Instant at{};
  Deed deed{};
  std::string by = {};      // key of a person or an organisation; "" for the program itself
  std::string holder = {};  // assign: key of an organisation
  std::string title = {};   // assign: "" leaves it as it is
  bool open_to_neighbours = false;
  std::string text = {};  // answer; confirm: what is left
  std::optional<Status> status = std::nullopt;
  std::string for_whom = {};
  std::string possible_instead = {};
  bool without_commitment = false;
  std::optional<Date> date = std::nullopt;  // "next_date", "until", or the last day of "month"
  std::string care = {};
  bool solved = true;
  std::string original = {};  // key of a signal
  std::string name = {};      // pick_up: the name that is shown; neighbours: that of the initiative
  std::string news = {};      // neighbours: news, done, given_back or initiative; still_so: the answer
  std::string theme = {};     // assign, arrange: the key of another theme
  std::string team = {};      // assign, arrange: keys of who works on it
  std::string contact = {};
  std::string priority = {};
  int times = 1;                        // me_too: so many neighbours
  std::vector<std::string> parts = {};  // split: the texts
};

struct Story {
  std::string area;
  Instant reported_at{};
  ReportSignal report;
  std::string by = {};
  bool anonymous = false;
  std::string holder = {};
  std::vector<StoryEvent> events = {};

  const std::string& key() const { return report.key; }
};

// Throws Failure that names the signal and what is wrong with it.
Story read_story(const boost::json::value& entry);

}  // namespace wijktafel::signals

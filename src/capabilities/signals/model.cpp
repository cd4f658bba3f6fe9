#include "capabilities/signals/model.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace wijktafel::signals {
namespace {

template <class T, std::size_t N>
std::string_view word_in(const std::array<std::pair<T, std::string_view>, N>& names, T value) {
  for (const auto& [known, name] : names)
    if (known == value) return name;
  return {};
}

template <class T, std::size_t N>
std::optional<T> value_in(const std::array<std::pair<T, std::string_view>, N>& names, std::string_view word) {
  for (const auto& [known, name] : names)
    if (name == word) return known;
  return std::nullopt;
}

template <class T, std::size_t N>
std::vector<T> values_in(const std::array<std::pair<T, std::string_view>, N>& names) {
  std::vector<T> values;
  for (const auto& entry : names) values.push_back(entry.first);
  return values;
}

constexpr std::array<std::pair<Kind, std::string_view>, 4> kinds{{
    {Kind::problem, "problem"},
    {Kind::chance, "chance"},
    {Kind::question, "question"},
    {Kind::compliment, "compliment"},
}};

constexpr std::array<std::pair<Channel, std::string_view>, 10> channels{{
    {Channel::web, "web"},
    {Channel::phone, "phone"},
    {Channel::counter, "counter"},
    {Channel::paper, "paper"},
    {Channel::meeting, "meeting"},
    {Channel::inspection_walk, "inspection_walk"},
    {Channel::panel, "panel"},
    {Channel::professional, "professional"},
    {Channel::mail, "mail"},
    {Channel::open311, "open311"},
}};

constexpr std::array<std::pair<Priority, std::string_view>, 3> priorities{{
    {Priority::low, "low"},
    {Priority::normal, "normal"},
    {Priority::high, "high"},
}};

constexpr std::array<std::pair<Reach, std::string_view>, 3> reaches{{
    {Reach::mail, "mail"},
    {Reach::phone, "phone"},
    {Reach::none, "none"},
}};

constexpr std::array<std::pair<Status, std::string_view>, 18> statuses{{
    {Status::received, "received"},
    {Status::looked_at, "looked_at"},
    {Status::open_to_neighbours, "open_to_neighbours"},
    {Status::planned, "planned"},
    {Status::waiting, "waiting"},
    {Status::on_the_table, "on_the_table"},
    {Status::in_progress, "in_progress"},
    {Status::reopened, "reopened"},
    {Status::done, "done"},
    {Status::confirmed, "confirmed"},
    {Status::not_confirmed, "not_confirmed"},
    {Status::became_initiative, "became_initiative"},
    {Status::part_of_goal, "part_of_goal"},
    {Status::forwarded, "forwarded"},
    {Status::referred, "referred"},
    {Status::duplicate, "duplicate"},
    {Status::will_not_be_done, "will_not_be_done"},
    {Status::thanked, "thanked"},
}};

bool is_one_of(Status status, std::initializer_list<Status> list) {
  return std::ranges::find(list, status) != list.end();
}

// What the people who work on it, or the chain, make of an open signal.
bool follows_open(Status to) {
  return !is_one_of(to, {Status::received, Status::reopened, Status::confirmed, Status::not_confirmed});
}

}  // namespace

std::string_view word(Kind kind) { return word_in(kinds, kind); }
std::optional<Kind> kind_of(std::string_view word) { return value_in(kinds, word); }
const std::vector<Kind>& all_kinds() {
  static const auto all = values_in(kinds);
  return all;
}

std::string_view word(Channel channel) { return word_in(channels, channel); }
std::optional<Channel> channel_of(std::string_view word) { return value_in(channels, word); }
const std::vector<Channel>& all_channels() {
  static const auto all = values_in(channels);
  return all;
}

std::string_view word(Priority priority) { return word_in(priorities, priority); }
std::optional<Priority> priority_of(std::string_view word) { return value_in(priorities, word); }
const std::vector<Priority>& all_priorities() {
  static const auto all = values_in(priorities);
  return all;
}

std::string_view word(Reach reach) { return word_in(reaches, reach); }
std::optional<Reach> reach_of(std::string_view word) { return value_in(reaches, word); }

std::string_view word(Status status) { return word_in(statuses, status); }
std::optional<Status> status_of(std::string_view word) { return value_in(statuses, word); }
const std::vector<Status>& all_statuses() {
  static const auto all = values_in(statuses);
  return all;
}

bool is_open(Status status) {
  return is_one_of(status, {Status::received, Status::looked_at, Status::open_to_neighbours, Status::planned,
                            Status::waiting, Status::on_the_table, Status::in_progress, Status::reopened});
}

bool is_solved(Status status) {
  return is_one_of(status, {Status::done, Status::confirmed, Status::not_confirmed});
}

bool may_become(Status from, Status to) {
  using enum Status;
  // Text about a person is destroyed at any moment, and nothing can follow: there is nothing left to work on.
  if (from == referred) return false;
  if (to == referred) return true;
  if (is_open(from)) return follows_open(to);
  switch (from) {
    case done: return is_one_of(to, {confirmed, not_confirmed, reopened});
    case confirmed: return to == reopened;
    case not_confirmed: return is_one_of(to, {confirmed, reopened});
    // The chain went on: what it led to can come to an end, or need the table again.
    case became_initiative:
    case part_of_goal:
      return is_one_of(
          to, {on_the_table, in_progress, became_initiative, part_of_goal, done, will_not_be_done, reopened});
    case forwarded: return is_one_of(to, {in_progress, done, reopened});
    // A "no" may still be taken up by neighbours or by the table.
    case will_not_be_done: return is_one_of(to, {on_the_table, became_initiative, part_of_goal, reopened});
    case thanked: return is_one_of(to, {on_the_table, became_initiative, part_of_goal, reopened});
    case duplicate: return to == reopened;
    default: return false;
  }
}

std::vector<Status> answers_for(Kind kind, Status from) {
  using enum Status;
  std::vector<Status> allowed;
  for (const auto to : {in_progress, planned, waiting, done, will_not_be_done, forwarded, thanked}) {
    // "Thank you" is no answer to a problem: it would close it without anything done.
    if (to == thanked && kind == Kind::problem) continue;
    if (may_become(from, to)) allowed.push_back(to);
  }
  return allowed;
}

const std::vector<std::string>& care_kinds() {
  static const std::vector<std::string> all{"social_team", "safe_home", "police", "general_practitioner",
                                            "other_care"};
  return all;
}

std::string_view tone(Status status) {
  using enum Status;
  switch (status) {
    case done:
    case confirmed:
    case thanked: return "done";
    case not_confirmed:
    case reopened: return "late";
    case open_to_neighbours:
    case became_initiative: return "chance";
    case on_the_table:
    case part_of_goal: return "goal";
    case planned:
    case waiting:
    case in_progress:
    case forwarded: return "ok";
    case received:
    case looked_at:
    case referred:
    case duplicate:
    case will_not_be_done: return "new";
  }
  return "new";
}

std::optional<Date> last_day_of_month(std::string_view year_and_month) {
  const auto first_day = parse_date(std::string(year_and_month) + "-01");
  if (!first_day) return std::nullopt;
  return Date{first_day->year() / first_day->month() / std::chrono::last};
}

std::string title_from(Kind kind, std::string_view text, std::string_view chance) {
  const bool chance_first = kind == Kind::chance && !chance.empty();
  return first_words(chance_first || text.empty() ? chance : text, title_most);
}

}  // namespace wijktafel::signals

// All SQL about signals and their reporters; drafts are in draft_store.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/organisations/organisations.hpp"
#include "capabilities/signals/model.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

struct SignalRow {
  ItemId item{};
  Kind kind{};
  std::string chance = {};
  Channel channel = Channel::web;
  bool neighbours_may = false;
  std::string waiting_for = {};           // while it waits: for whom
  std::string referred_to = {};           // once referred: the kind of care
  std::optional<Instant> done_at = {};    // while it waits for the word of its reporter
  std::optional<Instant> closed_at = {};  // while it is closed
  std::string theme = {};                 // the one that gives it its term; "" until somebody chose one
  Priority priority = Priority::normal;
  std::optional<organisations::TeamId> team = {};  // of the holder
  bool is_held = false;                            // waits for a moderator, not public
  Instant reported_at{};
  std::optional<Instant> first_answered_at = {};  // the first time a person told its reporter something
};

void insert_signal(db::Transaction& tx, const SignalRow& row);
std::optional<SignalRow> find_signal(db::Transaction& tx, ItemId item);
void update_signal(db::Transaction& tx, const SignalRow& row);
// Done at or before `limit` and no word of the reporter; oldest first.
std::vector<ItemId> done_before(db::Transaction& tx, Instant limit, int most);

// --- what is due ---
enum class DueState { fresh, open, closed };
void insert_due(db::Transaction& tx, ItemId item, const std::vector<std::string>& lineage, DueState state,
                Date next_date);
// Without a date the last known one stays: what is closed has none.
void update_due(db::Transaction& tx, ItemId item, DueState state, std::optional<Date> next_date);
// Open or new, with a date before `today`; what is late longest first.
std::vector<ItemId> late_in(db::Transaction& tx, std::string_view area, Date today, int most);
// Nobody looked at it yet and it is not late; what is due first on top.
std::vector<ItemId> new_in(db::Transaction& tx, std::string_view area, Date today, int most);
std::vector<ItemId> underway_in(db::Transaction& tx, std::string_view area, Date today, int most);

// --- the reporter ---
struct Reporter {
  ItemId item{};
  std::optional<PersonId> person = {};
  Reach reach = Reach::none;
  std::string address = {};  // a mail address or a telephone number
  std::string name = {};
  i18n::Language language = i18n::Language::nl;
  std::string follow_token_hash = {};
};
void insert_reporter(db::Transaction& tx, const Reporter& reporter);
std::optional<Reporter> find_reporter(db::Transaction& tx, ItemId item);
std::optional<ItemId> find_followed(db::Transaction& tx, std::string_view follow_token_hash);
// Address and name go; the secret link stays.
void silence_reporter(db::Transaction& tx, ItemId item);
void insert_look(db::Transaction& tx, ItemId item, std::optional<PersonId> person, Instant now);
// Reporters of signals closed at or before `limit`.
std::vector<ItemId> reporters_closed_before(db::Transaction& tx, Instant limit, int most);
void remove_reporter(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::signals::store

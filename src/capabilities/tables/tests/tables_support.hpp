// A table with one planned meeting, on a database of its own: what tests of actions and reads begin with.
#pragma once

#include <gtest/gtest.h>

#include "capabilities/tables/actions/hold_meeting.hpp"
#include "capabilities/tables/actions/plan_meeting.hpp"
#include "capabilities/tables/actions/set_agenda.hpp"
#include "capabilities/tables/actions/set_rules.hpp"
#include "capabilities/tables/actions/take_decision.hpp"
#include "capabilities/tables/store.hpp"
#include "platform/db/testing.hpp"

namespace wijktafel::tables::testing {

inline const Instant planned_at = parse_instant("2026-11-02T10:00:00+01:00").value();
inline const Instant begins_at = parse_instant("2026-12-03T19:30:00+01:00").value();

// Items, organisations, accounts, goals and tables.
std::vector<db::Migration> migrations();
web::AreaRef park();  // BU00010101 in WK000101 in GM0001
identity::Actor coordinator();

// Whether the refusal is this one: is<QuorumNotMet>(result).
template <class Refusal, class T>
bool is(const Result<T, TableRefusal>& result) {
  return !result && std::holds_alternative<Refusal>(result.error());
}

class TableTest : public ::testing::Test {
 protected:
  TableTest();

  template <class F>
  auto write(F&& act) {
    return database_->write(std::forward<F>(act));
  }
  template <class F>
  auto read(F&& ask) {
    return database_->read(std::forward<F>(ask));
  }
  items::Item item(ItemId id);
  std::vector<std::string> gaps(ItemId id);
  std::vector<std::string> agenda();  // titles in order

  ItemId signal(const std::string& title, items::Visibility visibility = items::Visibility::everyone);
  ItemId point(const std::string& title);  // of its own, on the agenda
  Result<ItemId, TableRefusal> put(const AddAgendaItem& form);
  void begin();
  void end();
  TakeDecision agreement(ItemId agenda_item) const;
  Result<ItemId, TableRefusal> take(const TakeDecision& form);

  std::unique_ptr<db::Database> database_;
  ItemId meeting_{};
};

}  // namespace wijktafel::tables::testing

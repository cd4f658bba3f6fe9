// Rows of many signals at once, as the program's own actions would have left them: the same tables, the same
// chain of hashes, made in memory and written table by table. `wijktafel verify` accepts what it writes. Only
// for benches: no job, event or mail comes from it, and no rule is asked.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "capabilities/items/history.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel::archive {

// One thing that was recorded with a signal.
struct Happening {
  Instant at;
  identity::Actor by;
  items::Entry entry;
};

struct BulkSignal {
  items::ItemId item{};
  std::vector<std::string> lineage;  // area, district, municipality
  std::string title;
  std::string text;
  unsigned domains = 0;
  std::string theme;
  std::string kind;
  std::string channel;
  std::optional<geo::Point> place;
  items::Visibility visibility = items::Visibility::everyone;
  std::string status;
  bool is_open = true;
  identity::OrganisationId holder{};
  Date next_date;                  // the last known one when it is closed
  std::string mail_address;        // of who told it; "" when nobody can be reached
  bool promises = false;           // its chain is broken by a promise that nobody agreed on
  std::vector<Happening> history;  // in order of time, the first is that it was told
  std::optional<Instant> first_answered_at;
  std::optional<Instant> closed_at;

  Instant reported_at() const { return history.front().at; }
};

class Batch {
 public:
  void add(const BulkSignal& signal);
  // Everything added so far, table by table; then it is empty.
  void write(db::Transaction& tx);
  // What lists show as numbers; once, at the end.
  void write_counts(db::Transaction& tx);

 private:
  using Rows = std::vector<std::vector<db::Value>>;
  items::Head add_history(const BulkSignal& signal);
  void add_item(const BulkSignal& signal, const items::Head& head);
  void add_to_areas(const BulkSignal& signal);
  void add_signal(const BulkSignal& signal);

  Rows items_, areas_, themes_, history_, texts_, signals_, due_, reporters_, gaps_, gap_areas_;
  std::map<std::tuple<std::string, std::int64_t, bool>, std::int64_t> counts_;
};

}  // namespace wijktafel::archive

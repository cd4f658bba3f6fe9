#include "app/tests/bench/archive/batch.hpp"

#include <fmt/format.h>

#include "capabilities/signals/signals.hpp"
#include "capabilities/signals/tokens.hpp"

namespace wijktafel::archive {
namespace {

std::vector<db::Value> row(const auto&... values) { return {db::to_value(values)...}; }

void write_rows(db::Transaction& tx, std::string_view table, const std::vector<std::string_view>& columns,
                std::vector<std::vector<db::Value>>& rows) {
  if (!rows.empty()) tx.insert_many(table, columns, rows);
  rows.clear();
}

}  // namespace

void Batch::add(const BulkSignal& signal) {
  add_item(signal, add_history(signal));
  add_to_areas(signal);
  add_signal(signal);
}

items::Head Batch::add_history(const BulkSignal& signal) {
  items::Head head;
  for (const auto& happening : signal.history) {
    items::StoredEntry entry;
    entry.item = signal.item;
    entry.sequence = head.sequence + 1;
    entry.recorded_at = happening.at;
    entry.what = happening.entry.what;
    entry.by_person = happening.by.person;
    if (const auto own = happening.by.organisations(); !own.empty()) entry.by_organisation = own.front();
    entry.by_role = items::role_shown(happening.by);
    entry.facts = canonical(happening.entry.facts);
    entry.is_milestone = happening.entry.is_milestone;
    entry.previous_hash = head.hash;
    if (const auto& text = happening.entry.personal_text; !text.empty()) {
      const std::string salt = random_token(16);
      entry.text_digest = items::digest_of_text(salt, text);
      texts_.push_back(row(entry.item, entry.sequence, salt, text));
    }
    entry.hash = items::hash_of(entry);
    history_.push_back(row(entry.item, entry.sequence, entry.recorded_at, entry.what, entry.by_person,
                           entry.by_organisation, entry.by_role, entry.facts, entry.is_milestone,
                           entry.text_digest, entry.previous_hash, entry.hash));
    head = {entry.sequence, entry.hash};
  }
  return head;
}

void Batch::add_item(const BulkSignal& signal, const items::Head& head) {
  db::Value longitude, latitude;
  if (signal.place) {
    longitude = signal.place->longitude;
    latitude = signal.place->latitude;
  }
  const auto next_date = signal.is_open ? std::optional(signal.next_date) : std::nullopt;
  items_.push_back(row(signal.item, signals::item_kind, signal.lineage.front(), signal.title, signal.text,
                       signal.domains, longitude, latitude, "", signal.visibility, signal.status,
                       signal.is_open, signal.holder, std::nullopt, next_date, signal.reported_at(),
                       signal.history.back().at, head.sequence, !signal.mail_address.empty(), head.sequence,
                       head.hash));
  if (!signal.theme.empty()) themes_.push_back(row(signal.item, signal.theme));
}

void Batch::add_to_areas(const BulkSignal& signal) {
  const bool is_public = signal.visibility == items::Visibility::everyone;
  const bool on_map = signal.place && signal.is_open && is_public;
  const Instant since = signal.history.back().at;
  const std::string state = !signal.is_open ? "closed" : signal.status == "received" ? "new" : "open";
  for (const auto& area : signal.lineage) {
    areas_.push_back(row(area, signal.item, signals::item_kind, signal.visibility, signal.is_open,
                         signal.domains, on_map));
    due_.push_back(row(area, signal.item, state, signal.next_date));
    if (signal.promises) gap_areas_.push_back(row(area, since, signal.item, signals::promise_gap));
    if (!is_public) continue;
    for (const unsigned domain : {0u, 1u, 2u, 4u})
      if (domain == 0 || (signal.domains & domain) != 0) ++counts_[{area, domain, signal.is_open}];
  }
  if (signal.promises) gaps_.push_back(row(signal.item, signals::promise_gap, canonical({}), since));
}

void Batch::add_signal(const BulkSignal& signal) {
  signals_.push_back(row(signal.item, signal.kind, signal.kind == "chance" ? signal.text : "", signal.channel,
                         signal.kind == "chance", "", "", std::nullopt, signal.closed_at, signal.theme,
                         "normal", std::nullopt, false, signal.reported_at(), signal.first_answered_at));
  if (signal.mail_address.empty()) return;
  reporters_.push_back(row(signal.item, std::nullopt, "mail", signal.mail_address, "", "nl",
                           signals::hash_of_token(random_token())));
}

void Batch::write(db::Transaction& tx) {
  write_rows(
      tx, "item",
      {"id",        "kind",        "area",       "title",   "text",        "domains",       "longitude",
       "latitude",  "place_words", "visibility", "status",  "is_open",     "holder",        "contact",
       "next_date", "created_at",  "changed_at", "version", "is_followed", "head_sequence", "head_hash"},
      items_);
  write_rows(tx, "item_area", {"area", "item", "kind", "visibility", "is_open", "domains", "on_map"}, areas_);
  write_rows(tx, "item_theme", {"item", "theme"}, themes_);
  write_rows(tx, "item_history",
             {"item", "sequence", "recorded_at", "what", "by_person", "by_organisation", "by_role", "facts",
              "is_milestone", "text_digest", "previous_hash", "hash"},
             history_);
  write_rows(tx, "item_history_text", {"item", "sequence", "salt", "text"}, texts_);
  write_rows(tx, "signal",
             {"item", "kind", "chance", "channel", "neighbours_may", "waiting_for", "referred_to", "done_at",
              "closed_at", "theme", "priority", "team", "is_held", "reported_at", "first_answered_at"},
             signals_);
  write_rows(tx, "signal_due", {"area", "item", "state", "next_date"}, due_);
  write_rows(tx, "signal_reporter",
             {"item", "person", "reach", "address", "name", "language", "follow_token_hash"}, reporters_);
  write_rows(tx, "item_gap", {"item", "gap", "facts", "since"}, gaps_);
  write_rows(tx, "item_gap_area", {"area", "since", "item", "gap"}, gap_areas_);
}

void Batch::write_counts(db::Transaction& tx) {
  Rows rows;
  for (const auto& [key, count] : counts_) {
    const auto& [area, domain, is_open] = key;
    rows.push_back(row(area, signals::item_kind, domain, is_open, count));
  }
  write_rows(tx, "item_count", {"area", "kind", "domain", "is_open", "change"}, rows);
  counts_.clear();
}

}  // namespace wijktafel::archive

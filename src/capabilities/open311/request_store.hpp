// SQL of what is given out. Only what everyone may see: visibility, held and confidential themes are asked
// for in the statement itself, in one place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/items/items.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::open311::store {

using identity::OrganisationId;
using items::ItemId;

struct RequestRow {
  ItemId item{};
  std::string status;
  bool is_open = true;
  std::string theme;
  std::optional<OrganisationId> holder;
  Instant reported_at{};
  Instant changed_at{};
  std::optional<Instant> closed_at;
  std::optional<Date> next_date;
  std::string place_words;
  std::optional<geo::Point> place;
  std::string text;
  std::string chance;
  std::string area;
  std::string address_id;
  std::string channel;
  std::string title;
  std::int64_t photo = 0;  // number of the first that may be shown; 0: none
};

struct RequestFilter {
  std::vector<std::string> secret_themes;
  std::vector<std::int64_t> ids = {};    // when given, nothing else counts
  std::vector<std::string> themes = {};  // any of these; empty: all. "" is without a theme
  std::optional<bool> is_open = std::nullopt;
  std::optional<Instant> from = std::nullopt;   // reported
  std::optional<Instant> until = std::nullopt;  // reported, this moment too
  std::optional<Instant> changed_from = std::nullopt;
  std::optional<Instant> changed_until = std::nullopt;
  bool by_change = false;  // newest change first; else newest report first
  std::int64_t skip = 0;
  std::int64_t most = 1000;
};
std::vector<RequestRow> list_requests(db::Transaction& tx, const RequestFilter& filter);
// For a copy of everything: oldest number first, after this one.
std::vector<RequestRow> requests_after(db::Transaction& tx, const std::vector<std::string>& secret_themes,
                                       ItemId after, int most);

}  // namespace wijktafel::open311::store

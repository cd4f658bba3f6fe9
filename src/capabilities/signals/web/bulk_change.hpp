// What changes for several signals at once: read from a form, said in words, and done to one signal by the
// same action as on its own page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/model.hpp"
#include "capabilities/signals/reads/inbox.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/work_people.hpp"

namespace wijktafel::signals {

struct BulkChange {
  std::optional<std::optional<OrganisationId>> holder = std::nullopt;
  WantedPeople people = {};
  std::optional<std::string> theme = std::nullopt;  // "": none
  std::optional<Priority> priority = std::nullopt;
  std::optional<Date> date = std::nullopt;
  std::optional<std::int64_t> original = std::nullopt;  // all of them are duplicates of this one
  bool is_empty() const;
};

// Names of the fields, in the order of the form; a value that is empty leaves it as it is.
const std::vector<std::string>& bulk_fields();
// What cannot be read is left out: the form offers only values that can.
BulkChange bulk_change(const http::Pairs& fields);
// Who belongs to the organisation that has it divides the work among its people; the rest is for who
// coordinates the area.
bool may_change(const web::Call& call, const items::Item& item, const BulkChange& change);
// "De organisatie wordt: Gemeente Rozenland."
std::vector<std::string> in_words(const web::Call& call, const BulkChange& change,
                                  const InboxChoices& choices);

// How it was, as fields of bulk_change, and the version that it has now: what undoing needs.
struct Changed {
  std::string before;
  std::int64_t version = 0;
};
Result<Changed, Sentence> change_one(const web::Call& call, db::Transaction& tx, ItemId id,
                                     const BulkChange& change, std::optional<std::int64_t> version);

}  // namespace wijktafel::signals

// The steps of writing a report: each keeps what was answered, so that nothing is lost on the way.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "capabilities/signals/draft.hpp"
#include "capabilities/signals/refusals.hpp"

namespace wijktafel::signals {

using DraftRefusal = std::variant<DraftGone, DraftAlreadySent>;
using AttachRefusal = std::variant<DraftGone, DraftAlreadySent, TooManyPhotos>;

struct WhatIsTold {
  std::optional<Kind> kind;
  std::string text;
  std::string chance;
};
struct WhereItIs {
  std::optional<geo::Point> place;
  std::string place_words;
};
struct HowToReach {
  std::optional<Reach> reach;
  std::string mail_address;
  std::string phone;
  std::string name;
  std::optional<bool> neighbours_may;
  std::optional<std::string> theme = std::nullopt;
  bool is_confidential = false;
};

// `token`: the secret of the browser's cookie.
void begin_draft(db::Transaction& tx, Instant now, std::string_view token);
Result<void, DraftRefusal> keep_what(db::Transaction& tx, Instant now, std::string_view token,
                                     const WhatIsTold& what);
Result<void, DraftRefusal> keep_where(db::Transaction& tx, Instant now, std::string_view token,
                                      const WhereItIs& where);
Result<void, DraftRefusal> keep_how(db::Transaction& tx, Instant now, std::string_view token,
                                    const HowToReach& how);
// Everything that was typed and every photo goes. Gives the files that nothing uses any more.
Result<std::vector<std::string>, DraftRefusal> empty_draft(db::Transaction& tx, Instant now,
                                                           std::string_view token);
Result<void, AttachRefusal> attach_photo(db::Transaction& tx, Instant now, std::string_view token,
                                         const DraftPhoto& photo);
// Gives the keys of the files that nothing uses any more: to be removed once this is committed.
Result<std::vector<std::string>, DraftRefusal> remove_photos(db::Transaction& tx, Instant now,
                                                             std::string_view token,
                                                             const std::vector<int>& numbers);

// Drafts older than draft_lifetime go, at most `most` at a time, with the keys of files that nothing uses any
// more.
std::vector<std::string> discard_old_drafts(db::Transaction& tx, Instant now, int most);
// No draft and no item shows it.
bool is_unused_file(db::Transaction& tx, std::string_view file_key);

}  // namespace wijktafel::signals

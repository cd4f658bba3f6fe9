// Photos of points: kept as soon as they come in, also when the rest of the form has a fault, so that nobody
// takes them twice.
#pragma once

#include "capabilities/walks/refusals.hpp"

namespace wijktafel::walks {

// With a form that is not a point yet; whether it may be shown is said when the point is made.
PhotoId keep_photo(db::Transaction& tx, Instant now, ItemId walk, const std::string& sending,
                   const Photo& photo);
// Keys of files that nothing uses any more.
std::vector<std::string> leave_out_photo(db::Transaction& tx, ItemId walk, const std::string& sending,
                                         PhotoId id);
// The photo of how it is now, when the promise was kept.
Done add_after_photo(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId walk,
                     std::int64_t number, const Photo& photo);
// Somebody looked: no face and no number plate can be seen.
Done show_photo(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId walk, PhotoId id);

// Photos of forms that never became a point, after a day. Gives the keys of their files.
std::vector<std::string> discard_left_photos(db::Transaction& tx, Instant now, int limit);
// The text of a signal was destroyed: what its point says and shows goes too.
std::vector<std::string> destroy_points_about(db::Transaction& tx, ItemId signal);

}  // namespace wijktafel::walks

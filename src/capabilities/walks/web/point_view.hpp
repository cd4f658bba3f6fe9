// A point as pages show it.
#pragma once

#include "capabilities/walks/reads/walk_page.hpp"
#include "capabilities/walks/web/views.hpp"

namespace wijktafel::walks {

// `walk`: the one it belongs to. With the buttons that this person may press.
PointView point_view(const web::Call& call, const WalkPage& page, ItemId walk, const ShownPoint& shown);
std::vector<PhotoView> photo_views(const web::Call& call, const WalkPage& page, ItemId walk,
                                   const ShownPoint& shown);
// Who, what and by when, or that nothing was agreed yet.
ActionRow action_row(const web::Call& call, const WalkPage& page, const ShownPoint& shown);
std::string participants_sentence(const web::Call& call, const WalkPage& page);
std::vector<std::string> participant_lines(const web::Call& call, const WalkPage& page);

}  // namespace wijktafel::walks

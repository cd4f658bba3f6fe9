#include "capabilities/walks/web/refusals.hpp"

namespace wijktafel::walks {
namespace {

constexpr int forbidden = 403;
constexpr int not_found = 404;
constexpr int conflict = 409;

i18n::Arguments day(const web::Call& call, Date date) {
  return {{"date", i18n::long_date(call.language, date, call.today)}};
}

}  // namespace

Said said_of(const web::Call& call, const WalkRefusal& refusal) {
  return std::visit(
      overloaded{
          [](const NoSuchWalk&) { return Said{"walks.refusal.no_such_walk", {}, not_found}; },
          [](const NoSuchPoint&) { return Said{"walks.refusal.no_such_point", {}, not_found}; },
          [&](const BeginsInThePast& past) {
            return Said{"walks.refusal.begins_in_the_past", day(call, past.today)};
          },
          [&](const NotInThisState& now) {
            return Said{"walks.refusal.not_in_this_state",
                        {{"state", call.text("walks.status." + now.state)}},
                        conflict};
          },
          [&](const NotYetToday& later) {
            return Said{"walks.refusal.not_yet_today", day(call, later.day), conflict};
          },
          [](const TooManyStops&) {
            return Said{"walks.refusal.too_many_stops", {{"most", std::int64_t{stops_most}}}};
          },
          [](const TooManyPoints&) {
            return Said{"walks.refusal.too_many_points", {{"most", std::int64_t{points_most}}}};
          },
          [](const NotAParticipant&) { return Said{"walks.refusal.not_a_participant", {}, forbidden}; },
          [](const SettledElsewhere&) { return Said{"walks.refusal.settled_elsewhere", {}, conflict}; }},
      refusal);
}

Said said_of(const files::PhotoRefusal& refusal) {
  return std::visit(
      overloaded{[](const files::NotAPhoto&) { return Said{"walks.refusal.not_a_photo"}; },
                 [](const files::PhotoTooLarge& large) {
                   return Said{"walks.refusal.photo_too_large",
                               {{"megabytes", static_cast<std::int64_t>(large.megabytes_allowed)}}};
                 },
                 [](const files::PhotoTooManyPixels& many) {
                   return Said{"walks.refusal.photo_too_many_pixels",
                               {{"megapixels", static_cast<std::int64_t>(many.megapixels_allowed)}}};
                 },
                 [](const files::PhotoUnreadable&) { return Said{"walks.refusal.photo_unreadable"}; }},
      refusal);
}

std::string in_words(const web::Call& call, const Said& said) {
  return call.text(said.word_key, said.arguments);
}

}  // namespace wijktafel::walks

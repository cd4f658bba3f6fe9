// Somebody tells what is going on, through whatever channel.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "capabilities/signals/model.hpp"
#include "capabilities/signals/model/suspicion.hpp"
#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

// How to reach who told it. Never shown on a page; see look_at_reporter.
struct ReporterContact {
  Reach reach = Reach::none;
  std::string address = {};  // a mail address or a telephone number, valid
  std::string name = {};     // may be empty
  i18n::Language language = i18n::Language::nl;
  std::optional<PersonId> person = std::nullopt;  // when signed in
  std::string follow_token = {};                  // the secret of the follow link; only its hash is kept here
};

struct ReportSignal {
  std::string key = {};  // of an import, so that what comes later can name the signal
  Kind kind{};
  Channel channel = Channel::web;
  std::string title = {};  // empty: made from the first words
  std::string text = {};
  std::string chance = {};
  std::optional<geo::Point> place = std::nullopt;
  std::string place_words = {};
  items::Domains domains = 0;
  std::string theme = {};  // key of the one that gives it its term; "" when nobody knows yet
  std::vector<std::string> themes = {};
  std::vector<items::Photo> photos = {};
  bool neighbours_may = false;
  std::optional<OrganisationId> holder = std::nullopt;  // without one: whom the rule of the theme names
  Priority priority = Priority::normal;
  bool is_confidential = false;           // never public, whatever its theme says
  Suspicion suspicion = Suspicion::none;  // else it waits for a moderator, seen by nobody
  std::optional<ReporterContact> reporter = std::nullopt;
};

struct Reported {
  ItemId item{};
  Date next_date;  // when the reporter hears something at the latest
};

using ReportRefusal = std::variant<NothingTold, PlaceInOtherArea, PlaceOutsideMunicipality>;

// The history says who brought it in only for those who do so in their work, by another channel than the web;
// a resident is "een bewoner". `follow_stem`: what comes before the secret in the follow link
// ("/<municipality>/volg/").
Result<Reported, ReportRefusal> report_signal(db::Transaction& tx, Instant now, const Actor& actor,
                                              const web::AreaRef& area, const ReportSignal& report,
                                              std::string_view follow_stem = {});

// Whether somebody has a role in which they bring in what others tell.
bool tells_for_work(const Actor& actor);

// Where a place lies; also asked before sending, on the screen with the map.
using PlaceRefusal = std::variant<PlaceInOtherArea, PlaceOutsideMunicipality>;
Result<void, PlaceRefusal> check_place(db::Transaction& tx, std::string_view area, geo::Point place);

}  // namespace wijktafel::signals

#include "capabilities/signals/actions/report_signal.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "capabilities/notifications/notifications.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/signals/confidence_store.hpp"
#include "capabilities/signals/confidential_theme.hpp"
#include "capabilities/signals/hold_store.hpp"
#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/tokens.hpp"
#include "capabilities/signals/work_list.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {
namespace {

// Who tells something on the web does so as a neighbour, whatever else they are.
bool told_at_work(const Actor& actor, Channel channel) {
  return channel != Channel::web && tells_for_work(actor);
}

// The one theme and the free ones, each once.
std::vector<std::string> themes_of(const ReportSignal& report) {
  auto all = report.themes;
  if (!report.theme.empty() && std::ranges::find(all, report.theme) == all.end()) all.push_back(report.theme);
  return all;
}

std::optional<organisations::TeamId> team_of(const ReportSignal& report, const themes::Rule& rule) {
  const bool is_given_elsewhere = report.holder && report.holder != rule.holder;
  if (is_given_elsewhere || !rule.team) return std::nullopt;
  return organisations::TeamId{*rule.team};
}

// What is told under some themes is never public; what waits for a moderator is not yet.
items::Visibility visibility_of(db::Transaction& tx, const ReportSignal& report) {
  if (report.is_confidential || report.suspicion != Suspicion::none) return items::Visibility::confidential;
  return is_confidential_theme(tx, report.theme) ? items::Visibility::confidential
                                                 : items::Visibility::everyone;
}

items::Entry first_entry(const ReportSignal& report) {
  return {.what = "signals.reported",
          .facts = {{"channel", std::string(word(report.channel))}},
          .is_milestone = true};
}

void keep_reporter(db::Transaction& tx, Instant now, ItemId item, const ReporterContact& contact,
                   std::string_view follow_stem) {
  // Without a secret nobody can follow by link; the column is unique, so an unguessable hash stands in.
  const std::string token = contact.follow_token.empty() ? random_token() : contact.follow_token;
  store::insert_reporter(tx, {.item = item,
                              .person = contact.person,
                              .reach = contact.reach,
                              .address = contact.address,
                              .name = contact.name,
                              .language = contact.language,
                              .follow_token_hash = hash_of_token(token)});
  if (contact.reach == Reach::none) return;
  const std::string path =
      contact.follow_token.empty() ? "" : std::string(follow_stem) + contact.follow_token;
  notifications::subscribe(
      tx, now, item,
      {.channel = contact.reach == Reach::mail ? notifications::Channel::mail : notifications::Channel::phone,
       .address = contact.address,
       .name = contact.name,
       .language = contact.language,
       .follow_path = path});
  // The follower came after the first entry was written; told now, it is the receipt, with number and link.
  jobs::enqueue(tx, "items.milestone_recorded", {{"item", raw(item)}, {"sequence", std::int64_t{1}}}, now);
}

std::optional<ReportRefusal> reason_to_refuse(db::Transaction& tx, const web::AreaRef& area,
                                              const ReportSignal& report) {
  // A photo with a title tells something too.
  const bool is_photo_alone = !report.photos.empty() && !report.title.empty();
  if (report.kind == Kind::chance && report.chance.empty() && report.text.empty() && !is_photo_alone)
    return NothingTold{"chance"};
  if (report.kind != Kind::chance && report.text.empty() && !is_photo_alone) return NothingTold{"text"};
  if (!report.place) return std::nullopt;
  if (const auto inside = check_place(tx, area.key, *report.place); !inside)
    return widened<ReportRefusal>(inside.error());
  return std::nullopt;
}

}  // namespace

bool tells_for_work(const Actor& actor) {
  return std::ranges::any_of(actor.grants, [](const identity::Grant& grant) {
    return grant.role == "coordinator" || grant.role == "member" || grant.role == "moderator" ||
           grant.role == "panel_member";
  });
}

Result<void, PlaceRefusal> check_place(db::Transaction& tx, std::string_view area, geo::Point place) {
  if (places::lies_in(tx, area, place)) return {};
  const auto home = places::neighbourhood_at(tx, place);
  if (!home) return std::unexpected(PlaceOutsideMunicipality{});
  return std::unexpected(PlaceInOtherArea{home->key});
}

Result<Reported, ReportRefusal> report_signal(db::Transaction& tx, Instant now, const Actor& actor,
                                              const web::AreaRef& area, const ReportSignal& report,
                                              std::string_view follow_stem) {
  if (const auto refusal = reason_to_refuse(tx, area, report)) return std::unexpected(*refusal);
  const Date next_date = term(tx, area.key, report.theme, local_date(now));
  const auto rule = themes::rule_for(tx, report.theme, area.lineage, local_date(now));
  const Actor shown = told_at_work(actor, report.channel) || actor.is_system ? actor : identity::visitor();
  const ItemId item =
      items::create(tx, now, shown,
                    {.kind = std::string(item_kind),
                     .area = area.key,
                     .lineage = area.lineage,
                     .title = report.title.empty() ? title_from(report.kind, report.text, report.chance)
                                                   : std::string(first(report.title, title_most)),
                     .text = report.text,
                     .domains = report.domains,
                     .themes = themes_of(report),
                     .place = report.place,
                     .place_words = report.place_words,
                     .visibility = visibility_of(tx, report),
                     .status = std::string(word(Status::received)),
                     .holder = report.holder ? report.holder : rule.holder,
                     .next_date = next_date},
                    first_entry(report));
  store::insert_signal(tx, {.item = item,
                            .kind = report.kind,
                            .chance = report.chance,
                            .channel = report.channel,
                            .neighbours_may = report.neighbours_may,
                            .theme = report.theme,
                            .priority = report.priority,
                            .team = team_of(report, rule),
                            .is_held = report.suspicion != Suspicion::none,
                            .reported_at = now});
  store::insert_due(tx, item, area.lineage, store::DueState::fresh, next_date);
  keep_likeness(tx, item);
  keep_work(tx, item);
  if (!report.key.empty()) items::set_key(tx, report.key, item);
  for (const auto& photo : report.photos) items::add_photo(tx, item, photo);
  if (report.reporter) keep_reporter(tx, now, item, *report.reporter, follow_stem);
  // What waits for a moderator is told when it is let through.
  if (report.suspicion == Suspicion::none) {
    jobs::enqueue(tx, "signals.reported", {{"item", raw(item)}}, now);
  } else {
    store::insert_hold(tx, {.item = item,
                            .area = area.key,
                            .reason = std::string(word(report.suspicion)),
                            .decision = "",
                            .held_at = now});
    // Being held makes it confidential too; that it was asked for is still known when it is let through.
    if (report.is_confidential) store::insert_confidence(tx, item, {.is_confidential = true, .set_at = now});
  }
  return Reported{item, next_date};
}

}  // namespace wijktafel::signals

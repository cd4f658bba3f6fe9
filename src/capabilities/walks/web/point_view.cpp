#include "capabilities/walks/web/point_view.hpp"

#include "capabilities/walks/reads/point_line.hpp"
#include "capabilities/walks/web/paths.hpp"

namespace wijktafel::walks {
namespace {

design::StatusBadge state_of(const web::Call& call, const ShownPoint& shown) {
  if (shown.commitment) {
    const auto standing = goals::standing_of(call, *shown.commitment);
    return {standing.word, standing.tone};
  }
  if (shown.signal)
    return {items::status_word(call, *shown.signal), items::tone_of(call.service, *shown.signal)};
  return {call.text(shown.is_open ? "walks.point.open" : "walks.point.settled"),
          shown.is_open ? "new" : "done"};
}

std::string day(const web::Call& call, Date date) { return i18n::long_date(call.language, date, call.today); }

bool may_accept(const web::Call& call, const WalkPage& page, const ShownPoint& shown) {
  return shown.commitment && shown.commitment->item.status == "offered" && page.walks_along &&
         call.actor.is_member_of(shown.commitment->promiser);
}

bool may_show_how_it_is(const web::Call& call, const WalkPage& page, const ShownPoint& shown) {
  if (!shown.commitment || page.item.status == "planned") return false;
  return page.walks_along || call.may("walks.plan") || call.actor.is_member_of(shown.commitment->promiser);
}

std::optional<design::ActionButtons> actions_of(const web::Call& call, const WalkPage& page, ItemId walk,
                                                const ShownPoint& shown) {
  const auto step = [&](std::string_view name) {
    return point_path(*call.area, walk, shown.point.number, name);
  };
  design::ActionButtons buttons;
  if (may_accept(call, page, shown))
    buttons.actions.push_back({.text = call.text("walks.point.accept", {{"organisation", shown.promiser}}),
                               .url = step("ja"),
                               .primary = true});
  if (may_show_how_it_is(call, page, shown))
    buttons.links.push_back({call.text("walks.point.after"), step("klaar")});
  if (!shown.commitment && !shown.signal && shown.is_open && call.may("walks.plan"))
    buttons.actions.push_back({.text = call.text("walks.point.settle"), .url = step("afgedaan")});
  if (buttons.actions.empty() && buttons.links.empty()) return std::nullopt;
  return buttons;
}

}  // namespace

std::vector<PhotoView> photo_views(const web::Call& call, const WalkPage& page, ItemId walk,
                                   const ShownPoint& shown) {
  std::vector<PhotoView> views;
  const bool may_plan = call.may("walks.plan");
  for (const auto& photo : shown.photos) {
    if (!photo.is_shown && !page.walks_along && !may_plan) continue;
    PhotoView view{.url = photo_path(*call.area, walk, photo.id),
                   .thumbnail_url = photo_path(*call.area, walk, photo.id, "klein"),
                   .description = call.text(photo.is_after ? "walks.point.photo_after" : "walks.point.photo",
                                            {{"number", std::int64_t{shown.point.number}}}),
                   .width = photo.width,
                   .height = photo.height};
    if (!photo.is_shown && may_plan) view.show_url = photo_path(*call.area, walk, photo.id, "tonen");
    views.push_back(std::move(view));
  }
  return views;
}

PointView point_view(const web::Call& call, const WalkPage& page, ItemId walk, const ShownPoint& shown) {
  const auto& point = shown.point;
  PointView view;
  view.anchor = point_anchor(point.number);
  view.number = std::to_string(point.number);
  view.kind = {call.text("walks.point_kind." + point.kind), point.kind == "chance" ? "chance" : "new"};
  view.text = point.text.empty() ? call.text("walks.point.text_gone") : point.text;
  view.where = where_of(shown.point, shown.theme);
  view.photos = photo_views(call, page, walk, shown);
  view.state = state_of(call, shown);
  if (shown.commitment) {
    view.who = shown.promiser;
    view.what = shown.commitment->item.title;
    view.when = day(call, shown.commitment->due);
    view.promise = design::Link{call.text("walks.point.to_promise"),
                                items::url_of(call.service, shown.commitment->item)};
  } else if (!shown.signal && shown.is_open) {
    view.nothing_agreed = call.text("walks.point.nothing_agreed");
  }
  if (shown.signal)
    view.signal = design::Link{call.text("walks.point.to_signal", {{"number", raw(shown.signal->id)}}),
                               items::url_of(call.service, *shown.signal)};
  view.actions = actions_of(call, page, walk, shown);
  return view;
}

ActionRow action_row(const web::Call& call, const WalkPage& page, const ShownPoint& shown) {
  ActionRow row{.number = std::to_string(shown.point.number),
                .text = shown.point.text.empty() ? call.text("walks.point.text_gone") : shown.point.text,
                .where = where_of(shown.point, shown.theme),
                .photos = photo_views(call, page, page.item.id, shown),
                .who = std::nullopt,
                .what = {},
                .when = std::nullopt,
                .state = state_of(call, shown).word};
  if (shown.commitment) {
    row.who = shown.promiser;
    row.what = shown.commitment->item.title;
    row.when = day(call, shown.commitment->due);
  } else if (shown.signal) {
    row.what = call.text("walks.list_of_actions.is_signal", {{"number", raw(shown.signal->id)}});
    if (shown.signal->is_open && shown.signal->next_date) row.when = day(call, *shown.signal->next_date);
  } else {
    row.what = call.text("walks.point.nothing_agreed");
  }
  return row;
}

std::vector<std::string> participant_lines(const web::Call& call, const WalkPage& page) {
  std::vector<std::string> lines;
  for (const auto& one : page.participants) {
    if (one.name.empty() && one.organisation.empty()) {
      lines.push_back(call.text("walks.page.former_person"));
    } else if (one.name.empty() || one.organisation.empty()) {
      lines.push_back(one.name + one.organisation);
    } else {
      lines.push_back(one.name + ", " + one.organisation);
    }
  }
  if (!page.walk.others.empty()) lines.push_back(page.walk.others);
  return lines;
}

std::string participants_sentence(const web::Call& call, const WalkPage& page) {
  return i18n::listed(call.language, participant_lines(call, page));
}

}  // namespace wijktafel::walks

// What is pressed beside a point: yes to a promise, nothing more to do, how it is now, and its photos.
#include <algorithm>

#include "capabilities/goals/goals.hpp"
#include "capabilities/walks/actions/add_point.hpp"
#include "capabilities/walks/actions/keep_photo.hpp"
#include "capabilities/walks/reads/choices.hpp"
#include "capabilities/walks/web/asked_for.hpp"
#include "capabilities/walks/web/pages.hpp"
#include "capabilities/walks/web/paths.hpp"
#include "capabilities/walks/web/received_photo.hpp"
#include "capabilities/walks/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::walks {
namespace {

constexpr std::size_t report_limit = 2000;

struct Here {
  WalkPage page;
  ShownPoint shown;
};

std::optional<Here> point_asked_for(const web::Call& call) {
  auto page = walk_asked_for(call);
  const auto number = call.number("point");
  if (!page || !number) return std::nullopt;
  const auto found = std::ranges::find_if(
      page->points, [&](const ShownPoint& shown) { return shown.point.number == *number; });
  if (found == page->points.end()) return std::nullopt;
  auto shown = *found;
  return Here{std::move(*page), std::move(shown)};
}

bool is_of_promiser(const web::Call& call, const Here& here) {
  return here.shown.commitment && call.actor.is_member_of(here.shown.commitment->promiser);
}

// Who promised can say that it is done, once it was agreed.
bool can_report(const web::Call& call, const Here& here) {
  constexpr std::string_view agreed[] = {"agreed", "on_track", "at_risk"};
  return is_of_promiser(call, here) &&
         std::ranges::find(agreed, here.shown.commitment->item.status) != std::end(agreed);
}

bool may_show_how_it_is(const web::Call& call, const Here& here) {
  return here.shown.commitment &&
         (here.page.walks_along || call.may("walks.plan") || is_of_promiser(call, here));
}

http::Response after_page(const web::Call& call, const Here& here, const std::string& text,
                          std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  const int number = here.shown.point.number;
  AfterView view;
  view.url = point_path(*call.area, here.page.item.id, number, "klaar");
  view.title = call.text("walks.after.title", {{"number", std::int64_t{number}}});
  view.point = here.shown.point.text;
  view.faults = fields.summary();
  view.photo = fields.file("photo", "walks.after.photo");
  view.photo_may_be_shown = fields.tick("photo_may_be_shown", "walks.add.photo_may_be_shown",
                                        !call.request.form.get("photo_may_be_shown").empty());
  if (can_report(call, here))
    view.text = fields.area("text", "walks.after.text", text,
                            {.optional = true, .rows = 3, .most = static_cast<int>(report_limit)});
  view.submit = {.text = call.text("walks.after.save")};
  return design::page(call,
                      {.title = view.title,
                       .narrow = true,
                       .back_url = walk_path(*call.area, here.page.item.id),
                       .has_faults = !faults.empty()},
                      "walks/after", view, faults.empty() ? 200 : 422);
}

// The photo, and from who promised also that it is done: the photo is the proof.
Result<void, web::FieldFault> keep_after(const web::Call& call, db::Transaction& tx, const Here& here,
                                         const std::optional<Photo>& photo, const std::string& text) {
  const auto walk = here.page.item.id;
  const int number = here.shown.point.number;
  if (photo)
    if (const auto kept = add_after_photo(tx, call.now, call.actor, walk, number, *photo); !kept) {
      const auto said = said_of(call, kept.error());
      return std::unexpected(web::FieldFault{"photo", said.word_key, said.arguments});
    }
  if (text.empty() || !can_report(call, here)) return {};
  const std::string proof =
      photo ? call.service.base_url + walk_path(*call.area, walk) + "#" + point_anchor(number)
            : std::string();
  const auto reported = goals::report_done(call, tx, here.shown.commitment->item.id, text, proof);
  if (reported) return {};
  return std::unexpected(web::FieldFault{"text", reported.error().word_key, reported.error().arguments});
}

std::optional<Photo> photo_asked_for(const web::Call& call) {
  const auto number = call.number();
  const auto id = call.number("photo");
  if (!number || !id) return std::nullopt;
  const auto page = walk_asked_for(call);
  if (!page) return std::nullopt;
  const bool sees_all = page->walks_along || call.may("walks.plan");
  for (const auto& shown : page->points)
    for (const auto& photo : shown.photos)
      if (raw(photo.id) == *id && (photo.is_shown || sees_all)) return photo;
  if (!sees_all) return std::nullopt;
  return call.service.database.read(
      [&](db::Transaction& tx) { return photo_of_form(tx, page->item.id, PhotoId{*id}); });
}

http::Response picture(const web::Call& call, const std::optional<Photo>& photo,
                       const std::string Photo::* key) {
  if (!photo) return design::not_found(call);
  auto bytes = call.service.files.get((*photo).*key);
  if (!bytes) return design::not_found(call);
  auto response = http::file_response(std::move(*bytes), "image/jpeg");
  // Not for long: what is destroyed must be gone from the caches too.
  response.set("Cache-Control", photo->is_shown ? "public, max-age=300" : "private, no-store");
  return response;
}

}  // namespace

http::Response send_acceptance(const web::Call& call) {
  const auto here = point_asked_for(call);
  if (!here || !here->shown.commitment) return design::not_found(call);
  if (!here->page.walks_along)
    return walk_page(call, here->page, said_of(call, WalkRefusal{NotAParticipant{}}));
  const auto accepted = call.service.database.write(
      [&](db::Transaction& tx) { return goals::accept(call, tx, here->shown.commitment->item.id); });
  if (accepted) return after(call, here->page, {}, point_anchor(here->shown.point.number));
  const auto& no = accepted.error();
  return walk_page(call, here->page, Said{no.word_key, no.arguments, no.status});
}

http::Response send_settled(const web::Call& call) {
  const auto here = point_asked_for(call);
  if (!here) return design::not_found(call);
  const auto number = here->shown.point.number;
  return after(call, here->page, call.service.database.write([&](db::Transaction& tx) {
    return settle_point(tx, call.now, call.actor, here->page.item.id, number);
  }),
               point_anchor(number));
}

http::Response show_after(const web::Call& call) {
  const auto here = point_asked_for(call);
  if (!here || !may_show_how_it_is(call, *here)) return design::not_found(call);
  return after_page(call, *here, {});
}

http::Response send_after(const web::Call& call) {
  const auto here = point_asked_for(call);
  if (!here || !may_show_how_it_is(call, *here)) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const auto text = reader.text("text", {.most = report_limit});
  auto photo = received_photo(call, reader, "photo");
  if (reader.ok() && !photo && text.empty()) reader.fault("photo", "walks.fault.photo_missing");
  if (!reader.ok()) return after_page(call, *here, text, reader.faults());
  if (photo) photo->is_shown = reader.checked("photo_may_be_shown");
  const auto kept = call.service.database.write(
      [&](db::Transaction& tx) { return keep_after(call, tx, *here, photo, text); });
  if (!kept) return after_page(call, *here, text, {&kept.error(), 1});
  return after(call, here->page, {}, point_anchor(here->shown.point.number));
}

http::Response show_photo(const web::Call& call) {
  return picture(call, photo_asked_for(call), &Photo::file_key);
}

http::Response show_thumbnail(const web::Call& call) {
  return picture(call, photo_asked_for(call), &Photo::thumbnail_key);
}

http::Response send_show_photo(const web::Call& call) {
  const auto page = walk_asked_for(call);
  const auto id = call.number("photo");
  if (!page || !id) return design::not_found(call);
  return after(call, *page, call.service.database.write([&](db::Transaction& tx) {
    return walks::show_photo(tx, call.now, call.actor, page->item.id, PhotoId{*id});
  }));
}

}  // namespace wijktafel::walks

// Writing a point down on a telephone, with what it leads to: a signal, a promise, both, or only a note. A
// form that comes back keeps everything, the photo too.
#include <algorithm>

#include "base/digest.hpp"
#include "capabilities/goals/goals.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/walks/actions/add_point.hpp"
#include "capabilities/walks/actions/keep_photo.hpp"
#include "capabilities/walks/reads/choices.hpp"
#include "capabilities/walks/web/asked_for.hpp"
#include "capabilities/walks/web/make_point.hpp"
#include "capabilities/walks/web/pages.hpp"
#include "capabilities/walks/web/paths.hpp"
#include "capabilities/walks/web/place_choice.hpp"
#include "capabilities/walks/web/received_photo.hpp"
#include "capabilities/walks/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::walks {
namespace {

constexpr std::size_t sending_length = 22;  // 16 random bytes as base64url

struct Typed {
  MakePoint point;
  std::string promiser;
  std::string due;
  std::vector<web::FieldFault> faults = {};
};

bool is_sending(std::string_view text) {
  return text.size() == sending_length && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                  c == '_';
         });
}

// A resident without a role at the table tells; who may make promises of others into words does that too.
std::vector<std::string> steps_of(const web::Call& call) {
  return call.may("goals.make") ? listed(next_steps) : std::vector<std::string>{"signal", "note"};
}

std::vector<design::Choice> choices_of(const std::vector<Named>& names) {
  std::vector<design::Choice> choices;
  for (const auto& one : names) choices.push_back({.value = one.value, .label = one.label});
  return choices;
}

std::vector<std::string> values_of(const std::vector<Named>& names) {
  std::vector<std::string> values;
  for (const auto& one : names) values.push_back(one.value);
  return values;
}

std::vector<design::KeptPhoto> kept_photos(const web::Call& call, const WalkPage& page,
                                           const std::vector<Photo>& photos) {
  std::vector<design::KeptPhoto> kept;
  for (const auto& photo : photos)
    kept.push_back({.key = std::to_string(raw(photo.id)),
                    .thumbnail_url = photo_path(*call.area, page.item.id, photo.id, "klein"),
                    .description = call.text("walks.add.photo_kept")});
  return kept;
}

struct Known {
  std::vector<Named> organisations;
  std::vector<Named> themes;
  std::vector<Photo> photos;
};

Known known_here(const web::Call& call, const WalkPage& page, const std::string& sending) {
  return call.service.database.read([&](db::Transaction& tx) {
    return Known{organisation_names(tx), theme_names(tx, call.language),
                 photos_of_form(tx, page.item.id, sending)};
  });
}

void add_promise_fields(const web::Call& call, const Known& known, const Typed& typed,
                        const design::Fields& fields, AddPointView& view) {
  if (!call.may("goals.make")) return;
  view.promiser =
      fields.select("promiser", "walks.add.promiser", choices_of(known.organisations), typed.promiser, true);
  view.promise = fields.text("promise", "walks.add.promise", typed.point.promise, {.optional = true});
  view.due = fields.date("due", "walks.add.due", typed.due, {.optional = true, .earliest = call.today});
}

http::Response add_page(const web::Call& call, const WalkPage& page, const Typed& typed) {
  const auto& point = typed.point.point;
  const auto known = known_here(call, page, point.sending);
  const design::Fields fields(call, typed.faults);
  AddPointView view;
  view.url = walk_path(*call.area, page.item.id, "punten/nieuw");
  view.walk_title = page.item.title;
  view.sending = point.sending;
  view.faults = fields.summary();
  view.photo = fields.file("photo", "walks.add.photo", {.kept = kept_photos(call, page, known.photos)});
  view.photo_may_be_shown =
      fields.tick("photo_may_be_shown", "walks.add.photo_may_be_shown", point.photo_may_be_shown);
  view.kind = fields.choice("kind", "walks.add.kind", fields.answers("walks.add.kind", listed(point_kinds)),
                            point.kind);
  view.text =
      fields.area("text", "walks.add.text", point.text, {.rows = 3, .most = static_cast<int>(text_most)});
  view.place_words =
      fields.text("place_words", "walks.add.place_words", point.place_words, {.optional = true});
  view.place = place_picker(call, "walks.add.place", point.place);
  for (const auto& fault : typed.faults)
    if (fault.field == "place") view.place.error = call.text(fault.word_key, fault.arguments);
  view.has_place = point.place.has_value();
  if (!known.themes.empty())
    view.theme = fields.select("point_theme", "walks.add.theme", choices_of(known.themes), point.theme, true);
  view.next = fields.choice("next", "walks.add.next", fields.answers("walks.add.next", steps_of(call)),
                            typed.point.next);
  add_promise_fields(call, known, typed, fields, view);
  view.submit = {.text = call.text("walks.add.save"),
                 .way_out = design::Link{call.text("walks.add.stop"), walk_path(*call.area, page.item.id)}};
  return design::page(call,
                      {.title = call.text("walks.add.title"),
                       .narrow = true,
                       .back_url = walk_path(*call.area, page.item.id),
                       .has_faults = !typed.faults.empty()},
                      "walks/add_point", view, typed.faults.empty() ? 200 : 422);
}

void read_promise(const web::Call& call, web::FormReader& reader, const Known& known, Typed& typed) {
  typed.promiser = reader.typed("promiser");
  typed.due = reader.typed("due");
  const bool promises = typed.point.next == "promise" || typed.point.next == "both";
  if (!promises || !call.may("goals.make")) return;
  const auto promiser =
      reader.choice("promiser", values_of(known.organisations), "walks.fault.promiser_missing");
  typed.point.promise =
      reader.text("promise", {.most = title_most, .missing_key = "walks.fault.promise_missing"});
  const auto due = reader.date("due", "walks.fault.due_missing");
  if (promiser) typed.point.promiser = OrganisationId{std::stoll(*promiser)};
  if (due) typed.point.due = *due;
}

Typed read(const web::Call& call, const WalkPage& page, const ChosenPlace& place, web::FormReader& reader) {
  Typed typed;
  auto& point = typed.point.point;
  point.sending = reader.typed("sending");
  if (!is_sending(point.sending)) point.sending = random_token();
  const auto known = known_here(call, page, point.sending);
  point.kind = reader.choice("kind", listed(point_kinds), "walks.fault.kind_missing").value_or("");
  point.text = reader.text("text", {.most = text_most, .missing_key = "walks.fault.text_missing"});
  point.place_words = reader.text("place_words", {.most = words_most});
  point.place = place.place;
  if (place.is_outside) reader.fault("place", "walks.fault.place_outside", {{"area", call.area->name}});
  if (!reader.typed("point_theme").empty())
    point.theme = reader.choice("point_theme", values_of(known.themes)).value_or("");
  point.photo_may_be_shown = reader.checked("photo_may_be_shown");
  typed.point.next = reader.choice("next", steps_of(call), "walks.fault.next_missing").value_or("");
  typed.point.promise = reader.typed("promise");
  read_promise(call, reader, known, typed);
  return typed;
}

// What came with the form is kept before anything is said about the rest of it.
void keep_photos(const web::Call& call, const WalkPage& page, const std::string& sending,
                 web::FormReader& reader) {
  const auto photo = received_photo(call, reader, "photo");
  const auto unused = call.service.database.write([&](db::Transaction& tx) {
    std::vector<std::string> keys;
    for (const auto& kept : photos_of_form(tx, page.item.id, sending)) {
      const bool is_replaced = photo && kept.file_key != photo->file_key;
      const bool is_left_out =
          call.request.form.get("remove_photo") == std::to_string(raw(kept.id)) || is_replaced;
      if (!is_left_out) continue;
      for (auto& key : leave_out_photo(tx, page.item.id, sending, kept.id)) keys.push_back(std::move(key));
    }
    if (photo && photos_of_form(tx, page.item.id, sending).empty())
      keep_photo(tx, call.now, page.item.id, sending, *photo);
    return keys;
  });
  for (const auto& key : unused) call.service.files.remove(key);
}

bool may_add(const web::Call& call, const WalkPage& page) {
  return page.walks_along || call.may("walks.plan");
}

}  // namespace

http::Response show_add_point(const web::Call& call) {
  const auto page = walk_asked_for(call);
  if (!page) return design::not_found(call);
  if (!may_add(call, *page)) return walk_page(call, *page, said_of(call, WalkRefusal{NotAParticipant{}}));
  Typed typed;
  typed.point.point.sending = random_token();
  return add_page(call, *page, typed);
}

http::Response send_add_point(const web::Call& call) {
  const auto page = walk_asked_for(call);
  if (!page) return design::not_found(call);
  if (!may_add(call, *page)) return walk_page(call, *page, said_of(call, WalkRefusal{NotAParticipant{}}));
  web::FormReader reader(call.request.form);
  const auto place = chosen_place(call);
  auto typed = read(call, *page, place, reader);
  keep_photos(call, *page, typed.point.point.sending, reader);
  if (place.was_pressed && !place.is_outside) return add_page(call, *page, typed);
  if (!reader.ok()) {
    typed.faults = reader.faults();
    return add_page(call, *page, typed);
  }
  const auto made = call.service.database.write(
      [&](db::Transaction& tx) { return make_point(call, tx, page->item.id, typed.point); });
  if (made) return http::see_other(walk_path(*call.area, page->item.id) + "#" + point_anchor(made->number));
  typed.faults.push_back(made.error());
  return add_page(call, *page, typed);
}

}  // namespace wijktafel::walks

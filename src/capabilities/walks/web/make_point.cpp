#include "capabilities/walks/web/make_point.hpp"

#include "capabilities/goals/goals.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/walks/reads/choices.hpp"
#include "capabilities/walks/web/refusals.hpp"

namespace wijktafel::walks {
namespace {

using Fault = web::FieldFault;

Result<ItemId, Fault> tell_signal(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                  PointId point, const MakePoint& form) {
  const bool is_chance = form.point.kind == "chance";
  signals::NewSignal signal{.kind = is_chance ? "chance" : "problem",
                            .channel = "inspection_walk",
                            .text = is_chance ? std::string() : form.point.text,
                            .chance = is_chance ? form.point.text : std::string(),
                            .place = form.point.place,
                            .place_words = form.point.place_words,
                            .theme = form.point.theme};
  for (const auto& photo : photos_of_point(tx, point))
    signal.photos.push_back({photo.file_key, photo.thumbnail_key, photo.width, photo.height, photo.is_shown});
  const auto told = signals::tell(call, tx, area, signal);
  if (told) return told->item;
  const auto& no = told.error();
  return std::unexpected(Fault{no.field == "place" ? "place" : "text", no.word_key, no.arguments});
}

Result<ItemId, Fault> offer_promise(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                    ItemId from, std::optional<ItemId> signal, const MakePoint& form) {
  // Of what is a signal too the text stands in one place: it goes from there when the signal is referred.
  const auto& words = call.service.words;
  const auto measure =
      signal ? words.text(i18n::Language::nl, "walks.add.measure_of_signal", {{"number", raw(*signal)}})
             : words.text(i18n::Language::nl, "walks.add.measure", {{"text", form.point.text}});
  const auto offered = goals::offer(call, tx, area,
                                    {.title = form.promise,
                                     .measure = measure,
                                     .promiser = form.promiser,
                                     .due = form.due,
                                     .from = {from}});
  if (offered) return *offered;
  const auto& no = offered.error();
  return std::unexpected(Fault{no.field.empty() ? "promiser" : no.field, no.word_key, no.arguments});
}

// Of the walk: the commitment stands in its area.
Result<web::AreaRef, Fault> area_of(const web::Call& call, db::Transaction& tx, ItemId walk) {
  const auto item = items::find(tx, walk);
  const auto area = item ? call.service.find_area(item->area) : std::nullopt;
  if (!area) return std::unexpected(Fault{"text", "walks.refusal.no_such_walk", {}});
  return *area;
}

}  // namespace

Result<MadePoint, Fault> make_point(const web::Call& call, db::Transaction& tx, ItemId walk,
                                    const MakePoint& form) {
  const auto area = area_of(call, tx, walk);
  if (!area) return std::unexpected(area.error());
  // A note is kept too: not when it is about a person.
  if (const auto worry = signals::worry_in(call, tx, *area, form.point.text + "\n" + form.promise))
    return std::unexpected(Fault{"text", worry->word_key, worry->arguments});
  const auto added =
      add_point(tx, call.now, call.actor, call.may("walks.plan", area->lineage), walk, form.point);
  if (!added) {
    const auto said = said_of(call, added.error());
    return std::unexpected(Fault{"text", said.word_key, said.arguments});
  }
  MadePoint made{.number = added->number};
  if (added->was_there) return made;
  if (form.next == "signal" || form.next == "both") {
    const auto signal = tell_signal(call, tx, *area, added->id, form);
    if (!signal) return std::unexpected(signal.error());
    made.signal = *signal;
  }
  if (form.next == "promise" || form.next == "both") {
    const auto promise = offer_promise(call, tx, *area, made.signal.value_or(walk), made.signal, form);
    if (!promise) return std::unexpected(promise.error());
    made.commitment = *promise;
  }
  lead_to(tx, call.now, walk, added->id, made.signal, made.commitment);
  return made;
}

}  // namespace wijktafel::walks

// The words of the doors of an area, and forwarding with the date of receipt.
#include "base/text.hpp"
#include "capabilities/signals/actions/forward_formal.hpp"
#include "capabilities/signals/actions/set_door_words.hpp"
#include "capabilities/signals/reads/doors.hpp"
#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/door_views.hpp"
#include "capabilities/signals/web/doors.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

constexpr int rows_of_phrases = 8;

std::string words_path(const web::Call& call) { return list_path(*call.area) + "/woorden"; }

struct Typed {
  std::vector<std::string> phrases;  // of all_doors()
  std::string valid_from;
};

std::string version_sentence(const web::Call& call, const store::DoorWords& version) {
  const auto count =
      version.phrases.empty() ? 0 : static_cast<std::int64_t>(split(version.phrases, '\n').size());
  return call.text("signals.words.version",
                   {{"door", call.text("signals.words." + std::string(word(version.door)) + ".label")},
                    {"date", i18n::long_date(call.language, version.valid_from, call.today)},
                    {"count", count}});
}

http::Response words_page(const web::Call& call, const Typed& typed,
                          const std::vector<web::FieldFault>& faults, int status = 200) {
  const design::Fields fields(call, faults);
  DoorWordsView view;
  view.url = words_path(call);
  view.intro = call.text("signals.words.intro", {{"area", call.area->name}});
  if (call.request.query_value("gezegd") == "bewaard")
    view.notice = design::Notice{.tone = "success", .title = call.text("signals.words.saved")};
  view.faults = fields.summary();
  for (std::size_t i = 0; i < all_doors().size(); ++i) {
    const std::string name(word(all_doors()[i]));
    view.doors.push_back(fields.area(name, "signals.words." + name, typed.phrases[i],
                                     {.optional = true, .rows = rows_of_phrases, .most = phrases_most}));
  }
  view.valid_from =
      fields.date("valid_from", "signals.words.valid_from", typed.valid_from, {.earliest = call.today});
  view.submit = {.text = call.text("signals.words.save"),
                 .way_out = design::Link{call.text("signals.work.title"),
                                         call.area->is_municipality ? call.service.municipality_path + "/werk"
                                                                    : work_path(*call.area)}};
  for (const auto& version :
       call.service.database.read([&](db::Transaction& tx) { return chosen_door_words(tx, call.area->key); }))
    view.versions.push_back({version_sentence(call, version)});
  return design::page(call,
                      {.title = call.text("signals.words.title"),
                       .active_tab = std::string(segment),
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "signals/door_words", view, status);
}

}  // namespace

http::Response show_door_words(const web::Call& call) {
  Typed typed{.phrases = {}, .valid_from = iso_date(call.today)};
  call.service.database.read([&](db::Transaction& tx) {
    typed.phrases.clear();
    for (const auto door : all_doors())
      typed.phrases.push_back(phrases_here(tx, call.area->lineage, door, call.today).phrases);
  });
  return words_page(call, typed, {});
}

http::Response send_door_words(const web::Call& call) {
  web::FormReader reader(call.request.form);
  Typed typed{.phrases = {}, .valid_from = std::string(reader.typed("valid_from"))};
  for (const auto door : all_doors())
    typed.phrases.push_back(reader.text(word(door), {.most = phrases_most}));
  const auto valid_from = reader.date("valid_from", "signals.fault.date_missing");
  if (!reader.ok()) return words_page(call, typed, reader.faults(), 422);
  std::string field;
  const auto done = call.service.database.write([&](db::Transaction& tx) -> Result<void, DoorWordsRefusal> {
    for (std::size_t i = 0; i < all_doors().size(); ++i) {
      const auto door = all_doors()[i];
      // What was not changed keeps following the area above.
      if (phrases_here(tx, call.area->lineage, door, *valid_from).phrases == typed.phrases[i]) continue;
      const auto set =
          set_door_words(tx, call.now, call.actor, {call.area->key, door, typed.phrases[i], *valid_from});
      if (set) continue;
      field = word(door);
      return set;
    }
    return {};
  });
  if (done) return http::see_other(words_path(call) + "?gezegd=bewaard");
  if (std::holds_alternative<DateHasPassed>(done.error())) field = "valid_from";
  return words_page(call, typed, {fault(call, field, done.error())}, 422);
}

html::SafeHtml link_to_door_words(const web::Call& call, std::int64_t /*subject*/) {
  if (!call.area || !call.may("signals.set_words")) return {};
  return call.service.templates.render(call.language, "signals/work_link",
                                       WorkLinkView{call.text("signals.words.link"), words_path(call)});
}

html::SafeHtml link_to_enter(const web::Call& call, std::int64_t /*subject*/) {
  if (!call.area || call.area->is_municipality || !call.may("signals.enter")) return {};
  return call.service.templates.render(
      call.language, "signals/work_link",
      WorkLinkView{call.text("signals.enter.link"), list_path(*call.area) + "/invoeren"});
}

html::SafeHtml show_forward_form(const web::Call& call, std::int64_t subject) {
  if (!call.actor.is_signed_in()) return {};
  const auto detail =
      call.service.database.read([&](db::Transaction& tx) { return read_signal(call, tx, ItemId{subject}); });
  if (!detail || !may_become(detail->status, Status::forwarded)) return {};
  const auto area = call.service.find_area(detail->item.area);
  if (!area || !call.may("signals.assign", area->lineage)) return {};
  const design::Fields fields(call);
  ForwardFormView view;
  view.url = action_path(*area, subject, "doorsturen");
  view.to_whom = fields.text("to_whom", "signals.forward.to_whom", "");
  view.submit.text = call.text("signals.forward.button");
  return call.service.templates.render(call.language, "signals/forward_form", view);
}

http::Response send_forward(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::edge_pages().not_found(call);
  const auto detail =
      call.service.database.read([&](db::Transaction& tx) { return read_signal(call, tx, ItemId{*number}); });
  if (!detail || detail->item.area != call.area->key) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  const auto to_whom = reader.text("to_whom", {.most = place_words_most});
  if (!reader.ok()) return refusal_page(call, NothingTold{"to_whom"});
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    return forward_formal(tx, call.now, call.actor, {.item = ItemId{*number}, .to_whom = to_whom});
  });
  if (!done) return refusal_page(call, done.error());
  return http::see_other(signal_path(*call.area, *number));
}

}  // namespace wijktafel::signals

// One signal becomes several, and what was marked as the same stands on its own again.
#include "capabilities/signals/actions/split_signal.hpp"
#include "capabilities/signals/actions/undo_duplicate.hpp"
#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/split_views.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

std::optional<SignalDetail> worked_on(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  auto detail =
      call.service.database.read([&](db::Transaction& tx) { return read_signal(call, tx, ItemId{*number}); });
  if (!detail || detail->item.area != call.area->key) return std::nullopt;
  return detail;
}

std::string part_name(std::size_t part) { return "part_" + std::to_string(part); }

design::SelectField photo_field(const web::Call& call, const design::Fields& fields, std::size_t photo,
                                std::string_view chosen) {
  std::vector<design::Choice> choices;
  for (std::size_t part = 1; part <= parts_most; ++part) {
    const auto number = static_cast<std::int64_t>(part);
    choices.push_back({.value = std::to_string(part),
                       .label = part == 1 ? call.text("signals.split.photo_first")
                                          : call.text("signals.split.photo_at", {{"number", number}})});
  }
  auto field = fields.select("photo_" + std::to_string(photo), "signals.split.photo", std::move(choices),
                             chosen.empty() ? "1" : chosen);
  field.label = call.text("signals.split.photo_number", {{"number", static_cast<std::int64_t>(photo)}});
  return field;
}

http::Response split_page(const web::Call& call, const SignalDetail& detail,
                          const std::vector<std::string>& parts, const std::vector<web::FieldFault>& faults,
                          int status) {
  const design::Fields fields(call, faults);
  SplitView view{.url = action_path(*call.area, raw(detail.item.id), "splitsen"),
                 .version = detail.item.version,
                 .signal = call.text("signals.bulk.signal",
                                     {{"number", raw(detail.item.id)}, {"title", detail.item.title}}),
                 .faults = fields.summary(),
                 .parts = {},
                 .photos = {},
                 .submit = {.text = call.text("signals.split.button"),
                            .way_out = design::Link{call.text("signals.reporter.back"),
                                                    signal_path(*call.area, raw(detail.item.id))}}};
  for (std::size_t part = 1; part <= parts_most; ++part) {
    auto field =
        fields.area(part_name(part), part == 1 ? "signals.split.first" : "signals.split.part",
                    part <= parts.size() ? parts[part - 1] : "",
                    {.optional = part > parts_least, .rows = 4, .most = static_cast<int>(text_most)});
    if (part > 1)
      field.label = call.text("signals.split.part_number", {{"number", static_cast<std::int64_t>(part)}});
    view.parts.push_back(std::move(field));
  }
  for (std::size_t photo = 1; photo <= detail.photos.size(); ++photo)
    view.photos.push_back(
        photo_field(call, fields, photo, call.request.form.get("photo_" + std::to_string(photo))));
  return design::page(call,
                      {.title = call.text("signals.split.title"),
                       .active_tab = std::string(segment),
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "signals/split_page", view, status);
}

std::vector<std::size_t> photos_chosen(web::FormReader& reader, std::size_t count) {
  std::vector<std::size_t> photos;
  for (std::size_t photo = 1; photo <= count; ++photo) {
    const auto part = reader.whole_number("photo_" + std::to_string(photo), 1, parts_most);
    photos.push_back(part ? static_cast<std::size_t>(*part - 1) : 0);
  }
  return photos;
}

}  // namespace

http::Response show_split(const web::Call& call) {
  const auto detail = worked_on(call);
  if (!detail) return refusal_page(call, NoSuchSignal{});
  return split_page(call, *detail, {detail->item.text}, {}, 200);
}

http::Response send_split(const web::Call& call) {
  const auto detail = worked_on(call);
  if (!detail) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  std::vector<std::string> typed;
  SplitSignal form;
  for (std::size_t part = 1; part <= parts_most; ++part) {
    const bool must = part <= parts_least;
    typed.push_back(reader.text(
        part_name(part), {.most = text_most, .missing_key = must ? "signals.fault.text_missing" : ""}));
    if (!typed.back().empty()) form.parts.push_back(typed.back());
  }
  form.photos = photos_chosen(reader, detail->photos.size());
  form.version = reader.whole_number("version", 0, 999'999'999'999'999);
  if (!reader.ok()) return split_page(call, *detail, typed, reader.faults(), 422);
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    return split_signal(tx, call.now, call.actor, *call.area, detail->item.id, form);
  });
  if (done) return http::see_other(signal_path(*call.area, raw(detail->item.id)));
  return split_page(call, *detail, typed, {fault(call, part_name(1), done.error())},
                    sentence(call, done.error()).status);
}

http::Response send_undo_duplicate(const web::Call& call) {
  const auto detail = worked_on(call);
  if (!detail) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  const auto version = reader.whole_number("version", 0, 999'999'999'999'999);
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    return undo_duplicate(tx, call.now, call.actor, detail->item.id, version);
  });
  if (!done) return refusal_page(call, done.error());
  return http::see_other(signal_path(*call.area, raw(detail->item.id)));
}

}  // namespace wijktafel::signals

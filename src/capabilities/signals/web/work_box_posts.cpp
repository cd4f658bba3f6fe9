// What who works on a signal sends about the work itself: who does it, and notes to colleagues.
#include <algorithm>

#include "capabilities/signals/actions/arrange_signal.hpp"
#include "capabilities/signals/actions/assign_signal.hpp"
#include "capabilities/signals/actions/write_note.hpp"
#include "capabilities/signals/reads/inbox.hpp"
#include "capabilities/signals/reads/work_facts.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/work_box.hpp"
#include "design/edge_pages.hpp"

namespace wijktafel::signals {
namespace {

// The signal that a form is about: visible, and of the area whose rules were asked.
std::optional<SignalDetail> worked_on(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  auto detail =
      call.service.database.read([&](db::Transaction& tx) { return read_signal(call, tx, ItemId{*number}); });
  if (!detail || detail->item.area != call.area->key) return std::nullopt;
  return detail;
}

template <class Named>
auto chosen_of(web::FormReader& reader, std::string_view field, const Named& named) {
  using Id = std::remove_cvref_t<decltype(named.front().first)>;
  const auto typed = reader.typed(field);
  std::optional<Id> chosen;
  for (const auto& [id, _] : named)
    if (std::to_string(raw(id)) == typed) chosen = id;
  if (!chosen && !typed.empty()) reader.fault(std::string(field), "web.form.not_a_choice");
  return chosen;
}

struct Read {
  TypedArrangement typed;
  ArrangeSignal form;
};

Read read_arrangement(const web::Call& call, web::FormReader& reader, const SignalDetail& detail) {
  std::vector<OrganisationId> named;
  if (detail.item.holder) named.push_back(*detail.item.holder);
  const auto choices =
      call.service.database.read([&](db::Transaction& tx) { return inbox_choices(call, tx, named); });
  Read read{.typed = {.theme = std::string(reader.typed("theme")),
                      .priority = std::string(reader.typed("priority")),
                      .team = std::string(reader.typed("team")),
                      .contact = std::string(reader.typed("contact")),
                      .follow_rule = reader.checked("follow_rule")},
            .form = {}};
  if (!choices.teams.empty()) read.form.people.team = chosen_of(reader, "team", choices.teams);
  if (!choices.people.empty()) read.form.people.contact = chosen_of(reader, "contact", choices.people);
  read.form.priority = priority_of(read.typed.priority);
  const auto version = reader.whole_number("version", 0, 999'999'999'999'999);
  read.form.version = version;
  if (!may_assign(call, *call.area) || choices.themes.empty()) return read;
  std::vector<std::string> keys{""};
  for (const auto& [key, _] : choices.themes) keys.push_back(key);
  if (std::ranges::find(keys, read.typed.theme) == keys.end())
    reader.fault("theme", "web.form.not_a_choice");
  else
    read.form.theme = read.typed.theme;
  return read;
}

// Who has it and by when, as the rules of the theme say.
Result<void, Sentence> assign_by_rule(const web::Call& call, const SignalDetail& detail, const Read& read) {
  return call.service.database.write([&](db::Transaction& tx) -> Result<void, Sentence> {
    const auto rule = read_rule(call, tx, *call.area, read.typed.theme);
    const bool stays = !rule.holder || rule.holder == detail.item.holder;
    const auto done = assign_signal(tx, call.now, call.actor, detail.item.id,
                                    {.title = detail.item.title,
                                     .domains = detail.item.domains,
                                     .holder = stays ? detail.item.holder : rule.holder,
                                     .next_date = rule.next_date,
                                     .open_to_neighbours = detail.status == Status::open_to_neighbours,
                                     .version = read.form.version,
                                     .theme = read.form.theme,
                                     .priority = read.form.priority,
                                     .people = stays ? read.form.people : WantedPeople{}});
    if (!done) return std::unexpected(sentence(call, done.error()));
    return {};
  });
}

Result<void, Sentence> arrange(const web::Call& call, const SignalDetail& detail, const Read& read) {
  if (read.typed.follow_rule && read.form.theme && !read.form.theme->empty())
    return assign_by_rule(call, detail, read);
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    return arrange_signal(tx, call.now, call.actor, detail.item.id, read.form);
  });
  if (!done) return std::unexpected(sentence(call, done.error()));
  return {};
}

}  // namespace

http::Response send_arrangement(const web::Call& call) {
  const auto detail = worked_on(call);
  if (!detail) return refusal_page(call, NoSuchSignal{});
  if (!works_on(call, *call.area, detail->item)) return design::edge_pages().not_allowed(call);
  web::FormReader reader(call.request.form);
  const auto read = read_arrangement(call, reader, *detail);
  const ItemId id = detail->item.id;
  if (!reader.ok()) return signal_page(call, id, {.arrangement = read.typed, .faults = reader.faults()}, 422);
  if (const auto done = arrange(call, *detail, read); !done)
    return signal_page(call, id,
                       {.arrangement = read.typed,
                        .faults = {{.field = "priority",
                                    .word_key = done.error().word_key,
                                    .arguments = done.error().arguments}}},
                       done.error().status);
  return http::see_other(signal_path(*call.area, raw(id)));
}

http::Response send_note(const web::Call& call) {
  const auto detail = worked_on(call);
  if (!detail) return refusal_page(call, NoSuchSignal{});
  if (!works_on(call, *call.area, detail->item)) return design::edge_pages().not_allowed(call);
  web::FormReader reader(call.request.form);
  const auto text = reader.text("note", {.most = note_most, .missing_key = "signals.fault.note_missing"});
  const ItemId id = detail->item.id;
  if (!reader.ok()) return signal_page(call, id, {.note = text, .faults = reader.faults()}, 422);
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return write_note(tx, call.now, *call.actor.person, id, text); });
  if (!done) return refusal_page(call, done.error());
  return http::see_other(signal_path(*call.area, raw(id)) + "#notities");
}

}  // namespace wijktafel::signals

#include "capabilities/signals/web/work_box.hpp"

#include <algorithm>

#include "capabilities/signals/actions/write_note.hpp"
#include "capabilities/signals/model/reply_placeholders.hpp"
#include "capabilities/signals/reads/inbox.hpp"
#include "capabilities/signals/reads/notes.hpp"
#include "capabilities/signals/reads/work_facts.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "design/fields.hpp"

namespace wijktafel::signals {
namespace {

using design::Choice;

std::string day(const web::Call& call, Date date) { return i18n::long_date(call.language, date, call.today); }

std::string who_line(const web::Call& call, const SignalDetail& detail, const WorkFacts& facts) {
  if (detail.holder.empty()) return call.text("signals.arrange.why_nobody");
  if (facts.assigned_on && !facts.assigned_by.empty())
    return call.text(
        "signals.arrange.why_person",
        {{"name", facts.assigned_by}, {"date", day(call, *facts.assigned_on)}, {"holder", detail.holder}});
  if (!facts.rule_holder.empty())
    return call.text(
        "signals.arrange.why_rule",
        {{"theme", facts.theme_name}, {"holder", facts.rule_holder}, {"area", facts.rule_holder_area}});
  return call.text("signals.arrange.why_first", {{"holder", detail.holder}});
}

std::string term_line(const web::Call& call, const WorkFacts& facts) {
  const std::int64_t days = facts.term_days;
  if (facts.term_area.empty()) return call.text("signals.arrange.why_general_term", {{"days", days}});
  return call.text("signals.arrange.why_term",
                   {{"theme", facts.theme_name}, {"days", days}, {"area", facts.term_area}});
}

TypedArrangement as_it_is(const SignalDetail& detail, const WorkFacts& facts) {
  return {.theme = facts.theme,
          .priority = std::string(word(facts.priority)),
          .team = facts.team ? std::to_string(raw(*facts.team)) : "",
          .contact = detail.item.contact ? std::to_string(raw(*detail.item.contact)) : ""};
}

template <class Named>
std::vector<Choice> choices_of(const Named& named) {
  std::vector<Choice> choices;
  for (const auto& [id, name] : named) choices.push_back({.value = std::to_string(raw(id)), .label = name});
  return choices;
}

void add_fields(const web::Call& call, const design::Fields& fields, const InboxChoices& choices,
                const TypedArrangement& typed, bool coordinates, ArrangeForm& form) {
  if (coordinates && !choices.themes.empty()) {
    std::vector<Choice> themes;
    for (const auto& [key, name] : choices.themes) themes.push_back({.value = key, .label = name});
    form.fields.push_back(
        fields.select("theme", "signals.arrange.theme", std::move(themes), typed.theme, true));
    form.follow_rule = fields.tick("follow_rule", "signals.arrange.follow_rule", typed.follow_rule);
  }
  if (!choices.teams.empty())
    form.fields.push_back(
        fields.select("team", "signals.arrange.team", choices_of(choices.teams), typed.team, true));
  if (!choices.people.empty())
    form.fields.push_back(
        fields.select("contact", "signals.arrange.contact", choices_of(choices.people), typed.contact, true));
  std::vector<Choice> priorities;
  for (const auto priority : all_priorities()) {
    const std::string value(word(priority));
    priorities.push_back({.value = value, .label = call.text("signals.priority." + value)});
  }
  form.fields.push_back(
      fields.select("priority", "signals.arrange.priority", std::move(priorities), typed.priority));
}

}  // namespace

bool works_on(const web::Call& call, const web::AreaRef& area, const items::Item& item) {
  return may_assign(call, area) || (item.holder && call.actor.is_member_of(*item.holder));
}

std::optional<ArrangeForm> arrange_form(const web::Call& call, const web::AreaRef& area,
                                        const SignalDetail& detail, const Returned& returned) {
  if (!works_on(call, area, detail.item) || !is_open(detail.status)) return std::nullopt;
  std::vector<OrganisationId> named;
  if (detail.item.holder) named.push_back(*detail.item.holder);
  const auto [facts, choices] = call.service.database.read([&](db::Transaction& tx) {
    return std::pair(read_work_facts(call, tx, detail.item.id), inbox_choices(call, tx, named));
  });
  if (!facts) return std::nullopt;
  const bool is_back = returned.arrangement.has_value();
  const auto typed = returned.arrangement.value_or(as_it_is(detail, *facts));
  const design::Fields fields(
      call, is_back ? std::span<const web::FieldFault>(returned.faults) : std::span<const web::FieldFault>());
  ArrangeForm form;
  form.url = action_path(area, raw(detail.item.id), "verdelen");
  form.version = detail.item.version;
  form.open = is_back;
  form.faults = fields.summary();
  form.why = {who_line(call, detail, *facts), term_line(call, *facts)};
  add_fields(call, fields, choices, typed, may_assign(call, area), form);
  form.submit.text = call.text("signals.arrange.button");
  return form;
}

std::optional<NotesForm> notes_form(const web::Call& call, const web::AreaRef& area,
                                    const SignalDetail& detail, const Returned& returned) {
  if (!works_on(call, area, detail.item) || detail.status == Status::referred) return std::nullopt;
  const auto notes =
      call.service.database.read([&](db::Transaction& tx) { return read_notes(tx, detail.item.id); });
  const bool is_back = returned.note.has_value();
  const design::Fields fields(
      call, is_back ? std::span<const web::FieldFault>(returned.faults) : std::span<const web::FieldFault>());
  NotesForm form;
  form.url = action_path(area, raw(detail.item.id), "notitie");
  form.open = is_back;
  form.summary = call.text("signals.note.summary", {{"count", static_cast<std::int64_t>(notes.size())}});
  for (const auto& note : notes)
    form.notes.push_back(
        {.about = call.text("signals.note.about",
                            {{"name", note.author.empty() ? call.text("signals.note.gone") : note.author},
                             {"when", i18n::date_and_time(call.language, note.written_at, call.today)}}),
         .text = note.text});
  form.faults = fields.summary();
  form.note = fields.area("note", "signals.note.note", returned.note.value_or(""),
                          {.rows = 3, .most = static_cast<int>(note_most)});
  form.submit.text = call.text("signals.note.button");
  return form;
}

namespace {

std::vector<store::TemplateRow> templates_for(const web::Call& call, const web::AreaRef& area,
                                              const SignalDetail& detail) {
  return call.service.database.read([&](db::Transaction& tx) {
    const auto signal = find_signal(tx, detail.item.id);
    return reply_templates_for(tx, area.lineage, signal ? signal->theme : "");
  });
}

}  // namespace

std::optional<TemplateChoice> template_choice(const web::Call& call, const web::AreaRef& area,
                                              const SignalDetail& detail) {
  const auto templates = templates_for(call, area, detail);
  if (templates.empty()) return std::nullopt;
  std::vector<Choice> choices;
  for (const auto& row : templates)
    choices.push_back({.value = std::to_string(raw(row.id)), .label = row.title});
  return TemplateChoice{
      design::Fields(call).select("template", "signals.answer.template", std::move(choices), "", true)};
}

http::Response answer_with_template(const web::Call& call, const SignalDetail& detail) {
  const auto& sent = call.request.form;
  const auto chosen = sent.get("template");
  TypedAnswer typed{.text = std::string(sent.get("answer")),
                    .outcome = std::string(sent.get("outcome")),
                    .next_date = std::string(sent.get("next_date")),
                    .month = std::string(sent.get("month")),
                    .for_whom = std::string(sent.get("for_whom")),
                    .until = std::string(sent.get("until")),
                    .possible_instead = std::string(sent.get("possible_instead")),
                    .promise = std::nullopt};
  const auto date = parse_date(typed.next_date).value_or(detail.suggested_date);
  for (const auto& row : templates_for(call, *call.area, detail))
    if (std::to_string(raw(row.id)) == chosen) {
      // What was typed already stays, with the template under it.
      const std::string filled = filled_reply(row.text, {.name = call.actor.name,
                                                         .number = std::to_string(raw(detail.item.id)),
                                                         .date = day(call, date),
                                                         .organisation = detail.holder});
      typed.text += (typed.text.empty() ? "" : "\n\n") + filled;
    }
  return signal_page(call, detail.item.id, {.answer = std::move(typed)}, 200);
}

}  // namespace wijktafel::signals

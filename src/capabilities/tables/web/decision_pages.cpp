// A decision is taken during a meeting; and the page of a decision.
#include "capabilities/tables/actions/take_decision.hpp"
#include "capabilities/tables/reads/meeting_page.hpp"
#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/paths.hpp"
#include "capabilities/tables/web/refusals.hpp"
#include "capabilities/tables/web/sentences.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::tables {

namespace {

constexpr std::size_t text_limit = 4000;
constexpr std::size_t line_limit = 200;
constexpr int most_votes = 10'000;

// As typed; `form` holds it when everything is right.
struct Typed {
  std::string text, kind, taken_by, votes_for, votes_against, votes_abstain, recused, advice_to,
      answer_before, regulation, follow_up;
  TakeDecision form;
};

// Only who serves the table for the municipality writes down what the municipality decided.
std::vector<std::string> kinds_for(const web::Call& call) {
  std::vector<std::string> kinds{"agreement", "advice"};
  if (call.may("tables.record_municipal_decision")) kinds.emplace_back("municipal");
  return kinds;
}

int votes(web::FormReader& reader, std::string_view field, const std::string& missing_key = {}) {
  return static_cast<int>(reader.whole_number(field, 0, most_votes, missing_key).value_or(0));
}

// Only what belongs to the chosen kind and way is asked of the reader; the rest is kept as it was typed.
Typed read(const web::Call& call, web::FormReader& reader, ItemId agenda_item) {
  Typed typed;
  const auto as_typed = [&](std::string_view field) { return std::string(reader.typed(field)); };
  typed.form.agenda_item = agenda_item;
  typed.form.text = typed.text =
      reader.text("text", {.most = text_limit, .missing_key = "tables.fault.text_missing"});
  typed.form.taken_by = typed.taken_by =
      reader.choice("taken_by", {"consensus", "vote"}, "tables.fault.taken_by_missing").value_or("");
  typed.votes_for = as_typed("votes_for");
  typed.votes_against = as_typed("votes_against");
  typed.votes_abstain = as_typed("votes_abstain");
  typed.recused = as_typed("recused");
  if (typed.taken_by == "vote")
    typed.form.votes = {votes(reader, "votes_for", "tables.fault.votes_missing"),
                        votes(reader, "votes_against"), votes(reader, "votes_abstain"),
                        votes(reader, "recused")};
  typed.form.kind = typed.kind =
      reader.choice("kind", kinds_for(call), "tables.fault.kind_missing").value_or("");
  typed.form.advice_to = typed.advice_to = reader.text("advice_to", {.most = line_limit});
  typed.answer_before = as_typed("answer_before");
  if (typed.kind == "advice") typed.form.answer_before = reader.date("answer_before");
  typed.form.regulation = typed.regulation = reader.text("regulation", {.most = line_limit});
  typed.follow_up = reader.choice("follow_up", {"yes", "no"}, "tables.fault.follow_up_missing").value_or("");
  typed.form.wants_follow_up = typed.follow_up == "yes";
  return typed;
}

void add_fields(const web::Call& call, const Typed& typed, const design::Fields& fields, DecideView& view) {
  const design::TextOptions number{.input_mode = "numeric", .width = "short"};
  const auto answers = [&](const std::string& words, const std::vector<std::string>& values) {
    return fields.answers(words, values);
  };
  view.text = fields.area("text", "tables.decide.text", typed.text,
                          {.rows = 4, .most = static_cast<int>(text_limit)});
  view.taken_by = fields.choice("taken_by", "tables.decide.taken_by",
                                answers("tables.decide.taken_by", {"consensus", "vote"}), typed.taken_by);
  view.votes_for = fields.text("votes_for", "tables.decide.votes_for", typed.votes_for, number);
  view.votes_against =
      fields.text("votes_against", "tables.decide.votes_against", typed.votes_against, number);
  view.votes_abstain =
      fields.text("votes_abstain", "tables.decide.votes_abstain", typed.votes_abstain, number);
  view.recused = fields.text("recused", "tables.decide.recused", typed.recused, number);
  view.kind =
      fields.choice("kind", "tables.decide.kind", answers("tables.decide.kind", kinds_for(call)), typed.kind);
  view.advice_to = fields.text("advice_to", "tables.decide.advice_to", typed.advice_to);
  view.answer_before = fields.date("answer_before", "tables.decide.answer_before", typed.answer_before,
                                   {.earliest = call.today});
  if (call.may("tables.record_municipal_decision"))
    view.regulation = fields.text("regulation", "tables.decide.regulation", typed.regulation);
  view.follow_up = fields.choice("follow_up", "tables.decide.follow_up",
                                 answers("tables.decide.follow_up", {"yes", "no"}), typed.follow_up);
}

http::Response decide_page(const web::Call& call, const AgendaItemPage& page, const Typed& typed,
                           std::span<const web::FieldFault> faults = {}, int status = 200) {
  const design::Fields fields(call, faults);
  DecideView view;
  view.url = point_path(*call.area, page.point.item.id, "besluit");
  view.about = call.text("tables.decide.about", {{"title", page.point.item.title}});
  view.discussion = html::from_markdown(page.point.point.discussion);
  view.faults = fields.summary();
  view.rules = rules_in_words(call, page.body);
  add_fields(call, typed, fields, view);
  view.submit = {.text = call.text("tables.decide.save")};
  return design::page(call,
                      {.title = call.text("tables.decide.title"),
                       .active_tab = "tafel",
                       .narrow = true,
                       .back_url = meeting_path(*call.area, page.meeting_item.id),
                       .has_faults = !faults.empty()},
                      "tables/decide", view, status);
}

std::optional<AgendaItemPage> point_asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_agenda_item_page(call, tx, ItemId{*number}); });
}

// --- the page of a decision ---

std::string what_it_is(const web::Call& call, const Decision& decision) {
  if (decision.kind == "advice")
    return call.text(
        "tables.decision_page.advice",
        {{"to", decision.advice_to},
         {"date", i18n::long_date(call.language, decision.answer_before.value_or(call.today), call.today)}});
  if (decision.kind == "municipal")
    return call.text("tables.decision_page.municipal", {{"regulation", decision.regulation}});
  return call.text("tables.decision_page.agreement");
}

void add_what_follows(const web::Call& call, const DecisionPage& page, DecisionView& view) {
  for (const auto& gap : page.gaps) view.gaps.push_back(call.text(gap.gap));
  design::ItemList follows;
  for (const auto& item : page.led_to)
    follows.rows.push_back(
        {.title = item.title,
         .url = items::url_of(call.service, item),
         .badge = design::StatusBadge{items::status_word(call, item), items::tone_of(call.service, item)}});
  view.nothing_follows = view.gaps.empty() && follows.rows.empty();
  if (!follows.rows.empty()) view.follows = std::move(follows);
}

DecisionView view_of(const web::Call& call, const DecisionPage& page) {
  const auto& [item, decision] = page.decision;
  DecisionView view;
  view.about = call.text("tables.decision_page.number", {{"number", raw(item.id)}});
  view.badge = {items::status_word(call, item), items::tone_of(call.service, item)};
  view.title = item.title;
  if (item.text != item.title) view.more = RichText{html::from_markdown(item.text)};
  view.what = what_it_is(call, decision);
  view.has_objection = decision.kind == "municipal";
  view.how = how_in_words(call, decision);
  view.meeting = link_to(call, page.meeting_item);
  view.agenda_item = link_to(call, page.agenda_item);
  add_what_follows(call, page, view);
  view.actions = web::filled_slot(call, "decision_actions", raw(item.id));
  view.chain = items::chain_component(call, page.chain, false);
  view.footer = web::filled_slot(call, "item_footer", raw(item.id));
  return view;
}

}  // namespace

http::Response show_decide(const web::Call& call) {
  const auto page = point_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  Typed typed;
  typed.taken_by = page->body.decides_by;
  return decide_page(call, *page, typed);
}

http::Response decide(const web::Call& call) {
  const auto page = point_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto typed = read(call, reader, page->point.item.id);
  if (!reader.ok()) return decide_page(call, *page, typed, reader.faults(), 422);
  const auto taken = call.service.database.write(
      [&](db::Transaction& tx) { return take_decision(tx, call.now, call.actor, *call.area, typed.form); });
  if (taken)
    return http::see_other(meeting_path(*call.area, page->meeting_item.id) + "#" +
                           anchor_of(page->point.item.id));
  const auto said = said_of(call, taken.error());
  const auto fault = fault_of(said, "text");
  return decide_page(call, *page, typed, {&fault, 1}, said.status);
}

http::Response show_decision(const web::Call& call) {
  const auto number = call.number();
  const auto page = number ? call.service.database.read([&](db::Transaction& tx) {
    return find_decision_page(call, tx, ItemId{*number});
  })
                           : std::nullopt;
  if (!page) return design::edge_pages().not_found(call);
  const auto view = view_of(call, *page);
  return design::page(call,
                      {.title = view.title,
                       .active_tab = "tafel",
                       .narrow = true,
                       .back_url = items::url_of(call.service, page->meeting_item)},
                      "tables/decision_page", view);
}

}  // namespace wijktafel::tables

// The rules by which a promise is seen in an answer: read, try, add, put off.
#include <charconv>

#include "capabilities/signals/actions/set_promise_rule.hpp"
#include "capabilities/signals/reads/promise_rules.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/promise_views.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

std::string promises_path(const web::Service& service) {
  return service.municipality_path + "/beheer/beloftewoorden";
}

std::optional<std::int64_t> before_asked_for(const web::Call& call) {
  const auto text = call.request.query_value("voor");
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

std::string day(const web::Call& call, Instant at) {
  return i18n::long_date(call.language, local_date(at), call.today);
}

PromiseRuleRow row_of(const web::Call& call, const PromiseRuleHere& here) {
  return {.rule = here.rule,
          .since = here.since ? call.text("signals.promises.since", {{"date", day(call, *here.since)}})
                              : call.text("signals.promises.from_the_start"),
          .button = call.text(here.is_on ? "signals.promises.put_off" : "signals.promises.put_on"),
          .wanted = here.is_on ? "no" : "yes"};
}

void add_tried(const web::Call& call, const std::string& sentence, PromiseRulesView& view) {
  if (sentence.empty()) return;
  const auto tried =
      call.service.database.read([&](db::Transaction& tx) { return try_sentence(tx, sentence); });
  if (tried.promises)
    view.tried = design::Notice{.tone = "warning",
                                .title = call.text("signals.promises.is_one"),
                                .text = call.text("signals.promises.by_rule", {{"rule", tried.rule}})};
  else
    view.tried = design::Notice{.tone = "success", .title = call.text("signals.promises.is_none")};
}

http::Response promises_page(const web::Call& call, std::string_view typed_rule,
                             const std::vector<web::FieldFault>& faults, int status) {
  const std::string sentence(call.request.query_value("zin").substr(0, text_most));
  const auto page = call.service.database.read(
      [&](db::Transaction& tx) { return read_promise_rules(tx, before_asked_for(call)); });
  const design::Fields fields(call, faults);
  PromiseRulesView view;
  view.url = promises_path(call.service);
  view.faults = fields.summary();
  view.sentence = fields.text("zin", "signals.promises.sentence", sentence);
  view.try_it.text = call.text("signals.promises.try_button");
  add_tried(call, sentence, view);
  view.rule = fields.text("promise_rule", "signals.promises.rule", typed_rule);
  view.add.text = call.text("signals.promises.add_button");
  for (const auto& here : page.rules)
    (here.is_on ? view.rules : view.off_rules).push_back(row_of(call, here));
  for (const auto& version : page.versions)
    view.versions.push_back(
        {day(call, version.at),
         call.text(version.is_on ? "signals.promises.was_put_on" : "signals.promises.was_put_off",
                   {{"rule", version.rule},
                    {"name", version.person.empty() ? call.text("signals.looks.nobody") : version.person}})});
  view.has_off_rules = !view.off_rules.empty();
  view.has_versions = !view.versions.empty();
  if (page.has_older)
    view.pages =
        design::Pagination{.older_url = view.url + "?voor=" + std::to_string(page.versions.back().id)};
  return design::page(call,
                      {.title = call.text("signals.promises.title"),
                       .is_private = true,
                       .has_faults = !faults.empty(),
                       .query = {"zin", "voor"}},
                      "signals/promise_rules", view, status);
}

}  // namespace

http::Response show_promise_rules(const web::Call& call) { return promises_page(call, "", {}, 200); }

http::Response send_promise_rule(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto rule = reader.text(
      "promise_rule", {.most = promise_rule_most, .missing_key = "signals.fault.promise_rule_missing"});
  const auto is_on = reader.choice("is_on", {"yes", "no"}, "web.form.not_a_choice");
  if (!reader.ok()) return promises_page(call, rule, reader.faults(), 422);
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return set_promise_rule(tx, call.now, call.actor, rule, *is_on == "yes"); });
  if (done) return http::see_other(promises_path(call.service));
  return promises_page(call, rule, {fault(call, "promise_rule", done.error())},
                       sentence(call, done.error()).status);
}

html::SafeHtml link_to_promise_rules(const web::Call& call, std::int64_t /*subject*/) {
  const auto municipality = call.service.find_area_by_slug("");
  if (!municipality || !call.may("signals.edit_promise_words", municipality->lineage)) return {};
  return call.service.templates.render(call.language, "signals/promise_rules_link",
                                       PromiseRulesLink{promises_path(call.service)});
}

}  // namespace wijktafel::signals

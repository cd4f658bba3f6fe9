// How long it takes until somebody hears something: per organisation and theme, for everyone to read.
#include <algorithm>

#include "capabilities/safety_net/reads/medians.hpp"
#include "capabilities/safety_net/web/median_views.hpp"
#include "capabilities/safety_net/web/pages.hpp"
#include "capabilities/safety_net/web/views.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::safety_net {
namespace {

std::string answers_path(const web::Service& service) { return service.municipality_path + "/antwoorden"; }

// Whole days, or half a day more: "2,5 werkdagen".
std::string days_in_words(const web::Call& call, double days) {
  const auto whole = static_cast<std::int64_t>(days);
  if (static_cast<double>(whole) == days) return call.text("safety_net.answers.days", {{"days", whole}});
  return call.text("safety_net.answers.half_days", {{"days", i18n::number(call.language, days)}});
}

MedianTable table_of(const web::Call& call, const OrganisationMedian& median) {
  MedianTable table{.caption = call.text("safety_net.answers.caption", {{"name", median.name}}),
                    .total = call.text("safety_net.answers.too_few_all"),
                    .has_rows = false,
                    .rows = {}};
  if (median.median)
    table.total = call.text("safety_net.answers.total",
                            {{"days", days_in_words(call, *median.median)}, {"count", median.answers}});
  const auto is_shown = [](const ThemeMedian& theme) { return theme.median.has_value(); };
  if (std::ranges::none_of(median.themes, is_shown)) return table;
  table.has_rows = true;
  for (const auto& theme : median.themes)
    table.rows.push_back(
        {.theme = theme.theme.empty() ? call.text("safety_net.answers.no_theme") : theme.theme,
         .days = theme.median ? days_in_words(call, *theme.median) : call.text("safety_net.answers.too_few"),
         .answers = theme.median ? std::to_string(theme.answers) : "-"});
  return table;
}

}  // namespace

http::Response show_answers(const web::Call& call) {
  const auto all = call.service.database.read([&](db::Transaction& tx) { return medians(call, tx); });
  AnswersView view;
  for (const auto& one : all)
    view.organisations.push_back(
        {.name = one.name,
         .url = call.service.municipality_path + "/organisaties/" + http::percent_encoded(one.key),
         .table = table_of(call, one)});
  if (all.empty()) view.empty = design::EmptyState{.text = call.text("safety_net.answers.empty")};
  view.more = web::filled_slot(call, "answers_page");
  return design::page(call, {.title = call.text("safety_net.answers.title")}, "safety_net/answers", view);
}

html::SafeHtml show_own_answers(const web::Call& call, std::int64_t subject) {
  const auto median =
      call.service.database.read([&](db::Transaction& tx) -> std::optional<OrganisationMedian> {
        const auto organisation = organisations::find_organisation(tx, OrganisationId{subject});
        if (!organisation) return std::nullopt;
        return median_of(call, tx, *organisation);
      });
  if (!median || median->themes.empty()) return {};
  return call.service.templates.render(
      call.language, "safety_net/own_answers",
      OwnAnswersView{.table = table_of(call, *median), .url = answers_path(call.service)});
}

html::SafeHtml link_to_answers(const web::Call& call, std::int64_t) {
  return call.service.templates.render(call.language, "safety_net/answers_link",
                                       PageLinkView{answers_path(call.service)});
}

}  // namespace wijktafel::safety_net

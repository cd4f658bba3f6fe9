// Lists: what an area has, and what must be done there.
#include <algorithm>
#include <charconv>

#include "capabilities/signals/reads/signal_lists.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/signal_views.hpp"
#include "capabilities/signals/web/support.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

const std::vector<std::string> all_domains{"social", "physical", "safety"};
const std::vector<std::string> states{"open", "closed"};

// The filter as it stands in the address; what it does not know is left out.
struct Asked {
  std::string state;
  std::string domain;
  std::string sort;
  std::string ending;
  std::string before;
};

std::string known(std::string_view value, const std::vector<std::string>& values) {
  return std::ranges::find(values, value) != values.end() ? std::string(value) : std::string();
}

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (const auto kind : all_kinds()) words.emplace_back(word(kind));
  return words;
}

Asked asked(const web::Call& call) {
  return {.state = known(call.request.query_value("stand"), states),
          .domain = known(call.request.query_value("onderwerp"), all_domains),
          .sort = known(call.request.query_value("soort"), kind_words()),
          .ending = known(call.request.query_value("uitkomst"), endings_of_lists()),
          .before = std::string(call.request.query_value("voor"))};
}

bool is_filtered(const Asked& asked) {
  return !asked.state.empty() || !asked.domain.empty() || !asked.sort.empty() || !asked.ending.empty();
}

ListFilter filter_of(const Asked& asked) {
  ListFilter filter;
  if (!asked.state.empty()) filter.is_open = asked.state == "open";
  if (const auto domain = items::domain_of(asked.domain)) filter.domains = *domain;
  filter.kind = kind_of(asked.sort);
  filter.ending = ending_named(asked.ending);
  std::int64_t before = 0;
  const auto read = std::from_chars(asked.before.data(), asked.before.data() + asked.before.size(), before);
  if (read.ec == std::errc{} && before > 0) filter.before = ItemId{before};
  return filter;
}

std::string next_url(const web::Call& call, const Asked& asked, ItemId next) {
  std::string url = list_path(*call.area) + "?";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) url += std::string(name) + "=" + http::percent_encoded(value) + "&";
  };
  add("stand", asked.state);
  add("onderwerp", asked.domain);
  add("soort", asked.sort);
  add("uitkomst", asked.ending);
  return url + "voor=" + std::to_string(raw(next));
}

std::string day(const web::Call& call, Date date) { return i18n::long_date(call.language, date, call.today); }

design::ItemRow row_of(const web::Call& call, const ListedSignal& signal) {
  std::string about = call.text("signals.sort." + std::string(word(signal.kind)));
  for (const auto& domain : items::domain_names(signal.item.domains))
    about += " · " + call.text("items.domain." + domain);
  about += " · " + day(call, local_date(signal.item.created_at));
  if (!signal.holder.empty()) about += " · " + signal.holder;
  if (signal.supporters > 0) about += " · " + supporters_sentence(call, signal.supporters);
  if (signal.ending)
    about += " · " + call.text(sentence_key(*signal.ending, status_of(signal.item.status).value()));
  design::ItemRow row{.title = signal.item.title,
                      .url = items::url_of(call.service, signal.item),
                      .about = std::move(about),
                      .badge = design::StatusBadge{items::status_word(call, signal.item),
                                                   items::tone_of(call.service, signal.item)}};
  if (!signal.gap.empty()) row.gap = call.text(signal.gap);
  return row;
}

design::SelectField filter_field(const web::Call& call, const design::Fields& fields, std::string_view name,
                                 std::string_view words, std::vector<design::Choice> choices,
                                 const std::string& chosen) {
  choices.insert(choices.begin(), {.value = "all", .label = call.text(std::string(words) + ".all")});
  auto field = fields.select(name, words, std::move(choices), chosen.empty() ? "all" : chosen);
  return field;
}

void add_filter(const web::Call& call, const Asked& asked, SignalListView& view) {
  const design::Fields fields(call);
  view.filter_url = list_path(*call.area);
  view.is_filtered = is_filtered(asked);
  view.state = filter_field(call, fields, "stand", "signals.list.state",
                            fields.answers("signals.list.state", states), asked.state);
  view.domain = filter_field(call, fields, "onderwerp", "signals.list.domain",
                             fields.answers("items.domain", all_domains), asked.domain);
  view.sort = filter_field(call, fields, "soort", "signals.list.sort",
                           fields.answers("signals.sort", kind_words()), asked.sort);
  view.ending = filter_field(call, fields, "uitkomst", "signals.list.ending",
                             fields.answers("signals.list.ending", endings_of_lists()), asked.ending);
  view.submit.text = call.text("signals.list.apply");
}

design::EmptyState nothing_here(const web::Call& call, const Asked& asked) {
  if (!is_filtered(asked) && asked.before.empty()) return {.text = call.text("signals.list.empty")};
  return {.text = call.text("signals.list.empty_filtered"),
          .action = design::Link{call.text("signals.list.all"), list_path(*call.area)}};
}

}  // namespace

http::Response show_list(const web::Call& call) {
  const auto asked_now = asked(call);
  const auto list = call.service.database.read(
      [&](db::Transaction& tx) { return list_signals(tx, *call.area, filter_of(asked_now)); });
  SignalListView view;
  view.report_url = report_path(*call.area);
  view.may_report = !call.area->is_municipality;
  view.intro = call.text("signals.list.open_count", {{"count", list.open}});
  add_filter(call, asked_now, view);
  if (list.signals.empty())
    view.empty = nothing_here(call, asked_now);
  else
    view.list.emplace();
  for (const auto& signal : list.signals) view.list->rows.push_back(row_of(call, signal));
  if (list.next) view.next_url = next_url(call, asked_now, *list.next);
  return design::page(call,
                      {.title = call.text("signals.list.title"),
                       .active_tab = std::string(segment),
                       .query = {"stand", "onderwerp", "soort", "uitkomst", "voor"}},
                      "signals/signal_list", view);
}

}  // namespace wijktafel::signals

#include "capabilities/safety_net/reads/medians.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "capabilities/safety_net/answer_store.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::safety_net {
namespace {

std::string first_month(Date today) {
  const auto month = today.year() / today.month() - std::chrono::months(11);
  return iso_date(month / 1).substr(0, 7);
}

}  // namespace

OrganisationMedian median_of(const web::Call& call, db::Transaction& tx,
                             const organisations::Organisation& organisation) {
  OrganisationMedian all{.organisation = organisation.id, .name = organisation.name, .key = organisation.key};
  const auto by_theme = store::counts_of(tx, organisation.id, first_month(call.today));
  Counts total;
  std::vector<std::int64_t> numbers;
  for (const auto& [theme, counts] : by_theme) {
    for (const auto& [days, times] : counts) total[days] += times;
    numbers.push_back(number_of(counts));
  }
  const auto shown = may_be_shown(numbers);
  std::size_t row = 0;
  for (const auto& [theme, counts] : by_theme) {
    ThemeMedian one{.theme = themes::name_of(tx, theme, call.language)};
    if (shown[row]) {
      one.median = median(counts);
      one.answers = numbers[row];
    }
    ++row;
    all.themes.push_back(std::move(one));
  }
  // What can be read first, then by name.
  std::ranges::sort(all.themes, {}, [](const ThemeMedian& one) {
    return std::tuple(!one.median, one.theme.empty(), slug(one.theme));
  });
  if (number_of(total) >= shown_from) {
    all.median = median(total);
    all.answers = number_of(total);
  }
  return all;
}

std::vector<OrganisationMedian> medians(const web::Call& call, db::Transaction& tx) {
  std::vector<OrganisationMedian> all;
  for (const auto& organisation : organisations::list_organisations(tx)) {
    auto one = median_of(call, tx, organisation);
    if (!one.themes.empty()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace wijktafel::safety_net

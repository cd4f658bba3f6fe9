#include "capabilities/signals/web/likely_view.hpp"

#include "capabilities/signals/web/support.hpp"
#include "capabilities/signals/web/support_views.hpp"

namespace wijktafel::signals {
namespace {

// "8 januari · 30 meter verder · in uitvoering · 3 mensen zeggen: ik ook."
std::string about(const web::Call& call, const LikelySame& same) {
  constexpr int step_m = 10;
  std::string line = i18n::long_date(call.language, local_date(same.item.created_at), call.today);
  if (same.metres) {
    const int rounded = (*same.metres + step_m / 2) / step_m * step_m;
    line += " · " + call.text("signals.likely.metres", {{"metres", std::int64_t{rounded}}});
  }
  if (!same.item.place_words.empty()) line += " · " + same.item.place_words;
  line += " · " + items::status_word(call, same.item);
  if (same.supporters > 0) line += " · " + supporters_sentence(call, same.supporters);
  return line;
}

}  // namespace

html::SafeHtml likely_block(const web::Call& call, const std::vector<LikelySame>& likely,
                            const std::string& query) {
  if (likely.empty()) return {};
  LikelyView view;
  for (const auto& same : likely) {
    LikelyRow row{.title = same.item.title,
                  .url = items::url_of(call.service, same.item),
                  .about = about(call, same),
                  .me_too_url = std::nullopt,
                  .me_too_label = same.item.title};
    if (same.item.is_open) row.me_too_url = row.url + "/ik-ook" + query;
    view.rows.push_back(std::move(row));
  }
  return call.service.templates.render(call.language, "signals/likely", view);
}

}  // namespace wijktafel::signals

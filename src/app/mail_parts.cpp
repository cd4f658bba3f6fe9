#include "app/mail_parts.hpp"

#include "capabilities/notifications/notifications.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/walks/walks.hpp"

namespace wijktafel::app {

std::optional<std::string> look_up_for_mail(db::Transaction& tx, std::string_view name, std::int64_t id) {
  for (const auto language : i18n::languages)
    if (name == walks::point_for_mail(language)) return walks::point_line(tx, language, id);
  const auto item = items::find(tx, items::ItemId{id});
  if (!item || item->visibility != items::Visibility::everyone) return std::nullopt;
  if (name == "title") return item->title;
  if (auto text = notifications::milestone_text(tx, name, item->id)) return text;
  if (name != "waiting_for") return std::nullopt;
  const auto signal = signals::find_signal(tx, item->id);
  return signal ? std::optional(signal->waiting_for) : std::nullopt;
}

}  // namespace wijktafel::app

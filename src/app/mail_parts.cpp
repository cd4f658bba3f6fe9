#include "app/mail_parts.hpp"

#include "capabilities/notifications/notifications.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/walks/walks.hpp"

namespace wijktafel::app {
namespace {

std::optional<std::string> look_up(const web::Service& service, db::Transaction& tx, std::string_view name,
                                   std::int64_t id) {
  for (const auto language : i18n::languages)
    if (name == walks::point_for_mail(language)) return walks::point_line(tx, language, id);
  const auto item = items::find(tx, items::ItemId{id});
  if (!item || item->visibility != items::Visibility::everyone) return std::nullopt;
  if (name == "title") return item->title;
  if (auto part = notifications::part_of_mail(service, tx, name, item->id)) return part;
  if (name != "waiting_for") return std::nullopt;
  const auto signal = signals::find_signal(tx, item->id);
  return signal ? std::optional(signal->waiting_for) : std::nullopt;
}

}  // namespace

mail::LookUp look_up_for_mail(const web::Service& service) {
  return [&service](db::Transaction& tx, std::string_view name, std::int64_t id) {
    return look_up(service, tx, name, id);
  };
}

}  // namespace wijktafel::app

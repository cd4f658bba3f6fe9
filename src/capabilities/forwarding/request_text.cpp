#include "capabilities/forwarding/request_text.hpp"

#include "base/text.hpp"
#include "capabilities/forwarding/model.hpp"

namespace wijktafel::forwarding {

std::string description_of(const web::Service& service, const items::Item& item,
                           const signals::Signal& signal, Instant now) {
  const auto call = web::job_call(service, i18n::Language::nl, now);
  std::string told = item.title;
  if (!item.text.empty()) told += "\n\n" + item.text;
  if (!signal.chance.empty())
    told += "\n\n" + call.text("forwarding.request.chance", {{"text", signal.chance}});
  if (item.place && !item.place_words.empty())
    told += "\n\n" + call.text("forwarding.request.place", {{"text", item.place_words}});
  const auto link = "\n\n" + call.text("forwarding.request.link", {{"url", address_of(service, item)}});
  return std::string(first(told, description_most - length(link))) + link;
}

std::string place_of(const web::Service& service, const items::Item& item) {
  const auto area = service.find_area(item.area);
  std::string place = item.place_words;
  if (area) place += (place.empty() ? "" : ", ") + area->name;
  if (const auto town = service.find_area_by_slug(""); town && (!area || town->key != area->key))
    place += (place.empty() ? "" : ", ") + town->name;
  return place;
}

std::string address_of(const web::Service& service, const items::Item& item) {
  return service.base_url + items::url_of(service, item);
}

std::vector<std::string> photo_addresses(const web::Service& service, db::Transaction& tx,
                                         const items::Item& item) {
  std::vector<std::string> addresses;
  const auto photos = items::photos_of(tx, item.id);
  for (std::size_t i = 0; i < photos.size(); ++i)
    if (photos[i].is_shown) addresses.push_back(address_of(service, item) + "/foto/" + std::to_string(i + 1));
  return addresses;
}

}  // namespace wijktafel::forwarding

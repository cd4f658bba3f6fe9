#include "capabilities/items/items.hpp"

#include <algorithm>

#include "capabilities/items/store.hpp"

namespace wijktafel::items {

web::Capability capability() {
  web::Capability items;
  items.name = "items";
  items.level = 2;
  items.permissions = {
      {"items.see_table", {"coordinator", "member", "panel_member", "moderator", "administrator"}},
      {"items.see_organisation", {"coordinator"}},
      {"items.see_confidential", {"coordinator", "confidant"}},
  };
  items.jobs = {{.kind = "items.fold_counts",
                 .handler =
                     [](const web::Service&, db::Transaction& tx, const Facts&, Instant) {
                       if (store::are_counts_long(tx)) store::fold_counts(tx);
                     },
                 .every = std::chrono::minutes(1)}};
  items.events = {"items.milestone_recorded", "items.text_erased"};
  return items;
}

namespace {

const web::ItemKind& kind_named(const web::Service& service, std::string_view name) {
  const auto found = std::ranges::find(service.kinds, name, &web::ItemKind::name);
  WIJKTAFEL_ASSERT(found != service.kinds.end(), "an item's kind is declared in a manifest");
  return *found;
}

}  // namespace

std::string url_of(const web::Service& service, std::string_view kind, std::string_view area, ItemId id) {
  const auto place = service.find_area(area);
  const std::string path = place ? place->path : service.municipality_path;
  return path + "/" + kind_named(service, kind).segment + "/" + std::to_string(raw(id));
}

std::string url_of(const web::Service& service, const Item& item) {
  return url_of(service, item.kind, item.area, item.id);
}

std::string status_word(const web::Call& call, const Item& item) {
  return call.text(kind_named(call.service, item.kind).words + ".status." + item.status);
}

std::string tone_of(const web::Service& service, const Item& item) {
  const auto& tones = kind_named(service, item.kind).tones;
  const auto found = tones.find(item.status);
  return found == tones.end() ? "new" : found->second;
}

}  // namespace wijktafel::items

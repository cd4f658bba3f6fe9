#include "capabilities/safety_net/reads/net_of_signal.hpp"

#include "capabilities/places/places.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::safety_net {
namespace {

std::string area_name(db::Transaction& tx, const std::string& key) {
  if (key.empty()) return {};
  const auto area = places::find_area(tx, key);
  return area ? area->name : key;
}

void add_desk(const web::Call& call, db::Transaction& tx, const std::vector<std::string>& lineage,
              NetOfSignal& net) {
  const auto last = desk_for(tx, call.now, lineage);
  const auto named = named_desk(tx, call.now, lineage);
  net.desk = net.passing ? net.passing->desk : last.desk;
  net.desk_name = name_of(tx, net.desk);
  if (named && !last.skipped) net.desk_area = area_name(tx, named->from_area);
  if (last.skipped) {
    net.broken = last.skipped->broken;
    net.broken_name = name_of(tx, last.skipped->desk);
  }
}

}  // namespace

std::optional<NetOfSignal> find_net(const web::Call& call, db::Transaction& tx, ItemId id) {
  auto item = items::find_visible(call, tx, id);
  const auto signal = signals::find_signal(tx, id);
  if (!item || !signal || !item->is_open) return std::nullopt;
  NetOfSignal net{.item = std::move(*item)};
  const auto lineage = places::lineage_of(tx, net.item.area);
  net.term = signals::term_rule(tx, net.item.area, signal->theme, local_date(signal->reported_at));
  net.theme_name = themes::name_of(tx, net.term.theme, call.language);
  net.term_area = area_name(tx, net.term.area);
  if (net.item.next_date) {
    net.warned_on = store::warned_on(tx, id, *net.item.next_date);
    net.passing = store::find_passing(tx, id, *net.item.next_date);
  }
  add_desk(call, tx, lineage, net);
  if (net.passing && call.actor.person)
    net.may_act = call.may("signals.assign", lineage) ||
                  is_at_desk(tx, call.now, net.passing->desk, *call.actor.person, lineage);
  return net;
}

}  // namespace wijktafel::safety_net

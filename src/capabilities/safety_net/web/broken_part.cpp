// A rule at whose end nobody is, is said in red where it is mended and where its work comes in.
#include "capabilities/safety_net/reads/broken_rules.hpp"
#include "capabilities/safety_net/web/pages.hpp"
#include "capabilities/safety_net/web/paths.hpp"
#include "capabilities/safety_net/web/views.hpp"

namespace wijktafel::safety_net {
namespace {

html::SafeHtml show(const web::Call& call, const std::vector<std::string>& lineage) {
  const auto broken =
      call.service.database.read([&](db::Transaction& tx) { return shown_broken(call, tx, lineage); });
  if (broken.empty()) return {};
  BrokenView view;
  for (const auto& [rule, theme, area] : broken) {
    BrokenLine line{
        .rule = call.text(rule.theme.empty() ? "safety_net.broken_list.desk" : "safety_net.broken_list.theme",
                          {{"theme", theme},
                           {"area", area},
                           {"date", i18n::long_date(call.language, rule.since, call.today)}}),
        .sentence = call.text("safety_net.broken." + rule.reason, {{"name", rule.missing}}),
        .url = std::nullopt};
    if (call.may("safety_net.set_desks"))
      line.url = rule.theme.empty() ? desks_path(call.service)
                                    : call.service.municipality_path + "/beheer/themas/" + rule.theme;
    view.lines.push_back(std::move(line));
  }
  return call.service.templates.render(call.language, "safety_net/broken", view);
}

}  // namespace

html::SafeHtml show_broken_here(const web::Call& call, std::int64_t) {
  return show(call, call.area->lineage);
}

html::SafeHtml show_all_broken(const web::Call& call, std::int64_t) {
  if (!call.may("safety_net.set_desks")) return {};
  return show(call, {});
}

}  // namespace wijktafel::safety_net

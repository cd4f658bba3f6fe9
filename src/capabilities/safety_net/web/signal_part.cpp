// On the page of a signal: why the term is as it is and where it goes when it passes; and what the desk says.
#include "capabilities/safety_net/reads/at_table.hpp"
#include "capabilities/safety_net/reads/net_of_signal.hpp"
#include "capabilities/safety_net/web/pages.hpp"
#include "capabilities/safety_net/web/paths.hpp"
#include "capabilities/safety_net/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::safety_net {
namespace {

constexpr int text_most = 4000;

std::string day(const web::Call& call, Date date) { return i18n::long_date(call.language, date, call.today); }

std::string term_sentence(const web::Call& call, const NetOfSignal& net) {
  const i18n::Arguments arguments{
      {"days", std::int64_t{net.term.days}}, {"theme", net.theme_name}, {"area", net.term_area}};
  return call.text(net.term_area.empty() ? "safety_net.why.term_general" : "safety_net.why.term_theme",
                   arguments);
}

std::string desk_words(const web::Call& call, const NetOfSignal& net) {
  if (!net.desk_name.empty()) return net.desk_name;
  return call.text(net.desk.kind == DeskKind::coordinator ? "safety_net.desk.coordinator"
                                                          : "safety_net.desk.administrator");
}

std::vector<std::string> sentences_of(const web::Call& call, const NetOfSignal& net) {
  std::vector<std::string> all{term_sentence(call, net)};
  if (!net.item.next_date) return all;
  const auto desk = desk_words(call, net);
  if (net.passing) {
    all.push_back(call.text(net.passing->late_on ? "safety_net.why.desk_late" : "safety_net.why.at_desk",
                            {{"date", day(call, net.passing->missed_date)},
                             {"desk", desk},
                             {"until", day(call, net.passing->act_by)}}));
    return all;
  }
  if (net.warned_on) all.push_back(call.text("safety_net.why.warned", {{"date", day(call, *net.warned_on)}}));
  all.push_back(call.text("safety_net.why.goes_to",
                          {{"date", day(call, plus_days(*net.item.next_date, 1))}, {"desk", desk}}));
  all.push_back(net.desk_area.empty() ? call.text("safety_net.why.no_desk")
                                      : call.text("safety_net.why.desk_of", {{"area", net.desk_area}}));
  return all;
}

std::optional<NetOfSignal> acted_on(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  auto net = call.service.database.read(
      [&](db::Transaction& tx) { return find_net(call, tx, items::ItemId{*number}); });
  if (!net || net->item.area != call.area->key || !net->passing || !net->may_act) return std::nullopt;
  return net;
}

http::Response act_page(const web::Call& call, const NetOfSignal& net, std::string_view text,
                        std::string_view date, const std::vector<web::FieldFault>& faults = {},
                        int status = 200) {
  const design::Fields fields(call, faults);
  const auto back = items::url_of(call.service, net.item);
  const ActView view{
      .signal = {net.item.title, back},
      .url = act_path(call.service, net.item),
      .faults = fields.summary(),
      .text = fields.area("net_text", "safety_net.act.text", text, {.rows = 5, .most = text_most}),
      .next_date = fields.date("net_date", "safety_net.act.date", date, {.earliest = call.today}),
      .submit = {.text = call.text("safety_net.act.submit"),
                 .way_out = design::Link{call.text("safety_net.act.way_out"), back}}};
  return design::page(call,
                      {.title = call.text("safety_net.act.title"),
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "safety_net/act", view, status);
}

}  // namespace

html::SafeHtml show_net(const web::Call& call, std::int64_t subject) {
  const auto net = call.service.database.read(
      [&](db::Transaction& tx) { return find_net(call, tx, items::ItemId{subject}); });
  if (!net) return {};
  NetView view{.sentences = sentences_of(call, *net), .broken = std::nullopt, .act_url = std::nullopt};
  if (net->broken) view.broken = call.text("safety_net.broken." + *net->broken, {{"name", net->broken_name}});
  if (net->may_act) view.act_url = act_path(call.service, net->item);
  return call.service.templates.render(call.language, "safety_net/net", view);
}

html::SafeHtml show_at_table(const web::Call& call, std::int64_t) {
  const auto late =
      call.service.database.read([&](db::Transaction& tx) { return late_at_table(tx, call.area->key); });
  if (late.empty()) return {};
  AtTableView view;
  for (const auto& one : late)
    view.lines.push_back(
        {.title = one.item.title,
         .about = call.text("safety_net.at_table.since", {{"date", day(call, one.missed_date)}}),
         .url = items::url_of(call.service, one.item)});
  return call.service.templates.render(call.language, "safety_net/at_table", view);
}

http::Response show_act(const web::Call& call) {
  const auto net = acted_on(call);
  return net ? act_page(call, *net, "", "") : design::not_found(call);
}

http::Response send_act(const web::Call& call) {
  const auto net = acted_on(call);
  if (!net) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const auto text = reader.text("net_text", {.most = static_cast<std::size_t>(text_most),
                                             .missing_key = "safety_net.fault.text_missing"});
  const auto date = reader.date("net_date", "safety_net.fault.date_missing");
  if (date && *date < call.today) reader.fault("net_date", "safety_net.fault.date_passed");
  const auto typed_date = reader.typed("net_date");
  if (!reader.ok()) return act_page(call, *net, text, typed_date, reader.faults(), 422);
  const auto told = call.service.database.write([&](db::Transaction& tx) {
    return signals::take_news(call, tx, net->item.id,
                              {.status = "in_progress", .text = text, .next_date = *date});
  });
  if (told) return http::see_other(items::url_of(call.service, net->item));
  return act_page(
      call, *net, text, typed_date,
      {{.field = "net_text", .word_key = told.error().word_key, .arguments = told.error().arguments}},
      told.error().status);
}

}  // namespace wijktafel::safety_net

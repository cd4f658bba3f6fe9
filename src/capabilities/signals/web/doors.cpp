#include "capabilities/signals/web/doors.hpp"

#include "capabilities/signals/model.hpp"
#include "capabilities/signals/reads/doors.hpp"
#include "capabilities/signals/reads/help_numbers.hpp"
#include "capabilities/signals/web/door_views.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

std::string dialled(std::string_view shown) {
  std::string digits;
  for (const char c : shown)
    if ((c >= '0' && c <= '9') || c == '+') digits += c;
  return digits;
}

HelpNumbers numbers_of(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return help_numbers(tx, call.area->key, call.today); });
}

void add(const web::Call& call, design::HelpBox& box, const char* question, const char* before,
         const std::string& number) {
  if (!number.empty())
    box.numbers.push_back({call.text(question), call.text(before), number, dialled(number)});
}

// Who worries about somebody: everything that can be called, the nearest first.
design::HelpBox worry_box(const web::Call& call, const HelpNumbers& numbers) {
  design::HelpBox box;
  add(call, box, "signals.help.danger", "signals.help.call", numbers.emergency);
  add(call, box, "signals.help.worries", "signals.help.call_social_team", numbers.social_team);
  add(call, box, "signals.help.confused", "signals.help.call_confused", numbers.worries);
  add(call, box, "signals.help.violence", "signals.help.call_safe_home", numbers.safe_home);
  add(call, box, "signals.help.police_no_hurry", "signals.help.call_police", numbers.police);
  return box;
}

}  // namespace

design::HelpBox help_box(const web::Call& call) {
  const auto numbers = numbers_of(call);
  design::HelpBox box;
  add(call, box, "signals.help.danger", "signals.help.call", numbers.emergency);
  add(call, box, "signals.help.worries", "signals.help.call_social_team", numbers.social_team);
  add(call, box, "signals.help.confused", "signals.help.call_confused", numbers.worries);
  add(call, box, "signals.help.violence", "signals.help.call_safe_home", numbers.safe_home);
  add(call, box, "signals.help.police", "signals.help.call_police", numbers.police);
  return box;
}

bool is_worry_here(const web::Call& call, const std::string& text) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return is_worry(tx, call.area->lineage, text, call.today); });
}

html::SafeHtml door_notice(const web::Call& call, const std::string& text) {
  struct Known {
    std::optional<Door> door;
    std::string url;
  };
  const auto known = call.service.database.read([&](db::Transaction& tx) {
    Known found{find_door(tx, call.area->lineage, text, call.today), {}};
    if (found.door && *found.door != Door::worry)
      found.url = door_url(tx, call.area->key, *found.door, call.today);
    return found;
  });
  // A worry was asked about on the first screen.
  if (!known.door || *known.door == Door::worry) return {};
  const std::string stem = "signals.door." + std::string(word(*known.door));
  DoorNoticeView view{.title = call.text(stem + ".title"),
                      .text = call.text(stem + ".text"),
                      .url = std::nullopt,
                      .url_text = call.text(stem + ".link"),
                      .help = std::nullopt,
                      .still = call.text(stem + ".still")};
  if (known.url.starts_with("https://")) view.url = known.url;
  if (*known.door == Door::police) {
    const auto numbers = numbers_of(call);
    view.help.emplace();
    add(call, *view.help, "signals.help.danger", "signals.help.call", numbers.emergency);
    add(call, *view.help, "signals.help.police", "signals.help.call_police", numbers.police);
  }
  return call.service.templates.render(call.language, "signals/door_notice", view);
}

http::Response worry_page(const web::Call& call, const WorryTyped& typed) {
  const design::Fields fields(call);
  WorryView view;
  view.url = report_path(*call.area);
  view.help = worry_box(call, numbers_of(call));
  view.kind = typed.kind;
  view.text = fields.area("text", "signals.report.text", typed.text, {.most = static_cast<int>(text_most)});
  view.chance = fields.area("chance", "signals.report.chance", typed.chance,
                            {.optional = true, .rows = 3, .most = static_cast<int>(text_most)});
  view.had_photos = typed.had_photos;
  view.submit = {.text = call.text("signals.worry.go_on"),
                 .way_out = design::Link{call.text("signals.worry.stop"), call.area->path}};
  auto response =
      design::page(call, {.title = call.text("signals.worry.title"), .form_steps = true, .is_private = true},
                   "signals/worry", view);
  // What was typed stands in this page and nowhere else.
  response.set("Cache-Control", "private, no-store");
  return response;
}

}  // namespace wijktafel::signals

// "Voer een signaal in": one page for who answers the telephone or stands at the counter, and the number to
// say.
#include "base/digest.hpp"
#include "base/text.hpp"
#include "capabilities/signals/actions/enter_signal.hpp"
#include "capabilities/signals/reads/likely_duplicates.hpp"
#include "capabilities/signals/reads/theme_choice.hpp"
#include "capabilities/signals/web/doors.hpp"
#include "capabilities/signals/web/enter_views.hpp"
#include "capabilities/signals/web/likely_view.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/sayable.hpp"
#include "capabilities/signals/web/theme_field.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::signals {
namespace {

const std::vector<std::string> channels{"phone", "counter", "paper", "meeting", "panel", "professional"};
constexpr int rows_of_text = 4;
constexpr std::size_t mail_most = 254;
constexpr std::size_t phone_most = 30;

std::string enter_path(const web::Call& call) { return list_path(*call.area) + "/invoeren"; }

struct Typed {
  std::string channel = "phone";
  std::string kind;
  std::string text;
  std::string place_words;
  std::string theme;
  bool is_confidential = false;
  bool neighbours_may = false;
  std::string mail_address;
  std::string phone;
  std::string name;
};

struct Screen {
  Typed typed;
  std::vector<LikelySame> likely = {};
  bool asks_about_person = false;
  std::vector<web::FieldFault> faults = {};
};

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (const auto kind : all_kinds()) words.emplace_back(word(kind));
  return words;
}

Typed read(web::FormReader& reader) {
  Typed typed;
  typed.channel = reader.choice("channel", channels, "signals.fault.channel_missing").value_or("");
  typed.kind = reader.choice("kind", kind_words(), "signals.fault.kind_missing").value_or("");
  typed.text = reader.text("text", {.most = text_most, .missing_key = "signals.fault.text_missing"});
  typed.place_words = reader.text("place_words", {.most = place_words_most});
  typed.theme = std::string(reader.typed("theme"));
  typed.is_confidential = reader.checked("confidential");
  typed.neighbours_may = reader.checked("neighbours");
  typed.mail_address = reader.text("mail_address", {.most = mail_most});
  typed.phone = reader.text("phone", {.most = phone_most});
  typed.name = reader.text("reporter_name", {.most = name_most});
  if (!typed.mail_address.empty() && !mail::is_address(typed.mail_address))
    reader.fault("mail_address", "signals.fault.mail_wrong");
  return typed;
}

ReporterContact contact_of(const web::Call& call, const Typed& typed) {
  ReporterContact contact{.name = typed.name, .language = call.language};
  if (!typed.mail_address.empty()) {
    contact.reach = Reach::mail;
    contact.address = typed.mail_address;
  } else if (!typed.phone.empty()) {
    contact.reach = Reach::phone;
    contact.address = typed.phone;
  }
  // Who can be written to gets the link by mail; otherwise nobody has it, and the number is enough.
  contact.follow_token = hex(sha256(random_token())).substr(0, 32);
  return contact;
}

ReportSignal report_of(const web::Call& call, const Typed& typed, const ThemeChoice& choice) {
  const auto* theme = choice.find(typed.theme);
  return {.kind = *kind_of(typed.kind),
          .channel = *channel_of(typed.channel),
          .text = typed.text,
          .place_words = typed.place_words,
          .theme = theme ? theme->key : "",
          .neighbours_may = typed.neighbours_may && !(theme && theme->is_duty_of_care),
          .is_confidential = typed.is_confidential,
          .reporter = contact_of(call, typed)};
}

ThemeChoice choice_for(const web::Call& call, const std::string& text) {
  return call.service.database.read([&](db::Transaction& tx) { return theme_choice(tx, text); });
}

http::Response enter_page(const web::Call& call, const Screen& screen, int status = 200) {
  const design::Fields fields(call, screen.faults);
  const auto& typed = screen.typed;
  const auto choice = choice_for(call, typed.text);
  EnterView view;
  view.url = enter_path(call);
  view.faults = fields.summary();
  view.likely = likely_block(call, screen.likely, "");
  view.has_seen_likely = !screen.likely.empty();
  if (screen.asks_about_person)
    view.about_no_person = fields.tick("about_no_person", "signals.enter.about_no_person", false);
  view.channel = fields.select("channel", "signals.enter.channel",
                               fields.answers("signals.enter.channel", channels), typed.channel);
  view.kind =
      fields.choice("kind", "signals.enter.kind", fields.answers("signals.sort", kind_words()), typed.kind);
  view.text = fields.area("text", "signals.report.text", typed.text,
                          {.rows = rows_of_text, .most = static_cast<int>(text_most)});
  view.place_words = fields.text("place_words", "signals.enter.place", typed.place_words, {.optional = true});
  if (!choice.themes.empty())
    view.theme = theme_field(call, fields, choice, typed.theme.empty() ? choice.proposed : typed.theme);
  view.confidential = fields.tick("confidential", "signals.enter.confidential", typed.is_confidential);
  view.neighbours = fields.tick("neighbours", "signals.enter.neighbours", typed.neighbours_may);
  view.mail = fields.text("mail_address", "signals.enter.mail", typed.mail_address,
                          {.optional = true, .type = "email"});
  view.phone = fields.text("phone", "signals.enter.phone", typed.phone,
                           {.optional = true, .type = "tel", .width = "medium"});
  view.name = fields.text("reporter_name", "signals.enter.name", typed.name, {.optional = true});
  view.submit = {
      .text = call.text(screen.likely.empty() ? "signals.enter.save" : "signals.enter.save_anyway"),
      .way_out = design::Link{call.text("signals.enter.stop"), list_path(*call.area)}};
  return design::page(call,
                      {.title = call.text("signals.enter.title"),
                       .active_tab = std::string(segment),
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !screen.faults.empty()},
                      "signals/enter", view, status);
}

}  // namespace

http::Response show_enter(const web::Call& call) { return enter_page(call, {}); }

http::Response send_enter(const web::Call& call) {
  const auto& form = call.request.form;
  web::FormReader reader(form);
  Screen screen;
  screen.typed = read(reader);
  // A worry about a person is not written down here either: whoever is on the line is told whom to call.
  if (form.get("about_no_person") != "yes" && is_worry_here(call, screen.typed.text)) {
    screen.asks_about_person = true;
    reader.fault("about_no_person", "signals.fault.about_a_person");
  }
  screen.faults = reader.faults();
  if (!screen.faults.empty()) return enter_page(call, screen, 422);
  const auto choice = choice_for(call, screen.typed.text);
  if (form.get("seen") != "yes" && screen.typed.kind != word(Kind::compliment))
    screen.likely = call.service.database.read([&](db::Transaction& tx) {
      return likely_duplicates(
          tx, {.area = call.area->key, .text = screen.typed.text, .theme = screen.typed.theme}, call.now);
    });
  if (!screen.likely.empty()) return enter_page(call, screen);
  const auto report = report_of(call, screen.typed, choice);
  const auto told = call.service.database.write([&](db::Transaction& tx) {
    return enter_signal(tx, call.now, call.actor, *call.area, report, follow_stem(call.service));
  });
  if (!told) {
    screen.faults.push_back(fault(call, "text", told.error()));
    return enter_page(call, screen, 422);
  }
  return http::see_other(enter_path(call) + "/klaar?nummer=" + std::to_string(raw(told->item)));
}

http::Response show_entered(const web::Call& call) {
  const auto typed = call.request.query_value("nummer");
  const bool is_number =
      !typed.empty() && typed.size() < 16 && typed.find_first_not_of("0123456789") == std::string_view::npos;
  const auto item = call.service.database.read([&](db::Transaction& tx) -> std::optional<items::Item> {
    if (!is_number) return std::nullopt;
    // Who typed it reads its number also when it is confidential, or waits for a moderator.
    const ItemId id{std::stoll(std::string(typed))};
    return has_entered(tx, call.actor, id) ? items::find(tx, id) : items::find_visible(call, tx, id);
  });
  if (!item || item->kind != item_kind || item->area != call.area->key)
    return design::edge_pages().not_found(call);
  EnteredView view{.number = sayable(raw(item->id)),
                   .next_sentence = {},
                   .signal_url = signal_path(*call.area, raw(item->id)),
                   .again_url = enter_path(call)};
  if (item->next_date)
    view.next_sentence = call.text("signals.enter.next",
                                   {{"date", i18n::long_date(call.language, *item->next_date, call.today)}});
  return design::page(call,
                      {.title = call.text("signals.enter.done"),
                       .active_tab = std::string(segment),
                       .narrow = true,
                       .is_private = true,
                       .query = {"nummer"}},
                      "signals/entered", view);
}

}  // namespace wijktafel::signals

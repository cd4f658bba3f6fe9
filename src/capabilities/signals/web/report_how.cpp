// Screen 3: look at it once more, say how to hear what happens, send. And the receipt.
#include <algorithm>

#include "base/text.hpp"
#include "capabilities/signals/actions/send_draft.hpp"
#include "capabilities/signals/actions/write_draft.hpp"
#include "capabilities/signals/reads/draft.hpp"
#include "capabilities/signals/reads/likely_duplicates.hpp"
#include "capabilities/signals/reads/sending_limit.hpp"
#include "capabilities/signals/reads/theme_choice.hpp"
#include "capabilities/signals/tokens.hpp"
#include "capabilities/signals/web/doors.hpp"
#include "capabilities/signals/web/draft_cookie.hpp"
#include "capabilities/signals/web/draft_pages.hpp"
#include "capabilities/signals/web/likely_view.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/report_views.hpp"
#include "capabilities/signals/web/sayable.hpp"
#include "capabilities/signals/web/sending.hpp"
#include "capabilities/signals/web/theme_field.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/html/qr.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::signals {
namespace {

struct Typed {
  std::optional<std::string> theme;
  bool is_confidential = false;
  std::string neighbours;  // yes, no or nothing
  std::string reach;
  std::string mail_address;
  std::string phone;
  std::string name;
};

const std::vector<std::string> yes_or_no{"yes", "no"};
const std::vector<std::string> reaches{"mail", "phone", "none"};

// A compliment is nothing to pick up; danger and a duty of care go to the owner at once.
bool asks_about_neighbours(const Draft& draft, const ThemeChoice& choice) {
  const auto* theme = choice.find(draft.theme.value_or(choice.proposed));
  return draft.kind != Kind::compliment && !(theme && theme->is_duty_of_care);
}

ThemeChoice theme_choice_of(const web::Call& call, const Draft& draft) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return theme_choice(tx, draft.text + "\n" + draft.chance); });
}

bool is_phone_number(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (std::string_view("+ -()").find(c) == std::string_view::npos)
      return false;
  }
  return digits >= 8 && digits <= 15;
}

Typed read(web::FormReader& reader, bool ask_neighbours, const ThemeChoice& choice) {
  Typed typed;
  // What the list does not have is no theme; choosing one is never an obligation.
  const auto* theme = choice.find(reader.typed("theme"));
  typed.theme = theme ? theme->key : "";
  typed.is_confidential = reader.checked("confidential");
  if (ask_neighbours)
    typed.neighbours =
        reader.choice("neighbours", yes_or_no, "signals.fault.neighbours_missing").value_or("");
  typed.reach = reader.choice("reach", reaches, "signals.fault.reach_missing").value_or("");
  typed.mail_address = reader.text("mail_address", {.most = 254});
  typed.phone = reader.text("phone", {.most = 30});
  typed.name = reader.text("reporter_name", {.most = name_most});
  if (typed.reach == "mail") {
    if (typed.mail_address.empty())
      reader.fault("mail_address", "signals.fault.mail_missing");
    else if (!mail::is_address(typed.mail_address))
      reader.fault("mail_address", "signals.fault.mail_wrong");
  }
  if (typed.reach == "phone") {
    if (typed.phone.empty())
      reader.fault("phone", "signals.fault.phone_missing");
    else if (!is_phone_number(typed.phone))
      reader.fault("phone", "signals.fault.phone_wrong");
  }
  return typed;
}

HowToReach how_of(const Typed& typed) {
  HowToReach how{.reach = reach_of(typed.reach),
                 .mail_address = std::string(first(typed.mail_address, 254)),
                 .phone = std::string(first(typed.phone, 30)),
                 .name = std::string(first(typed.name, name_most)),
                 .neighbours_may = std::nullopt,
                 .theme = typed.theme,
                 .is_confidential = typed.is_confidential};
  if (!typed.neighbours.empty()) how.neighbours_may = typed.neighbours == "yes";
  return how;
}

Typed typed_before(const Draft& draft, const ThemeChoice& choice) {
  return {.theme = draft.theme,
          .is_confidential = draft.theme ? draft.is_confidential : choice.about_behaviour,
          .neighbours = draft.neighbours_may ? (*draft.neighbours_may ? "yes" : "no") : "",
          .reach = draft.reach ? std::string(word(*draft.reach)) : "",
          .mail_address = draft.mail_address,
          .phone = draft.phone,
          .name = draft.name};
}

design::SummaryList answers_of(const web::Call& call, const WholeDraft& whole) {
  const auto& draft = whole.draft;
  const std::string nothing = call.text("signals.how.nothing");
  const auto said = [&](const std::string& text) { return text.empty() ? nothing : text; };
  const std::string what = report_path(*call.area);
  const std::string where = report_path(*call.area, "waar");
  std::string place = draft.place_words;
  if (draft.place) place += (place.empty() ? "" : ". ") + call.text("signals.how.place_on_map");
  const std::string photos =
      whole.photos.empty()
          ? nothing
          : call.text("signals.how.photos", {{"count", static_cast<std::int64_t>(whole.photos.size())}});
  const std::string kind =
      draft.kind ? call.text("signals.report.kind." + std::string(word(*draft.kind))) : nothing;
  return {.rows = {{call.text("signals.report.kind.label"), kind, what},
                   {call.text("signals.report.text.label"), said(draft.text), what},
                   {call.text("signals.report.chance.label"), said(draft.chance), what},
                   {call.text("signals.report.photos.label"), photos, what},
                   {call.text("signals.where.title"), said(place), where}}};
}

// What was told already near here and looks like this, before it is sent.
html::SafeHtml likely_same(const web::Call& call, const Draft& draft, const ThemeChoice& choice) {
  if (draft.kind == Kind::compliment) return {};
  const AboutToBeTold told{.area = call.area->key,
                           .text = draft.text + "\n" + draft.chance,
                           .place = draft.place,
                           .theme = draft.theme.value_or(choice.proposed)};
  const auto likely =
      call.service.database.read([&](db::Transaction& tx) { return likely_duplicates(tx, told, call.now); });
  return likely_block(call, likely, "?melding=ja");
}

http::Response how_page(const web::Call& call, const WholeDraft& whole, const ThemeChoice& choice,
                        const Typed& typed, const std::vector<web::FieldFault>& faults = {}) {
  const design::Fields fields(call, faults);
  ReportHowView view;
  view.url = report_path(*call.area, "hoe");
  view.faults = fields.summary();
  view.door = door_notice(call, whole.draft.text + "\n" + whole.draft.chance);
  view.likely = likely_same(call, whole.draft, choice);
  view.answers = answers_of(call, whole);
  if (!choice.themes.empty())
    view.theme = theme_field(call, fields, choice, typed.theme.value_or(choice.proposed));
  if (choice.about_behaviour)
    view.confidential = fields.tick("confidential", "signals.how.confidential", typed.is_confidential);
  if (asks_about_neighbours(whole.draft, choice))
    view.neighbours = fields.choice("neighbours", "signals.how.neighbours",
                                    fields.answers("signals.how.neighbours", yes_or_no), typed.neighbours);
  view.reach =
      fields.choice("reach", "signals.how.reach", fields.answers("signals.how.reach", reaches), typed.reach);
  view.mail = fields.text("mail_address", "signals.how.mail", typed.mail_address,
                          {.optional = true, .type = "email", .autocomplete = "email"});
  view.phone = fields.text("phone", "signals.how.phone", typed.phone,
                           {.optional = true, .type = "tel", .autocomplete = "tel", .width = "medium"});
  view.name = fields.text("reporter_name", "signals.how.name", typed.name,
                          {.optional = true, .autocomplete = "name"});
  view.submit = {.text = call.text("signals.how.send"),
                 .other = design::OtherButton{call.text("signals.step.back"), "go", "back"}};
  return design::page(call,
                      {.title = call.text("signals.how.title"),
                       .form_steps = true,
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "signals/report_how", view, faults.empty() ? 200 : 422);
}

std::optional<WholeDraft> draft_of(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_draft(tx, call.now, draft_token(call)); });
}

// A refusal at the last moment leads back to the screen where it can be mended.
http::Response back_to_mend(const web::Call& call, const SendRefusal& refusal) {
  return std::visit(
      overloaded{
          [&](const DraftGone&) { return expired_page(call); },
          [&](const NothingTold&) { return http::see_other(report_path(*call.area)); },
          [&](const PlaceInOtherArea&) { return http::see_other(report_path(*call.area, "waar")); },
          [&](const PlaceOutsideMunicipality&) { return http::see_other(report_path(*call.area, "waar")); }},
      refusal);
}

// The same report of the same browser, minutes after the first: it is there already.
http::Response sent_before_page(const web::Call& call, ItemId item) {
  const MessageView view{.title = call.text("signals.sent_before.title"),
                         .text = call.text("signals.sent_before.text", {{"number", sayable(raw(item))}}),
                         .url = signal_path(*call.area, raw(item)),
                         .link_text = call.text("signals.receipt.to_signal")};
  return design::page(call, {.title = view.title, .form_steps = true, .is_private = true}, "signals/message",
                      view);
}

}  // namespace

http::Response expired_page(const web::Call& call) {
  const MessageView view{.title = call.text("signals.expired.title"),
                         .text = call.text("signals.expired.text"),
                         .url = report_path(*call.area),
                         .link_text = call.text("signals.expired.again")};
  return design::page(call, {.title = view.title, .form_steps = true}, "signals/message", view, 410);
}

http::Response show_how(const web::Call& call) {
  const auto whole = draft_of(call);
  if (!whole) return expired_page(call);
  // Whose answer was lost on its way comes back here: it was sent, and the receipt says so.
  if (whole->draft.is_sent()) return http::see_other(report_path(*call.area, "klaar"));
  if (!whole->draft.kind) return http::see_other(report_path(*call.area));
  const auto choice = theme_choice_of(call, whole->draft);
  return how_page(call, *whole, choice, typed_before(whole->draft, choice));
}

http::Response send_how(const web::Call& call) {
  const auto whole = draft_of(call);
  if (!whole) return expired_page(call);
  // The second press of the button: what was sent is sent.
  if (whole->draft.is_sent()) return http::see_other(report_path(*call.area, "klaar"));
  const bool goes_back = call.request.form.get("go") == "back";
  web::FormReader reader(call.request.form);
  const auto choice = theme_choice_of(call, whole->draft);
  // The question stood on the page, or it did not: as the page was drawn.
  const Typed typed = read(reader, asks_about_neighbours(whole->draft, choice), choice);
  const std::string token = draft_token(call);
  const auto kept = call.service.database.write(
      [&](db::Transaction& tx) { return keep_how(tx, call.now, token, how_of(typed)); });
  if (!kept && std::holds_alternative<DraftGone>(kept.error())) return expired_page(call);
  if (goes_back) return http::see_other(report_path(*call.area, "waar"));
  if (!reader.ok()) return how_page(call, *whole, choice, typed, reader.faults());
  Sender sender = sender_of(call, device_of_token(token));
  sender.filled_hidden_field = !call.request.form.get("website").empty();
  const auto limit = call.service.database.read(
      [&](db::Transaction& tx) { return find_sending_limit(tx, call.now, sender); });
  // What was written stays in the draft, one press away.
  if (limit) return too_many_page(call, *limit, report_path(*call.area, "hoe"));
  const auto sent = call.service.database.write([&](db::Transaction& tx) {
    return send_draft(tx, call.now, call.actor, *call.area, token, call.language, follow_stem(call.service),
                      sender, call.text("signals.report.photo_title"));
  });
  if (!sent) return back_to_mend(call, sent.error());
  if (sent->was_sent_before) {
    auto response = sent_before_page(call, sent->item);
    keep_draft_token(call, response, {});
    return response;
  }
  return http::see_other(report_path(*call.area, "klaar"));
}

http::Response show_receipt(const web::Call& call) {
  const std::string token = draft_token(call);
  const auto receipt =
      call.service.database.read([&](db::Transaction& tx) { return find_receipt(tx, call.now, token); });
  if (!receipt) {
    const MessageView gone{.title = call.text("signals.receipt.gone.title"),
                           .text = call.text("signals.receipt.gone.text"),
                           .url = list_path(*call.area),
                           .link_text = call.text("signals.list.all")};
    return design::page(call, {.title = gone.title, .form_steps = true}, "signals/message", gone);
  }
  ReceiptView view;
  view.number_sentence = call.text("signals.receipt.number", {{"number", sayable(raw(receipt->item))}});
  if (receipt->next_date) {
    const auto* key = receipt->is_reachable ? "signals.receipt.next" : "signals.receipt.next_public";
    view.next_sentence =
        call.text(key, {{"date", i18n::long_date(call.language, *receipt->next_date, call.today)}});
  }
  view.follow_url = call.service.base_url + follow_stem(call.service) + follow_token_of_draft(token);
  view.is_mailed = receipt->is_mailed;
  view.is_held = receipt->is_held;
  view.qr = html::qr_picture(view.follow_url, call.text("signals.receipt.qr"));
  if (receipt->is_public) view.signal_url = signal_path(*call.area, raw(receipt->item));
  view.again_url = report_path(*call.area);
  auto response = design::page(
      call, {.title = call.text("signals.receipt.title"), .form_steps = true, .is_private = true},
      "signals/receipt", view);
  response.set("Cache-Control", "private, no-store");
  return response;
}

}  // namespace wijktafel::signals

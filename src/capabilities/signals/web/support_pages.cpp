// "Ik ook": the block under a signal, the form, and the thanks.
#include "base/digest.hpp"
#include "base/text.hpp"
#include "capabilities/signals/actions/support_signal.hpp"
#include "capabilities/signals/actions/tell_more.hpp"
#include "capabilities/signals/reads/draft.hpp"
#include "capabilities/signals/reads/sending_limit.hpp"
#include "capabilities/signals/reads/support.hpp"
#include "capabilities/signals/tokens.hpp"
#include "capabilities/signals/web/draft_cookie.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/photo_uploads.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/report_views.hpp"
#include "capabilities/signals/web/sending.hpp"
#include "capabilities/signals/web/support.hpp"
#include "capabilities/signals/web/support_views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

constexpr int rows_of_detail = 4;
constexpr std::int64_t cookie_kept_seconds = std::int64_t{400} * 24 * 60 * 60;

std::string_view cookie_name(const web::Service& service) {
  return service.is_https() ? "__Host-wijktafel-ook" : "wijktafel-ook";
}

struct Asked {
  items::Item item;
  Support support;
};

// The signal of the address: public, and of this area.
std::optional<Asked> asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read([&](db::Transaction& tx) -> std::optional<Asked> {
    auto item = items::find_visible(call, tx, ItemId{*number});
    if (!item || item->kind != item_kind || item->area != call.area->key) return std::nullopt;
    const auto support = support_of(tx, item->id);
    return Asked{std::move(*item), support};
  });
}

// The report that this browser was writing, when it comes from its last screen.
std::optional<WholeDraft> given_up(const web::Call& call, bool is_given_up) {
  if (!is_given_up) return std::nullopt;
  auto draft = call.service.database.read(
      [&](db::Transaction& tx) { return find_draft(tx, call.now, draft_token(call)); });
  if (!draft || draft->draft.is_sent()) return std::nullopt;
  return draft;
}

struct Screen {
  std::string detail;
  bool gives_up_draft = false;
  std::size_t photos_along = 0;
  std::vector<web::FieldFault> faults = {};
};

http::Response support_page(const web::Call& call, const Asked& asked, const Screen& screen,
                            int status = 200) {
  const design::Fields fields(call, screen.faults);
  const std::string signal_url = signal_path(*call.area, raw(asked.item.id));
  SupportView view;
  view.url = signal_url + "/ik-ook";
  view.signal_title = asked.item.title;
  view.signal_url = signal_url;
  view.faults = fields.summary();
  view.detail = fields.area("detail", "signals.support.detail", screen.detail,
                            {.optional = true, .rows = rows_of_detail, .most = static_cast<int>(text_most)});
  view.photos = fields.file("photos", "signals.report.photos", {.multiple = true});
  view.gives_up_draft = screen.gives_up_draft;
  if (screen.photos_along > 0)
    view.photos_along = call.text("signals.support.photos_along",
                                  {{"count", static_cast<std::int64_t>(screen.photos_along)}});
  view.submit = {
      .text = call.text("signals.support.button"),
      .way_out = design::Link{call.text("signals.support.way_out"),
                              screen.gives_up_draft ? report_path(*call.area, "hoe") : signal_url}};
  return design::page(call,
                      {.title = call.text("signals.support.title_of", {{"title", asked.item.title}}),
                       .form_steps = true,
                       .is_private = true,
                       .has_faults = !screen.faults.empty()},
                      "signals/support", view, status);
}

// Who is signed in is known by the account, who is not by a number in a cookie of its own.
struct Supporter {
  std::string name;
  std::string cookie;  // to be set; "" when it is there or not needed
};

Supporter supporter_of(const web::Call& call) {
  if (call.actor.person) return {"person:" + std::to_string(raw(*call.actor.person)), ""};
  const auto kept = call.request.cookie(cookie_name(call.service));
  if (kept.size() == random_token().size()) return {std::string(kept), ""};
  const auto fresh = random_token();
  return {fresh, fresh};
}

// Of the browser as it reports, so that whoever told it is known for a day; "" without a report.
std::string reporting_device(const web::Call& call) {
  const auto token = draft_token(call);
  return token.empty() ? std::string() : hash_of_token(device_of_token(token));
}

// What the page of thanks says beside the thanks; the last part of its address.
std::string step_of(const SupportSignal& form, const Supported& done) {
  if (done.is_own) return "?stap=eigen";
  if (!form.detail.empty()) return "?stap=nakijken";
  return done.is_counted ? "" : "?stap=al";
}

}  // namespace

std::string supporters_sentence(const web::Call& call, std::int64_t supporters) {
  return call.text("signals.support.count", {{"count", supporters}});
}

html::SafeHtml show_support(const web::Call& call, std::int64_t subject) {
  const ItemId id{subject};
  struct Known {
    std::optional<items::Item> item;
    Support support;
  };
  const auto known = call.service.database.read(
      [&](db::Transaction& tx) { return Known{items::find(tx, id), support_of(tx, id)}; });
  if (!known.item) return {};
  SupportBlockView view;
  if (known.support.supporters > 0) view.sentence = supporters_sentence(call, known.support.supporters);
  if (known.support.can_be_supported) view.url = items::url_of(call.service, *known.item) + "/ik-ook";
  if (!view.sentence && !view.url) return {};
  return call.service.templates.render(call.language, "signals/support_block", view);
}

http::Response show_support_form(const web::Call& call) {
  const auto asked = asked_for(call);
  if (!asked) return design::edge_pages().not_found(call);
  if (!asked->support.can_be_supported) return refusal_page(call, SignalIsClosed{});
  const auto draft = given_up(call, !call.request.query_value("melding").empty());
  Screen screen;
  if (draft) {
    screen.gives_up_draft = true;
    screen.detail = draft->draft.text;
    if (!draft->draft.chance.empty())
      screen.detail += (screen.detail.empty() ? "" : "\n\n") + draft->draft.chance;
    screen.detail = std::string(first(screen.detail, text_most));
    screen.photos_along = draft->photos.size();
  }
  return support_page(call, *asked, screen);
}

http::Response send_support(const web::Call& call) {
  const auto asked = asked_for(call);
  if (!asked) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  Screen screen{.detail = reader.text("detail", {.most = text_most}), .faults = reader.faults()};
  const auto draft = given_up(call, call.request.form.get("report") == "given_up");
  screen.gives_up_draft = draft.has_value();
  if (draft) screen.photos_along = draft->photos.size();
  if (!screen.faults.empty()) return support_page(call, *asked, screen, 422);

  const auto supporter = supporter_of(call);
  const auto sender = sender_of(call, supporter.name);
  const std::string signal_url = signal_path(*call.area, raw(asked->item.id));
  const auto limit = call.service.database.read(
      [&](db::Transaction& tx) { return find_sending_limit(tx, call.now, sender); });
  if (limit) return too_many_page(call, *limit, signal_url + "/ik-ook");
  const auto photos = read_photos(call, "photos", screen.faults);
  if (!screen.faults.empty()) return support_page(call, *asked, screen, 422);
  // Who is signed in tells more as on the page of the signal itself.
  const bool tells_at_once = call.actor.is_signed_in() && !screen.detail.empty();
  const SupportSignal form{.item = asked->item.id,
                           .supporter = supporter.name,
                           .detail = tells_at_once ? "" : screen.detail,
                           .photos = photos,
                           .draft_token = draft ? draft_token(call) : "",
                           .person = call.actor.person,
                           .device_hash = reporting_device(call)};
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return support_signal(tx, call.now, form, sender); });
  if (!done) {
    if (!std::holds_alternative<TooManyPhotos>(done.error())) return refusal_page(call, done.error());
    screen.faults.push_back(fault(call, "photos", std::get<TooManyPhotos>(done.error())));
    return support_page(call, *asked, screen, 422);
  }
  if (tells_at_once) {
    const auto told = call.service.database.write([&](db::Transaction& tx) {
      return tell_more(tx, call.now, call.actor, asked->item.id, {.text = screen.detail});
    });
    if (!told) return refusal_page(call, told.error());
  }
  auto response = http::see_other(signal_url + "/ik-ook/klaar" + step_of(form, *done));
  // The report that it took the place of is gone, so its cookie goes too.
  if (draft) keep_draft_token(call, response, {});
  if (!supporter.cookie.empty())
    http::set_cookie(response, cookie_name(call.service), supporter.cookie,
                     {.secure = call.service.is_https(), .max_age_seconds = cookie_kept_seconds});
  return response;
}

http::Response show_supported(const web::Call& call) {
  const auto asked = asked_for(call);
  if (!asked) return design::edge_pages().not_found(call);
  const auto step = call.request.query_value("stap");
  std::string text = supporters_sentence(call, asked->support.supporters);
  if (step == "nakijken") text += " " + call.text("signals.support.waits");
  if (step == "al") text += " " + call.text("signals.support.already");
  if (step == "eigen") text += " " + call.text("signals.support.own");
  text += " " + call.text("signals.support.follow");
  const MessageView view{.title = call.text("signals.support.thanks"),
                         .text = std::move(text),
                         .url = signal_path(*call.area, raw(asked->item.id)),
                         .link_text = call.text("signals.support.to_signal")};
  return design::page(call, {.title = view.title, .form_steps = true, .is_private = true}, "signals/message",
                      view);
}

}  // namespace wijktafel::signals

// The own page: name, language, roles, devices, and leaving for good.
#include "capabilities/accounts/actions/change_profile.hpp"
#include "capabilities/accounts/actions/end_sessions.hpp"
#include "capabilities/accounts/actions/erase_account.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/reads/my_page.hpp"
#include "capabilities/accounts/web/cookies.hpp"
#include "capabilities/accounts/web/my_views.hpp"
#include "capabilities/accounts/web/pages.hpp"
#include "capabilities/accounts/web/paths.hpp"
#include "capabilities/accounts/web/refusals.hpp"
#include "capabilities/accounts/web/role_words.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::accounts {

namespace {

std::vector<SessionLine> session_lines(const web::Call& call, const std::vector<MySession>& sessions) {
  std::vector<SessionLine> lines;
  for (const auto& session : sessions) {
    SessionLine line{
        .device = session.device.empty() ? call.text("accounts.my.unknown_device") : session.device,
        .seen = call.text("accounts.my.this_device"),
        .end_url = std::nullopt};
    if (!session.is_this_one) {
      line.seen = call.text("accounts.my.last_seen",
                            {{"time", i18n::date_and_time(call.language, session.last_seen_at, call.today)}});
      line.end_url = my_session_path(call.service, session.id);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

http::Response my_page_with(const web::Call& call, const MyPage& mine, std::string_view name,
                            std::string_view language, std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  MyPageView view;
  view.url = my_path(call.service);
  view.faults = fields.summary();
  view.more = web::filled_slot(call, "my_page");
  if (call.may("accounts.manage"))
    view.administration = Administration{.people_url = people_path(call.service),
                                         .others = web::filled_slot(call, "my_administration")};
  for (const auto& role : mine.roles)
    view.roles.push_back({.role = role_in_words(call, role), .term = term_in_words(call, role)});
  view.name = fields.text("name", "accounts.my.name", name, {.autocomplete = "name"});
  view.language = fields.choice("language", "accounts.my.language",
                                fields.answers("accounts.language", {"nl", "en"}), language);
  view.submit.text = call.text("accounts.my.save");
  view.sessions = session_lines(call, mine.sessions);
  if (mine.sessions.size() > 1) view.end_others_url = my_sessions_path(call.service);
  view.sign_out_url = design::sign_out_path(call.service);
  view.erase_url = erase_path(call.service);
  return design::page(call,
                      {.title = call.text("accounts.my.title"),
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "accounts/my_page", view, faults.empty() ? 200 : 422);
}

MyPage read_mine(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return my_page(tx, call.now, *call.actor.person, session_token_of(call)); });
}

http::Response erase_page(const web::Call& call, std::optional<design::Notice> refused, int status) {
  const EraseView view{
      .url = erase_path(call.service),
      .refused = std::move(refused),
      .submit = {.text = call.text("accounts.erase.submit"),
                 .way_out = design::Link{call.text("accounts.erase.keep"), my_path(call.service)}}};
  return design::page(call, {.title = call.text("accounts.erase.title"), .narrow = true, .is_private = true},
                      "accounts/erase_account", view, status);
}

}  // namespace

http::Response show_my_page(const web::Call& call) {
  const auto mine = read_mine(call);
  return my_page_with(call, mine, mine.name, i18n::code(mine.language));
}

http::Response save_profile(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto name = reader.text("name", {.most = name_limit, .missing_key = "accounts.fault.name_missing"});
  const auto language = reader.choice("language", {"nl", "en"}, "accounts.fault.language_missing");
  if (!reader.ok()) return my_page_with(call, read_mine(call), name, language.value_or(""), reader.faults());
  const ChangeProfile form{.name = name,
                           .language = *language == "en" ? i18n::Language::en : i18n::Language::nl};
  call.service.database.write([&](db::Transaction& tx) { change_profile(tx, *call.actor.person, form); });
  return http::see_other(my_path(call.service));
}

http::Response end_my_session(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::edge_pages().not_found(call);
  // A session that ended meanwhile has ended: the page shows it either way.
  (void)call.service.database.write(
      [&](db::Transaction& tx) { return end_session(tx, *call.actor.person, SessionId{*number}); });
  return http::see_other(my_path(call.service));
}

http::Response end_my_other_sessions(const web::Call& call) {
  call.service.database.write(
      [&](db::Transaction& tx) { end_other_sessions(tx, *call.actor.person, session_token_of(call)); });
  return http::see_other(my_path(call.service));
}

http::Response show_erase(const web::Call& call) { return erase_page(call, std::nullopt, 200); }

http::Response erase(const web::Call& call) {
  const auto erased = call.service.database.write(
      [&](db::Transaction& tx) { return erase_account(tx, call.now, *call.actor.person); });
  if (erased) return go_on_signed_out(call);
  const auto why = std::visit([&](const auto& reason) { return sentence(call, reason); }, erased.error());
  return erase_page(call, design::Notice{.tone = "warning", .title = why}, 409);
}

}  // namespace wijktafel::accounts

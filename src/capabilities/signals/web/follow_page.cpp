// The page behind the secret link of a reporter: the same signal, and the question whether it is solved.
#include "capabilities/signals/actions/ask_whether_still_so.hpp"
#include "capabilities/signals/actions/confirm_signal.hpp"
#include "capabilities/signals/actions/look_at_reporter.hpp"
#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/signal_view.hpp"
#include "capabilities/signals/web/update_form.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

std::string own_path(const web::Call& call) {
  return follow_stem(call.service) + http::percent_encoded(call.parameter("token"));
}

// Whoever holds the link is the reporter, signed in or not, and speaks for nobody else.
web::Call as_reporter(web::Call call) {
  call.actor = identity::visitor();
  return call;
}

std::optional<SignalDetail> followed(const web::Call& call) {
  return call.service.database.read([&](db::Transaction& tx) -> std::optional<SignalDetail> {
    const auto id = find_followed(tx, call.parameter("token"));
    if (!id) return std::nullopt;
    return read_own_signal(call, tx, *id);
  });
}

std::optional<design::Notice> notice_of(const web::Call& call) {
  const auto said = call.request.query_value("gezegd");
  const auto thanks = [&](const char* key) {
    return design::Notice{.tone = "success", .title = call.text(key)};
  };
  if (said == "ja") return thanks("signals.follow.thanks_solved");
  if (said == "nee") return thanks("signals.follow.thanks_not_solved");
  if (said == "gebleven") return thanks("signals.still_so.thanks_lasting");
  if (said == "terug") return thanks("signals.still_so.thanks_relapsed");
  if (said == "weet-niet") return thanks("signals.still_so.thanks_unknown");
  if (said == "meer") return thanks("signals.update.thanks");
  if (said == "wacht") return thanks("signals.update.thanks_waiting");
  if (said == "stop") return thanks("signals.follow.stopped");
  return std::nullopt;
}

// What came back with faults.
struct ReturnedByReporter {
  std::string what_is_left = {};
  std::string what_is_back = {};
  std::optional<TypedUpdate> update = std::nullopt;
  std::vector<web::FieldFault> faults = {};
};

// After it was solved and confirmed: is it still so, and the way back to open.
void add_later_questions(const web::Call& call, const SignalDetail& detail,
                         const ReturnedByReporter& returned, SignalView& view) {
  const design::Fields fields(call, returned.faults);
  const design::AreaOptions rows{.optional = true, .rows = 3, .most = static_cast<int>(text_most)};
  if (detail.still_so_after && is_solved(detail.status)) {
    const auto* question =
        *detail.still_so_after == 6 ? "signals.still_so.half_a_year" : "signals.still_so.a_year";
    view.following->still_so = StillSoForm{
        own_path(call) + "/gebleven", call.text(question),
        fields.area("what_is_back", "signals.still_so.what_is_back", returned.what_is_back, rows)};
  } else if (detail.status == Status::confirmed) {
    view.following->open_again = OpenAgainForm{
        own_path(call) + "/opgelost",
        fields.area("what_is_left", "signals.follow.what_is_left", returned.what_is_left, rows)};
  }
}

http::Response follow_page(const web::Call& call, const SignalDetail& detail,
                           const ReturnedByReporter& returned = {}, int status = 200) {
  const auto& faults = returned.faults;
  const auto area = call.service.find_area(detail.item.area);
  WIJKTAFEL_ASSERT(area.has_value(), "a signal belongs to an area that exists");
  web::Call own = call;
  own.area = area;
  auto view = view_of(own, *area, detail);
  view.notice = notice_of(call);
  view.following.emplace();
  const bool can_be_judged = detail.status == Status::done || detail.status == Status::not_confirmed;
  if (can_be_judged)
    view.following->verdict =
        VerdictForm{own_path(call) + "/opgelost",
                    design::Fields(own, faults)
                        .area("what_is_left", "signals.follow.what_is_left", returned.what_is_left,
                              {.optional = true, .rows = 3, .most = static_cast<int>(text_most)})};
  add_later_questions(own, detail, returned, view);
  if (takes_updates(detail))
    view.update =
        update_form(as_reporter(own), own_path(call) + "/aanvulling", detail, returned.update, faults);
  if (detail.is_reachable) view.following->stop_url = own_path(call) + "/stop";
  auto response = design::page(own,
                               {.title = detail.item.title,
                                .active_tab = std::string(segment),
                                .narrow = true,
                                .is_private = true,
                                .has_faults = !faults.empty(),
                                .query = {"gezegd"}},
                               "signals/signal_page", view, status);
  response.set("Cache-Control", "private, no-store");
  return response;
}

}  // namespace

http::Response show_followed(const web::Call& call) {
  const auto detail = followed(call);
  if (!detail) return design::edge_pages().not_found(call);
  return follow_page(call, *detail);
}

http::Response send_verdict(const web::Call& call) {
  const auto detail = followed(call);
  if (!detail) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto verdict = reader.choice("verdict", {"solved", "not_solved"}, "web.form.not_a_choice");
  const auto what_is_left = reader.text("what_is_left", {.most = text_most});
  if (!reader.ok())
    return follow_page(call, *detail, {.what_is_left = what_is_left, .faults = reader.faults()}, 422);
  const bool solved = *verdict == "solved";
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    // Whoever holds the link is the reporter, signed in or not: the history says "een bewoner".
    return confirm_signal(tx, call.now, identity::visitor(), detail->item.id,
                          solved ? Verdict::solved : Verdict::not_solved,
                          solved ? std::string_view{} : what_is_left);
  });
  if (!done) return refusal_page(call, done.error());
  return http::see_other(own_path(call) + (solved ? "?gezegd=ja" : "?gezegd=nee"));
}

http::Response send_still_so(const web::Call& call) {
  const auto detail = followed(call);
  if (!detail) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto said = reader.choice("still_so", {"lasting", "relapsed", "unknown"}, "web.form.not_a_choice");
  const auto what_is_back = reader.text("what_is_back", {.most = text_most});
  if (!reader.ok())
    return follow_page(call, *detail, {.what_is_back = what_is_back, .faults = reader.faults()}, 422);
  const auto answer = *said == "lasting"    ? StillSo::lasting
                      : *said == "relapsed" ? StillSo::relapsed
                                            : StillSo::unknown;
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    return answer_still_so(tx, call.now, identity::visitor(), detail->item.id, answer, what_is_back);
  });
  if (!done) return refusal_page(call, done.error());
  const auto* notice = answer == StillSo::lasting    ? "?gezegd=gebleven"
                       : answer == StillSo::relapsed ? "?gezegd=terug"
                                                     : "?gezegd=weet-niet";
  return http::see_other(own_path(call) + notice);
}

http::Response send_followed_update(const web::Call& call) {
  const auto detail = followed(call);
  if (!detail) return design::edge_pages().not_found(call);
  const web::Call reporter = as_reporter(call);
  web::FormReader reader(call.request.form);
  auto read = read_update(reporter, reader);
  if (!reader.ok()) return follow_page(call, *detail, {.update = read.typed, .faults = reader.faults()}, 422);
  read.form.is_reporter = true;
  const auto told = call.service.database.write([&](db::Transaction& tx) {
    return tell_more(tx, call.now, reporter.actor, detail->item.id, read.form);
  });
  if (!told || !told->is_new) discard_photos(call, read.form);
  if (!told)
    return follow_page(call, *detail, {.update = read.typed, .faults = {fault(call, "update", told.error())}},
                       sentence(call, told.error()).status);
  return http::see_other(own_path(call) + (told->sequence ? "?gezegd=meer" : "?gezegd=wacht"));
}

http::Response send_stop(const web::Call& call) {
  const auto detail = followed(call);
  if (!detail) return design::edge_pages().not_found(call);
  call.service.database.write([&](db::Transaction& tx) { stop_messages(tx, call.now, detail->item.id); });
  return http::see_other(own_path(call) + "?gezegd=stop");
}

}  // namespace wijktafel::signals

// The face towards other capabilities for what comes in by another door than the three screens.
#include <chrono>

#include "base/text.hpp"
#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/confirm_signal.hpp"
#include "capabilities/signals/actions/report_signal.hpp"
#include "capabilities/signals/actions/support_signal.hpp"
#include "capabilities/signals/actions/tell_more.hpp"
#include "capabilities/signals/reads/doors.hpp"
#include "capabilities/signals/reads/help_numbers.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/signals/tokens.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"

namespace wijktafel::signals {
namespace {

template <class Refusal>
Refused refused(const web::Call& call, std::string field, const Refusal& refusal) {
  auto said = sentence(call, refusal);
  return {.field = std::move(field),
          .word_key = std::move(said.word_key),
          .arguments = std::move(said.arguments),
          .status = said.status};
}

std::string field_of(const ReportRefusal& refusal) {
  return std::visit(overloaded{[](const NothingTold& nothing) { return nothing.field; },
                               [](const PlaceInOtherArea&) { return std::string("place"); },
                               [](const PlaceOutsideMunicipality&) { return std::string("place"); }},
                    refusal);
}

std::optional<ReporterContact> contact_of(const web::Call& call, const NewSignal& signal) {
  ReporterContact contact{.name = signal.name, .language = signal.language, .person = call.actor.person};
  if (!signal.mail_address.empty()) {
    contact.reach = Reach::mail;
    contact.address = signal.mail_address;
  } else if (!signal.phone.empty()) {
    contact.reach = Reach::phone;
    contact.address = signal.phone;
  }
  contact.follow_token = hex(sha256(random_token())).substr(0, 32);
  return contact;
}

ReportSignal report_of(const NewSignal& signal) {
  return {.key = signal.key,
          .kind = kind_of(signal.kind).value_or(Kind::problem),
          .channel = channel_of(signal.channel).value_or(Channel::web),
          .title = signal.title,
          .text = signal.text,
          .chance = signal.chance,
          .place = signal.place,
          .place_words = signal.place_words,
          .domains = signal.domains,
          .theme = signal.theme,
          .photos = signal.photos,
          .neighbours_may = signal.neighbours_may,
          .holder = signal.holder};
}

std::string all_told(const NewSignal& signal) {
  return signal.title + "\n" + signal.text + "\n" + signal.chance;
}

// Nothing of it is kept; whoever sent it is told whom to call.
Refused about_a_person(const web::Call& call, db::Transaction& tx, const web::AreaRef& area) {
  const auto numbers = help_numbers(tx, area.key, call.today);
  const auto shown = [](const std::string& number) { return number.empty() ? std::string("none") : number; };
  return {.field = "text",
          .word_key = "signals.refusal.about_a_person",
          .arguments = {{"emergency", shown(numbers.emergency)},
                        {"social_team", shown(numbers.social_team)},
                        {"worries", shown(numbers.worries)},
                        {"safe_home", shown(numbers.safe_home)}}};
}

// How long somebody took is not known here, and there is no hidden field. Who brings it in for their work is
// not suspected: what they forward or write down is seldom advertising.
Suspicion suspicion(const web::Call& call, const ReportSignal& report, const NewSignal& signal) {
  constexpr auto as_long_as_anybody = std::chrono::hours(1);
  if (report.channel == Channel::inspection_walk || tells_for_work(call.actor)) return Suspicion::none;
  return suspicion_of({.text = all_told(signal), .took = as_long_as_anybody});
}

// A date that has passed says nothing: the term of the theme is counted instead.
Date date_of(const News& news, db::Transaction& tx, const WholeSignal& signal, Date today) {
  if (news.next_date && *news.next_date >= today) return *news.next_date;
  return term(tx, signal.item.area, signal.row.theme, today);
}

Outcome outcome_of(Status status, Date next_date) {
  switch (status) {
    case Status::planned: return answer::Planned{next_date};
    case Status::done: return answer::Done{};
    case Status::will_not_be_done: return answer::WillNotBeDone{};
    case Status::forwarded: return answer::Forwarded{};
    default: return answer::InProgress{next_date};
  }
}

}  // namespace

std::optional<Refused> worry_in(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                std::string_view text) {
  if (!is_worry(tx, area.lineage, text, call.today)) return std::nullopt;
  return about_a_person(call, tx, area);
}

std::vector<std::string> other_door_for(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                        std::string_view text) {
  const auto door = find_door(tx, area.lineage, text, call.today);
  if (!door || *door == Door::worry) return {};
  const std::string stem = "signals.door." + std::string(word(*door));
  std::vector<std::string> sentences{call.text(stem + ".title") + ".", call.text(stem + ".text")};
  if (*door == Door::police) {
    const auto numbers = help_numbers(tx, area.key, call.today);
    const auto add = [&](const std::string& key, const std::string& number) {
      if (!number.empty()) sentences.push_back(call.text(key, {{"number", number}}));
    };
    add("signals.door.police.danger", numbers.emergency);
    add("signals.door.police.call", numbers.police);
  }
  sentences.push_back(call.text(stem + ".sent"));
  if (const auto url = door_url(tx, area.key, *door, call.today); url.starts_with("https://"))
    sentences.push_back(call.text(stem + ".link") + ": " + url);
  return sentences;
}

Result<Told, Refused> tell(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                           const NewSignal& signal) {
  if (const auto worry = worry_in(call, tx, area, all_told(signal))) return std::unexpected(*worry);
  auto report = report_of(signal);
  report.suspicion = suspicion(call, report, signal);
  report.reporter = contact_of(call, signal);
  const auto told = report_signal(tx, call.now, call.actor, area, report, follow_stem(call.service));
  if (!told) return std::unexpected(refused(call, field_of(told.error()), told.error()));
  return Told{.item = told->item,
              .next_date = told->next_date,
              .follow_path = follow_stem(call.service) + report.reporter->follow_token};
}

Result<void, Refused> support(const web::Call& call, db::Transaction& tx, ItemId id,
                              const std::string& supporter) {
  const auto done = support_signal(tx, call.now, {.item = id, .supporter = supporter}, {});
  if (!done) return std::unexpected(refused(call, "", done.error()));
  return {};
}

Result<void, Refused> say_not_solved(const web::Call& call, db::Transaction& tx, ItemId id,
                                     const std::string& what_is_left) {
  const auto done =
      confirm_signal(tx, call.now, call.actor, id, Verdict::neighbour_says_not_solved, what_is_left);
  if (!done) return std::unexpected(refused(call, "", done.error()));
  return {};
}

std::string place_picture_path(const web::AreaRef& area) { return report_path(area, "kaart"); }

Result<std::int64_t, Refused> take_news(const web::Call& call, db::Transaction& tx, ItemId id,
                                        const News& news) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(refused(call, "", NoSuchSignal{}));
  const Status to = status_of(news.status).value_or(signal->status);
  // What is said from outside is written down as it was said; whether it promises something shows on the
  // page.
  const auto done = answer_signal(tx, call.now, call.actor, id,
                                  {.text = news.text,
                                   .outcome = outcome_of(to, date_of(news, tx, *signal, call.today)),
                                   .without_commitment = true});
  if (!done) return std::unexpected(refused(call, "", done.error()));
  return signal->item.version + 1;  // it is locked, so nothing came in between
}

Result<AddedUpdate, Refused> add_update(const web::Call& call, db::Transaction& tx, ItemId id,
                                        const NewUpdate& update) {
  TellMore form{.text = std::string(first(tidy(update.text), text_most)),
                .organisation = update.from,
                .is_reporter = update.by_reporter,
                .photos = update.photos};
  for (auto& photo : form.photos) photo.is_shown = false;
  const auto told = tell_more(tx, call.now, call.actor, id, form);
  if (!told) return std::unexpected(refused(call, "text", told.error()));
  return AddedUpdate{.sequence = told->sequence, .is_new = told->is_new};
}

}  // namespace wijktafel::signals

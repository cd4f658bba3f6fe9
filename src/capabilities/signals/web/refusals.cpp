#include "capabilities/signals/web/refusals.hpp"

#include "capabilities/signals/actions/tell_more.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/report_views.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

std::string status_word(const web::Call& call, Status status) {
  return call.text("signals.status." + std::string(word(status)));
}

i18n::Arguments number(std::string name, std::size_t value) {
  return {{std::move(name), static_cast<std::int64_t>(value)}};
}

}  // namespace

Sentence sentence(const web::Call&, const NoSuchSignal&) {
  return {"signals.refusal.no_such_signal", {}, 404};
}

Sentence sentence(const web::Call&, const ChangedMeanwhile&) {
  return {"signals.refusal.changed_meanwhile", {}, 409};
}

Sentence sentence(const web::Call& call, const NotPossibleNow& refusal) {
  return {"signals.refusal.not_possible_now",
          {{"from", status_word(call, refusal.from)}, {"to", status_word(call, refusal.to)}},
          409};
}

Sentence sentence(const web::Call&, const DateHasPassed&) { return {"signals.refusal.date_has_passed"}; }

Sentence sentence(const web::Call&, const NotOfThisOrganisation& refusal) {
  return {"signals.refusal." + refusal.field + "_of_another"};
}

Sentence sentence(const web::Call&, const NotYours&) { return {"signals.refusal.not_yours", {}, 403}; }

Sentence sentence(const web::Call&, const PromiseWithoutCommitment&) { return {"signals.refusal.promise"}; }

Sentence sentence(const web::Call&, const DuplicateOfItself&) {
  return {"signals.refusal.duplicate_of_itself"};
}

Sentence sentence(const web::Call&, const NoSuchOriginal& refusal) {
  return {"signals.refusal.no_such_original", {{"number", refusal.number}}};
}

Sentence sentence(const web::Call&, const NothingTold& refusal) {
  return {"signals.fault." + refusal.field + "_missing"};
}

Sentence sentence(const web::Call& call, const PlaceInOtherArea& refusal) {
  const auto area = call.service.find_area(refusal.area);
  return {"signals.refusal.place_in_other_area", {{"area", area ? area->name : refusal.area}}};
}

Sentence sentence(const web::Call&, const PlaceOutsideMunicipality&) {
  return {"signals.refusal.place_outside"};
}

Sentence sentence(const web::Call&, const DraftGone&) { return {"signals.refusal.draft_gone", {}, 410}; }

Sentence sentence(const web::Call&, const DraftAlreadySent&) {
  return {"signals.refusal.draft_already_sent", {}, 409};
}

Sentence sentence(const web::Call&, const TooManyPhotos& refusal) {
  return {"signals.refusal.too_many_photos", number("most", refusal.most)};
}

Sentence sentence(const web::Call&, const NoSuchTemplate&) {
  return {"signals.refusal.no_such_template", {}, 404};
}

Sentence sentence(const web::Call&, const TooManyTemplates& refusal) {
  return {"signals.refusal.too_many_templates", {{"most", std::int64_t{refusal.most}}}, 409};
}

Sentence sentence(const web::Call&, const TooManyViews& refusal) {
  return {"signals.refusal.too_many_views", {{"most", std::int64_t{refusal.most}}}, 409};
}

Sentence sentence(const web::Call&, const NoReporter&) { return {"signals.refusal.no_reporter", {}, 404}; }

Sentence sentence(const web::Call& call, const TakesNoUpdates& refusal) {
  return {"signals.refusal.takes_no_updates", {{"status", status_word(call, refusal.status)}}, 409};
}

Sentence sentence(const web::Call&, const TooManyUpdates&) {
  return {"signals.refusal.too_many_updates", number("most", updates_most), 429};
}

Sentence sentence(const web::Call&, const NoSuchUpdate&) {
  return {"signals.refusal.no_such_update", {}, 404};
}
Sentence sentence(const web::Call&, const SignalIsClosed&) { return {"signals.refusal.is_closed", {}, 409}; }

Sentence sentence(const web::Call&, const PhraseTooShort& refusal) {
  return {"signals.refusal.phrase_too_short", {{"phrase", refusal.phrase}}};
}

Sentence sentence(const web::Call&, const ThemeIsConfidential&) {
  return {"signals.refusal.theme_is_confidential", {}, 409};
}

Sentence sentence(const web::Call&, const NotOpenToNeighbours&) {
  return {"signals.refusal.not_open_to_neighbours", {}, 409};
}

Sentence sentence(const web::Call&, const NotPickedUp&) { return {"signals.refusal.not_picked_up", {}, 404}; }

Sentence sentence(const web::Call&, const DateTooFar& refusal) {
  return {"signals.refusal.date_too_far", {{"days", std::int64_t{refusal.days}}}};
}

Sentence sentence(const web::Call&, const NothingAsked&) {
  return {"signals.refusal.nothing_asked", {}, 409};
}

Sentence sentence(const web::Call&, const NotAPromiseRule&) { return {"signals.refusal.not_a_promise_rule"}; }

Sentence sentence(const web::Call&, const TooManyPromiseRules&) {
  return {"signals.refusal.too_many_promise_rules"};
}

Sentence sentence(const web::Call&, const files::NotAPhoto&) { return {"signals.refusal.not_a_photo"}; }

Sentence sentence(const web::Call&, const files::PhotoUnreadable&) {
  return {"signals.refusal.photo_unreadable"};
}

Sentence sentence(const web::Call&, const files::PhotoTooLarge& refusal) {
  return {"signals.refusal.photo_too_large", number("most", refusal.megabytes_allowed)};
}

Sentence sentence(const web::Call&, const files::PhotoTooManyPixels& refusal) {
  return {"signals.refusal.photo_too_many_pixels", number("most", refusal.megapixels_allowed)};
}

http::Response sentence_page(const web::Call& call, const Sentence& said) {
  const MessageView view{.title = call.text("signals.refusal.title"),
                         .text = call.text(said.word_key, said.arguments),
                         .url = call.area ? list_path(*call.area) : call.service.municipality_path,
                         .link_text = call.text("signals.list.all")};
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true}, "signals/message",
                      view, said.status);
}

}  // namespace wijktafel::signals

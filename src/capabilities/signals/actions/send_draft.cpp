#include "capabilities/signals/actions/send_draft.hpp"

#include "capabilities/signals/draft_store.hpp"
#include "capabilities/signals/sending_store.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/tokens.hpp"

namespace wijktafel::signals {
namespace {

std::string address_of(const Draft& draft) {
  switch (draft.reach.value_or(Reach::none)) {
    case Reach::mail: return draft.mail_address;
    case Reach::phone: return draft.phone;
    case Reach::none: return {};
  }
  return {};
}

ReportSignal report_of(db::Transaction& tx, const Draft& draft, const Actor& actor, std::string_view token,
                       i18n::Language language) {
  ReportSignal report{.kind = *draft.kind,
                      .text = draft.text,
                      .chance = draft.chance,
                      .place = draft.place,
                      .place_words = draft.place_words,
                      .neighbours_may = draft.neighbours_may.value_or(false)};
  // Nobody has looked yet at what else can be seen on them.
  for (const auto& photo : store::photos_of_draft(tx, draft.id))
    report.photos.push_back({.key = photo.file_key,
                             .thumbnail = photo.thumbnail_key,
                             .width = photo.width,
                             .height = photo.height,
                             .is_shown = false});
  const Reach reach = draft.reach.value_or(Reach::none);
  report.reporter = ReporterContact{.reach = reach,
                                    .address = address_of(draft),
                                    .name = reach == Reach::none ? "" : draft.name,
                                    .language = language,
                                    .person = actor.person,
                                    .follow_token = follow_token_of_draft(token)};
  return report;
}

}  // namespace

Result<ItemId, SendRefusal> send_draft(db::Transaction& tx, Instant now, const Actor& actor,
                                       const web::AreaRef& area, std::string_view token,
                                       i18n::Language language, std::string_view follow_stem,
                                       const Sender& sender) {
  const std::string hash = hash_of_token(token);
  store::lock_draft(tx, hash);
  auto draft = store::find_draft(tx, hash, now);
  if (!draft) return std::unexpected(DraftGone{});
  if (draft->item) return *draft->item;
  if (!draft->kind) return std::unexpected(NothingTold{"kind"});
  const auto reported =
      report_signal(tx, now, actor, area, report_of(tx, *draft, actor, token, language), follow_stem);
  if (!reported) return std::unexpected(widened<SendRefusal>(reported.error()));
  // What was typed is in the signal now. Of the draft only its number stays, for the receipt.
  store::remove_draft_photos(tx, draft->id);
  Draft sent{.id = draft->id, .created_at = draft->created_at};
  sent.item = reported->item;
  sent.sent_at = now;
  store::update_draft(tx, sent);
  store::insert_sending(tx, now, sender.device_hash, sender.network);
  return reported->item;
}

}  // namespace wijktafel::signals

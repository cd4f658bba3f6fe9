#include "capabilities/signals/actions/send_draft.hpp"

#include "base/text.hpp"
#include "capabilities/signals/draft_store.hpp"
#include "capabilities/signals/hold_store.hpp"
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
                       i18n::Language language, std::string_view photo_title) {
  ReportSignal report{.kind = *draft.kind,
                      .text = draft.text,
                      .chance = draft.chance,
                      .place = draft.place,
                      .place_words = draft.place_words,
                      .theme = draft.theme.value_or(""),
                      .neighbours_may = draft.neighbours_may.value_or(false),
                      .is_confidential = draft.is_confidential};
  // Nobody has looked yet at what else can be seen on them.
  for (const auto& photo : store::photos_of_draft(tx, draft.id))
    report.photos.push_back({.key = photo.file_key,
                             .thumbnail = photo.thumbnail_key,
                             .width = photo.width,
                             .height = photo.height,
                             .is_shown = false});
  if (draft.text.empty() && draft.chance.empty() && !report.photos.empty()) report.title = photo_title;
  const Reach reach = draft.reach.value_or(Reach::none);
  report.reporter = ReporterContact{.reach = reach,
                                    .address = address_of(draft),
                                    .name = reach == Reach::none ? "" : draft.name,
                                    .language = language,
                                    .person = actor.person,
                                    .follow_token = follow_token_of_draft(token)};
  return report;
}

// What makes two reports the same: everything that was told, and where.
std::string body_hash_of(const Draft& draft, std::string_view area) {
  std::string body = std::string(area) + "\n" + std::string(word(*draft.kind)) + "\n" + draft.text + "\n" +
                     draft.chance + "\n" + draft.place_words;
  if (draft.place)
    body += "\n" + std::to_string(draft.place->longitude) + "," + std::to_string(draft.place->latitude);
  return hex(sha256(body));
}

Suspicion suspicion(db::Transaction& tx, Instant now, const Draft& draft, std::string_view body,
                    const Sender& sender) {
  const std::string text = draft.text + "\n" + draft.chance;
  // A class writes the same short sentence; nobody writes the same long one as three others today.
  constexpr std::size_t long_text = 80;
  constexpr std::int64_t same_of_others = 3;
  if (length(text) >= long_text && store::senders_of_body(tx, body, now - draft_lifetime) >= same_of_others)
    return Suspicion::repeated_text;
  return suspicion_of(
      {.text = text, .hidden_field_filled = sender.filled_hidden_field, .took = now - draft.created_at});
}

}  // namespace

Result<Sent, SendRefusal> send_draft(db::Transaction& tx, Instant now, const Actor& actor,
                                     const web::AreaRef& area, std::string_view token,
                                     i18n::Language language, std::string_view follow_stem,
                                     const Sender& sender, std::string_view photo_title) {
  const std::string hash = hash_of_token(token);
  store::lock_draft(tx, hash);
  auto draft = store::find_draft(tx, hash, now);
  if (!draft) return std::unexpected(DraftGone{});
  if (draft->item) return Sent{*draft->item};
  if (!draft->kind) return std::unexpected(NothingTold{"kind"});
  const auto body = body_hash_of(*draft, area.key);
  const bool has_photos = !store::photos_of_draft(tx, draft->id).empty();
  if (const auto before = store::find_sent_body(tx, sender.device_hash, body, now - same_body_within);
      before && !has_photos) {
    store::remove_draft(tx, draft->id);
    store::insert_sending(tx, now, sender.device_hash, sender.network);
    return Sent{.item = *before, .was_sent_before = true};
  }
  auto report = report_of(tx, *draft, actor, token, language, photo_title);
  report.suspicion = suspicion(tx, now, *draft, body, sender);
  const auto reported = report_signal(tx, now, actor, area, report, follow_stem);
  if (!reported) return std::unexpected(widened<SendRefusal>(reported.error()));
  // What was typed is in the signal now. Of the draft only its number stays, for the receipt.
  store::remove_draft_photos(tx, draft->id);
  Draft sent{.id = draft->id, .created_at = draft->created_at};
  sent.item = reported->item;
  sent.sent_at = now;
  store::update_draft(tx, sent);
  store::insert_sending(tx, now, sender.device_hash, sender.network);
  store::keep_sent_body(tx, sender.device_hash, body, reported->item, now);
  return Sent{reported->item};
}

}  // namespace wijktafel::signals

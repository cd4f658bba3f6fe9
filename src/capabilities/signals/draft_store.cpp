#include "capabilities/signals/draft_store.hpp"

namespace wijktafel::signals::store {
namespace {

std::optional<geo::Point> point_of(std::optional<double> longitude, std::optional<double> latitude) {
  if (!longitude || !latitude) return std::nullopt;
  return geo::Point{*longitude, *latitude};
}

template <class T>
std::string_view word_or_nothing(const std::optional<T>& value) {
  return value ? word(*value) : std::string_view{};
}

}  // namespace

DraftId insert_draft(db::Transaction& tx, std::string_view token_hash, Instant now) {
  return tx.insert<DraftId>(
      "INSERT INTO signal_draft (token_hash, created_at, kind, text, chance, place_words, reach, "
      "mail_address, phone, name) "
      "VALUES ($1, $2, '', '', '', '', '', '', '', '') RETURNING id",
      token_hash, now);
}

std::optional<Draft> find_draft(db::Transaction& tx, std::string_view token_hash, Instant now) {
  const auto row = tx.find(
      "SELECT id, created_at, kind, text, chance, longitude, latitude, place_words, neighbours_may, reach, "
      "mail_address, phone, "
      "name, item, sent_at, theme, is_confidential FROM signal_draft WHERE token_hash = $1 AND created_at > "
      "$2",
      token_hash, now - draft_lifetime);
  if (!row) return std::nullopt;
  return Draft{.id = row->get<DraftId>(0),
               .created_at = row->get<Instant>(1),
               .kind = kind_of(row->get<std::string>(2)),
               .text = row->get<std::string>(3),
               .chance = row->get<std::string>(4),
               .place = point_of(row->get<std::optional<double>>(5), row->get<std::optional<double>>(6)),
               .place_words = row->get<std::string>(7),
               .neighbours_may = row->get<std::optional<bool>>(8),
               .reach = reach_of(row->get<std::string>(9)),
               .mail_address = row->get<std::string>(10),
               .phone = row->get<std::string>(11),
               .name = row->get<std::string>(12),
               .theme = row->get<std::optional<std::string>>(15),
               .is_confidential = row->get<bool>(16),
               .item = row->get<std::optional<ItemId>>(13),
               .sent_at = row->get<std::optional<Instant>>(14)};
}

void update_draft(db::Transaction& tx, const Draft& draft) {
  std::optional<double> longitude;
  std::optional<double> latitude;
  if (draft.place) {
    longitude = draft.place->longitude;
    latitude = draft.place->latitude;
  }
  tx.execute(
      "UPDATE signal_draft SET kind = $2, text = $3, chance = $4, longitude = $5, latitude = $6, place_words "
      "= $7, "
      "neighbours_may = $8, reach = $9, mail_address = $10, phone = $11, name = $12, item = $13, sent_at = "
      "$14, theme = $15, is_confidential = $16 WHERE id = $1",
      draft.id, word_or_nothing(draft.kind), draft.text, draft.chance, longitude, latitude, draft.place_words,
      draft.neighbours_may, word_or_nothing(draft.reach), draft.mail_address, draft.phone, draft.name,
      draft.item, draft.sent_at, draft.theme, draft.is_confidential);
}

void lock_draft(db::Transaction& tx, std::string_view token_hash) {
  tx.execute("UPDATE signal_draft SET token_hash = token_hash WHERE token_hash = $1", token_hash);
}

std::vector<DraftPhoto> photos_of_draft(db::Transaction& tx, DraftId draft) {
  std::vector<DraftPhoto> photos;
  for (const auto& row : tx.query("SELECT number, file_key, thumbnail_key, width, height FROM "
                                  "signal_draft_photo WHERE draft = $1 ORDER BY number",
                                  draft))
    photos.push_back({row.get<int>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<int>(3),
                      row.get<int>(4)});
  return photos;
}

void insert_draft_photo(db::Transaction& tx, DraftId draft, const DraftPhoto& photo) {
  const auto number =
      tx.find("SELECT COALESCE(MAX(number), 0) + 1 FROM signal_draft_photo WHERE draft = $1", draft)
          ->get<std::int64_t>(0);
  tx.execute(
      "INSERT INTO signal_draft_photo (draft, number, file_key, thumbnail_key, width, height) VALUES ($1, "
      "$2, $3, $4, $5, $6)",
      draft, number, photo.file_key, photo.thumbnail_key, photo.width, photo.height);
}

void remove_draft_photo(db::Transaction& tx, DraftId draft, int number) {
  tx.execute("DELETE FROM signal_draft_photo WHERE draft = $1 AND number = $2", draft, number);
}

void remove_draft_photos(db::Transaction& tx, DraftId draft) {
  tx.execute("DELETE FROM signal_draft_photo WHERE draft = $1", draft);
}

bool is_in_a_draft(db::Transaction& tx, std::string_view file_key) {
  return tx
      .find("SELECT 1 FROM signal_draft_photo WHERE file_key = $1 OR thumbnail_key = $1 LIMIT 1", file_key)
      .has_value();
}

std::vector<DraftId> drafts_before(db::Transaction& tx, Instant limit, int most) {
  std::vector<DraftId> drafts;
  for (const auto& row : tx.query(
           "SELECT id FROM signal_draft WHERE created_at <= $1 ORDER BY created_at LIMIT $2", limit, most))
    drafts.push_back(row.get<DraftId>(0));
  return drafts;
}

void remove_draft(db::Transaction& tx, DraftId draft) {
  remove_draft_photos(tx, draft);
  tx.execute("DELETE FROM signal_draft WHERE id = $1", draft);
}

}  // namespace wijktafel::signals::store

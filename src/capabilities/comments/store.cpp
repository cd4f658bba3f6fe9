#include "capabilities/comments/store.hpp"

#include "base/result.hpp"

namespace wijktafel::comments::store {
namespace {

std::string selected(std::string_view rest) {
  return "SELECT id, COALESCE(key, ''), item, reply_to, state, text, person, organisation, name, reason, "
         "written_at, shown_at FROM comment " +
         std::string(rest);
}

CommentRow row_of(const db::Row& row) {
  const auto state = state_of(row.get<std::string>(4));
  WIJKTAFEL_ASSERT(state.has_value(), "the database holds only states that this program wrote");
  return {.id = row.get<CommentId>(0),
          .key = row.get<std::string>(1),
          .item = row.get<ItemId>(2),
          .reply_to = row.get<std::optional<CommentId>>(3),
          .state = *state,
          .text = row.get<std::string>(5),
          .person = row.get<std::optional<PersonId>>(6),
          .organisation = row.get<std::optional<OrganisationId>>(7),
          .name = row.get<std::string>(8),
          .reason = row.get<std::string>(9),
          .written_at = row.get<Instant>(10),
          .shown_at = row.get<std::optional<Instant>>(11)};
}

std::vector<CommentRow> rows_of(const db::Rows& rows) {
  std::vector<CommentRow> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back(row_of(row));
  return all;
}

std::string_view word_of(Why why) { return why == Why::fresh ? "new" : "reported"; }

WorkRow work_of(const db::Row& row) {
  return {.comment = row.get<CommentId>(0),
          .why = row.get<std::string>(1) == "new" ? Why::fresh : Why::reported,
          .since = row.get<Instant>(2)};
}

std::int64_t number_in(const std::optional<db::Row>& row) { return row->get<std::int64_t>(0); }

}  // namespace

CommentId insert(db::Transaction& tx, const CommentRow& row) {
  const std::optional<std::string> key = row.key.empty() ? std::nullopt : std::optional(row.key);
  return tx.insert<CommentId>(
      "INSERT INTO comment (key, item, reply_to, state, text, person, organisation, name, reason, "
      "written_at, "
      "shown_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
      key, row.item, row.reply_to, word(row.state), row.text, row.person, row.organisation, row.name,
      row.reason, row.written_at, row.shown_at);
}

std::optional<CommentRow> find(db::Transaction& tx, CommentId id) {
  const auto row = tx.find(selected("WHERE id = $1"), id);
  if (!row) return std::nullopt;
  return row_of(*row);
}

std::optional<CommentId> find_by_key(db::Transaction& tx, std::string_view key) {
  const auto row = tx.find("SELECT id FROM comment WHERE key = $1", key);
  if (!row) return std::nullopt;
  return row->get<CommentId>(0);
}

std::optional<CommentRow> find_locked(db::Transaction& tx, CommentId id) {
  // SQLite has one writer; PostgreSQL locks the row that is changed.
  tx.execute("UPDATE comment SET state = state WHERE id = $1", id);
  return find(tx, id);
}

void update(db::Transaction& tx, const CommentRow& row) {
  tx.execute("UPDATE comment SET state = $2, text = $3, name = $4, reason = $5, shown_at = $6 WHERE id = $1",
             row.id, word(row.state), row.text, row.name, row.reason, row.shown_at);
}

std::vector<CommentRow> threads_of(db::Transaction& tx, ItemId item, std::optional<CommentId> before,
                                   int most) {
  return rows_of(tx.query(
      selected("AS thread WHERE item = $1 AND reply_to IS NULL AND id < $2 AND (state IN ('shown', 'hidden') "
               "OR (state = 'removed' AND EXISTS (SELECT 1 FROM comment AS reply WHERE reply.reply_to = "
               "thread.id AND reply.state IN ('shown', 'hidden')))) ORDER BY id DESC LIMIT $3"),
      item, before.value_or(CommentId{INT64_MAX}), most));
}

std::vector<CommentRow> replies_to(db::Transaction& tx, const std::vector<CommentRow>& threads) {
  std::vector<CommentRow> all;
  for (const auto& thread : threads) {
    auto replies = rows_of(
        tx.query(selected("WHERE reply_to = $1 AND state IN ('shown', 'hidden') ORDER BY id LIMIT $2"),
                 thread.id, most_replies));
    all.insert(all.end(), replies.begin(), replies.end());
  }
  return all;
}

std::int64_t count_replies(db::Transaction& tx, CommentId thread) {
  return number_in(
      tx.find("SELECT COUNT(*) FROM comment WHERE reply_to = $1 AND state IN ('shown', 'hidden', 'waiting')",
              thread));
}

std::int64_t count_shown(db::Transaction& tx, ItemId item) {
  return number_in(tx.find("SELECT COUNT(*) FROM comment WHERE item = $1 AND state = 'shown'", item));
}

std::vector<CommentRow> of_item(db::Transaction& tx, ItemId item, int most) {
  return rows_of(
      tx.query(selected("WHERE item = $1 AND state <> 'removed' ORDER BY id LIMIT $2"), item, most));
}

std::vector<ItemId> items_of_person(db::Transaction& tx, PersonId person) {
  std::vector<ItemId> found;
  for (const auto& row : tx.query("SELECT DISTINCT item FROM comment WHERE person = $1", person))
    found.push_back(row.get<ItemId>(0));
  return found;
}

std::int64_t written_by(db::Transaction& tx, PersonId person, Instant since) {
  return number_in(
      tx.find("SELECT COUNT(*) FROM comment WHERE person = $1 AND written_at > $2", person, since));
}

void put_in_work(db::Transaction& tx, const std::vector<std::string>& lineage, const WorkRow& row) {
  for (const auto& area : lineage)
    tx.execute(
        "INSERT INTO comment_work (area, comment, why, since) VALUES ($1, $2, $3, $4) ON CONFLICT (area, "
        "comment) "
        "DO NOTHING",
        area, row.comment, word_of(row.why), row.since);
}

void take_from_work(db::Transaction& tx, CommentId id) {
  tx.execute("DELETE FROM comment_work WHERE comment = $1", id);
}

std::vector<WorkRow> work_in(db::Transaction& tx, std::string_view area, const std::optional<WorkRow>& after,
                             int most) {
  std::vector<WorkRow> found;
  const WorkRow from = after.value_or(WorkRow{.comment = CommentId{0}, .since = from_millis(0)});
  for (const auto& row : tx.query(
           "SELECT comment, why, since FROM comment_work WHERE area = $1 AND (since > $2 OR (since = $2 AND "
           "comment > $3)) ORDER BY since, comment LIMIT $4",
           area, from.since, from.comment, most))
    found.push_back(work_of(row));
  return found;
}

std::optional<WorkRow> find_work(db::Transaction& tx, std::string_view area, CommentId id) {
  const auto row =
      tx.find("SELECT comment, why, since FROM comment_work WHERE area = $1 AND comment = $2", area, id);
  if (!row) return std::nullopt;
  return work_of(*row);
}

std::int64_t count_work(db::Transaction& tx, std::string_view area) {
  return number_in(tx.find("SELECT COUNT(*) FROM comment_work WHERE area = $1", area));
}

void insert_report(db::Transaction& tx, CommentId id, std::string_view reason, std::string_view network,
                   Instant now) {
  tx.execute("INSERT INTO comment_report (comment, reason, network, reported_at) VALUES ($1, $2, $3, $4)", id,
             reason, network, now);
}

bool is_reported_from(db::Transaction& tx, CommentId id, std::string_view network) {
  return tx.find("SELECT 1 FROM comment_report WHERE comment = $1 AND network = $2 LIMIT 1", id, network)
      .has_value();
}

std::int64_t reports_from(db::Transaction& tx, std::string_view network, Instant since) {
  return number_in(
      tx.find("SELECT COUNT(*) FROM comment_report WHERE network = $1 AND reported_at > $2", network, since));
}

std::vector<std::string> reasons_of(db::Transaction& tx, CommentId id) {
  std::vector<std::string> reasons;
  for (const auto& row :
       tx.query("SELECT DISTINCT reason FROM comment_report WHERE comment = $1 ORDER BY reason", id))
    reasons.push_back(row.get<std::string>(0));
  return reasons;
}

void remove_reports(db::Transaction& tx, CommentId id) {
  tx.execute("DELETE FROM comment_report WHERE comment = $1", id);
}

}  // namespace wijktafel::comments::store

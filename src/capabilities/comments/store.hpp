// All SQL about reactions and what waits for a moderator; who wrote them is in writer_store.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/comments/comments.hpp"
#include "capabilities/comments/model.hpp"

namespace wijktafel::comments::store {

struct CommentRow {
  CommentId id{};
  std::string key = {};  // of an import; "" for none
  ItemId item{};
  std::optional<CommentId> reply_to = std::nullopt;
  State state = State::unconfirmed;
  std::string text;
  std::optional<PersonId> person = std::nullopt;
  std::optional<OrganisationId> organisation = std::nullopt;
  std::string name = {};    // of who has no account
  std::string reason = {};  // why it is hidden
  Instant written_at{};
  std::optional<Instant> shown_at = std::nullopt;
};

CommentId insert(db::Transaction& tx, const CommentRow& row);
std::optional<CommentRow> find(db::Transaction& tx, CommentId id);
std::optional<CommentId> find_by_key(db::Transaction& tx, std::string_view key);
// Nobody else changes it until this transaction ends.
std::optional<CommentRow> find_locked(db::Transaction& tx, CommentId id);
void update(db::Transaction& tx, const CommentRow& row);  // state, text, name, reason, shown_at

// What a page shows: shown and hidden ones, and removed ones that were replied to. Newest first, older than
// `before`.
std::vector<CommentRow> threads_of(db::Transaction& tx, ItemId item, std::optional<CommentId> before,
                                   int most);
// Shown and hidden replies to these, the oldest first; at most model::most_replies of each can exist.
std::vector<CommentRow> replies_to(db::Transaction& tx, const std::vector<CommentRow>& threads);
std::int64_t count_replies(db::Transaction& tx, CommentId thread);  // shown, hidden or waiting
std::int64_t count_shown(db::Transaction& tx, ItemId item);
std::vector<CommentRow> of_item(db::Transaction& tx, ItemId item, int most);  // that still have a text
std::vector<ItemId> items_of_person(db::Transaction& tx, PersonId person);
std::int64_t written_by(db::Transaction& tx, PersonId person, Instant since);

// --- what a moderator must look at ---
enum class Why { fresh, reported };
struct WorkRow {
  CommentId comment{};
  Why why = Why::fresh;
  Instant since{};
};
void put_in_work(db::Transaction& tx, const std::vector<std::string>& lineage, const WorkRow& row);
void take_from_work(db::Transaction& tx, CommentId id);
// The oldest first, later than `after`.
std::vector<WorkRow> work_in(db::Transaction& tx, std::string_view area, const std::optional<WorkRow>& after,
                             int most);
std::optional<WorkRow> find_work(db::Transaction& tx, std::string_view area, CommentId id);
std::int64_t count_work(db::Transaction& tx, std::string_view area);

void insert_report(db::Transaction& tx, CommentId id, std::string_view reason, std::string_view network,
                   Instant now);
bool is_reported_from(db::Transaction& tx, CommentId id, std::string_view network);
std::int64_t reports_from(db::Transaction& tx, std::string_view network, Instant since);
std::vector<std::string> reasons_of(db::Transaction& tx, CommentId id);  // each once
void remove_reports(db::Transaction& tx, CommentId id);

}  // namespace wijktafel::comments::store

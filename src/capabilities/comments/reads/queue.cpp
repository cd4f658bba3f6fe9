#include "capabilities/comments/reads/queue.hpp"

#include "capabilities/comments/store.hpp"

namespace wijktafel::comments {

Queue read_queue(db::Transaction& tx, std::string_view area, std::optional<CommentId> after) {
  const auto from = after ? store::find_work(tx, area, *after) : std::nullopt;
  auto rows = store::work_in(tx, area, from, queue_page_size + 1);
  Queue queue{.count = store::count_work(tx, area)};
  if (rows.size() > queue_page_size) {
    rows.resize(queue_page_size);
    queue.later = rows.back().comment;
  }
  for (const auto& row : rows) {
    auto one = find_comment(tx, row.comment);
    if (!one) continue;  // its item is not public any more
    queue.lines.push_back({.one = std::move(*one),
                           .is_reported = row.why == store::Why::reported,
                           .reasons = store::reasons_of(tx, row.comment),
                           .since = row.since});
  }
  return queue;
}

std::int64_t count_queue(db::Transaction& tx, std::string_view area) { return store::count_work(tx, area); }

}  // namespace wijktafel::comments

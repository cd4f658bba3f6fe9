// What a moderator must look at in an area and all areas below it, the oldest first.
#pragma once

#include "capabilities/comments/reads/conversation.hpp"

namespace wijktafel::comments {

struct QueueLine {
  OneComment one;
  bool is_reported = false;
  std::vector<std::string> reasons;  // of the reports
  Instant since{};
};
struct Queue {
  std::vector<QueueLine> lines = {};
  std::optional<CommentId> later = std::nullopt;  // there are more after this one
  std::int64_t count = 0;
};
Queue read_queue(db::Transaction& tx, std::string_view area, std::optional<CommentId> after);
std::int64_t count_queue(db::Transaction& tx, std::string_view area);

}  // namespace wijktafel::comments

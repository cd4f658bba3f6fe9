// "Meld deze reactie": a moderator looks at it. The same reader counts once; nothing is hidden by counting.
#pragma once

#include <string>
#include <variant>

#include "base/result.hpp"
#include "capabilities/comments/comments.hpp"
#include "capabilities/comments/refusals.hpp"

namespace wijktafel::comments {

struct ReportComment {
  CommentId comment{};
  std::string reason;   // one of report_reasons
  std::string network;  // see web::network_of
};
using ReportRefusal = std::variant<NoSuchComment, TooManyFromNetwork>;
Result<void, ReportRefusal> report_comment(db::Transaction& tx, Instant now, const ReportComment& form);

}  // namespace wijktafel::comments

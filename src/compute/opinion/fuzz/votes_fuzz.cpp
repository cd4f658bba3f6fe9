// Any bytes as a file of votes, and after a record separator (0x1e) as a file of statements: refused with
// places and reasons, or a conversation that can be analysed, where every group may be shown and every number
// is one.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/fuzz/promise.hpp"
#include "compute/opinion/conversation.hpp"
#include "compute/opinion/read_statements.hpp"
#include "compute/opinion/read_votes.hpp"

namespace {

using namespace wijktafel;

void check(const std::vector<InputFault>& faults) {
  promise(!faults.empty());
  for (const auto& fault : faults) promise(!fault.reason.empty() && (fault.column == 0 || fault.line > 0));
}

void check(const opinion::Analysis& analysis, const opinion::AnalysisOptions& options) {
  for (const auto& point : analysis.points) promise(std::isfinite(point.x) && std::isfinite(point.y));
  for (const double priority : analysis.priority) promise(std::isfinite(priority));
  promise(analysis.silhouette >= -1 && analysis.silhouette <= 1);
  promise(analysis.groups.size() != 1);
  for (const auto& group : analysis.groups) {
    promise(group.people.size() >= options.smallest_group);
    promise(group.representative.size() <= 5);
    for (const auto& telling : group.representative)
      promise(telling.votes <= telling.seen && std::isfinite(telling.against_others_test));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const auto cut = std::min(all.find('\x1e'), all.size());
  const auto statements = opinion::read_statements(all.substr(std::min(cut + 1, all.size())));
  if (!statements) check(statements.error());
  const auto votes = opinion::read_votes(all.substr(0, cut));
  if (!votes) {
    check(votes.error());
    return 0;
  }
  promise(votes->vote_count() > 0);
  const auto moderation =
      statements ? opinion::moderation_of(*votes, *statements) : std::vector<opinion::Moderation>();
  const opinion::AnalysisOptions options{.smallest_group = 2, .resamples = 2};
  opinion::Conversation conversation(*votes, moderation, options);
  check(conversation.analysis(), options);
  const auto place = conversation.add_vote(0, 0, opinion::Vote::disagree);
  promise(std::isfinite(place.point.x) && std::isfinite(place.point.y));
  return 0;
}

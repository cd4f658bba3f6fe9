// The face towards other capabilities for points that are made elsewhere: through the same action as the
// form.
#include "capabilities/tables/actions/set_agenda.hpp"
#include "capabilities/tables/web/refusals.hpp"

namespace wijktafel::tables {

Result<ItemId, Refused> add_point(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                  const NewPoint& point) {
  const auto put = add_agenda_item(
      tx, call.now, call.actor, area,
      {.meeting = point.meeting, .title = point.title, .text = point.text, .more_subjects = point.subjects});
  if (put) return *put;
  const auto said = said_of(call, put.error());
  return std::unexpected(Refused{said.status, said.word_key, said.arguments});
}

}  // namespace wijktafel::tables

#include "capabilities/comments/actions/report_comment.hpp"

#include "capabilities/comments/publication.hpp"
#include "capabilities/places/places.hpp"

namespace wijktafel::comments {

Result<void, ReportRefusal> report_comment(db::Transaction& tx, Instant now, const ReportComment& form) {
  const auto row = store::find(tx, form.comment);
  const auto item = row ? find_public_item(tx, row->item) : std::nullopt;
  if (!item || row->state != State::shown) return std::unexpected(NoSuchComment{});
  if (!form.network.empty()) {
    if (store::is_reported_from(tx, row->id, form.network)) return {};
    if (store::reports_from(tx, form.network, now - link_life) >= reports_per_network)
      return std::unexpected(TooManyFromNetwork{now + link_life});
  }
  store::insert_report(tx, row->id, form.reason, form.network, now);
  store::put_in_work(tx, places::lineage_of(tx, item->area),
                     {.comment = row->id, .why = store::Why::reported, .since = now});
  return {};
}

}  // namespace wijktafel::comments

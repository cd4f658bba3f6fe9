#include "capabilities/open311/actions/take_update.hpp"

namespace wijktafel::open311 {

Result<void, signals::Refused> take_update(const web::Call& call, db::Transaction& tx,
                                           const TakeUpdate& form) {
  store::lock_key(tx, form.key.id);
  if (!store::insert_update(tx, form.key.id, form.code, form.item, call.now)) return {};
  store::count_use(tx, form.key.id, hour_of(call.now), call.now);
  // What a system says is said by no person: the history shows it as ours, with the words of the sender.
  const auto as_system = web::job_call(call.service, call.language, call.now);
  if (!form.status.empty()) {
    if (signals::take_news(as_system, tx, form.item, {.status = form.status, .text = form.text})) return {};
  }
  const auto added = signals::add_update(as_system, tx, form.item, {.text = form.text});
  if (!added) return std::unexpected(added.error());
  return {};
}

}  // namespace wijktafel::open311

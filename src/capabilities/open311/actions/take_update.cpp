#include "capabilities/open311/actions/take_update.hpp"

#include "capabilities/open311/update_store.hpp"

namespace wijktafel::open311 {
namespace {

// The entry that it became; 0 when it is not known.
Result<std::int64_t, signals::Refused> tell(const web::Call& call, db::Transaction& tx,
                                            const TakeUpdate& form) {
  if (!form.status.empty()) {
    const auto news = signals::take_news(call, tx, form.item, {.status = form.status, .text = form.text});
    if (news) return *news;
  }
  const auto added = signals::add_update(call, tx, form.item, {.text = form.text});
  if (!added) return std::unexpected(added.error());
  return added->sequence.value_or(0);
}

}  // namespace

Result<std::string, signals::Refused> take_update(const web::Call& call, db::Transaction& tx,
                                                  const TakeUpdate& form) {
  const auto number = [&](std::int64_t sequence) {
    return sequence == 0 ? form.code : update_id_of(form.item, sequence);
  };
  store::lock_key(tx, form.key.id);
  if (!store::insert_update(tx, form.key.id, form.code, form.item, call.now))
    return number(store::update_sequence(tx, form.key.id, form.code, form.item));
  store::count_use(tx, form.key.id, hour_of(call.now), call.now);
  // What a system says is said by no person: the history shows it as ours, with the words of the sender.
  const auto as_system = web::job_call(call.service, call.language, call.now);
  const auto sequence = tell(as_system, tx, form);
  if (!sequence) return std::unexpected(sequence.error());
  store::set_update_sequence(tx, form.key.id, form.code, form.item, *sequence);
  return number(*sequence);
}

}  // namespace wijktafel::open311

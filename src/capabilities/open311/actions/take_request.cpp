#include "capabilities/open311/actions/take_request.hpp"

#include "base/digest.hpp"

namespace wijktafel::open311 {
namespace {

Taken taken_before(const store::Received& received, Answers answering) {
  return {.item = received.item,
          .token = received.token,
          .answering = received.token.empty() && answering == Answers::batch ? Answers::realtime : answering};
}

Result<std::optional<Taken>, TakeRefusal> find_retry(db::Transaction& tx, Instant now,
                                                     const TakeRequest& form) {
  if (const auto before = store::find_by_retry_key(tx, form.retry_key)) {
    if (before->fingerprint != form.fingerprint) return std::unexpected(RetryKeyReused{});
    return taken_before(*before, form.answering);
  }
  if (const auto before = store::find_by_fingerprint(tx, form.fingerprint, now - retry_window);
      before && form.retry_key.empty())
    return taken_before(*before, form.answering);
  return std::optional<Taken>{};
}

}  // namespace

Result<Taken, TakeRefusal> take_request(const web::Call& call, db::Transaction& tx, const TakeRequest& form) {
  store::lock_key(tx, form.key.id);
  auto before = find_retry(tx, call.now, form);
  if (!before) return std::unexpected(before.error());
  const auto other_door = [&] { return signals::other_door_for(call, tx, form.area, form.signal.text); };
  if (*before) {
    (*before)->other_door = other_door();  // who sends again may not have read it
    return **before;
  }
  if (store::used_in_hour(tx, form.key.id, hour_of(call.now)) >= form.key.per_hour)
    return std::unexpected(KeyIsUsedUp{form.key.per_hour});
  const auto told = signals::tell(call, tx, form.area, form.signal);
  if (!told) return std::unexpected(told.error());
  const std::string token = form.answering == Answers::batch ? random_token() : "";
  store::insert_received(tx, {.item = told->item,
                              .key = form.key.id,
                              .address_id = form.address_id,
                              .media_url = form.media_url,
                              .service_code = form.service_code,
                              .token = token,
                              .fingerprint = form.fingerprint,
                              .retry_key = form.retry_key,
                              .received_at = call.now});
  store::insert_answers(tx, told->item, form.answers);
  store::count_use(tx, form.key.id, hour_of(call.now), call.now);
  return Taken{.item = told->item,
               .token = token,
               .answering = form.answering,
               .next_date = told->next_date,
               .other_door = other_door()};
}

}  // namespace wijktafel::open311

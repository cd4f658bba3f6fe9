#include "capabilities/accounts/jobs.hpp"

#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/sign_in_store.hpp"

namespace wijktafel::accounts {

namespace {

void remove_expired(const web::Service&, db::Transaction& tx, const Facts&, Instant now) {
  store::remove_expired_sessions(tx, now);
  store::remove_sign_ins_before(tx, now - sign_in_kept);
}

}  // namespace

std::vector<web::Job> account_jobs() {
  return {{.kind = "accounts.remove_expired", .handler = remove_expired, .every = std::chrono::hours(24)}};
}

}  // namespace wijktafel::accounts

#include "capabilities/accounts/jobs.hpp"

#include "capabilities/accounts/absence_store.hpp"
#include "capabilities/accounts/actions/erase_account.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/sign_in_store.hpp"

namespace wijktafel::accounts {

namespace {

void remove_expired(const web::Service&, db::Transaction& tx, const Facts&, Instant now) {
  store::remove_expired_sessions(tx, now);
  store::remove_sign_ins_outside(tx, now - sign_in_kept, now + std::chrono::hours(1));
  store::remove_absences_before(tx, plus_days(local_date(now), -absence_kept_days));
}

void erase_again_as_listed(const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
  erase_again(tx, now, PersonId{fact_number(payload, "person")});
}

// Who signed out after the backup stays out, and a link that was used is not good a second time.
void sign_everybody_out(const web::Service&, db::Transaction& tx, const Facts&, Instant) {
  store::remove_all_sessions_and_sign_ins(tx);
}

}  // namespace

std::vector<web::Job> account_jobs() {
  return {{.kind = "accounts.remove_expired", .handler = remove_expired, .every = std::chrono::hours(24)},
          {.kind = "accounts.erase_again", .handler = erase_again_as_listed},
          {.kind = "accounts.after_restore", .handler = sign_everybody_out}};
}

}  // namespace wijktafel::accounts

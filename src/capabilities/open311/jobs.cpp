#include "capabilities/open311/jobs.hpp"

#include "capabilities/open311/key_store.hpp"
#include "capabilities/open311/model.hpp"

namespace wijktafel::open311 {
namespace {

void forget_fingerprints(const web::Service&, db::Transaction& tx, const Facts&, Instant now) {
  store::forget_fingerprints_before(tx, now - retry_key_lifetime);
}

// The signal was about somebody, and its text is destroyed: so is what came beside it.
void destroy_texts(const web::Service&, db::Transaction& tx, const Facts& payload, Instant) {
  store::destroy_texts(tx, items::ItemId{fact_number(payload, "item")});
}

}  // namespace

std::vector<web::Job> open311_jobs() {
  return {{.kind = "open311.forget_fingerprints",
           .handler = forget_fingerprints,
           .every = std::chrono::minutes(60)},
          {.kind = "open311.destroy_texts", .handler = destroy_texts}};
}

}  // namespace wijktafel::open311

#include "capabilities/comments/jobs.hpp"

#include "capabilities/comments/publication.hpp"
#include "capabilities/comments/writer_store.hpp"

namespace wijktafel::comments {
namespace {

// So that no job holds the one writer for long; what is left is done at the next run.
constexpr int at_once = 200;

void forget(const web::Service&, db::Transaction& tx, const Facts&, Instant now) {
  store::remove_unconfirmed_before(tx, now - unconfirmed_kept, at_once);
  store::forget_networks_before(tx, now - network_kept);
}

// The name is gone with the account; pages that showed it must be made anew.
void forget_name(const web::Service&, db::Transaction& tx, const Facts& payload, Instant) {
  for (const auto id : store::items_of_person(tx, PersonId{fact_number(payload, "person")}))
    if (const auto item = items::find(tx, id)) tx.touch(item->area);
}

// The item was about somebody, and its text is destroyed: so is what was said about it.
void destroy(const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
  const ItemId id{fact_number(payload, "item")};
  auto rows = store::of_item(tx, id, at_once);
  for (auto& row : rows) remove(tx, now, identity::system_actor(), row);
  if (rows.size() == at_once) jobs::enqueue(tx, "comments.destroy", payload, now);
}

}  // namespace

std::vector<web::Job> comment_jobs() {
  return {{.kind = "comments.forget", .handler = forget, .every = std::chrono::minutes(60)},
          {.kind = "comments.forget_name", .handler = forget_name},
          {.kind = "comments.destroy", .handler = destroy},
          {.kind = "comments.remove_again",
           .handler = [](const web::Service&, db::Transaction& tx, const Facts& payload, Instant) {
             remove_again(tx, CommentId{fact_number(payload, "comment")});
           }}};
}

}  // namespace wijktafel::comments

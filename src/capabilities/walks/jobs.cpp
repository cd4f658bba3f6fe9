#include "capabilities/walks/jobs.hpp"

#include "capabilities/walks/actions/keep_photo.hpp"
#include "capabilities/walks/store.hpp"
#include "capabilities/walks/web/list_mail.hpp"

namespace wijktafel::walks {
namespace {

// So that no job holds the one writer for long; what is left is done at the next run.
constexpr int at_once = 100;

// After the rows are gone for certain: what the disk has forgotten, no rollback brings back.
void remove_later(db::Transaction& tx, Instant now, const std::vector<std::string>& keys) {
  for (const auto& key : keys) jobs::enqueue(tx, "walks.remove_file", {{"file", key}}, now);
}

void remove_file(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant) {
  const auto key = fact_text(payload, "file");
  if (!store::is_file_used(tx, key) && !items::is_photo(tx, key)) service.files.remove(key);
}

void mail_list_now(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now) {
  queue_list_mails(service, tx, now, ItemId{fact_number(payload, "item")}, fact_number(payload, "asked_at"));
}

}  // namespace

std::vector<web::Job> walk_jobs() {
  return {{.kind = "walks.mail_list", .handler = mail_list_now},
          {.kind = "walks.remove_file", .handler = remove_file},
          {.kind = "walks.destroy",
           .handler =
               [](const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
                 remove_later(tx, now, destroy_points_about(tx, ItemId{fact_number(payload, "item")}));
               }},
          {.kind = "walks.discard_photos",
           .handler = [](const web::Service&, db::Transaction& tx, const Facts&,
                         Instant now) { remove_later(tx, now, discard_left_photos(tx, now, at_once)); },
           .every = std::chrono::minutes(60)}};
}

}  // namespace wijktafel::walks

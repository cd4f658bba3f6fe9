#include "capabilities/mail_in/jobs.hpp"

#include <spdlog/spdlog.h>

#include "base/digest.hpp"
#include "capabilities/mail_in/maildir.hpp"
#include "capabilities/mail_in/store.hpp"
#include "platform/files/photo.hpp"
#include "platform/jobs/stopping.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::mail_in {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t at_once = 20;
constexpr std::size_t photos_most = 5;
constexpr auto digests_kept = 24h * 400;

// Decoded in a process of its own, without metadata, as with every photo.
void sort_attachments(const web::Service& service, TakeMail& form) {
  for (const auto& attachment : form.mail.attachments) {
    const bool may_be_photo = attachment.type.starts_with("image/") && form.photos.size() < photos_most;
    const auto photo = may_be_photo ? files::make_photo(attachment.bytes)
                                    : Result<files::Photo, files::PhotoRefusal>(
                                          std::unexpected(files::PhotoRefusal(files::NotAPhoto{})));
    if (!photo) {
      form.left_out.push_back(attachment.name);
      continue;
    }
    form.photos.push_back({.key = service.files.put(photo->jpeg),
                           .thumbnail = service.files.put(photo->thumbnail),
                           .width = photo->width,
                           .height = photo->height,
                           .is_shown = false});
  }
  form.mail.attachments.clear();
}

// In words without a name or address: what became of it.
void take(const web::Service& service, const Maildir& maildir, const std::filesystem::path& file) {
  const auto bytes = Maildir::read(file, mail::received_bytes_most);
  const auto outcome = bytes ? take_message(service, *bytes) : std::nullopt;
  if (!outcome) {
    spdlog::warn("a mail that came in cannot be read and is held");
    return maildir.hold(file);
  }
  spdlog::info("a mail came in: {}", word(*outcome));
  if (is_held(*outcome))
    maildir.hold(file);
  else
    Maildir::remove(file);
}

jobs::JobKinds::OutsideWork prepare_fetch(const web::Service& service, db::Transaction&, const Facts&,
                                          Instant) {
  if (service.mail_in_folder.empty()) return {};
  return [&service] {
    const Maildir maildir(service.mail_in_folder);
    for (const auto& file : maildir.waiting(at_once)) {
      if (jobs::is_asked_to_stop()) return;
      take(service, maildir, file);
    }
    maildir.clear_held(held_days);
  };
}

void forget(const web::Service&, db::Transaction& tx, const Facts&, Instant now) {
  store::forget_senders_before(tx, now - 24h);
  store::forget_before(tx, now - digests_kept);
}

}  // namespace

std::optional<Outcome> take_message(const web::Service& service, std::string_view bytes) {
  auto received = mail::read_received(bytes);
  if (!received) return std::nullopt;
  TakeMail form{.mail = *std::move(received), .digest = hex(sha256(bytes))};
  if (!form.mail.is_automatic && !form.mail.is_spam) sort_attachments(service, form);
  return service.database.write(
      [&](db::Transaction& tx) { return take_mail(service, tx, service.clock.now(), form); });
}

std::vector<web::Job> mail_in_jobs() {
  return {{.kind = "mail_in.fetch",
           .handler = [](const web::Service&, db::Transaction&, const Facts&, Instant) {},
           .every = 1min,
           .prepare = prepare_fetch},
          {.kind = "mail_in.drop_answer",
           .handler =
               [](const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
                 mail::drop(tx, now, message_id_of_other_door(items::ItemId{fact_number(payload, "item")}));
               }},
          {.kind = "mail_in.forget", .handler = forget, .every = 60min}};
}

}  // namespace wijktafel::mail_in

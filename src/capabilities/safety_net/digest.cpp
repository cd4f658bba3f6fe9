#include "capabilities/safety_net/digest.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/safety_net/digest_view.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::safety_net {
namespace {

constexpr std::size_t lines_most = 20;
// In the order of the mail: what presses most on top.
constexpr std::array<std::string_view, 5> reasons{"at_manager", "at_net", "passed", "came_back", "due_soon"};

DigestLine line_of(const web::Call& call, db::Transaction& tx, const items::Item& item,
                   const store::Notice& notice) {
  const auto area = call.service.find_area(item.area);
  // What is not for everyone when the mail leaves is not for a mailbox either: only its number.
  DigestLine line{.title = mail::later("title", raw(item.id), call.text("safety_net.digest.not_public")),
                  .about = call.text("safety_net.digest.about",
                                     {{"number", raw(item.id)},
                                      {"area", area ? area->name : std::string()},
                                      {"date", i18n::long_date(call.language, notice.due, call.today)}}),
                  .url = call.service.base_url + items::url_of(call.service, item)};
  if (notice.stands_in_for)
    line.about += " " + call.text("safety_net.digest.stands_in",
                                  {{"name", accounts::name_of(tx, *notice.stands_in_for)}});
  return line;
}

DigestSection section_of(const web::Call& call, db::Transaction& tx, std::string_view reason,
                         const std::vector<store::Notice>& notices) {
  DigestSection section{
      .title = call.text("safety_net.digest." + std::string(reason)), .lines = {}, .more = std::nullopt};
  std::int64_t more = 0;
  for (const auto& notice : notices) {
    if (notice.reason != reason) continue;
    const auto item = items::find(tx, notice.item);
    // Ended since it was written down: no work any more.
    if (!item || !item->is_open) continue;
    if (section.lines.size() < lines_most)
      section.lines.push_back(line_of(call, tx, *item, notice));
    else
      ++more;
  }
  if (more > 0) section.more = call.text("safety_net.digest.more", {{"count", more}});
  return section;
}

}  // namespace

void queue_digest(const web::Service& service, db::Transaction& tx, Instant now, PersonId person,
                  const std::vector<store::Notice>& notices) {
  const auto address = accounts::mail_address_of(tx, person);
  if (!address) return;
  const auto call = web::job_call(service, address->language, now);
  DigestView view;
  std::int64_t count = 0;
  for (const auto reason : reasons) {
    auto section = section_of(call, tx, reason, notices);
    if (section.lines.empty()) continue;
    count += static_cast<std::int64_t>(section.lines.size());
    view.sections.push_back(std::move(section));
  }
  if (view.sections.empty()) return;
  view.subject = call.text("safety_net.digest.subject", {{"count", count}});
  view.greeting = call.text("safety_net.digest.greeting", {{"name", address->name}});
  mail::queue(tx, {.to_address = address->address,
                   .to_name = address->name,
                   .subject = view.subject,
                   .text = service.templates.render_text(call.language, "safety_net/digest_mail_text", view),
                   .html = service.templates.render(call.language, "safety_net/digest_mail", view).markup(),
                   .message_id = fmt::format("safety-net-{}-person-{}", iso_date(call.today), raw(person)),
                   .reply_to = {},
                   .date = now});
}

}  // namespace wijktafel::safety_net

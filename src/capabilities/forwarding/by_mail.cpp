#include "capabilities/forwarding/by_mail.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "capabilities/forwarding/hearing.hpp"
#include "capabilities/forwarding/request_text.hpp"
#include "capabilities/forwarding/settings.hpp"
#include "capabilities/places/places.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::forwarding {
namespace {

constexpr std::string_view detail_start = "antwoord-";
constexpr std::size_t proof_length = 24;
constexpr std::size_t news_most = 4000;

// Lower case throughout: some mail servers fold what stands before the @.
std::string detail_for(const store::Sent& sent) {
  const auto proof = hex(hmac_sha256(sent.request_key, "reply " + std::to_string(raw(sent.id))));
  return std::string(detail_start) + std::to_string(raw(sent.id)) + "-" + proof.substr(0, proof_length);
}

std::optional<SentId> number_in(std::string_view detail) {
  auto rest = detail.substr(detail_start.size());
  rest = rest.substr(0, rest.find('-'));
  if (rest.empty() || rest.size() > 15 || rest.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return SentId{std::stoll(std::string(rest))};
}

std::string text_of(const web::Call& call, db::Transaction& tx, const MailedSignal& mailed, bool may_answer) {
  const auto& item = mailed.item;
  const auto line = [&](std::string_view key, const std::string& value) {
    return value.empty() ? std::string() : call.text(key, {{"text", value}}) + "\n";
  };
  std::string text = call.text("forwarding.mail.intro", {{"number", raw(item.id)}}) + "\n\n";
  text += description_of(call.service, item, mailed.signal, call.now) + "\n\n";
  text += line("forwarding.request.place", place_of(call.service, item));
  if (item.place)
    text += call.text("forwarding.mail.point", {{"latitude", std::to_string(item.place->latitude)},
                                                {"longitude", std::to_string(item.place->longitude)}}) +
            "\n";
  for (const auto& photo : photo_addresses(call.service, tx, item))
    text += line("forwarding.mail.photo", photo);
  text += "\n" + call.text(may_answer ? "forwarding.mail.answer" : "forwarding.mail.no_answer") + "\n";
  return text;
}

std::string message_id(const store::Sent& sent) {
  return "forwarding-" + std::to_string(raw(sent.id)) + "-" + sent.request_key.substr(0, 8) + "-" +
         std::to_string(sent.attempts);
}

}  // namespace

std::string reply_address(std::string_view address, const store::Sent& sent) {
  const auto at = address.rfind('@');
  if (at == std::string_view::npos) return {};
  const auto whole =
      std::string(address.substr(0, at)) + "+" + detail_for(sent) + std::string(address.substr(at));
  return mail::is_address(whole) ? whole : std::string();
}

void queue_mail(const web::Service& service, db::Transaction& tx, Instant now, const MailedSignal& mailed) {
  const auto call = web::job_call(service, i18n::Language::nl, now);
  const auto& sent = mailed.sent;
  const auto address =
      reply_address(places::text_setting(tx, mailed.item.area, settings::reply_address, call.today), sent);
  mail::queue(tx, {.to_address = mailed.destination.endpoint,
                   .to_name = mailed.destination.title,
                   .subject = call.text("forwarding.mail.subject",
                                        {{"number", raw(mailed.item.id)}, {"title", mailed.item.title}}),
                   .text = text_of(call, tx, mailed, !address.empty()),
                   .html = {},
                   .message_id = message_id(sent),
                   .reply_to = address,
                   .date = now});
}

void drop_mail(db::Transaction& tx, Instant now, const store::Sent& sent) {
  mail::drop(tx, now, message_id(sent));
}

mail::Fate fate_of_mail(db::Transaction& tx, const store::Sent& sent) {
  return mail::fate_of(tx, message_id(sent));
}

void hurry_mail(db::Transaction& tx, Instant now, const store::Sent& sent) {
  mail::hurry(tx, now, message_id(sent));
}

bool is_reply_detail(std::string_view detail) { return detail.starts_with(detail_start); }

bool take_reply(const web::Service& service, db::Transaction& tx, Instant now, std::string_view detail,
                std::string_view text) {
  const auto number = is_reply_detail(detail) ? number_in(detail) : std::nullopt;
  auto sent = number ? store::find_sent(tx, *number) : std::nullopt;
  if (!sent || !equal_in_constant_time(detail_for(*sent), detail)) return false;
  const auto destination = store::find(tx, sent->destination);
  if (!destination || destination->kind != "mail" || trimmed(text).empty()) return false;
  take_in(service, tx, now, *sent, {.status = {}, .text = std::string(first(text, news_most))});
  return true;
}

}  // namespace wijktafel::forwarding

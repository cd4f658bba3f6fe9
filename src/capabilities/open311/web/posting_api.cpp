// GeoReport v2, what needs a key: a new request. And the token that it may have been answered with.
#include "base/digest.hpp"
#include "base/text.hpp"
#include "capabilities/open311/actions/take_request.hpp"
#include "capabilities/open311/open311.hpp"
#include "capabilities/open311/reads/new_request.hpp"
#include "capabilities/open311/reads/token.hpp"
#include "capabilities/open311/web/answers.hpp"
#include "capabilities/open311/web/pages.hpp"
#include "capabilities/open311/web/received_form.hpp"
#include "platform/files/photo.hpp"

namespace wijktafel::open311 {
namespace {

constexpr std::size_t photos_most = 5;

bool is_media(const http::UploadedFile& file) {
  return file.field.starts_with("media") || file.field.starts_with("photo") || file.field.starts_with("file");
}

// Decoded and stripped before the transaction; of a file that is no photo the whole request is refused, so
// that nobody believes it came along.
std::vector<items::Photo> kept_photos(const web::Call& call, const http::Form& form, Faults& faults) {
  std::vector<items::Photo> photos;
  for (const auto& file : form.files) {
    if (!is_media(file) || file.bytes.empty()) continue;
    if (photos.size() == photos_most) {
      faults.push_back(
          {400, "open311.fault.too_many_photos", {{"most", static_cast<std::int64_t>(photos_most)}}});
      break;
    }
    const auto photo = files::make_photo(file.bytes);
    if (!photo) {
      faults.push_back({400, "open311.fault.no_photo"});
      continue;
    }
    photos.push_back({.key = call.service.files.put(photo->jpeg),
                      .thumbnail = call.service.files.put(photo->thumbnail),
                      .width = photo->width,
                      .height = photo->height,
                      .is_shown = false});
  }
  return photos;
}

signals::NewSignal signal_of(const web::Call& call, const NewRequest& request,
                             std::vector<items::Photo> photos) {
  return {.channel = "open311",
          .text = request.description.empty() ? request.service.name : request.description,
          .place = request.place,
          .place_words = request.address,
          .domains = request.domains,
          .theme = request.theme,
          .photos = std::move(photos),
          .mail_address = request.mail_address,
          .phone = request.phone,
          .name = request.name,
          .language = call.language};
}

// An Idempotency-Key is the client's own: that of another client is another.
std::string retry_key_of(const http::Request& request, const Key& key) {
  const auto given = trimmed(request.header("Idempotency-Key"));
  if (given.empty()) return {};
  return hex(sha256(std::to_string(raw(key.id)) + " " + std::string(given)));
}

Fault fault_of(const TakeRefusal& refusal) {
  return std::visit(
      overloaded{
          [](const RetryKeyReused&) { return Fault{400, "open311.fault.retry_key_reused"}; },
          [](const KeyIsUsedUp& used) {
            return Fault{429, "open311.fault.too_often", {{"most", std::int64_t{used.per_hour}}}};
          },
          [](const signals::Refused& refused) { return Fault{400, refused.word_key, refused.arguments}; }},
      refusal);
}

// What happens now, and where it belongs as well.
std::string notice(const web::Call& call, const Taken& taken) {
  std::string said = taken.next_date
                         ? call.text("open311.notice.taken", {{"date", iso_date(*taken.next_date)}})
                         : call.text("open311.notice.taken_before");
  for (const auto& sentence : taken.other_door) said += " " + sentence;
  return said;
}

std::string written(const web::Call& call, const Taken& taken, std::string_view account, Format format) {
  Document document(format);
  document.open_list("service_requests");
  document.open("request");
  if (taken.answering == Answers::realtime)
    document.text("service_request_id", std::to_string(raw(taken.item)));
  if (taken.answering == Answers::batch) document.text("token", taken.token);
  document.text("service_notice", notice(call, taken));
  document.text("account_id", account);
  document.close();
  document.close();
  return document.take();
}

Result<NewRequest, Faults> asked_for(const web::Call& call, const Parameters& parameters) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return read_new_request(call, tx, parameters); });
}

}  // namespace

http::Response post_request(const web::Call& call) {
  const auto format = format_of(call.request.path);
  const auto form = received_form(call.request);
  if (!form) return refuse(call, format, {form.error()});
  const Parameters parameters(call.request.query, &form->fields);
  const auto jurisdiction = parameters.get("jurisdiction_id");
  if (!jurisdiction.empty() && !is_jurisdiction(call.service, jurisdiction))
    return refuse(call, format, {{404, "open311.fault.unknown_jurisdiction"}});
  const auto key = call.service.database.read(
      [&](db::Transaction& tx) { return check_key(tx, call.now, parameters.get("api_key")); });
  if (!key) return refuse(call, format, {key.error()});
  const auto request = asked_for(call, parameters);
  if (!request) return refuse(call, format, request.error());
  Faults faults;
  auto photos = kept_photos(call, *form, faults);
  if (!faults.empty()) return refuse(call, format, faults);
  const TakeRequest take{.key = *key,
                         .service_code = request->service.code,
                         .answering = request->service.answers,
                         .signal = signal_of(call, *request, std::move(photos)),
                         .area = *request->area,
                         .address_id = request->address_id,
                         .media_url = request->media_url,
                         .answers = request->answers,
                         .fingerprint = fingerprint_of(raw(key->id), call.request, *form),
                         .retry_key = retry_key_of(call.request, *key)};
  const auto taken =
      call.service.database.write([&](db::Transaction& tx) { return take_request(call, tx, take); });
  if (!taken) return refuse(call, format, {fault_of(taken.error())});
  return answer(written(call, *taken, first(parameters.get("account_id"), short_most), format), format);
}

http::Response get_token(const web::Call& call) {
  const auto asked = asked_from(call.parameter("token"));
  if (!asked) return get_unknown(call);
  const auto jurisdiction = Parameters(call.request.query).get("jurisdiction_id");
  if (!jurisdiction.empty() && !is_jurisdiction(call.service, jurisdiction))
    return refuse(call, asked->format, {{404, "open311.fault.unknown_jurisdiction"}});
  auto body = call.service.database.read(
      [&](db::Transaction& tx) { return answer_for_token(call, tx, asked->name, asked->format); });
  if (!body) return refuse(call, asked->format, {{404, "open311.fault.no_such_token"}});
  return answer(std::move(*body), asked->format);
}

}  // namespace wijktafel::open311

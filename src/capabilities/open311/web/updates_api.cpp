// servicerequestupdates: what happened to requests, read by everybody and sent by systems that handle them.
#include "capabilities/open311/actions/take_update.hpp"
#include "capabilities/open311/open311.hpp"
#include "capabilities/open311/reads/updates.hpp"
#include "capabilities/open311/web/answers.hpp"
#include "capabilities/open311/web/pages.hpp"
#include "capabilities/open311/web/received_form.hpp"

namespace wijktafel::open311 {
namespace {

bool is_of_another(const web::Call& call, const Parameters& parameters) {
  const auto asked = parameters.get("jurisdiction_id");
  return !asked.empty() && !is_jurisdiction(call.service, asked);
}

Result<Key, Fault> updating_key(const web::Call& call, const Parameters& parameters) {
  auto key = call.service.database.read(
      [&](db::Transaction& tx) { return check_key(tx, call.now, parameters.get("api_key")); });
  if (key && !key->may_update) return std::unexpected(Fault{403, "open311.fault.key_may_not_update"});
  return key;
}

}  // namespace

http::Response get_updates(const web::Call& call) {
  const auto format = format_of(call.request.path);
  const Parameters parameters(call.request.query);
  if (is_of_another(call, parameters))
    return refuse(call, format, {{404, "open311.fault.unknown_jurisdiction"}});
  auto body = call.service.database.read(
      [&](db::Transaction& tx) { return list_of_updates(call, tx, parameters, format); });
  if (!body) return refuse(call, format, body.error());
  return answer(std::move(*body), format);
}

http::Response post_update(const web::Call& call) {
  const auto format = format_of(call.request.path);
  const auto form = received_form(call.request);
  if (!form) return refuse(call, format, {form.error()});
  const Parameters parameters(call.request.query, &form->fields);
  if (is_of_another(call, parameters))
    return refuse(call, format, {{404, "open311.fault.unknown_jurisdiction"}});
  const auto key = updating_key(call, parameters);
  if (!key) return refuse(call, format, {key.error()});
  const auto update = call.service.database.read(
      [&](db::Transaction& tx) { return read_new_update(call, tx, key->id, parameters); });
  if (!update) return refuse(call, format, update.error());
  const auto taken = call.service.database.write([&](db::Transaction& tx) {
    return take_update(call, tx,
                       {.key = *key,
                        .item = update->item,
                        .code = update->code,
                        .text = update->text,
                        .status = update->status});
  });
  if (!taken) return refuse(call, format, {{400, taken.error().word_key, taken.error().arguments}});
  Document document(format);
  document.open_list("service_request_updates");
  document.open("request_update");
  document.text("update_id", *taken);
  document.close();
  document.close();
  return answer(document.take(), format);
}

}  // namespace wijktafel::open311

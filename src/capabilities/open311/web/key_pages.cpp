// What an administrator does: keys for clients, and the way to what services ask.
#include "capabilities/open311/actions/make_key.hpp"
#include "capabilities/open311/keys.hpp"
#include "capabilities/open311/reads/administration.hpp"
#include "capabilities/open311/web/pages.hpp"
#include "capabilities/open311/web/paths.hpp"
#include "capabilities/open311/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::open311 {
namespace {

struct Typed {
  std::string client;
  std::string per_hour = std::to_string(per_hour_otherwise);
  bool may_update = false;
};

std::string day_of(const web::Call& call, Instant moment) {
  return i18n::short_date(call.language, local_date(moment), call.today);
}

KeyLine line_of(const web::Call& call, const Key& key) {
  KeyLine line;
  line.client = key.client;
  line.made = call.text("open311.key.made",
                        {{"date", day_of(call, key.made_at)}, {"most", std::int64_t{key.per_hour}}});
  line.used = key.last_used_at ? call.text("open311.key.used", {{"count", key.request_count},
                                                                {"date", day_of(call, *key.last_used_at)}})
                               : call.text("open311.key.never_used");
  if (key.ended_at)
    line.made += " " + call.text("open311.key.ended", {{"date", day_of(call, *key.ended_at)}});
  else
    line.end_url = end_path(call.service, raw(key.id));
  return line;
}

ServiceLine line_of(const web::Call& call, const Service& service) {
  return {
      .name = service.name,
      .url = service_path(call.service, service.code),
      .note = call.text(service.has_definition ? "open311.services.note_questions" : "open311.services.note",
                        {{"code", service.code},
                         {"answers", call.text("open311.answers." + std::string(word(service.answers)))}})};
}

http::Response manage_page(const web::Call& call, const Typed& typed, std::optional<NewKey> made = {},
                           std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  ManageView view;
  view.faults = fields.summary();
  view.made = std::move(made);
  view.url = manage_path(call.service);
  view.client = fields.text("client", "open311.form.client", typed.client);
  view.per_hour = fields.text("per_hour", "open311.form.per_hour", typed.per_hour,
                              {.input_mode = "numeric", .width = "short"});
  view.may_update = fields.tick("may_update", "open311.form.may_update", typed.may_update);
  view.submit.text = call.text("open311.manage.make");
  view.endpoint_url = call.service.base_url + "/open311/v2/discovery.xml";
  view.export_url = "/open311/v2/export.csv?jurisdiction_id=" + call.service.municipality_path.substr(1);
  call.service.database.read([&](db::Transaction& tx) {
    view.keys.clear();
    view.services.clear();
    for (const auto& key : keys_now(tx)) view.keys.push_back(line_of(call, key));
    for (const auto& service : list_services(call, tx)) view.services.push_back(line_of(call, service));
  });
  return design::page(call,
                      {.title = call.text("open311.manage.title"),
                       .back_url = call.service.municipality_path,
                       .has_faults = !faults.empty()},
                      "open311/manage", view, faults.empty() ? 200 : 422);
}

std::optional<Key> asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  const auto key = call.service.database.read([&](db::Transaction& tx) { return key_with(tx, *number); });
  return key && !key->ended_at ? key : std::nullopt;
}

}  // namespace

http::Response show_manage(const web::Call& call) { return manage_page(call, {}); }

// The secret stands on the answer to the form and nowhere else, so there is no way back to it.
http::Response send_key(const web::Call& call) {
  web::FormReader reader(call.request.form);
  Typed typed;
  typed.client = reader.text("client", {.most = 100, .missing_key = "open311.form_fault.client_missing"});
  typed.per_hour = reader.typed("per_hour");
  typed.may_update = reader.checked("may_update");
  const auto per_hour =
      reader.whole_number("per_hour", 1, per_hour_most, "open311.form_fault.per_hour_missing");
  if (!reader.ok() || !per_hour) return manage_page(call, typed, {}, reader.faults());
  const auto made = call.service.database.write([&](db::Transaction& tx) {
    return make_key(
        tx, call.now,
        {.client = typed.client, .per_hour = static_cast<int>(*per_hour), .may_update = typed.may_update});
  });
  return manage_page(call, {}, NewKey{typed.client, made.secret});
}

http::Response show_end_key(const web::Call& call) {
  const auto key = asked_for(call);
  if (!key) return design::edge_pages().not_found(call);
  EndKeyView view{.title = call.text("open311.end.title", {{"client", key->client}}),
                  .url = end_path(call.service, raw(key->id)),
                  .submit = {.text = call.text("open311.end.submit")}};
  return design::page(call, {.title = view.title, .narrow = true, .back_url = manage_path(call.service)},
                      "open311/end_key", view);
}

http::Response send_end_key(const web::Call& call) {
  const auto key = asked_for(call);
  if (!key) return design::edge_pages().not_found(call);
  call.service.database.write([&](db::Transaction& tx) { end_key(tx, call.now, key->id); });
  return http::see_other(manage_path(call.service));
}

html::SafeHtml link_to_manage(const web::Call& call, std::int64_t) {
  if (!call.may("open311.manage")) return {};
  return call.service.templates.render(call.language, "open311/manage_link",
                                       ManageLinkView{manage_path(call.service)});
}

}  // namespace wijktafel::open311

#include "capabilities/open311/reads/updates.hpp"

#include <array>

#include "base/text.hpp"
#include "capabilities/open311/catalogue.hpp"
#include "capabilities/open311/model.hpp"
#include "capabilities/open311/request_store.hpp"
#include "capabilities/open311/update_store.hpp"

namespace wijktafel::open311 {
namespace {

constexpr auto window = std::chrono::days{days_most};

struct StatusWord {
  std::string_view theirs;
  std::string_view ours;  // "" leaves it as it is
};
// The words that FixMyStreet sends, and what they are here. What needs a person (a duplicate, opening again)
// is written down and left to a person.
constexpr std::array<StatusWord, 15> status_words = {{{"open", ""},
                                                      {"closed", "done"},
                                                      {"fixed", "done"},
                                                      {"in_progress", "in_progress"},
                                                      {"investigating", "in_progress"},
                                                      {"action_scheduled", "planned"},
                                                      {"planned", "planned"},
                                                      {"not_councils_responsibility", "will_not_be_done"},
                                                      {"no_further_action", "will_not_be_done"},
                                                      {"cancelled", "will_not_be_done"},
                                                      {"duplicate", ""},
                                                      {"internal_referral", ""},
                                                      {"for_triage", ""},
                                                      {"reopen", ""},
                                                      {"confirmed", ""}}};

std::optional<std::string> status_from(std::string_view word) {
  const auto lower = lower_ascii(word);
  for (const auto& known : status_words)
    if (known.theirs == lower) return std::string(known.ours);
  return std::nullopt;
}

std::optional<Instant> moment(const Parameters& parameters, std::string_view name, Faults& faults) {
  const auto text = parameters.get(name);
  if (text.empty()) return std::nullopt;
  const auto moment = moment_of(text);
  if (!moment)
    faults.push_back({400,
                      lacks_zone(text) ? "open311.fault.date_without_zone" : "open311.fault.not_a_date",
                      {{"field", std::string(name)}}});
  return moment;
}

void write_update(Document& document, const web::Call& call, db::Transaction& tx,
                  const store::UpdateRow& row) {
  auto text = items::entry_sentence(call, tx, row.item, row.sequence).value_or("");
  if (const auto own = items::entry_text(tx, row.item, row.sequence); own && !own->text.empty())
    text += "\n" + own->text;
  document.open("request_update");
  document.text("update_id", update_id_of(row.item, row.sequence));
  document.text("service_request_id", std::to_string(raw(row.item)));
  document.text("status", row.is_open ? "open" : "closed");
  document.text("updated_datetime", iso_instant(row.at));
  document.text("description", first(text, description_most));
  document.nothing("media_url");
  document.close();
}

bool may_update(const web::Call& call, db::Transaction& tx, KeyId key, std::int64_t id) {
  const auto received = store::find_received(tx, items::ItemId{id});
  if (received && received->key == key) return true;
  return !store::list_requests(tx, {.secret_themes = theme_names(call, tx).secret, .ids = {id}, .most = 1})
              .empty();
}

}  // namespace

Result<std::string, Faults> list_of_updates(const web::Call& call, db::Transaction& tx,
                                            const Parameters& parameters, Format format) {
  Faults faults;
  const auto start = moment(parameters, "start_date", faults);
  const auto end = moment(parameters, "end_date", faults);
  if (start && end && *end < *start) faults.push_back({400, "open311.fault.end_before_start"});
  if (start && end && *end - *start > window)
    faults.push_back({400, "open311.fault.too_many_days", {{"most", static_cast<std::int64_t>(days_most)}}});
  if (!faults.empty()) return std::unexpected(std::move(faults));
  const Instant until = end ? *end : start ? *start + window : call.now;
  const Instant from = start.value_or(until - window);
  Document document(format);
  document.open_list("service_request_updates");
  for (const auto& row :
       store::list_updates(tx, theme_names(call, tx).secret, from, until, static_cast<int>(requests_most)))
    write_update(document, call, tx, row);
  document.close();
  return document.take();
}

Result<NewUpdate, Faults> read_new_update(const web::Call& call, db::Transaction& tx, KeyId key,
                                          const Parameters& parameters) {
  Faults faults;
  NewUpdate update;
  for (const auto* name : {"service_request_id", "update_id", "updated_datetime", "status", "description"})
    if (!parameters.has(name))
      faults.push_back({400, "open311.fault.field_missing", {{"field", std::string(name)}}});
  moment(parameters, "updated_datetime", faults);
  update.code = first(parameters.get("update_id"), short_most);
  update.text = tidy(parameters.get("description"));
  if (length(update.text) > description_most)
    faults.push_back({400,
                      "open311.fault.too_long",
                      {{"field", std::string("description")}, {"most", std::int64_t{description_most}}}});
  if (const auto status = status_from(parameters.get("status")))
    update.status = *status;
  else if (parameters.has("status"))
    faults.push_back({400, "open311.fault.unknown_update_status"});
  const auto id = id_of(parameters.get("service_request_id"));
  if (id && may_update(call, tx, key, *id))
    update.item = items::ItemId{*id};
  else if (parameters.has("service_request_id"))
    faults.push_back({404, "open311.fault.no_such_request"});
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return update;
}

}  // namespace wijktafel::open311

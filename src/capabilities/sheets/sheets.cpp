#include "capabilities/sheets/sheets.hpp"

#include "capabilities/sheets/actions/enter_strip.hpp"
#include "capabilities/sheets/model.hpp"
#include "capabilities/sheets/web/exchange.hpp"
#include "capabilities/sheets/web/help_mail.hpp"
#include "capabilities/sheets/web/pages.hpp"

namespace wijktafel::sheets {
namespace {

std::vector<web::Job> sheet_jobs() {
  return {{.kind = "sheets.mail_help",
           .handler =
               [](const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now) {
                 queue_help_mails(service, tx, now, ItemId{fact_number(payload, "item")},
                                  fact_number(payload, "offer"));
               }},
          {.kind = "sheets.forget_phones",
           .handler = [](const web::Service&, db::Transaction& tx, const Facts&,
                         Instant now) { forget_phones(tx, now); },
           .every = std::chrono::hours(24)},
          {.kind = "sheets.forget_help",
           .handler = [](const web::Service&, db::Transaction& tx, const Facts& payload, Instant) {
             forget_help_with(tx, ItemId{fact_number(payload, "item")});
           }}};
}

}  // namespace

web::Capability capability() {
  web::Capability sheets{.name = "sheets", .level = 7};
  sheets.routes = routes();
  sheets.permissions = {{"sheets.enter", {"coordinator", "panel_member", "member"}},
                        {"sheets.call_back", {"coordinator"}}};
  sheets.slots = {{"area_overview", 50, link_to_sheet}, {"area_work", 50, link_to_help}};
  sheets.jobs = sheet_jobs();
  sheets.exchanges = {exchange()};
  sheets.listeners = {{.event = "items.text_erased", .kind = "sheets.forget_help"}};
  sheets.personal_data = {{"sheet_help", "phone", "sheets.purpose.phone", phone_kept_days}};
  return sheets;
}

}  // namespace wijktafel::sheets

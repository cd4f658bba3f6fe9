#include "capabilities/sheets/actions/enter_strip.hpp"

#include "capabilities/sheets/store.hpp"

namespace wijktafel::sheets {

bool enter_strip(db::Transaction& tx, Instant now, const identity::Actor& actor, std::string_view area,
                 const EnterStrip& form) {
  if (!store::insert_entry(tx, now, form.sending, form.item)) return false;
  if (!form.offers_help) return true;
  const auto offer = store::insert_help(tx, now, area, form.item, form.phone);
  items::record(tx, now, actor, form.item, {.what = "sheets.help_offered"});
  jobs::enqueue(tx, "sheets.mail_help", {{"item", raw(form.item)}, {"offer", raw(offer)}}, now);
  return true;
}

Result<void, NoSuchOffer> call_back(db::Transaction& tx, Instant now, std::string_view area,
                                    std::int64_t offer) {
  if (!store::set_called(tx, now, area, store::HelpId{offer})) return std::unexpected(NoSuchOffer{});
  return {};
}

void forget_phones(db::Transaction& tx, Instant now) {
  store::forget_phones_before(tx, now - std::chrono::days(phone_kept_days));
}

void forget_help_with(db::Transaction& tx, ItemId item) { store::remove_help_with(tx, item); }

}  // namespace wijktafel::sheets

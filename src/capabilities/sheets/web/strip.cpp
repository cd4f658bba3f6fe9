#include "capabilities/sheets/web/strip.hpp"

#include <algorithm>

#include "capabilities/sheets/actions/enter_strip.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::sheets {

bool Strip::has(std::string_view tick) const { return std::ranges::find(ticked, tick) != ticked.end(); }

const std::vector<std::string>& tick_words() {
  static const std::vector<std::string> words = {"me_too", "not_solved", "help"};
  return words;
}

std::optional<web::FieldFault> wrong_tick(const items::Item& item, const Strip& strip) {
  if (item.is_open && strip.has("not_solved"))
    return web::FieldFault{"ticked", "sheets.fault.still_open", {{"number", raw(item.id)}}};
  if (!item.is_open && (strip.has("me_too") || strip.has("help")) && !strip.has("not_solved"))
    return web::FieldFault{"ticked", "sheets.fault.closed", {{"number", raw(item.id)}}};
  return std::nullopt;
}

Result<void, web::FieldFault> enter(const web::Call& call, db::Transaction& tx, const items::Item& item,
                                    const Strip& strip) {
  const bool is_new = enter_strip(tx, call.now, call.actor, call.area->key,
                                  {.sending = strip.sending,
                                   .item = item.id,
                                   .offers_help = strip.has("help"),
                                   .phone = strip.has("help") ? strip.phone : std::string()});
  if (!is_new) return {};
  const auto fault = [](const signals::Refused& no) {
    return std::unexpected(web::FieldFault{"ticked", no.word_key, no.arguments});
  };
  if (strip.has("me_too"))
    if (const auto done = signals::support(call, tx, item.id, "sheet-" + strip.sending); !done)
      return fault(done.error());
  if (strip.has("not_solved"))
    if (const auto done = signals::say_not_solved(call, tx, item.id, {}); !done) return fault(done.error());
  return {};
}

}  // namespace wijktafel::sheets

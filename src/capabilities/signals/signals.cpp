#include "capabilities/signals/signals.hpp"

#include "capabilities/signals/actions/ask_whether_still_so.hpp"
#include "capabilities/signals/actions/confirm_signal.hpp"
#include "capabilities/signals/actions/follow_chain.hpp"
#include "capabilities/signals/actions/keep_view.hpp"
#include "capabilities/signals/actions/look_at_reporter.hpp"
#include "capabilities/signals/actions/pick_up_signal.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/actions/support_signal.hpp"
#include "capabilities/signals/actions/write_draft.hpp"
#include "capabilities/signals/actions/write_note.hpp"
#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/model.hpp"
#include "capabilities/signals/pickup_store.hpp"
#include "capabilities/signals/remind_moderators.hpp"
#include "capabilities/signals/settings.hpp"
#include "capabilities/signals/store.hpp"
#include "capabilities/signals/support_store.hpp"
#include "capabilities/signals/tell_holder.hpp"
#include "capabilities/signals/web/doors.hpp"
#include "capabilities/signals/web/exchange.hpp"
#include "capabilities/signals/web/held.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/support.hpp"
#include "capabilities/signals/web/work_exchange.hpp"
#include "capabilities/signals/work_list.hpp"

namespace wijktafel::signals {
namespace {

// So that no job holds the one writer for long; what is left is done at the next run.
constexpr int at_once = 200;

web::ItemKind kind_of_item() {
  web::ItemKind kind{
      .name = std::string(item_kind), .segment = std::string(segment), .words = "signals", .tones = {}};
  for (const auto status : all_statuses()) kind.tones.emplace(word(status), tone(status));
  return kind;
}

web::JobHandler hears(bool (*happened)(db::Transaction&, Instant, ItemId)) {
  return [happened](const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
    happened(tx, now, ItemId{fact_number(payload, "item")});
  };
}

void refer_as_listed(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now) {
  const auto title = service.words.text(i18n::Language::nl, "signals.refer.new_title");
  for (const auto& key : refer_again(tx, now, ItemId{fact_number(payload, "item")}, title))
    service.files.remove(key);
}

std::vector<web::Job> jobs_of_signals() {
  using namespace std::chrono_literals;
  return {
      {.kind = "signals.put_on_table", .handler = hears(put_on_table)},
      {.kind = "signals.join_goal", .handler = hears(join_goal)},
      {.kind = "signals.destroy_notes",
       .handler =
           [](const web::Service&, db::Transaction& tx, const Facts& payload, Instant) {
             const ItemId item{fact_number(payload, "item")};
             destroy_notes(tx, item);
             if (find_signal(tx, item)) keep_work(tx, item);
           }},
      {.kind = "signals.forget_views",
       .handler = [](const web::Service&, db::Transaction& tx, const Facts& payload,
                     Instant) { forget_views(tx, PersonId{fact_number(payload, "person")}); }},
      {.kind = "signals.refer_again", .handler = refer_as_listed},
      {.kind = "signals.stop_messages_again",
       .handler = [](const web::Service&, db::Transaction& tx, const Facts& payload,
                     Instant) { stop_messages_again(tx, ItemId{fact_number(payload, "item")}); }},
      {.kind = "signals.tell_holder", .handler = tell_holder},
      {.kind = "signals.ask_whether_still_so",
       .handler = [](const web::Service&, db::Transaction& tx, const Facts&,
                     Instant now) { ask_whether_still_so(tx, now, at_once); },
       .every = 60min},
      {.kind = "signals.take_back_late_pickups",
       .handler = [](const web::Service&, db::Transaction& tx, const Facts&,
                     Instant now) { take_back_late_pickups(tx, now, at_once); },
       .every = 60min},
      {.kind = "signals.forget_names",
       .handler =
           [](const web::Service&, db::Transaction& tx, const Facts& payload, Instant) {
             for (const auto id : store::forget_names_of(tx, PersonId{fact_number(payload, "person")}))
               if (const auto item = items::find(tx, id)) tx.touch(item->area);
           }},
      {.kind = "signals.remind_moderators", .handler = remind_moderators, .every = 30min},
      {.kind = "signals.record_silence",
       .handler = [](const web::Service&, db::Transaction& tx, const Facts&,
                     Instant now) { record_silence(tx, now, at_once); },
       .every = 60min},
      {.kind = "signals.discard_drafts",
       .handler =
           [](const web::Service&, db::Transaction& tx, const Facts&, Instant now) {
             for (const auto& key : discard_old_drafts(tx, now, at_once))
               jobs::enqueue(tx, "signals.remove_file", {{"file", key}}, now);
           },
       .every = 30min},
      // After the drafts are gone for certain: what the disk has forgotten, no rollback brings back.
      {.kind = "signals.remove_file",
       .handler =
           [](const web::Service& service, db::Transaction& tx, const Facts& payload, Instant) {
             const auto key = fact_text(payload, "file");
             if (is_unused_file(tx, key)) service.files.remove(key);
           }},
      {.kind = "signals.forget_reporters",
       .handler =
           [](const web::Service&, db::Transaction& tx, const Facts&, Instant now) {
             forget_reporters(tx, now, at_once);
             forget_supporters(tx, now, at_once);
           },
       .every = 1440min},
      {.kind = "signals.keep_likeness",
       .handler = [](const web::Service&, db::Transaction& tx, const Facts&,
                     Instant now) { keep_likeness_of_old_ones(tx, now, at_once); },
       .every = 5min},
  };
}

}  // namespace

web::Capability capability() {
  web::Capability signals{.name = "signals", .level = 4};
  signals.routes = routes();
  signals.permissions = {{"signals.assign", {"coordinator"}},
                         {"signals.answer", {"coordinator"}},
                         {"signals.refer", {"coordinator", "moderator"}},
                         {"signals.set_words", {"coordinator", "administrator"}},
                         {"signals.enter", {"coordinator", "member"}},
                         {"signals.moderate", {"coordinator", "moderator"}},
                         {"signals.see_reporter", {"coordinator"}},
                         {"signals.look_at_updates", {"coordinator", "moderator"}},
                         {"signals.set_confidential", {"coordinator"}},
                         {"signals.see_looks", {"administrator"}},
                         {"signals.edit_promise_words", {"administrator"}}};
  signals.kinds = {kind_of_item()};
  signals.tabs = {{.segment = std::string(segment), .word_key = "signals.tab", .order = 10}};
  signals.jobs = jobs_of_signals();
  signals.listeners = {{.event = "items.text_erased", .kind = "signals.destroy_notes"},
                       {.event = "accounts.account_erased", .kind = "signals.forget_views"},
                       {.event = "tables.item_put_on_agenda", .kind = "signals.put_on_table"},
                       {.event = "goals.goal_made_from", .kind = "signals.join_goal"},
                       {.event = "accounts.account_erased", .kind = "signals.forget_names"}};
  signals.events = {"signals.reported", "signals.answered", "signals.changed", "signals.updated",
                    "signals.became_initiative"};
  signals.settings = settings::all();
  // Drafts are gone after a day; a reporter is forgotten reporter_kept_days after the signal closed.
  signals.personal_data = {
      {"signal_draft", "token_hash", "signals.purpose.draft", 1},
      {"signal_draft", "mail_address", "signals.purpose.draft", 1},
      {"signal_draft", "phone", "signals.purpose.draft", 1},
      {"signal_draft", "name", "signals.purpose.draft", 1},
      {"signal_sending", "device_hash", "signals.purpose.limits", 1},
      {"signal_sending", "network", "signals.purpose.limits", 1},
      {"signal_sent_body", "device_hash", "signals.purpose.limits", 1},
      {"signal_support", "supporter_hash", "signals.purpose.support", reporter_kept_days},
      {"signal_pickup", "shown_name", "signals.purpose.pickup_name", 0},
      {"signal_helper", "shown_name", "signals.purpose.pickup_name", 0},
      {"signal_helper", "reached_by", "signals.purpose.helper_reach", 90},
      {"signal_reporter", "address", "signals.purpose.reporter_address", reporter_kept_days},
      {"signal_reporter", "name", "signals.purpose.reporter_name", reporter_kept_days},
      {"signal_reporter", "follow_token_hash", "signals.purpose.follow_token", reporter_kept_days},
  };
  signals.slots = {{.slot = "signal_actions", .order = 10, .render = show_support},
                   {.slot = "signal_actions", .order = 90, .render = show_forward_form},
                   {.slot = "area_work", .order = 5, .render = link_to_enter},
                   {.slot = "area_work", .order = 11, .render = link_to_held},
                   {.slot = "area_work", .order = 20, .render = link_to_waiting_updates},
                   {.slot = "area_work", .order = 90, .render = link_to_door_words},
                   {.slot = "my_administration", .order = 40, .render = link_to_looks},
                   {.slot = "my_administration", .order = 50, .render = link_to_promise_rules}};
  signals.exchanges = {exchange()};
  for (auto& section : work_exchanges()) signals.exchanges.push_back(std::move(section));
  return signals;
}

std::int64_t supporters_of(db::Transaction& tx, ItemId id) { return store::count_supporters(tx, id); }

std::optional<Signal> find_signal(db::Transaction& tx, ItemId item) {
  auto row = store::find_signal(tx, item);
  if (!row) return std::nullopt;
  return Signal{.item = item,
                .kind = std::string(word(row->kind)),
                .chance = std::move(row->chance),
                .neighbours_may = row->neighbours_may,
                .channel = std::string(word(row->channel)),
                .theme = std::move(row->theme),
                .priority = std::string(word(row->priority)),
                .team = row->team,
                .is_held = row->is_held,
                .reported_at = row->reported_at,
                .first_answered_at = row->first_answered_at,
                .closed_at = row->closed_at,
                .waiting_for = std::move(row->waiting_for)};
}

}  // namespace wijktafel::signals

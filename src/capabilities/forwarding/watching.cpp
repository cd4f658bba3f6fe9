#include "capabilities/forwarding/watching.hpp"

#include "capabilities/forwarding/by_mail.hpp"
#include "capabilities/forwarding/sending.hpp"

namespace wijktafel::forwarding {
namespace {

constexpr int watched_most = 200;

bool is_public(db::Transaction& tx, const store::Sent& sent) {
  const auto item = items::find(tx, sent.item);
  return item && may_leave(tx, *item);
}

// It never went: neither does its page say so any longer.
void fail(Instant now, store::Sent& sent, std::string word) {
  sent.state = State::failed;
  sent.is_mail_underway = false;
  sent.accepted_at = std::nullopt;
  set_fault(sent, {.word = std::move(word)}, now);
}

void give_up(db::Transaction& tx, Instant now, store::Sent& sent) {
  fail(now, sent, "mail_given_up");
  const auto destination = store::find(tx, sent.destination);
  if (!destination || !is_public(tx, sent)) return;
  items::record(tx, now, identity::system_actor(), sent.item,
                {.what = "forwarding.not_arrived",
                 .facts = {{"organisation", raw(destination->organisation)}},
                 .is_milestone = true});
}

// True when something changed.
bool look_at(db::Transaction& tx, Instant now, store::Sent& sent) {
  const auto fate = fate_of_mail(tx, sent);
  switch (fate.stage) {
    case mail::Stage::waiting:
      if (!fate.next_try || !sent.fault.empty()) return false;
      set_fault(sent, {.word = "mail_waiting"}, now);
      return true;
    case mail::Stage::given_up: give_up(tx, now, sent); return true;
    case mail::Stage::dropped:
      // After a restore it is dropped because it left before; else because it may not leave.
      if (!is_public(tx, sent)) {
        fail(now, sent, "not_public");
        return true;
      }
      [[fallthrough]];
    case mail::Stage::sent:
    case mail::Stage::unknown: break;
  }
  sent.is_mail_underway = false;
  clear_fault(sent);
  return true;
}

}  // namespace

void watch_mails(const web::Service&, db::Transaction& tx, const Facts&, Instant now) {
  for (auto& sent : store::mails_underway(tx, watched_most))
    if (look_at(tx, now, sent)) keep(tx, sent);
}

}  // namespace wijktafel::forwarding

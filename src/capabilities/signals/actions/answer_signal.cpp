#include "capabilities/signals/actions/answer_signal.hpp"

#include <algorithm>

#include "capabilities/signals/model/promise_words.hpp"
#include "capabilities/signals/promises.hpp"
#include "capabilities/signals/signal_change.hpp"

namespace wijktafel::signals {
namespace {

struct DateOfAnswer {
  std::string field;
  Date date;
};

std::optional<DateOfAnswer> date_of(const Outcome& outcome) {
  if (const auto* progress = std::get_if<answer::InProgress>(&outcome))
    return DateOfAnswer{"next_date", progress->next_date};
  if (const auto* planned = std::get_if<answer::Planned>(&outcome))
    return DateOfAnswer{"month", planned->last_day};
  if (const auto* waiting = std::get_if<answer::Waiting>(&outcome))
    return DateOfAnswer{"until", waiting->until};
  return std::nullopt;
}

std::string text_of(const AnswerSignal& form) {
  const auto* no = std::get_if<answer::WillNotBeDone>(&form.outcome);
  return no && !no->possible_instead.empty() ? form.text + "\n\n" + no->possible_instead : form.text;
}

StatusChange change_of(const AnswerSignal& form) {
  const Status to = status_of(form.outcome);
  StatusChange change{.to = to,
                      .entry = {.what = "signals.answered_" + std::string(word(to)),
                                .personal_text = text_of(form),
                                .is_milestone = true}};
  if (const auto date = date_of(form.outcome)) {
    change.next_date = date->date;
    change.entry.facts["next_date"] = iso_date(date->date);
  }
  if (const auto* waiting = std::get_if<answer::Waiting>(&form.outcome))
    change.waiting_for = waiting->for_whom;
  return change;
}

}  // namespace

Status status_of(const Outcome& outcome) {
  return std::visit(overloaded{[](const answer::InProgress&) { return Status::in_progress; },
                               [](const answer::Planned&) { return Status::planned; },
                               [](const answer::Waiting&) { return Status::waiting; },
                               [](const answer::Done&) { return Status::done; },
                               [](const answer::WillNotBeDone&) { return Status::will_not_be_done; },
                               [](const answer::Forwarded&) { return Status::forwarded; },
                               [](const answer::Thanked&) { return Status::thanked; }},
                    outcome);
}

Result<void, AnswerRefusal> answer_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                          const AnswerSignal& form) {
  auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  const Status to = status_of(form.outcome);
  if (std::ranges::count(answers_for(signal->row.kind, signal->status), to) == 0)
    return std::unexpected(NotPossibleNow{signal->status, to});
  if (const auto date = date_of(form.outcome); date && date->date < local_date(now))
    return std::unexpected(DateHasPassed{date->field});
  const auto promise = promise_in(text_of(form), promise_rules_in_force(tx));
  if (promise && !form.without_commitment) return std::unexpected(PromiseWithoutCommitment{*promise});
  // To wait is no answer yet: the clock of days to an answer runs on, or stands still for the reporter.
  if (!signal->row.first_answered_at && to != Status::waiting) signal->row.first_answered_at = now;
  if (const auto changed = change_status(tx, now, actor, *signal, change_of(form), form.version); !changed)
    return std::unexpected(widened<AnswerRefusal>(changed.error()));
  if (promise) items::open_gap(tx, now, id, promise_gap);
  jobs::enqueue(tx, "signals.answered", {{"item", raw(id)}}, now);
  return {};
}

}  // namespace wijktafel::signals

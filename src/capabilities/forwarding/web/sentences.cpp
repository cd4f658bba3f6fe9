#include "capabilities/forwarding/web/sentences.hpp"

#include "capabilities/forwarding/hearing.hpp"

namespace wijktafel::forwarding {
namespace {

std::string status_in_words(const web::Call& call, std::string_view theirs) {
  const auto known = known_status(theirs);
  return known.empty() ? std::string(theirs) : call.text("forwarding.status." + known);
}

}  // namespace

std::optional<std::string> public_sentence(const web::Call& call, const SentSignal& signal) {
  const auto& sent = signal.sent;
  if (sent.state == State::pending)
    return call.text("forwarding.signal.pending", {{"organisation", signal.organisation}});
  if (!sent.accepted_at) return std::nullopt;
  const auto date = i18n::long_date(call.language, local_date(*sent.accepted_at), call.today);
  if (sent.external_number.empty())
    return call.text("forwarding.signal.sent", {{"organisation", signal.organisation}, {"date", date}});
  auto said =
      call.text("forwarding.signal.accepted",
                {{"organisation", signal.organisation}, {"date", date}, {"number", sent.external_number}});
  if (!sent.external_status.empty())
    said += " " +
            call.text("forwarding.signal.status", {{"status", status_in_words(call, sent.external_status)}});
  return said;
}

std::string fault_sentence(const web::Call& call, std::string_view fault, std::string_view detail) {
  auto said = call.text("forwarding.fault." + std::string(fault));
  if (detail.empty()) return said;
  // Said by the other system; else a technical word for who keeps the connection.
  const bool is_theirs = fault == "refused" || fault == "busy";
  said += " " + call.text(is_theirs ? "forwarding.fault.detail" : "forwarding.fault.technical",
                          {{"text", std::string(detail)}});
  return said;
}

std::string trouble(const web::Call& call, std::string what, const std::optional<Instant>& since,
                    const std::optional<Instant>& next_try) {
  const auto time = [&](Instant at) { return i18n::date_and_time(call.language, at, call.today); };
  if (since) what += " " + call.text("forwarding.signal.since", {{"time", time(*since)}});
  if (next_try) what += " " + call.text("forwarding.signal.next_try", {{"time", time(*next_try)}});
  return what;
}

std::string unasked_sentence(const web::Call& call, const store::Destination& destination) {
  const auto next_try =
      destination.polled_at ? std::optional(*destination.polled_at + poll_pause) : std::optional<Instant>();
  return trouble(call,
                 call.text("forwarding.signal.unasked") + " " +
                     fault_sentence(call, destination.poll_fault, destination.poll_detail),
                 destination.poll_fault_since, next_try);
}

SentLine worker_line(const web::Call& call, const SentSignal& signal) {
  const auto& sent = signal.sent;
  SentLine line{.sentence = {}, .fault = std::nullopt, .note = std::nullopt};
  if (auto said = public_sentence(call, signal))
    line.sentence = *std::move(said);
  else if (sent.state == State::failed && !sent.receipt.empty())
    line.sentence = call.text("forwarding.signal.no_number", {{"organisation", signal.organisation}});
  else
    line.sentence =
        call.text(sent.state == State::failed ? "forwarding.signal.failed" : "forwarding.signal.waiting",
                  {{"destination", signal.destination}});
  const auto add = [&](std::string what) {
    line.fault = line.fault ? *line.fault + " " + what : std::move(what);
  };
  if (!sent.fault.empty())
    add(trouble(call, fault_sentence(call, sent.fault, sent.fault_detail), sent.fault_since,
                signal.next_try));
  if (const auto& update = signal.failed_update)
    add(trouble(call,
                call.text("forwarding.signal.update_failed") + " " +
                    fault_sentence(call, update->fault, update->fault_detail),
                std::nullopt, update->next_try));
  if (signal.unasked) add(unasked_sentence(call, *signal.unasked));
  if (sent.may_be_double) line.note = call.text("forwarding.signal.may_be_double");
  return line;
}

std::optional<FailedWork> failed_work(const web::Call& call, const std::vector<FailedSignal>& failed) {
  if (failed.empty()) return std::nullopt;
  FailedWork work{
      .title = call.text("forwarding.work.title", {{"count", static_cast<std::int64_t>(failed.size())}}),
      .list = {}};
  for (const auto& signal : failed) {
    const auto line = worker_line(call, signal.last);
    // Who keeps the connections need not be who may read what is confidential by now.
    const bool is_public = signal.item.visibility == items::Visibility::everyone;
    work.list.rows.push_back(
        {.title = is_public ? signal.item.title : call.text("forwarding.work.not_public"),
         .url = items::url_of(call.service, signal.item),
         .about = line.sentence,
         .badge = std::nullopt,
         .gap = line.fault});
  }
  return work;
}

}  // namespace wijktafel::forwarding

#include "capabilities/forwarding/web/sentences.hpp"

#include "capabilities/forwarding/hearing.hpp"

namespace wijktafel::forwarding {
namespace {

std::string status_in_words(const web::Call& call, std::string_view theirs) {
  const auto known = known_status(theirs);
  return known.empty() ? std::string(theirs) : call.text("forwarding.status." + known);
}

struct Trouble {
  std::string_view what = {};  // a word key; "" when the fault says it all
  std::string_view fault;
  std::string_view detail = {};
  std::optional<Instant> since = std::nullopt;
  std::optional<Instant> next_try = std::nullopt;
};

// What is wrong, since when, when it is tried again; and last what the other system said, for its sentences
// end as they like.
std::string trouble(const web::Call& call, const Trouble& trouble) {
  const auto time = [&](Instant at) { return i18n::date_and_time(call.language, at, call.today); };
  std::string said = trouble.what.empty() ? std::string() : call.text(trouble.what) + " ";
  said += call.text("forwarding.fault." + std::string(trouble.fault));
  if (trouble.since) said += " " + call.text("forwarding.signal.since", {{"time", time(*trouble.since)}});
  if (trouble.next_try)
    said += " " + call.text("forwarding.signal.next_try", {{"time", time(*trouble.next_try)}});
  if (trouble.detail.empty()) return said;
  // Said by the other system; else a technical word for who keeps the connection.
  const bool is_theirs = trouble.fault == "refused" || trouble.fault == "busy";
  return said + " " +
         call.text(is_theirs ? "forwarding.fault.detail" : "forwarding.fault.technical",
                   {{"text", std::string(trouble.detail)}});
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
  return trouble(call, {.fault = fault, .detail = detail});
}

std::string unasked_sentence(const web::Call& call, const store::Destination& destination) {
  return trouble(call, {.what = "forwarding.signal.unasked",
                        .fault = destination.poll_fault,
                        .detail = destination.poll_detail,
                        .since = destination.poll_fault_since,
                        .next_try = destination.polled_at ? std::optional(*destination.polled_at + poll_pause)
                                                          : std::nullopt});
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
  std::vector<std::string> troubles;
  if (!sent.fault.empty())
    troubles.push_back(trouble(call, {.fault = sent.fault,
                                      .detail = sent.fault_detail,
                                      .since = sent.fault_since,
                                      .next_try = signal.next_try}));
  if (const auto& update = signal.failed_update)
    troubles.push_back(trouble(call, {.what = "forwarding.signal.update_failed",
                                      .fault = update->fault,
                                      .detail = update->fault_detail,
                                      .next_try = update->next_try}));
  if (signal.unasked) troubles.push_back(unasked_sentence(call, *signal.unasked));
  for (const auto& one : troubles) line.fault = line.fault ? *line.fault + " " + one : one;
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

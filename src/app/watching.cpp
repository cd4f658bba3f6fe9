#include "app/watching.hpp"

#include "platform/mail/outbox.hpp"
#include "platform/observe/health.hpp"

namespace wijktafel::app {

Watching::Watching(const std::vector<std::unique_ptr<Municipality>>& all) : all_(all) {
  for (const auto& municipality : all_) municipality->edge().count_in(metrics_);
  add_numbers();
}

void Watching::add_numbers() {
  using observe::Metrics;
  const auto sum = [this](auto number_of) {
    return [this, number_of] {
      double total = 0;
      for (const auto& municipality : all_) total += static_cast<double>(number_of(*municipality));
      return total;
    };
  };
  const auto backlog = [](Municipality& municipality) {
    const auto now = municipality.service().clock.now();
    return municipality.database().read([&](db::Transaction& tx) { return jobs::backlog(tx, now); });
  };
  metrics_.add(Metrics::Kind::counter, "wijktafel_page_cache_hits_total",
               "Visitors' pages sent without rendering.",
               sum([](const Municipality& municipality) { return municipality.edge().cache_counts().hits; }));
  metrics_.add(
      Metrics::Kind::counter, "wijktafel_page_cache_misses_total", "Visitors' pages rendered.",
      sum([](const Municipality& municipality) { return municipality.edge().cache_counts().misses; }));
  metrics_.add(
      Metrics::Kind::gauge, "wijktafel_page_cache_bytes", "Memory that visitors' pages take.",
      sum([](const Municipality& municipality) { return municipality.edge().cache_counts().bytes; }));
  metrics_.add(Metrics::Kind::gauge, "wijktafel_jobs_due", "Jobs that should have run by now.",
               sum([backlog](Municipality& municipality) { return backlog(municipality).due; }));
  metrics_.add(Metrics::Kind::gauge, "wijktafel_jobs_failed",
               "Jobs that were given up and wait for an administrator.",
               sum([backlog](Municipality& municipality) { return backlog(municipality).failed; }));
  metrics_.add(
      Metrics::Kind::gauge, "wijktafel_mails_given_up",
      "Mails that the mail server did not take in ten days of trying.",
      sum([](Municipality& municipality) { return municipality.database().read(mail::mails_given_up); }));
  if (all_.empty()) return;
  for (const auto& capability : all_.front()->program().capabilities)
    for (const auto& metric : capability.metrics)
      metrics_.add(Metrics::Kind::gauge, metric.name, metric.help,
                   sum([read = metric.read](Municipality& municipality) {
                     return municipality.database().read(read);
                   }));
}

http::Response Watching::ready() const {
  if (is_leaving_) return http::text_response("stopping\n", 503);
  for (const auto& municipality : all_)
    if (auto response = observe::ready(municipality->database()); response.status != 200) return response;
  return http::text_response("ready\n");
}

bool Watching::is_watched(std::string_view path) {
  return path == "/health/live" || path == "/health/ready" || path == "/metrics";
}

std::optional<http::Response> Watching::answer(const http::Request& request) const {
  std::optional<http::Response> response;
  // Exactly these addresses: a proxy that keeps visitors from /metrics knows no other way to write it.
  if (request.ended_in_slash) return response;
  if (request.path == "/health/live") response = observe::live();
  if (request.path == "/health/ready") response = ready();
  if (request.path == "/metrics") response = observe::metrics(metrics_);
  if (response) response->set("Cache-Control", "no-store");
  return response;
}

}  // namespace wijktafel::app

#include <algorithm>
#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <signal.h>
#include <spdlog/spdlog.h>
#include <thread>

#include "app/commands.hpp"
#include "app/host_routes.hpp"
#include "app/municipality.hpp"
#include "app/security_text.hpp"
#include "app/systemd.hpp"
#include "app/watching.hpp"
#include "base/text.hpp"
#include "platform/erasures/erasures.hpp"
#include "platform/http/server.hpp"
#include "platform/observe/log_output.hpp"
#include "platform/web/sending.hpp"

namespace wijktafel::app {
namespace {

http::Response answer(const Municipalities& all, const Watching& watching, const SecurityText& security,
                      http::Request& request) {
  const auto& service = all.front()->service();
  const bool reads = request.method == http::Method::get || request.method == http::Method::head;
  if (!reads && (request.path == "/" || Watching::is_watched(request.path))) {
    auto refusal = all.front()->edge().refuse(405, request);
    return std::move(refusal.set("Allow", "GET, HEAD"));
  }
  auto response = watching.answer(request);
  if (!response && reads) response = security.answer(request.path, SystemClock().now());
  if (!response && request.path == "/") response = http::see_other(service.municipality_path);
  if (!response) return HostRoutes(all).answer(request);
  web::add_security_headers(*response, service.is_https() || request.is_https);
  return std::move(*response);
}

// A disk that refuses is no reason to leave a neighbourhood without its table; the log says it at each start.
void complete_list_of_erasures(const Municipality& municipality, const std::filesystem::path& files) {
  try {
    municipality.database().write(
        [&](db::Transaction& tx) { erasures::complete_list(tx, files, municipality.service().clock.now()); });
  } catch (const std::exception& exception) {
    spdlog::error("the list of erasures is not complete, do not restore with it: {}", exception.what());
  }
}

// "" for a municipality that takes no mail in.
std::string mail_in_for(const ServeCommand& command, std::size_t place) {
  if (command.mail_in.size() > command.storage.databases.size())
    throw Failure("give no more --mail-in than --database: each municipality has a Maildir of its own");
  return place < command.mail_in.size() ? command.mail_in[place] : std::string();
}

std::optional<Instant> moment_of(const std::string& text) {
  const auto moment = parse_instant(text);
  if (!moment && !text.empty())
    throw Failure("--demo-at wants a moment, for example 2026-12-03T19:30:00+01:00");
  return moment;
}

// Blocked before any thread is made, so that every thread inherits it and only stop_on_signal takes them.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

// One thread waits for SIGINT or SIGTERM. Then, in this order: /health/ready says no, connections are no
// longer kept, the drain passes (a second signal cuts it short), the door closes and requests in flight
// finish.
std::jthread stop_on_signal(http::Server& server, Watching& watching, const sigset_t& signals,
                            int drain_seconds) {
  return std::jthread([&server, &watching, signals, drain_seconds](const std::stop_token& stopping) {
    const timespec moment{.tv_sec = 0, .tv_nsec = 200'000'000};
    while (sigtimedwait(&signals, nullptr, &moment) <= 0)
      if (stopping.stop_requested()) return;
    tell_service_manager("STOPPING=1");
    watching.say_leaving();
    server.wind_down();
    const timespec drain{.tv_sec = drain_seconds, .tv_nsec = 0};
    if (drain_seconds > 0) sigtimedwait(&signals, nullptr, &drain);
    server.stop();
  });
}

}  // namespace

int run(const ServeCommand& command) {
  const sigset_t signals = block_stop_signals();
  observe::write_log_in_batches();
  const Program program(command.source_folder);
  const std::string base_url = command.storage.base_url.empty()
                                   ? fmt::format("http://{}:{}", command.host, command.port)
                                   : command.storage.base_url;
  const auto demo_at = moment_of(command.demo_at);
  Municipalities all;
  for (std::size_t place = 0; place < command.storage.databases.size(); ++place) {
    const auto& database = command.storage.databases[place];
    all.push_back(std::make_unique<Municipality>(
        program, MunicipalityOptions{.database = database,
                                     .files = files_for(command.storage, place),
                                     .mail = command.storage.mail,
                                     .base_url = base_url,
                                     .mail_from = command.storage.mail_from,
                                     .demo_at = demo_at,
                                     .secrets = command.secrets,
                                     .mail_in = mail_in_for(command, place)}));
    if (!all.back()->has_areas())
      throw Failure(
          "this database has no municipality yet: run `wijktafel import` with its areas, or `wijktafel "
          "demo`");
    complete_list_of_erasures(*all.back(), files_for(command.storage, place));
  }
  const SecurityText security(command.security_contact, base_url);
  Watching watching(all);
  http::Server server(
      {.host = command.host,
       .port = command.port,
       .inherited = inherited_sockets(),
       .workers = command.workers,
       .silence_at_stop = std::chrono::seconds(std::min(command.drain_seconds, 1)),
       .trust_proxy = command.trust_proxy},
      [&all, &watching, &security](http::Request& request) {
        return answer(all, watching, security, request);
      },
      [&all](http::Method method, std::string_view path) {
        return municipality_for(all, path).edge().body_limit(method, path);
      },
      [&all](int status, const http::Request& read) {
        return municipality_for(all, read.path).edge().refuse(status, read);
      },
      [&all](const http::Request& request) {
        const auto* asked = HostRoutes(all).find_at_once(request);
        return asked ? asked->edge().prepared(request) : nullptr;
      });
  const auto stopper = stop_on_signal(server, watching, signals, command.drain_seconds);
  for (const auto& municipality : all) municipality->runner().start();
  fmt::print("Wijktafel: {}{}\n", base_url, all.front()->service().municipality_path);
  std::fflush(stdout);
  tell_service_manager("READY=1");
  server.run();
  return 0;
}

}  // namespace wijktafel::app
